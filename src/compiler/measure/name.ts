import type { Figure } from "../figure/figure.ts";
import {
  ADVERB,
  DEED,
  DRIVE,
  HEAD,
  LESS,
  MODAL,
  MORE,
  NOUN,
  RANK,
  REACH,
  SCOPE,
  STRONG,
  TIME,
  VERB,
  wordAt,
  wordBefore,
} from "../words/words.ts";

/** 被计量的事物的名称: [start, end) in the bare text. */
export type Name = { start: number; end: number };

/**
 * What stands on the left of a figure: the name, and the words that were taken off its front: 新增, 全年, 力争.
 * `deed`: where there is no name, a verb that can itself be counted: 理赔4600万元.
 */
export type LeftName = { name: Name | null; opener: string; deed: Name | null };

const OPENERS = VERB | DEED | DRIVE | ADVERB | MODAL | TIME | SCOPE;
const codesOf = (chars: string) => new Set([...chars].map((char) => char.charCodeAt(0)));
/** A verb with one of these after it is the beginning of a noun: 服务业, 投资额, 建设用地. */
const MAKES_NOUN = codesOf(
  "业额量率值者品物园区场站点化性网费税款权户员源力度面商店机具法规局厅部委厂房林地企中平体队村镇县室所院岗型类工区",
);
const CONJUNCTIONS = codesOf("和及与并且或");
/** One-character words that may be taken off the front of a name; others are too often part of one. */
const SAFE = codesOf("将对为把向由使让给获退从已仅约其在与共各均");
const OPEN_MARKS = codesOf("“《（〔‘");
const LOOSE_MARKS = codesOf("）〕·—-:");
const CLOSES: Record<string, string> = { "“": "”", "《": "》", "（": "）", "〔": "〕", "‘": "’" };
const DE = "的".charCodeAt(0);
const LE = "了".charCodeAt(0);
const LONG = 8;

/** Takes the opening words off [start, end): 全年|完成|地区生产总值. */
export function withoutOpeners(codes: Uint16Array, text: string, start: number, end: number): LeftName {
  let at = start;
  while (at < end) {
    if (codes[at] === DE || codes[at] === LE || CONJUNCTIONS.has(codes[at]!) || LOOSE_MARKS.has(codes[at]!)) {
      at++;
      continue;
    }
    const noun = wordAt(codes, at, end, NOUN | HEAD);
    const word = wordAt(codes, at, end, OPENERS);
    if (word.length === 0 || noun.length > word.length || (word.length === 1 && !SAFE.has(codes[at]!))) break;
    const rest = end - at - word.length;
    if (rest <= 0)
      return { name: null, opener: text.slice(start, end), deed: (word.bits & DEED) !== 0 ? { start: at, end } : null };
    if ((word.bits & (TIME | SCOPE)) === 0 && makesNoun(codes, at + word.length, rest)) break;
    at += word.length;
  }
  const only = end - at === 1 && "中内里其等上".includes(text[at]!);
  return { name: at < end && !only ? { start: at, end } : null, opener: text.slice(start, at), deed: null };
}

const makesNoun = (codes: Uint16Array, after: number, rest: number) =>
  rest < 2 || (MAKES_NOUN.has(codes[after]!) && rest < 6);

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
  const de = name.start + text.slice(name.start, name.end).lastIndexOf("的");
  if (de > name.start && name.end - de > 2 && length > LONG) return { start: de + 1, end: name.end };
  if (length <= LONG) return name;
  let best = name.start;
  for (let at = name.start + 1; at < name.end - 2; at++) {
    const noun = wordAt(codes, at, name.end, NOUN | HEAD);
    const verb = wordAt(codes, at, name.end, VERB);
    if (noun.length >= verb.length) {
      at += Math.max(0, noun.length - 1);
      continue;
    }
    const tail = name.end - at - verb.length;
    if (
      verb.length >= 2 &&
      tail >= 2 &&
      !MAKES_NOUN.has(codes[at + verb.length]!) &&
      (tail >= length * 0.34 || length - tail <= 6)
    )
      best = at + verb.length;
  }
  return { start: best, end: name.end };
}

