import type { Aspect, Comparator, Facet, Phase } from "#base/report";
import type { Figure } from "../figure/figure.ts";
import type { Name } from "./name.ts";

/** 被计量者: a name as it stands in the text, or one put together from two places (城镇 + 居民人均可支配收入). */
export type Subject = { text: string; range: Name };

/** 数据的草稿: a measure before it gets its id and its place in the source. Offsets count the bare text. */
export type MeasureDraft = {
  figure: Figure;
  subject: Subject | null;
  facet: Facet;
  sign: 1 | -1;
  comparator: Comparator;
  aspect: Aspect | null;
  rankScope: Name | null;
  years: number;
  rule: string;
  /** How the subject was found. */
  via: "here" | "inherited" | "distributed";
  phase: Phase;
};
