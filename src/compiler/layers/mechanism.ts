import type { Mention } from "#base/report";
import { mechanismNamed } from "../catalogue.ts";
import type { Quote } from "../clause.ts";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { ReadReport, ReadSentence } from "../read.ts";
import { plainNames } from "./mechanism-plain.ts";
import { type Found, quotedName, REFERENCE } from "./mechanism-quoted.ts";

/** 机制: every mention of a named management mechanism, method, platform or campaign. */

/** So many characters on either side tell which mechanism a name means. */
const NEAR = 30;
/** A quoted name as sure as this makes its other mentions sure. */
const SURE = 0.65;

/** What the quotation marks of a sentence hold, each with the mechanism that was found there. */
type Quoted = { quote: Quote; found: Found | null };

/** Quoted names of a sentence; of names in a row (“水改”“电改”) the later ones go with the first. */
function quotedIn({ codes, text }: ReadReport, { sentence }: ReadSentence): Quoted[] {
  let last = -1;
  return sentence.quotes
    .filter(({ kind }) => kind === "quote")
    .map((quote) => {
      const gap = last < 0 ? "-" : text.slice(last, quote.start).replace(REFERENCE, "");
      const found = quotedName(codes, text, quote, gap === "" || gap === "、" || gap === "和");
      if (found) last = quote.end;
      return { quote, found };
    });
}

/** Names that one place of the report shows to be mechanisms are mechanisms elsewhere too: “富矿精开”推进大会. */
function repeated(text: string, sentences: readonly Quoted[][]): void {
  const known = new Set<string>();
  for (const { found } of sentences.flat())
    if (found && found.confidence >= SURE) known.add(text.slice(found.start, found.end));
  for (const one of sentences.flat()) {
    const { start, end } = one.quote;
    if (!one.found && known.has(text.slice(start + 1, end - 1)))
      one.found = { start: start + 1, end: end - 1, rule: "前后文的机制", confidence: SURE };
  }
}

/** The plain name says more than a head behind the quotation: 整治“吃拿卡要”优化营商环境专项行动. */
const holds = (plain: Found, quoted: Found) => plain.start < quoted.start - 1 && plain.end > quoted.end + 5;
const touches = (plain: Found, quoted: Found) => quoted.start - 1 <= plain.end && plain.start <= quoted.end + 1;

/** All mentions of a sentence; a plain name that touches a quoted one gives way, unless it holds it. */
function mentionsIn(read: ReadReport, { sentence, phase }: ReadSentence, inQuotes: readonly Quoted[]): Found[] {
  const quoted = inQuotes.flatMap(({ found }) => found ?? []);
  if (phase === "notes") return quoted;
  const plain = sentence.clauses
    .flatMap((clause) => plainNames(read, clause, sentence.quotes))
    .filter((one) => quoted.every((other) => !touches(one, other) || holds(one, other)));
  if (plain.length === 0) return quoted;
  return [...quoted.filter((one) => !plain.some((other) => holds(other, one))), ...plain].sort(
    (a, b) => a.start - b.start,
  );
}

/** The mentions of a report, in the order of its text; the front matter has none. */
export function mechanismsOf(read: ReadReport): Mention[] {
  const idOf = identities("k");
  const sentences = read.sentences.filter(({ phase }) => phase !== "front");
  const quoted = sentences.map((one) => quotedIn(read, one));
  repeated(read.text, quoted);
  return sentences
    .flatMap((one, i) => mentionsIn(read, one, quoted[i]!))
    .map(({ start, end, rule, confidence }) => {
      const name = wordsOf(read.locator, start, end);
      const near = read.text.slice(Math.max(0, start - NEAR), end + NEAR);
      const { id, kind } = mechanismNamed(name, near);
      return Object.assign(locate(read.locator, idOf(name), start, end, rule, confidence), {
        name,
        kind,
        catalogue: id,
      });
    });
}
