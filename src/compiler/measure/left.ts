import type { Comparator } from "#base/report";
import { comparatorBefore } from "../figure/comparator.ts";
import {
  ADVERB,
  FALL,
  GROW,
  LESS,
  MODAL,
  MORE,
  NOUN,
  PROPERTY,
  RANK,
  REACH,
  TIME,
  wordBefore,
} from "../words/words.ts";

/**
 * 左边的提示词: the chain of words that leads up to a figure: 增长 · 同比增长 · 分别达到 · 由.
 * It ends where the name of what is measured ends.
 */
export type Lead = {
  /** Where the chain begins: the name, if any, ends here. */
  start: number;
  /** Bits of all words in it; `nearest` are those of the cue that stands closest and says grow, fall, more, less or reach. */
  bits: number;
  nearest: number;
  comparator: Comparator | "";
  /** 由 or 从 stands before the figure: what it was, not what it is. */
  from: boolean;
  /** 分别 or 依次 is in it. */
  respectively: boolean;
};

const CUES = GROW | FALL | MORE | LESS | REACH | ADVERB | RANK | PROPERTY | MODAL | TIME;
const DIRECTION = GROW | FALL | MORE | LESS | REACH;
const YEAR_WORD = "年月期末底的个五在了于".split("").map((char) => char.charCodeAt(0));
const MAY_END_PHRASE = new Set(YEAR_WORD);
/** 比2011年, 较“十二五”末, 2011年的, 去年同期的, 现在的, 上个五年 */
const PHRASE =
  /(?:(?:比|较|由|从|是|为|至|到)?(?:(?:19|20)\d\d年(?:同期|末|底|初)?|去年(?:同期|末|底)?|上年(?:同期|末|底)?|现在|目前|原来|年初|过去|五年前|上个五年|上一个五年|“?十[一二三四]?五”?(?:末|期间|时期)?|\d{1,2}月(?:份|末|底)?)(?:的|增长|了)?|基础上|的基础上|了|不变价)$/;

const FROM = new Set(["由", "从"]);

/** Reads the chain that ends at `at`, not further left than `start`. */
export function leadTo(codes: Uint16Array, text: string, at: number, start: number): Lead {
  const lead: Lead = { start: at, bits: 0, nearest: 0, comparator: "", from: false, respectively: false };
  while (lead.start > start) {
    const compared = lead.comparator === "" ? comparatorBefore(codes, text, lead.start, start) : null;
    const word = wordBefore(codes, lead.start, start, CUES | NOUN);
    if (compared && compared.length >= word.length) {
      lead.comparator = compared.sign;
      if (word.length === compared.length) take(lead, word.bits);
      lead.start -= compared.length;
    } else if (word.length === 1 && isPartOfName(text, lead.start, start)) break;
    else if (word.length > 0 && !isName(word.bits)) {
      take(lead, word.bits);
      if (text.slice(lead.start - word.length, lead.start).includes("分别")) lead.respectively = true;
      lead.start -= word.length;
    } else if (!phrase(lead, codes, text, start)) break;
  }
  return lead;
}

/** A word of the NOUN group ends the chain, unless it is also a cue of the same length. */
const isName = (bits: number) => (bits & NOUN) !== 0 && (bits & (PROPERTY | DIRECTION)) === 0;

/** What stands before a 达 that means 达到; after other characters it ends a name: 宏达. */
const BEFORE_DA = new Set([..."额率量值数资入比度积次均贷金分能力本计费出总已可别高多共长速收产，、；力"]);
const isPartOfName = (text: string, at: number, start: number) =>
  text[at - 1] === "达" && at - 1 > start && !BEFORE_DA.has(text[at - 2]!);

function take(lead: Lead, bits: number): void {
  lead.bits |= bits;
  if (lead.nearest === 0) lead.nearest = bits & DIRECTION;
}

/** Takes a phrase of time or comparison, or 由 and 从, into the chain. */
function phrase(lead: Lead, codes: Uint16Array, text: string, start: number): boolean {
  const last = text[lead.start - 1]!;
  if (FROM.has(last)) {
    lead.from = true;
    lead.start--;
    return true;
  }
  if (!MAY_END_PHRASE.has(codes[lead.start - 1]!) && last !== "”") return false;
  const found = PHRASE.exec(text.slice(Math.max(start, lead.start - 14), lead.start));
  if (!found) return false;
  if (/^[由从]/.test(found[0])) lead.from = true;
  lead.start -= found[0].length;
  return true;
}
