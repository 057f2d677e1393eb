/** 清单: the lists that an announcement of promised works leads to. Offsets count the bare text. */

/** One item of a list: its place in the list, its words without ordinal and closing mark, and how the list is numbered. */
export type Listed = { n: number; start: number; end: number; style: string };

/** 一是 1. （1） ① 第一， 1、 : how items are numbered; all of a list are numbered alike. */
const STYLES: { name: string; at: (n: number) => string[] }[] = [
  { name: "一是", at: (n) => [`${chinese(n)}是`] },
  { name: "（一）", at: (n) => [`（${chinese(n)}）`] },
  { name: "（1）", at: (n) => [`（${n}）`, ...circled(0x2473, n)] },
  { name: "①", at: (n) => circled(0x245f, n) },
  { name: "1.", at: (n) => [`${n}.`, `${n}、`, `${n}．`] },
  { name: "第一，", at: (n) => [`第${chinese(n)}，`, `第${chinese(n)}、`, `第${chinese(n)}件`] },
  { name: "一、", at: (n) => [`${chinese(n)}、`] },
];
/** The old encodings of Chinese know ① to ⑩ only; what came after was saved as a question mark. */
const LOST = ["？", "?"];
const LONGEST = 60;
/** How far the next ordinal may be. */
const FAR = 700;

const circled = (before: number, n: number) => (n <= 20 ? [String.fromCharCode(before + n)] : []);

function chinese(n: number): string {
  const digits = "〇一二三四五六七八九十";
  if (n <= 10) return digits[n]!;
  return n < 20 ? `十${digits[n - 10]}` : `${digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ""}`;
}

/**
 * The longest run of items 1, 2, 3 … of one style that begins within `near` characters after `from`, `most` items at the most.
 * `count` is how many were announced: ordinals lost in an old encoding are looked for up to it.
 */
export function numberedList(text: string, from: number, near: number, count: number | null, most = LONGEST): Listed[] {
  const runs = STYLES.map((style) => run(text, from, near, style, count ?? 0, most));
  return runs.reduce((best, each) => (each.length > best.length ? each : best), []);
}

function run(
  text: string,
  from: number,
  near: number,
  style: (typeof STYLES)[number],
  count: number,
  most: number,
): Listed[] {
  const found: Listed[] = [];
  let position = from;
  let opensParagraph = false;
  for (let n = 1; n <= most; n++) {
    const limit = n === 1 ? from + near : position + FAR;
    const isLost = style.name === "①" && n > 10 && n <= count;
    const mark = firstOf(text, isLost ? [...style.at(n), ...LOST] : style.at(n), position, limit);
    if (!mark) break;
    if (found.length) found.at(-1)!.end = mark.index;
    position = mark.index + mark.word.length;
    opensParagraph = mark.index > 0 && text[mark.index - 1] === "\n";
    found.push({ n, start: position, end: position, style: style.name });
  }
  if (found.length) found.at(-1)!.end = endOfLast(text, position, opensParagraph ? /\n/ : /[。；\n]/);
  return found.map((item) => trimmed(text, item));
}

function firstOf(text: string, words: string[], from: number, limit: number): { word: string; index: number } | null {
  for (const word of words) {
    const index = indexOfMark(text, word, from, limit);
    if (index >= 0) return { word, index };
  }
  return null;
}

/** A mark counts at the start of a sentence or clause; a circled figure is a mark wherever it stands. */
function indexOfMark(text: string, word: string, from: number, limit: number): number {
  const near = text.slice(0, limit + word.length - 1);
  for (let at = near.indexOf(word, from); at >= 0; at = near.indexOf(word, at + 1))
    if (at === from || /[。；：！\n，）]/.test(text[at - 1]!) || /^[①-⒇（]/.test(word)) return at;
  return -1;
}

function endOfLast(text: string, from: number, end: RegExp): number {
  const stop = text.slice(from, from + FAR).search(end);
  return stop < 0 ? Math.min(text.length, from + FAR) : from + stop;
}

/** Drops the closing mark of an item. */
function trimmed(text: string, item: Listed): Listed {
  let last = item.end;
  while (last > item.start && /[。；，\n、！]/.test(text[last - 1]!)) last--;
  return { ...item, end: last };
}

/** 其中城建工程3项： the head of a group. */
const GROUP = /([\u4e00-\u9fff]{2,8}?)(\d{1,2})[项件]：/g;

/**
 * 分类清单: 年内完成18项民生工程，其中城建工程10项：①…②…教育工程3项：①… Numbered through; a group of one has no ordinal.
 * Nothing where the groups do not add up to the number announced.
 */
export function groupedList(text: string, from: number, count: number): Listed[] {
  const found: Listed[] = [];
  const stretch = text.slice(from, from + count * 80 + 200);
  for (const head of stretch.matchAll(GROUP)) {
    const start = from + head.index + head[0].length;
    const many = Number(head[2]);
    if (many >= count || found.length + many > count) continue;
    const items =
      many === 1
        ? [trimmed(text, { n: 1, start, end: endOfLast(text, start, /[。；\n]/), style: "分类" })]
        : numberedList(text, start, 3, many, many);
    if (items.length !== many) break;
    found.push(...items.map((item, i) => ({ ...item, n: found.length + i + 1, style: `分类${item.style}` })));
  }
  return found.length === count ? found : [];
}

/** 主要包括：新建…；资助…；改造… : a list of three and more between semicolons, in one sentence. */
export function plainList(text: string, from: number): Listed[] {
  const lead = /^(?:主要)?包括：|^主要(?:是|有)：/.exec(text.slice(from, from + 8));
  if (!lead) return [];
  const start = from + lead[0].length;
  const stop = text.slice(start, start + FAR).search(/[。\n]/);
  if (stop < 0) return [];
  const parts = text.slice(start, start + stop).split("；");
  if (parts.length < 3) return [];
  let at = start;
  return parts.map((part, i) => {
    const item = { n: i + 1, start: at, end: at + part.length, style: "；" };
    at += part.length + 1;
    return trimmed(text, item);
  });
}
