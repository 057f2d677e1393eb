import { expect, test } from "vitest";
import type { CompiledReport, Measure } from "#base/report";
import { fixture } from "#paper/fixture";
import { byPlaceTable, outcomeTable } from "./corpus/compare.ts";
import { outcomesOf, statementsOf } from "./outcomes.ts";

/** One report as the words that stand in the table: `2024 gdp 增长 ≈7% ← …`. */
const shown = (...reports: CompiledReport[]) =>
  outcomesOf(reports.flatMap((report, i) => statementsOf(report, `${i}.txt`))).map(
    ({ year, name, target, result }) => `${year} ${name} ${target?.says ?? "—"} ${result?.says ?? "—"}`,
  );

/** The same county a year later: what it reached, said in its first sentence. */
function nextYear(change: Partial<Measure>, sentence = "地区生产总值增长6.8%。"): CompiledReport {
  const report = fixture();
  const [measure] = report.measures;
  const start = sentence.indexOf("地区生产总值");
  const reached: Measure = {
    ...measure!,
    ...{ subject: "地区生产总值", indicator: "gdp", value: 6.8, upper: null, unit: "%", facet: "growth" },
    ...{
      comparator: "=",
      aspect: "actual",
      year: 2024,
      rankScope: null,
      span: [start, sentence.length - 1],
      ...change,
    },
  };
  return {
    ...report,
    ...{ text: sentence, targets: [], measures: [reached] },
    meta: { ...report.meta, year: 2025, reviewYear: 2024 },
  };
}

test("a report gives the targets of its year and the results of the year before", () => {
  const rows = shown(fixture());
  expect(rows.filter((row) => row.startsWith("2023 ")).every((row) => / — \S/.test(row))).toBe(true);
  expect(rows.some((row) => row.startsWith("2024 地区生产总值 增长 "))).toBe(true);
});

test("the next year's report puts the result beside the target", () => {
  const gdp = shown(fixture(), nextYear({})).filter((row) => row.includes("2024 地区生产总值"));
  expect(gdp).toHaveLength(1);
  expect(gdp[0]).toMatch(/^2024 地区生产总值 增长 .* 增长 6\.8%$/);
});

test.each([
  ["a rank", { facet: "rank", unit: "名" }, undefined],
  ["a target", { aspect: "target" }, undefined],
  ["another year's figure", { year: 2019 }, undefined],
  ["an average of five years", {}, "五年来，地区生产总值年均增长6.8%。"],
  ["the first quarter's", {}, "一季度地区生产总值增长6.8%。"],
  ["a multiple over several years", { unit: "倍" }, undefined],
] as [string, Partial<Measure>, string | undefined][])("%s is no result of the year", (_, change, sentence) => {
  expect(shown(nextYear(change, sentence))).toEqual([]);
});

test("the first figure of the year counts, and one before another sentence about five years does too", () => {
  expect(shown(nextYear({}, "五年来，成绩很大。地区生产总值增长6.8%。"))).toEqual(["2024 地区生产总值 — 增长 6.8%"]);
});

test("a level aimed at is compared with the level reached", () => {
  const aimed = fixture();
  const target = { ...aimed.targets[0]!, indicator: "粮食产量", relation: "level" as const, comparator: ">=" as const };
  const before = { ...aimed, targets: [{ ...target, value: 3.8, upper: null, unit: "亿斤" }], measures: [] };
  const after = nextYear({ subject: "粮食产量", indicator: "grain-output", facet: "level", value: 3.9, unit: "亿斤" });
  expect(shown(before, after)).toEqual(["2024 粮食产量 ≥3.8亿斤 3.9亿斤"]);
});

test("the wide table has a target and a result column for each year, the long one a row for each", () => {
  const outcomes = outcomesOf([...statementsOf(fixture(), "a.txt"), ...statementsOf(nextYear({}), "b.txt")]);
  const wide = byPlaceTable(outcomes);
  expect(wide.columns.map(({ key }) => key).slice(4)).toEqual([
    "2023_target",
    "2023_result",
    "2024_target",
    "2024_result",
  ]);
  const gdp = wide.rows.find(([, indicator]) => indicator === "gdp")!;
  expect(gdp.slice(-1)).toEqual(["增长 6.8%"]);
  const long = outcomeTable(outcomes);
  expect(long.rows).toHaveLength(outcomes.length);
  expect(new Set(long.rows.map((row) => row.length))).toEqual(new Set([long.columns.length]));
});
