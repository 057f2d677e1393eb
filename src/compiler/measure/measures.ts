import type { Aspect, Measure, Phase } from "#base/report";
import type { MeasureDraft } from "./draft.ts";

/** The years that a report speaks of. */
export type Years = { plan: number | null; review: number | null };

const LOOKS_AHEAD = /(?:将|力争|争取|确保|有望|目标是|计划|预期)[^，；。]{0,16}$/;
const IN_USE = /(?:发挥|用好|(?<!实际|综合|安全)利用(?!外资|率|内资)|依托|运用|用足)[^，；。]{0,6}$/;
const LOOKED_BACK = /(?:(?<![比较从由])(?:去年|上年)|目前|现有|已经|累计|截至|过去)[^，；。]{0,16}$/;

/** 完成、目标或描述: told by the rule, then by words near the figure, then by the chapter. */
export function aspectOf(draft: MeasureDraft, text: string, clauseStart: number): Aspect {
  if (draft.aspect) return draft.aspect;
  const before = text.slice(clauseStart, draft.figure.start);
  if (draft.phase === "notes") return "spec";
  if (draft.phase === "review" || draft.phase === "front")
    return LOOKS_AHEAD.test(before) && /将/.test(before) ? "target" : "actual";
  if (IN_USE.test(before)) return "actual";
  return LOOKED_BACK.test(before) && !/力争|确保|达到|争取/.test(before) ? "actual" : "target";
}

/** The year a figure is for: the one its sentence names, otherwise that of its chapter; null for a description. */
export function yearOf(draft: MeasureDraft, aspect: Aspect, named: number | null, years: Years): number | null {
  if (aspect === "spec") return null;
  const phaseYear = inPlan(draft.phase)
    ? aspect === "actual"
      ? years.review
      : years.plan
    : aspect === "target"
      ? null
      : years.review;
  const year = named ?? phaseYear;
  return year === null ? null : year + draft.years;
}

const inPlan = (phase: Phase) => phase === "plan" || phase === "self";

/** The value as the contract wants it: signed, in the unit as written. */
export const amountOf = (draft: MeasureDraft): number => draft.figure.value * draft.sign;

/** Unit as written, without white space: 亿元; 名 for a rank, 比例 for fractions, % for a structure's share. */
export function unitOf(draft: MeasureDraft, text: string): string {
  const { figure } = draft;
  if (figure.dimension === "rank") return "名";
  if (figure.dimension === "fraction") return "比例";
  if (figure.dimension === "ratio-part") return "%";
  const written = (
    figure.unit ? text.slice(figure.unit.start, figure.unit.end) : text.slice(figure.numeralEnd, figure.unitEnd)
  ).replace(/^[余多几]|(?<=[万亿])[余多]/g, "");
  return figure.unit?.dimension === "money" && figure.unit.base === "元" && written.endsWith("亿")
    ? `${written}元`
    : written;
}

/** The amount in the base unit: 441.2亿元 → 44120000000 元. */
export function normalOf(draft: MeasureDraft, unit: string): Measure["normal"] {
  const { figure } = draft;
  const value = amountOf(draft);
  if (!figure.unit) return { value, unit };
  return { value: Number((value * figure.unit.scale).toPrecision(12)), unit: figure.unit.base || unit };
}
