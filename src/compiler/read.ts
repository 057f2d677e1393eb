import type { Measure, Phase } from "#base/report";
import type { Clause, Sentence } from "./clause.ts";
import type { Figure } from "./figure/figure.ts";
import type { RefusedNumeral } from "./figure/refuse.ts";
import type { Locator } from "./locate.ts";
import type { MeasureDraft } from "./measure/draft.ts";
import type { Years } from "./measure/measures.ts";
import type { Outline } from "./outline/outline.ts";

/** 读过的句子: a sentence with the figures and measures in it. `measures[i]` was made from `drafts[i]`. */
export type ReadSentence = {
  sentence: Sentence;
  phase: Phase;
  /** Index in `outline.sections` of the innermost section, -1 before the first. */
  section: number;
  figures: Figure[];
  refused: RefusedNumeral[];
  drafts: MeasureDraft[];
  measures: Measure[];
};

/** 读过的报告: what the layers after the measures are made from. */
export type ReadReport = {
  text: string;
  codes: Uint16Array;
  outline: Outline;
  locator: Locator;
  years: Years;
  sentences: ReadSentence[];
};

type Measured = { draft: MeasureDraft; measure: Measure };
const NONE: Measured[] = [];

/** The measures of a sentence whose figures stand in [start, end), with their drafts. */
export function measuresIn(read: ReadSentence, { start, end }: Pick<Clause, "start" | "end">): Measured[] {
  if (read.drafts.length === 0) return NONE;
  const found: Measured[] = [];
  read.drafts.forEach((draft, i) => {
    if (draft.figure.start >= start && draft.figure.start < end) found.push({ draft, measure: read.measures[i]! });
  });
  return found;
}
