import unitFile from "#lexicon/units.yaml";
import { longestAt, trieOf } from "../words/trie.ts";

/** 计量单位的类别. `count` is a classifier (个, 家); `noun` a thing that stands for its own classifier (镇, 村). */
export type Dimension =
  | "money"
  | "percent"
  | "times"
  | "area"
  | "length"
  | "mass"
  | "volume"
  | "power"
  | "energy"
  | "voltage"
  | "rate"
  | "concentration"
  | "ratio"
  | "digital"
  | "time"
  | "score"
  | "people"
  | "count"
  | "noun"
  | "none";

/** 计量单位: [start, end) in the bare text, the multiplier 万 or 亿 included. */
export type Unit = {
  start: number;
  end: number;
  dimension: Dimension;
  /** Base unit: 元 for 亿元. */
  base: string;
  /** How many base units one of it is: 1e8 for 亿元. */
  scale: number;
  /** 余 or 多 stood inside: 5000余万元. */
  over: boolean;
  /** It stands after a later number of the same series: 45、38、35个工作日. */
  borrowed: boolean;
};

type Entry = { dimension: Dimension; base: string; scale: number };

/** A scale may be a fraction, to be exact: 亩 is 2000/3 平方米. */
function scaleOf(written: number | string): number {
  const [over, under] = String(written).split("/");
  return Number(over) / Number(under ?? 1);
}

const entries: Entry[] = [];
const words: [string, number][] = [];
function add(word: string, entry: Entry) {
  entries.push(entry);
  words.push([word, entries.length]);
}
for (const [dimension, rows] of Object.entries(
  unitFile as Record<string, string[] | Record<string, Record<string, number | string>>>,
)) {
  if (Array.isArray(rows)) {
    const kind: Dimension = dimension === "nouns" ? "noun" : "count";
    for (const word of rows) add(word, { dimension: kind, base: word, scale: 1 });
  } else {
    for (const [base, forms] of Object.entries(rows))
      for (const [word, scale] of Object.entries(forms))
        add(word, { dimension: dimension as Dimension, base, scale: scaleOf(scale) });
  }
}
// A word that is listed twice keeps the kind that was listed first: bits hold the entry's number.
const first = new Map<string, number>();
for (const [word, number] of words) if (!first.has(word)) first.set(word, number);
const trie = trieOf(first);

const WAN = "万".charCodeAt(0);
const YI = "亿".charCodeAt(0);
const THOUSAND = "千".charCodeAt(0);
const HUNDRED = "百".charCodeAt(0);
const OVER = new Set(["余", "多"].map((char) => char.charCodeAt(0)));

/** 万, 亿, 万亿, 千万, 百万 before a unit: how far they reach and what they multiply by. */
function multiplier(codes: Uint16Array, at: number): { end: number; scale: number } {
  let end = at;
  let scale = 1;
  if ((codes[end] === THOUSAND || codes[end] === HUNDRED) && (codes[end + 1] === WAN || codes[end + 1] === YI)) {
    scale *= codes[end] === THOUSAND ? 1000 : 100;
    end++;
  }
  while (codes[end] === WAN || codes[end] === YI) {
    scale *= codes[end] === WAN ? 1e4 : 1e8;
    end++;
  }
  return { end, scale };
}

/** The unit that begins at `at`: 亿元, %, 万平方米, 个. Null where no known unit does. */
export function unitAt(codes: Uint16Array, at: number, end: number): Unit | null {
  const over = OVER.has(codes[at] ?? 0);
  const start = over ? at + 1 : at;
  const times = multiplier(codes, start);
  const moreOver = times.end > start && OVER.has(codes[times.end] ?? 0);
  // 3万多亿元: a second multiplier may stand after 多.
  const again = moreOver ? multiplier(codes, times.end + 1) : { end: times.end, scale: 1 };
  const from = again.end;
  const { length, bits } = longestAt(trie, codes, from, end, ~0);
  const entry = length > 0 ? entries[bits - 1] : undefined;
  if (!entry)
    return times.scale > 1
      ? {
          start,
          end: times.end,
          dimension: "none",
          base: "",
          scale: times.scale,
          over: over || moreOver,
          borrowed: false,
        }
      : null;
  return {
    start,
    end: from + length,
    dimension: entry.dimension,
    base: entry.base,
    scale: times.scale * again.scale * entry.scale,
    over: over || moreOver,
    borrowed: false,
  };
}