const STOPS = STRONG | REACH | RANK | MORE | LESS | ADVERB | MODAL;
/** One-character words that end a name wherever they stand. */
const isStopChar = (char: string) => "均已被将都也让赴".includes(char);
/** 省、市、县民生实事: levels of government in a row belong to the name that follows. */
const LEVEL = /^(?:国家?|省|市|县|区|乡|镇|城|村)(?:级|委|直)?$/;
const MADE_PER_YEAR = /^(?:年|日)(?:产|处理|处置|加工|生产|利用)$/;

/**
 * Where a name that begins at `start` ends: before a verb that is done to it, a figure, a conjunction or a mark.
 * A figure right at the start is stepped over: 两座|4.3米焦炉, 8大系列|19个文创产品.
 */
export function nameAfter(
  codes: Uint16Array,
  text: string,
  start: number,
  end: number,
  figures: Map<number, Figure>,
): Name | null {
  const from = codes[start] === DE ? start + 1 : start;
  const next = figures.get(from);
  if (next) {
    if (next.dimension === "rank" || next.dimension === "percent" || next.dimension === "money") return null;
    const rest = nameAfter(codes, text, next.end, end, figures);
    const describes = next.dimension !== "count" && next.dimension !== "people";
    return rest ? { start: describes ? from : rest.start, end: rest.end } : null;
  }
  const at = endOfName(codes, text, from, end, figures);
  if (figures.has(at) && MADE_PER_YEAR.test(text.slice(from, at)))
    return nameAfter(codes, text, figures.get(at)!.end, end, figures);
  if (at === from || /^[，。；、！？：）\s]/.test(text[from]!)) return null;
  const inside = /[中内里]$/.test(text.slice(from, at)) && at - from > 2 ? 1 : 0;
  if (LEVEL.test(text.slice(from, at)) && text[at] === "、") {
    const further = /^(?:、(?:国家?|省|市|县|区|乡|镇|城|村)(?:级|委|直)?(?=[、\u4e00-\u9fff]))+/.exec(
      text.slice(at, at + 16),
    );
    if (further) return nameAfter(codes, text, at + further[0].length, Math.min(text.length, at + 24), figures);
  }
  return { start: from, end: withoutWork(codes, from, at - inside) };
}

function endOfName(codes: Uint16Array, text: string, from: number, end: number, figures: Map<number, Figure>): number {
  let at = from;
  while (at < end) {
    const code = codes[at]!;
    if (OPEN_MARKS.has(code)) {
      const close = text.slice(at, end).indexOf(CLOSES[text[at]!]!);
      if (close < 0) return at;
      at += close + 1;
      continue;
    }
    if (at > from && figures.has(at)) return at;
    const noun = wordAt(codes, at, end, NOUN | HEAD);
    const stop = wordAt(codes, at, end, at === from ? STOPS & ~ADVERB : STOPS);
    const stops =
      stop.length > 1 ? !MAKES_NOUN.has(codes[at + stop.length] ?? 0) : stop.length === 1 && isStopChar(text[at]!);
    if (stops && stop.length >= noun.length) return at;
    if (noun.length < 2 && at > from && ((CONJUNCTIONS.has(code) && end - at > 2) || text[at] === "等")) return at;
    at += Math.max(1, noun.length);
  }
  return end;
}

/** 乡镇卫生院|标准化改造: work done to a thing is not part of its name, where the thing is named by a word of its own. */
function withoutWork(codes: Uint16Array, from: number, end: number): number {
  if (end - from <= 6) return end;
  const work = wordBefore(codes, end, from, VERB);
  if (work.length < 2) return end;
  for (let at = end - work.length; at > from + 1; at--) {
    const head = wordBefore(codes, at, from, HEAD);
    if (head.length >= 2) return at;
  }
  return end;
}
