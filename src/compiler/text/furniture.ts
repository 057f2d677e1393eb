import type { Line } from "./lines.ts";

/** 版面附属物: page numbers, running heads, site furniture. They are dropped from the reading text, never from the source. */

const PAGE_NUMBER =
  /^(?:[-—–·－‐\s]*第?\d{1,4}页?(?:[/／，,]?共?\d{1,4}页?)?[-—–·－‐\s]*|第[一二三四五六七八九十百]+页)$/;
const SITE =
  /^(?:内容摘要|来源URL|打印本页|关闭窗口|分享到|【?打印】?|【?关闭】?|字体[:：]|字号[:：]|扫一扫|浏览次数|点击数|评论[:：]?$|阅读[:：]?$|当前位置|您现在的位置|您的位置|首页)/;
const AFTER_END =
  /^(?:分享|微信$|微信扫|新浪微博|QQ空间|收藏$|标签云|相关(?:链接|文章|阅读|推荐|报道|信息)|上一篇|下一篇|责任编辑|（责任编辑|版权所有|主办单位|网站地图|热点推荐|猜你喜欢|微信公众号)/;
const CREDIT = /^(?:本版责编|责编|美编|校对|特约摄影|摄影|图为|制图)[\s　:：]/;

/** Lines after which nothing of the report follows. Looked for only in the last third. */
export function tailStart(lines: Line[], textOf: (line: Line) => string): number {
  const from = Math.floor(lines.length * 0.66);
  for (let i = from; i < lines.length; i++) if (AFTER_END.test(textOf(lines[i]!))) return i;
  return lines.length;
}

/** The line that a site puts before the report: 内容摘要 and the repeated opening under it, counts of readers. */
function isSite(_line: Line, index: number, text: string, before: string): boolean {
  if (index > 40) return false;
  if (SITE.test(text) || /[.…]{4,}$/.test(text)) return true;
  return /^\d{1,7}$/.test(text) && /^(?:评论|阅读|浏览)/.test(before);
}

/** Lines that come back at least three times inside sentences or at page edges: running heads. */
function runningHeads(
  lines: Line[],
  textOf: (line: Line) => string,
  interrupts: (index: number) => boolean,
): Set<string> {
  const seen = new Map<string, { times: number; inside: number }>();
  lines.forEach((line, index) => {
    if (line.length > 30) return;
    const text = textOf(line).replace(/\d+/g, "#");
    const count = seen.get(text) ?? { times: 0, inside: 0 };
    count.times++;
    if (line.atPageEdge || interrupts(index)) count.inside++;
    seen.set(text, count);
  });
  const heads = [...seen].filter(
    ([text, { times, inside }]) => times >= 3 && inside / times >= 0.6 && !/[。！？]$/.test(text),
  );
  return new Set(heads.map(([text]) => text));
}

/** Which lines are furniture. `interrupts(i)`: line i stands where a sentence goes on around it. */
export function furniture(
  lines: Line[],
  textOf: (line: Line) => string,
  interrupts: (index: number) => boolean,
): Uint8Array {
  const drop = new Uint8Array(lines.length);
  const tail = tailStart(lines, textOf);
  const heads = runningHeads(lines, textOf, interrupts);
  let before = "";
  lines.forEach((line, index) => {
    const text = line.length <= 80 || index < 40 ? textOf(line) : "";
    const isHead = line.length <= 30 && heads.has(text.replace(/\d+/g, "#"));
    const isNumber =
      line.length <= 14 &&
      PAGE_NUMBER.test(text) &&
      (line.atPageEdge || !/^\d+$/.test(text) || interrupts(index) || line.length <= 3);
    if (index >= tail || isHead || isNumber || CREDIT.test(text) || isSite(line, index, text, before)) drop[index] = 1;
    before = text;
  });
  return drop;
}
