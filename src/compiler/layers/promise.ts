import type { Promised } from "#base/report";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { ReadReport } from "../read.ts";
import { groupedList, type Listed, numberedList, plainList } from "./promise-list.ts";

/** 民生实事: the promised works of the coming year, one row each, without their ordinals. */

const COUNT = "(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:件|项|个|大)";
const WORKS = "(?:实事|民生工程|民心工程|民生项目|惠民工程|好事|大事|民生承诺)";
const VERB = "(?:办好|办实|实施|做好|抓好|完成|安排|谋划|承诺|推进|落实|兴办|确定|形成|重点|集中)";
const ANNOUNCED = new RegExp(
  `${VERB}[^。；\\n]{0,24}?(?:(${COUNT})[^。；\\n]{0,8}?${WORKS}|民生(?:实事|工程)|惠民实事|一批实事)(?:[^。；：\\n]{0,16}(?:。|\\n|$)|[^。；：\\n]{0,40}：)`,
  "g",
);
/** How far from the announcement its list may begin. */
const NEAR = 80;
/** A list that was not announced by its length counts only where it comes at once. */
const AT_ONCE = 6;

/** The longest list that one announcement leads to. */
function listAt(text: string, announced: RegExpExecArray): Listed[] {
  const at = announced.index + announced[0].length;
  const count = announced[1] ? countOf(announced[1]) : null;
  const numbered = numberedList(text, at, count === null ? AT_ONCE : NEAR, count);
  const grouped = count === null ? [] : groupedList(text, announced.index, count);
  if (grouped.length > numbered.length || (grouped.length > 0 && grouped.length === count)) return grouped;
  return numbered.length > 0 ? numbered : plainList(text, at);
}

function countOf(words: string): number {
  const digits = words.slice(0, -1);
  if (/^\d+$/.test(digits)) return Number(digits);
  const value = (char: string | undefined) => (char ? "〇一二三四五六七八九".indexOf(char) : -1);
  const ten = digits.indexOf("十");
  if (ten < 0) return value(digits[0]);
  return (ten === 0 ? 1 : value(digits[0])) * 10 + Math.max(0, value(digits[ten + 1]));
}

/** The list announced in the plan; a list needs three items at least. */
export function promisesOf(read: ReadReport): Promised[] {
  const { text, outline } = read;
  const plans = outline.sections.filter(
    (section) => section.level === 1 && (section.phase === "plan" || section.phase === "self"),
  );
  const inPlan = (at: number) =>
    at >= outline.planFrom || plans.some((section) => section.start <= at && at < section.bodyEnd);
  let best: Listed[] = [];
  for (const announced of text.matchAll(ANNOUNCED)) {
    if (!inPlan(announced.index)) continue;
    const items = listAt(text, announced);
    if (items.length > best.length) best = items;
  }
  if (best.length < 3) return [];
  const idOf = identities("p");
  return best.map(({ n, start, end, style }) => ({
    ...locate(read.locator, idOf(text.slice(start, end)), start, end, `民生实事 ${style}`, 1),
    n,
    text: wordsOf(read.locator, start, end),
  }));
}
