import type { Comparator, CompiledReport, Measure, Target } from "#base/report";
import { indicatorOf } from "#compiler/indicator";
import { aim, figure } from "#paper/words";
import { HEADLINES } from "./indicators.ts";

/** What a report says of one headline indicator: what it aims at, or what it says was reached. */
export type Statement = {
  place: string;
  year: number | null;
  /** Id in the indicator catalogue. */
  indicator: string;
  kind: "target" | "result";
  /** growth 增速, or level 总量 (a rate, a number of people, a quantity). */
  facet: "growth" | "level";
  /** 目标值 or 读数, as a person reads it: 增长 ≈7%. */
  says: string;
  comparator: Comparator;
  value: number | null;
  upper: number | null;
  unit: string | null;
  /** The file it was read from. */
  file: string;
};

/** 目标与结果: one headline indicator of one place in one year. The result stands in the report of the year after. */
export type Outcome = {
  place: string;
  year: number | null;
  indicator: string;
  name: string;
  facet: "growth" | "level";
  target: Statement | null;
  result: Statement | null;
};

/** What one report says of the headline indicators: the targets of its year, the results of the year before. */
export function statementsOf(report: CompiledReport, file: string): Statement[] {
  const place = report.meta.jurisdiction ?? file;
  const targets = report.targets.map((target) => targetStatement(target, report.meta.year, place, file));
  const results = report.measures
    .filter((measure) => isResult(measure, report))
    .map((measure) => resultStatement(measure, place, file));
  return firstOfEach([...targets, ...results].filter((one) => one !== null));
}

function targetStatement(target: Target, year: number | null, place: string, file: string): Statement | null {
  const indicator = headline(indicatorOf(target.indicator));
  const says = aim(target);
  if (indicator === null || says === "") return null;
  const { comparator, value, upper, unit, relation } = target;
  const facet = relation === "level" || relation === "share" ? "level" : "growth";
  return { place, year, indicator, kind: "target", facet, says, comparator, value, upper, unit, file };
}

/** Words that make a figure one of several years, or of a part of one. */
const OTHER_PERIOD = /年均|累计|五年|5年|十[二三四五]五|以来|季度|上半年|1[-—至]\d+月/;

/** A figure that was reached in the year reported on: not a rank, not of other years than that one. */
function isResult(measure: Measure, { meta, text }: CompiledReport): boolean {
  const { aspect, year, facet, unit, span } = measure;
  if (aspect !== "actual" || year === null || year !== meta.reviewYear) return false;
  if (facet !== "level" && facet !== "share" && !(facet === "growth" && unit === "%")) return false;
  const before = text.slice(Math.max(0, span[0] - 60), span[0]);
  return !OTHER_PERIOD.test(before.slice(before.search(/[^。；;\n]*$/)) + text.slice(...span));
}

function resultStatement(measure: Measure, place: string, file: string): Statement | null {
  const indicator = headline(measure.indicator ?? indicatorOf(measure.subject));
  if (indicator === null) return null;
  const { comparator, value, upper, unit, year } = measure;
  const facet = measure.facet === "growth" ? "growth" : "level";
  return { place, year, indicator, kind: "result", facet, says: figure(measure), comparator, value, upper, unit, file };
}

const KNOWN = new Set(HEADLINES.map(({ id }) => id));
const headline = (id: string | null): string | null => (id !== null && KNOWN.has(id) ? id : null);

/** A report opens with the year's figures and comes back to them: the first time counts. */
function firstOfEach(statements: Statement[]): Statement[] {
  const first = new Map<string, Statement>();
  for (const one of statements) {
    const key = `${one.kind} ${one.indicator} ${one.facet}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/**
 * Brings together what many reports say: one row for each place, year and indicator, by place, year and catalogue.
 * A level stands beside a growth only where a level was aimed at, or nothing else is known.
 */
export function outcomesOf(statements: Statement[]): Outcome[] {
  const groups = new Map<string, Statement[]>();
  for (const one of statements) {
    const key = JSON.stringify([one.place, one.year, one.indicator]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(rowsOf).sort(byPlaceYearAndCatalogue);
}

function rowsOf(group: Statement[]): Outcome[] {
  const { place, year, indicator } = group[0]!;
  const name = HEADLINES.find(({ id }) => id === indicator)!.name;
  const find = (kind: Statement["kind"], facet: Statement["facet"]) =>
    group.find((one) => one.kind === kind && one.facet === facet) ?? null;
  const row = (facet: Statement["facet"]) => ({
    ...{ place, year, indicator, name, facet },
    target: find("target", facet),
    result: find("result", facet),
  });
  const [growth, level] = [row("growth"), row("level")];
  if (level.target === null && (growth.target ?? growth.result) !== null) return [growth];
  if (growth.target === null) return [{ ...level, result: level.result ?? growth.result }];
  return [growth, level];
}

const ORDER = new Map(HEADLINES.map(({ id }, i) => [id, i]));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byPlaceYearAndCatalogue = (a: Outcome, b: Outcome) =>
  compare(a.place, b.place) || (a.year ?? 0) - (b.year ?? 0) || ORDER.get(a.indicator)! - ORDER.get(b.indicator)!;
