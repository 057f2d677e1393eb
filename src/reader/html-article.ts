import {
  attribute,
  childElements,
  descendants,
  isElement,
  type PageElement,
  type PageNode,
  rawText,
} from "./html-page.ts";
import type { Skipped } from "./html-text.ts";

/** Where the site systems of Chinese governments put the article. */
const ARTICLE =
  /^(zoom|zoomcon|ucap-content|trs_editor.*|trs_ueditor.*|view|article|article-?(content|body|con|text|box)|pages_content|content-?(body|text|main)?|con_?text|detail-?(content|con)?|news-?(content|con|text)|text-?con(tent)?|xl-?(content|con)|info-?content|main-?text|wz_?(content|con)|js_content|newscontent)$/i;
/** Names of what stands around it; short words only as the whole name, `margin-top` is no top of a page. */
const AROUND =
  /^(top|head|bottom|side|prev|next|links?|tools?|position|location|ads?|comments?|ewm|xgwj|xgxw|xgyd|pinglun|location)\d*$|(^|[-_])(nav|navbar|navigation|menu|header|topbar|footer|foot|breadcrumbs?|crumbs?|share|bdsharebuttonbox|bshare|jiathis|related|recommend|toolbar|print|copyright|sidebar|qrcode|pager|pagination|friendlink|banner|search|login|advert)([-_\d]|$)/i;
/** A line that only works the page: one of the words at least, and nothing else. */
const BUTTON = /打印|关闭|返回|收藏|首页|分享|扫一扫|字体|字号|大.?中.?小|浏览|阅读|点击|纠错/;
const BUTTONS =
  /^([\s【】[\]|·（）()：:]|打印(本页|此页|文章|页面)?|关闭(窗口|本页|页面)?|返回(顶部|首页|列表|上一页)?|收藏(本页)?|加入收藏|设为首页|首页|分享到?|微信|微博|扫一扫|字体|字号|大|中|小|默认|繁体|简体|无障碍|(浏览|阅读|点击)(次数|数|量)?|下载|(我要)?纠错|在手机打开当前页|\d|次)*$/;
const NEIGHBOUR = /^\s*[[【]?(上|下)一?(篇|条|页)/;
/** 承办单位 and 技术支持 are words of reports too; in a footer a colon or a name stands behind them. */
const FOOTER =
  /版权所有|ICP备|备案(号|编号)\s*[:：]|公网安备|(主办|承办)(单位)?\s*[:：]|^(主办|承办)单位\s|技术支持\s*[:：]|网站标识码|网站地图|copyright|建议使用.{0,12}浏览器/i;

/** 标点 that make prose; a menu or a list of titles has none outside its links. */
const MARKS = /[，。；：、！？,;]/g;

type Weight = { marks: number; characters: number; linked: number };
export type Article = { root: PageElement; skipped: Skipped; found: boolean };

/**
 * 正文: finds the article of a page by where its prose is: punctuation outside links. From the body it walks down
 * as long as one child holds nearly all of it and what it leaves behind is site, not text.
 */
export function articleOf(body: PageElement, hidden: Skipped): Article {
  const weights = new Map<PageElement, Weight>();
  weigh(body, false, hidden, weights);
  const weight = (element: PageElement) => weights.get(element) ?? { marks: 0, characters: 0, linked: 0 };
  const all = weight(body).marks;
  const isSite: Skipped = (element) => hidden(element) || looksLikeSite(element, weight(element), all);
  const known = [...descendants(body)].find((each) => isNamed(each, ARTICLE) && weight(each).marks >= 0.6 * all);
  const found = all >= 8;
  return { root: found ? descend(known ?? body, weight, isSite) : body, skipped: isSite, found };
}

/** Counts what stands in each element, itself and below. */
function weigh(node: PageNode, linked: boolean, hidden: Skipped, weights: Map<PageElement, Weight>): Weight {
  if ("value" in node) {
    const characters = node.value.replace(/\s/g, "").length;
    const marks = linked ? 0 : (node.value.match(MARKS)?.length ?? 0);
    return { marks, characters, linked: linked ? characters : 0 };
  }
  const sum: Weight = { marks: 0, characters: 0, linked: 0 };
  if (!isElement(node) || hidden(node)) return sum;
  for (const inner of node.childNodes) {
    const part = weigh(inner, linked || leadsAway(node), hidden, weights);
    sum.marks += part.marks;
    sum.characters += part.characters;
    sum.linked += part.linked;
  }
  weights.set(node, sum);
  return sum;
}

/** The smallest element that still holds the whole article. */
function descend(from: PageElement, weight: (element: PageElement) => Weight, isSite: Skipped): PageElement {
  const inner = childElements(from).filter((each) => !isSite(each));
  const prose = inner.filter((each) => weight(each).marks > 0);
  const total = prose.reduce((sum, each) => sum + weight(each).marks, 0);
  const heavy = prose.find((each) => weight(each).marks >= 0.85 * total);
  if (!heavy || total - weight(heavy).marks > 2 + total / 100) return from;
  const found = descend(heavy, weight, isSite);
  // A part of a table or list can't be read by itself; a cell of a layout table 版式表格 can.
  return /^(table|tbody|thead|tr|p|ol|ul|dl)$/.test(found.tagName) ? from : found;
}

/** A link to another page; a place that is only named (`<a name=…>`) or a link within the page is text. */
const leadsAway = (element: PageElement) => element.tagName === "a" && /^[^#]/.test(attribute(element, "href"));

const BOXES = /^(div|ul|ol|dl|table|section|header|form|center)$/;
const PIECES = /^(p|li|span|h[1-6]|td)$/;

/** True for menus, footers, share bars and lists of other articles: by name, by their links, by what they say. */
function looksLikeSite(element: PageElement, { marks, characters, linked }: Weight, all: number): boolean {
  if (/^(footer|aside)$/.test(element.tagName) && marks < all / 3) return true;
  // LibreOffice writes the page's head and foot so.
  if (/^(header|footer)$/.test(attribute(element, "title"))) return true;
  const [isBox, isPiece] = [BOXES.test(element.tagName), PIECES.test(element.tagName)];
  if (!(isBox || isPiece) || characters === 0 || marks > all / 5) return false;
  if (isNamed(element, AROUND) && !/^h[1-6]$/.test(element.tagName)) return true;
  if (isBox && characters > 6 && linked > 0.7 * characters) return true;
  const text = characters < 400 && element.tagName !== "td" ? rawText(element).trim() : "";
  if (text === "") return false;
  return isButtons(text) || (FOOTER.test(text) && marks < 12) || (linked > 0 && NEIGHBOUR.test(text));
}

const isButtons = (text: string) => BUTTON.test(text) && BUTTONS.test(text);

const isNamed = (element: PageElement, pattern: RegExp): boolean =>
  pattern.test(attribute(element, "id")) ||
  attribute(element, "class")
    .split(/\s+/)
    .some((name) => pattern.test(name));
