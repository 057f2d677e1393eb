import type { Measure } from "#base/report";
import { type Sentence, sentencesOf } from "./clause.ts";
import { figuresOf } from "./figure/figure.ts";
import { identities } from "./identity.ts";
import { indicatorOf } from "./indicator.ts";
import { type Locator, locate, sectionAt, spanOf, wordsOf } from "./locate.ts";
import type { MeasureDraft } from "./measure/draft.ts";
import { measuresOf } from "./measure/machine.ts";
import { amountOf, aspectOf, normalOf, unitOf, type Years, yearOf } from "./measure/measures.ts";
import type { Outline } from "./outline/outline.ts";
import { phaseOf } from "./prepare.ts";
import type { ReadSentence } from "./read.ts";
import type { Bare } from "./text/bare.ts";

/** Reads every sentence of the report proper: its figures, and what each says. */
export function readSentences(bare: Bare, outline: Outline, locator: Locator, years: Years): ReadSentence[] {
  const idOf = identities("m");
  return sentencesOf(bare.codes, outline.bodyStart, bare.codes.length).map((sentence) => {
    const { figures, refused } = figuresOf(bare.codes, bare.text, sentence);
    const section = sectionAt(locator, sentence.start);
    const phase = phaseOf(outline, section, sentence.start);
    const drafts = figures.length > 0 ? measuresOf(bare.codes, bare.text, sentence, figures, phase) : [];
    const measures = drafts.map((draft) => measureOf(draft, locator, sentence, years, idOf));
    return { sentence, phase, section, figures, refused, drafts, measures };
  });
}

/** The year that the sentence names before a figure: 到2021年, 2022年. Years in names and comparisons do not count. */
function yearNamed(text: string, sentence: Sentence, at: number): number | null {
  for (let mark = at - 1; mark >= sentence.start + 4; mark--) {
    if (text[mark] !== "年") continue;
    const digits = text.slice(mark - 4, mark);
    if (YEAR.test(digits) && !COMPARED.has(text[mark - 5] ?? "") && !NAMES.test(text.slice(mark + 1, mark + 3)))
      return Number(digits);
  }
  return null;
}

const YEAR = /^(?:19|20)\d\d$/;
const COMPARED = new Set("比较自从由");
const NAMES = /^(?:[的度代起前—\-至到]|以来|开始|相比|工作)/;

function measureOf(
  draft: MeasureDraft,
  locator: Locator,
  sentence: Sentence,
  years: Years,
  idOf: (text: string) => string,
): Measure {
  const { figure, subject } = draft;
  const { text } = locator.bare;
  const clause = sentence.clauses.find(({ start, end }) => start <= figure.start && figure.start < end) ?? sentence;
  const aspect = aspectOf(draft, text, clause.start);
  const unit = unitOf(draft, text);
  const words = subject ? wordsOf(locator, subject.range.start, subject.range.end) : "";
  const isVerbatim = subject !== null && text.slice(subject.range.start, subject.range.end) === subject.text;
  const id = idOf(`${subject?.text}${draft.facet}${text.slice(figure.start, figure.end)}`);
  const place = locate(locator, id, figure.start, figure.end, draft.rule, confidenceOf(draft));
  return Object.assign(place, {
    subject: isVerbatim ? words : (subject?.text ?? ""),
    subjectSpan: subject ? spanOf(locator, subject.range.start, subject.range.end) : null,
    indicator: subject ? indicatorOf(subject.text) : null,
    value: amountOf(draft),
    unit,
    normal: normalOf(draft, unit),
    upper: figure.upper,
    facet: draft.facet,
    comparator: draft.comparator,
    aspect,
    year: yearOf(draft, aspect, yearNamed(text, sentence, figure.start), years),
    rankScope: draft.rankScope ? wordsOf(locator, draft.rankScope.start, draft.rankScope.end) : null,
  });
}

/** How sure the reading is: a name of its own is surer than an inherited one; no name at all is doubtful. */
function confidenceOf({ subject, via }: MeasureDraft): number {
  if (!subject) return 0.4;
  return via === "here" ? 0.95 : via === "distributed" ? 0.9 : 0.8;
}
