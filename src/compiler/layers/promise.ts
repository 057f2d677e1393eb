import type { Promised } from "#base/report";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { ReadReport } from "../read.ts";

/** 民生实事: the promised works of the coming year, one row each, without their ordinals. */

const ANNOUNCED =
  /(?:办好|办实|实施|做好|抓好|完成|安排|谋划|承诺|推进|落实|兴办|确定|重点|集中)[^。；]{0,24}?(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:件|项|个|大)[^。；]{0,8}?(?:实事|民生工程|民心工程|民生项目|好事|大事|民生承诺)|民生(?:实事|工程))[^。；：]{0,16}(?:：|。|\n|$)/g;
/** 一是 1. （1） ① 第一， 1、 : how items are numbered; all of a list are numbered alike. */
const STYLES: { name: string; at: (n: number) => string[] }[] = [
  { name: "一是", at: (n) => [`${chinese(n)}是`] },
  { name: "（一）", at: (n) => [`（${chinese(n)}）`] },
  { name: "（1）", at: (n) => [`（${n}）`] },
  { name: "①", at: (n) => (n <= 20 ? [String.fromCharCode(0x245f + n)] : []) },
  { name: "1.", at: (n) => [`${n}.`, `${n}、`, `${n}．`] },
  { name: "第一，", at: (n) => [`第${chinese(n)}，`, `第${chinese(n)}、`, `第${chinese(n)}件`] },
  { name: "一、", at: (n) => [`${chinese(n)}、`] },
];

function chinese(n: number): string {
  const digits = "〇一二三四五六七八九十";
  if (n <= 10) return digits[n]!;
  return n < 20 ? `十${digits[n - 10]}` : `${digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ""}`;
}

type Found = { n: number; start: number; end: number; style: string };

/** The longest run of items 1, 2, 3 … of one style that begins within `near` characters after `from`. */
function listAfter(text: string, from: number, near: number): Found[] {
  const runs = STYLES.map(({ name, at }) => run(text, from, near, name, at));
  return runs.reduce((best, each) => (each.length > best.length ? each : best), []);
}

function run(text: string, from: number, near: number, style: string, at: (n: number) => string[]): Found[] {
  const found: Found[] = [];
  let position = from;
  for (let n = 1; n <= 60; n++) {
    const limit = n === 1 ? from + near : position + 600;
    const mark = at(n)
      .map((word) => ({ word, index: indexOfMark(text, word, position, limit) }))
      .find(({ index }) => index >= 0);
    if (!mark) break;
    if (found.length) found.at(-1)!.end = mark.index;
    position = mark.index + mark.word.length;
    found.push({ n, start: position, end: position, style });
  }
  if (found.length) found.at(-1)!.end = endOfLast(text, position);
  return found;
}

/** A mark counts at the start of a sentence or clause only. */
function indexOfMark(text: string, word: string, from: number, limit: number): number {
  for (let at = text.indexOf(word, from); at >= 0 && at < limit; at = text.indexOf(word, at + 1))
    if (at === from || /[。；：！\n，）]/.test(text[at - 1]!)) return at;
  return -1;
}

function endOfLast(text: string, from: number): number {
  const stop = text.slice(from, from + 700).search(/[。\n]/);
  return stop < 0 ? Math.min(text.length, from + 700) : from + stop;
}

/** Drops the closing mark of an item. */
function trimmed(text: string, { start, end }: Found): { start: number; end: number } {
  let last = end;
  while (last > start && /[。；，\n、！]/.test(text[last - 1]!)) last--;
  return { start, end: last };
}

/** The lists announced in the plan; a list needs three items at least. */
export function promisesOf(read: ReadReport): Promised[] {
  const { text, outline } = read;
  const plans = outline.sections.filter(
    (section) => section.level === 1 && (section.phase === "plan" || section.phase === "self"),
  );
  const inPlan = (at: number) =>
    at >= outline.planFrom || plans.some((section) => section.start <= at && at < section.bodyEnd);
  let best: Found[] = [];
  for (const announced of text.matchAll(ANNOUNCED)) {
    const at = announced.index + announced[0].length;
    if (!inPlan(announced.index)) continue;
    const items = listAfter(text, at, 60);
    if (items.length > best.length) best = items;
  }
  if (best.length < 3) return [];
  const idOf = identities("p");
  return best.map((item) => {
    const { start, end } = trimmed(text, item);
    return {
      ...locate(read.locator, idOf(text.slice(start, end)), start, end, `民生实事 ${item.style}`, 1),
      n: item.n,
      text: wordsOf(read.locator, start, end),
    };
  });
}
