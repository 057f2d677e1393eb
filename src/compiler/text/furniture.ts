import type { Line } from "./lines.ts";

/** 版面附属物: page numbers, running heads, site furniture. They are dropped from the reading text, never from the source. */

const PAGE_NUMBER =
  /^(?:[-—–·－‐\s]*第?[\d０-９]{1,4}页?(?:[/／，,]?共?[\d０-９]{1,4}页?)?[-—–·－‐\s]*|第[一二三四五六七八九十百]+页)$/;
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

const isNumberOfPage = (line: Line, text: string) => line.length <= 14 && PAGE_NUMBER.test(text.replace(/\s/g, ""));

/** How a line reads on every page: its numbers left out. */
const patternOf = (text: string) => text.normalize("NFKC").replace(/\d+/g, "#");

type Seen = { times: number; inside: number; last: number; gaps: number[] };

/** As on paper: the same number of lines between them, more or less. */
function isEven(gaps: number[]): boolean {
  const middle = [...gaps].sort((a, b) => a - b)[gaps.length >> 1]!;
  return middle >= 10 && gaps.every((gap) => Math.abs(gap - middle) <= middle * 0.3);
}

/** Lines that come back at least three times, inside sentences or at page edges: running heads. */
function runningHeads(lines: Line[], textOf: (line: Line) => string, interrupts: (index: number) => boolean) {
  const seen = new Map<string, Seen>();
  lines.forEach((line, index) => {
    if (line.length > 30) return;
    const text = patternOf(textOf(line));
    const count = seen.get(text) ?? { times: 0, inside: 0, last: index, gaps: [] };
    if (count.times++ > 0) count.gaps.push(index - count.last);
    count.last = index;
    if (line.atPageEdge || interrupts(index)) count.inside++;
    seen.set(text, count);
  });
  const isHead = ([text, { times, inside, gaps }]: [string, Seen]) =>
    times >= 3 && (inside >= times * 0.6 || (inside > 0 && isEven(gaps))) && !/[。！？]$/.test(text);
  return new Set([...seen].filter(isHead).map(([text]) => text));
}

const isTitle = (text: string) => /工作报告$/.test(text);

/** Which lines are furniture. `endsSentence(i)`: line i ends with the end of a sentence. */
export function furniture(
  lines: Line[],
  textOf: (line: Line) => string,
  endsSentence: (index: number) => boolean,
): Uint8Array {
  const drop = new Uint8Array(lines.length);
  const tail = tailStart(lines, textOf);
  const interrupts = interruption(lines, textOf, endsSentence);
  const heads = runningHeads(lines, textOf, interrupts);
  // The title is no running head before the first sentence has ended, and after that it is one wherever it interrupts.
  let inText = false;
  let before = "";
  lines.forEach((line, index) => {
    const text = line.length <= 80 || index < 40 ? textOf(line) : "";
    const isHead =
      line.length <= 30 &&
      (isTitle(text) ? inText && (interrupts(index) || heads.has(patternOf(text))) : heads.has(patternOf(text)));
    const isNumber =
      isNumberOfPage(line, text) && (line.atPageEdge || !/^\d+$/.test(text) || interrupts(index) || line.length <= 3);
    if (index >= tail || isHead || isNumber || CREDIT.test(text) || isSite(line, index, text, before)) drop[index] = 1;
    inText ||= endsSentence(index);
    before = text;
  });
  return drop;
}

/** Whether a line stands where a sentence goes on around it; a page number may stand between. */
function interruption(lines: Line[], textOf: (line: Line) => string, endsSentence: (index: number) => boolean) {
  return (index: number): boolean => {
    const before = index > 1 && isNumberOfPage(lines[index - 1]!, textOf(lines[index - 1]!)) ? index - 2 : index - 1;
    return before >= 0 && index + 1 < lines.length && lines[before]!.length >= 8 && !endsSentence(before);
  };
}
