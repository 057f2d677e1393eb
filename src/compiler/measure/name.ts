import { ADVERB, DEED, HEAD, LESS, MODAL, MORE, NOUN, PROPERTY, RANK, REACH, SCOPE, STRONG, TIME, VERB, wordAt, wordBefore } from "../words/words.ts";

/** 被计量的事物的名称: [start, end) in the bare text. */
export type Name = { start: number; end: number };

/**
 * What stands on the left of a figure: the name, and the words that were taken off its front: 新增, 全年, 力争.
 * `deed`: where there is no name, a verb that can itself be counted: 理赔4600万元.
 */
export type LeftName = { name: Name | null; opener: string; deed: Name | null };

const OPENERS = VERB | DEED | ADVERB | MODAL | TIME | SCOPE;
/** A verb with one of these after it is the beginning of a noun: 服务业, 投资额, 建设用地. */
const MAKES_NOUN = new Set([..."业额量率值者品物园区场站点化性网费税款权户员源力度面商店机具法规局厅部委厂房林地"].map((char) => char.charCodeAt(0)));
const CONJUNCTIONS = new Set([..."和及与并且或"].map((char) => char.charCodeAt(0)));
const OPEN_MARKS = new Set([..."“《（〔‘"].map((char) => char.charCodeAt(0)));
const LOOSE_MARKS = new Set([..."）〕·—-:"].map((char) => char.charCodeAt(0)));
const DE = "的".charCodeAt(0);
const LONG = 8;

/** Takes the opening words off [start, end): 全年|完成|地区生产总值. */
export function withoutOpeners(codes: Uint16Array, text: string, start: number, end: number): LeftName {
  let at = start;
  while (at < end) {
    if (codes[at] === DE || CONJUNCTIONS.has(codes[at]!) || LOOSE_MARKS.has(codes[at]!)) {
      at++;
      continue;
    }
    const noun = wordAt(codes, at, end, NOUN | HEAD);
    const word = wordAt(codes, at, end, OPENERS);
    if (word.length === 0 || noun.length > word.length) break;
    const rest = end - at - word.length;
    if (rest <= 0) return { name: null, opener: text.slice(start, end), deed: (word.bits & DEED) !== 0 ? { start: at, end } : null };
    if ((word.bits & (VERB | ADVERB)) !== 0 && (word.bits & (TIME | SCOPE)) === 0 && (rest < 2 || (MAKES_NOUN.has(codes[at + word.length]!) && rest < 6))) break;
    at += word.length;
  }
  const opener = text.slice(start, at);
  return { name: at < end ? { start: at, end } : null, opener, deed: null };
}

/** Takes deeds off the end: 县级重点项目|竣工投产. */
function withoutDeeds(codes: Uint16Array, start: number, end: number): number {
  let at = end;
  for (;;) {
    const word = wordBefore(codes, at, start, STRONG);
    if (word.length < 2 || at - word.length - start < 2) return at;
    at -= word.length;
  }
}

/** The name that ends at `end`, looked for from `start` on. */
export function nameBefore(codes: Uint16Array, text: string, start: number, end: number): LeftName {
  const found = withoutOpeners(codes, text, start, end);
  if (!found.name) return found;
  const name = { start: found.name.start, end: withoutDeeds(codes, found.name.start, found.name.end) };
  const inner = afterLastVerb(codes, text, name);
  const opener = found.opener + text.slice(name.start, inner.start);
  return { name: inner.end > inner.start ? inner : null, opener, deed: null };
}

/** In a long stretch the name stands after the last verb: 县级领导带队|外出招商. */
function afterLastVerb(codes: Uint16Array, text: string, name: Name): Name {
  const length = name.end - name.start;
  const de = text.lastIndexOf("的", name.end - 1);
  if (de > name.start && name.end - de > 2 && length > LONG) return { start: de + 1, end: name.end };
  if (length <= LONG) return name;
  let best = name.start;
  for (let at = name.start + 1; at < name.end - 2; at++) {
    const noun = wordAt(codes, at, name.end, NOUN | HEAD);
    const verb = wordAt(codes, at, name.end, VERB);
    const skip = noun.length >= verb.length ? noun.length : 0;
    const tail = name.end - at - verb.length;
    if (verb.length >= 2 && skip === 0 && tail >= 2 && !MAKES_NOUN.has(codes[at + verb.length]!) && (tail >= length * 0.34 || length - tail <= 6)) best = at + verb.length;
    if (skip > 1) at += skip - 1;
  }
  return { start: best, end: name.end };
}

/** Where a name that begins at `start` ends: before a verb that is done to it, a figure, a conjunction or a mark. `isFigure(i)`: a figure begins at i. */
export function nameAfter(codes: Uint16Array, text: string, start: number, end: number, isFigure: (at: number) => boolean): Name | null {
  let at = start;
  if (codes[at] === DE) at++;
  const from = at;
  while (at < end) {
    const code = codes[at]!;
    if (OPEN_MARKS.has(code)) {
      const close = text.indexOf(closeOf(text[at]!), at);
      if (close < 0 || close >= end) break;
      at = close + 1;
      continue;
    }
    if (at > from && isFigure(at)) break;
    if (at === from && isFigure(at)) return null;
    const stop = wordAt(codes, at, end, STRONG | REACH | RANK | MORE | LESS | ADVERB | MODAL | PROPERTY);
    const noun = wordAt(codes, at, end, NOUN | HEAD | VERB);
    if (stop.length > 0 && stop.length >= noun.length && !(stop.length === 1 && at > from && !isStopChar(text[at]!))) break;
    if (at > from && CONJUNCTIONS.has(code) && end - at > 2) break;
    if (at > from && text[at] === "等") break;
    at += Math.max(1, (noun.bits & (NOUN | HEAD)) !== 0 ? noun.length : 1);
  }
  return at > from && !/^[，。；、！？：）\s]/.test(text[from]!) ? { start: from, end: Math.min(at, end) } : null;
}

const closeOf = (open: string) => ({ "“": "”", "《": "》", "（": "）", "〔": "〕", "‘": "’" })[open] ?? "”";
/** One-character words that end a name wherever they stand. */
const isStopChar = (char: string) => "均已被由将都也可能为是占居列达让使需至".includes(char);
