import { isArabic, isChinese } from "./figure/numeral.ts";

/**
 * 句读: sentences, clauses and list items of the bare text. Commas inside quotation marks, brackets and book titles do not count.
 * All offsets count the bare text.
 */

/** 分句: [start, end) between two of ，；：。！？; `closes` is the mark after it, "" at the end of a paragraph. */
export type Clause = { start: number; end: number; closes: string; items: Item[] };
/** 并列项: [start, end) between two of 、 inside a clause. */
export type Item = { start: number; end: number };
/** 句: its clauses, and the quoted stretches in it (“”, 《》, （）), outermost only. */
export type Sentence = { start: number; end: number; clauses: Clause[]; quotes: Quote[] };
export type Quote = { start: number; end: number; kind: "quote" | "title" | "bracket" };

const OPEN = new Map<number, { close: number; kind: Quote["kind"] }>([
  [0x201c, { close: 0x201d, kind: "quote" }],
  [0x300a, { close: 0x300b, kind: "title" }],
  [0xff08, { close: 0xff09, kind: "bracket" }],
  [0x3014, { close: 0x3015, kind: "bracket" }],
  [0x2018, { close: 0x2019, kind: "quote" }],
]);
const LF = 0x0a;
const PAUSE = "、".charCodeAt(0);
const CLAUSE_ENDS = new Set([..."，；："].map((c) => c.charCodeAt(0)));
const SENTENCE_ENDS = new Set([..."。！？"].map((c) => c.charCodeAt(0)));
/** A quotation longer than this was never closed. */
const LONGEST_QUOTE = 90;
const LONGEST_BRACKET = 160;
/** The longest sentence of ninety reports has 533 characters. What goes on further is cut at the next mark, and further still anywhere but in a number. */
const LONG_SENTENCE = 1000;
const LONGEST_SENTENCE = 2000;
const inNumber = (code: number) => isArabic(code) || isChinese(code) || (code >= 0x2c && code <= 0x2f);

/** Where the mark that opens at `at` closes, the closing mark included; 0 where it does not in this paragraph. */
export function closing(codes: Uint16Array, at: number): number {
  const open = codes[at]!;
  const mark = OPEN.get(open);
  if (!mark) return 0;
  const limit = Math.min(codes.length, at + (mark.kind === "bracket" ? LONGEST_BRACKET : LONGEST_QUOTE));
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = codes[i]!;
    if (code === LF) return 0;
    if (code === open) depth++;
    else if (code === mark.close && --depth === 0) return i + 1;
  }
  return 0;
}

/** Cuts [start, end) of the bare text into sentences. */
export function sentencesOf(codes: Uint16Array, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = [];
  let sentence: Sentence = { start, end: start, clauses: [], quotes: [] };
  let clauseStart = start;
  let itemStart = start;
  let items: Item[] = [];
  const endItem = (at: number, next: number) => {
    if (at > itemStart) items.push({ start: itemStart, end: at });
    itemStart = next;
  };
  const endClause = (at: number, closes: string) => {
    endItem(at, at + 1);
    if (at > clauseStart) sentence.clauses.push({ start: clauseStart, end: at, closes, items });
    items = [];
    clauseStart = at + 1;
  };
  const endSentence = (at: number, closes: string) => {
    endClause(at, closes);
    sentence.end = at;
    if (sentence.clauses.length > 0) sentences.push(sentence);
    sentence = { start: at + 1, end: at + 1, clauses: [], quotes: [] };
  };
  const cutBefore = (at: number) => {
    endClause(at, "");
    clauseStart = itemStart = at;
    sentence.end = at;
    if (sentence.clauses.length > 0) sentences.push(sentence);
    sentence = { start: at, end: at, clauses: [], quotes: [] };
  };
  for (let at = start; at < end; at++) {
    const code = codes[at]!;
    const length = at - sentence.start;
    if (length > LONGEST_SENTENCE && !inNumber(code)) cutBefore(at);
    if (code < 0x2018 && code !== LF) continue;
    if (length > LONG_SENTENCE && (code === PAUSE || CLAUSE_ENDS.has(code))) endSentence(at, "");
    else if (OPEN.has(code)) {
      const close = closing(codes, at);
      if (close > 0 && close <= end) {
        sentence.quotes.push({ start: at, end: close, kind: OPEN.get(code)!.kind });
        at = close - 1;
      }
    } else if (code === PAUSE) endItem(at, at + 1);
    else if (CLAUSE_ENDS.has(code)) endClause(at, String.fromCharCode(code));
    else if (SENTENCE_ENDS.has(code) || code === LF) endSentence(at, code === LF ? "" : String.fromCharCode(code));
  }
  endSentence(end, "");
  return sentences;
}
