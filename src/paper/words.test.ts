import { expect, test } from "vitest";
import type { Measure, Target } from "#base/report";
import { fixture } from "./fixture.ts";
import { aim, before, digits, figure, quantities } from "./words.ts";

const [some] = fixture().measures as [Measure];
const [target] = fixture().targets as [Target];

test.each<[string, Partial<Measure>]>([
  ["增长 ≈7%", { facet: "growth", value: 7, unit: "%", comparator: "≈" }],
  ["下降 5.4%", { facet: "growth", value: -5.4, unit: "%" }],
  ["增长 6%—6.5%", { facet: "growth", value: 6, upper: 6.5, unit: "%", comparator: ">=" }],
  ["增加 3.4亿元", { facet: "change", value: 3.4, unit: "亿元" }],
  ["第4（全省）", { facet: "rank", value: 4, unit: "名", rankScope: "全省" }],
  ["投资 12亿元", { facet: "investment", value: 12, unit: "亿元" }],
  ["≥35%", { facet: "share", value: 35, unit: "%", comparator: ">=" }],
  ["-3.2亿元", { facet: "level", value: -3.2, unit: "亿元" }],
  ["2—3年", { facet: "duration", value: 2, upper: 3, unit: "年" }],
])("a figure is written as an office writes it: %s", (written, read) => {
  expect(figure({ ...some, ...read })).toBe(written);
});

test("a subject is said once for figures that follow one another", () => {
  const rate = { ...some, subject: "开工率", facet: "share", unit: "%", comparator: ">=" } as const;
  expect(
    quantities([
      { ...rate, value: 35 },
      { ...rate, value: 80 },
      { ...some, subject: "" },
    ]),
  ).toBe("开工率 ≥35%；≥80%；186.4亿元");
});

test.each<[string, Partial<Target>]>([
  ["增长 ≈7%", {}],
  ["≤4.5%", { relation: "share", comparator: "<=", value: 4.5 }],
  ["与经济增长同步", { relation: "sync", value: null, vs: "经济增长" }],
  ["高于全省平均", { relation: "above", value: null, vs: "全省平均" }],
  ["", { relation: "other", value: null }],
])("a target says what is aimed at: %s", (written, read) => {
  expect(aim({ ...target, ...read })).toBe(written);
});

test.each([
  ["2024-12-31", "2024年底前"],
  ["2024-06-30", "2024年6月底前"],
  ["2024-02-29", "2024年2月底前"],
  ["2023-02-28", "2023年2月底前"],
  ["2024-02-28", "2024年2月28日前"],
  ["2024-10-01", "2024年10月1日前"],
])("%s is %s", (due, written) => {
  expect(before(due)).toBe(written);
});

test("a number is never written in powers of ten", () => {
  expect([44120000000, 1e21, 0.0000001, 441.2].map(digits)).toEqual([
    "44120000000",
    "1000000000000000000000",
    "0.0000001",
    "441.2",
  ]);
});
