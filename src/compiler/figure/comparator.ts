import type { Comparator } from "#base/report";
import { longestAt, longestBefore, trieOf } from "../words/trie.ts";

/** 比较词: what stands before or after a figure and says that it is a bound, or only about right. */
const BEFORE: [Comparator, string[]][] = [
  [">=", ["不低于", "不少于", "至少", "最低", "不小于", "不得低于", "不得少于", "最少", "不下于"]],
  ["<=", ["不超过", "不高于", "不多于", "最多", "最高不超过", "不大于", "不得超过", "不突破"]],
  [
    ">",
    [
      "超过",
      "超",
      "突破",
      "高于",
      "逾",
      "多于",
      "大于",
      "跨过",
      "迈过",
      "破",
      "超出",
      "迈上",
      "跨上",
      "站上",
      "跨越",
      "迈入",
      "突破了",
      "超过了",
      "已超",
      "已超过",
      "均超过",
      "上",
    ],
  ],
  ["<", ["不足", "不到", "低于", "小于", "少于", "未满", "不满", "仅不足"]],
  [
    "≈",
    [
      "约",
      "近",
      "将近",
      "接近",
      "大约",
      "约为",
      "大致",
      "预计",
      "预计达到",
      "预计达",
      "预计完成",
      "预计为",
      "预计实现",
      "预计增长",
      "预计可达",
      "约占",
      "力争达到约",
    ],
  ],
];
const AFTER: [Comparator, string[]][] = [
  [">=", ["以上", "及以上", "或以上", "起"]],
  ["<=", ["以内", "之内", "以里"]],
  ["<", ["以下", "之下"]],
  ["≈", ["左右", "上下", "前后"]],
  [">", ["有余", "开外", "多"]],
];

const SIGNS: Comparator[] = ["=", "≈", ">=", ">", "<=", "<"];
const rows = (list: [Comparator, string[]][]) =>
  list.flatMap(([sign, words]) => words.map((word) => [word, 1 << SIGNS.indexOf(sign)] as const));
const before = trieOf(rows(BEFORE), true);
const after = trieOf(rows(AFTER));
const signOf = (bits: number): Comparator => SIGNS[Math.log2(bits)] ?? "=";

/** Words that only look like a comparator: 签约, 节约, 附近, 最近, 超市, 晚上. */
const NOT_BEFORE =
  /(?:签约|节约|集约|附近|最近|邻近|靠近|亲近|规上|以上|网上|线上|限上|县上|晚上|早上|地上|海上|之上|基础上|市上|加上|四上|新上|拿上|马上|爆破|突破性|新近|相近|合约|大约束|预约|制约|条约|公约|履约|契约|违约|邀约|解约)$/;

/** A comparator next to a figure: the sign and how many code units it takes. */
export type Compared = { sign: Comparator; length: number };

/** The comparator that ends at `at`. */
export function comparatorBefore(codes: Uint16Array, text: string, at: number, start: number): Compared | null {
  const found = longestBefore(before, codes, at, start, ~0);
  if (found.length === 0) return null;
  if (found.length === 1 && NOT_BEFORE.test(text.slice(Math.max(start, at - 4), at))) return null;
  return { sign: signOf(found.bits), length: found.length };
}

/** The comparator that begins at `at`. */
export function comparatorAfter(codes: Uint16Array, at: number, end: number): Compared | null {
  const found = longestAt(after, codes, at, end, ~0);
  return found.length > 0 ? { sign: signOf(found.bits), length: found.length } : null;
}
