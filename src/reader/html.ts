import { decode } from "./encoding.ts";
import { articleOf } from "./html-article.ts";
import { hiddenIn } from "./html-hidden.ts";
import { attribute, descendants, type PageElement, type PageParent, parsePage, rawText } from "./html-page.ts";
import { pageText } from "./html-text.ts";
import { checkSize, LARGEST_PAGE } from "./limits.ts";
import type { Reading } from "./reading.ts";
import { notice } from "./sentences.ts";

/**
 * 网页: the article without the site around it, its title in front where the page keeps it elsewhere. Scripts are not run,
 * nothing is fetched. `mediaType` may name the charset, as HTTP does. Throws `reader/too-large` above 16 MB.
 */
export function readHtml(bytes: Uint8Array, mediaType = ""): Reading {
  checkSize(bytes.length, LARGEST_PAGE);
  const { text: html, encoding, replaced } = decode(bytes, charsetOf(mediaType) ?? charsetOf(start(bytes)));
  const page = parsePage(html);
  const body = [...descendants(page)].find(({ tagName }) => tagName === "body");
  const { root, skipped, found } = articleOf(body!, hiddenIn(page));
  const article = pageText(root, (element) => element !== root && skipped(element));
  const text = withTitle(article, found ? titleOf(page) : "");
  const diagnostics = [
    ...(encoding === "UTF-8" ? [] : [notice("reader/encoding", { encoding })]),
    ...(replaced > 0 ? [notice("reader/replaced", { count: replaced })] : []),
    ...(found ? [] : [notice(/<script/i.test(html) && text.length < 200 ? "reader/script-only" : "reader/no-article")]),
  ];
  return { text, pages: null, diagnostics };
}

/** "text/html; charset=gbk" or the start of a page with a meta element → "gbk" */
const charsetOf = (text: string): string | undefined => /charset\s*=\s*["']?([\w-]+)/i.exec(text)?.[1];
const start = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(0, 2048));

/** 标题: as the page's own data name it; else a heading that the browser's title repeats; else the only heading there is. */
function titleOf(page: PageParent): string {
  const all = [...descendants(page)];
  const meta = all.find((each) => each.tagName === "meta" && /^ArticleTitle$/i.test(attribute(each, "name")));
  if (meta) return attribute(meta, "content").trim();
  const title = bare(plain(all.find(({ tagName }) => tagName === "title")));
  const headings = all.filter(isHeading).map(plain);
  const repeated = headings.find((heading) => bare(heading).length >= 4 && title.includes(bare(heading)));
  return repeated ?? (headings.length === 1 ? headings[0]! : "");
}

const isHeading = (each: PageElement): boolean =>
  /^h[1-3]$/.test(each.tagName) || /(^|[\s_-])(title|tit|bt)$/i.test(attribute(each, "class") || attribute(each, "id"));

/** Puts the title in front, unless the article begins with it. */
function withTitle(article: string, title: string): string {
  const opening = bare(article.slice(0, 300 + title.length));
  return bare(title) === "" || opening.includes(bare(title)) ? article : `${title}\n${article}`;
}

const plain = (element: PageElement | undefined) => (element ? rawText(element).trim().replace(/\s+/g, " ") : "");
const bare = (text: string) => text.replace(/[\s\xa0]/g, "");
