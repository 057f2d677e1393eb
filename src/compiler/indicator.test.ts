import fc from "fast-check";
import { expect, test } from "vitest";
import { indicatorOf, indicators } from "./indicator.ts";

test("every name of the catalogue finds its own indicator, so no name stands twice", () => {
  const strays = indicators.flatMap(({ id, names }) => names.filter((name) => indicatorOf(name) !== id));
  expect(strays).toEqual([]);
});

test("ids stand once and directions are one of three", () => {
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
  expect(indicators.filter(({ direction }) => !["more", "less", "neither"].includes(direction))).toEqual([]);
});

test.each([
  ["地区生产总值", "gdp"],
  ["全县地区生产总值增速", "gdp"],
  ["GDP", "gdp"],
  ["ＧＤＰ总量", "gdp"],
  ["规上工业增加值", "industrial-value-added-above-scale"],
  ["全市规模以上工业增加值增长率", "industrial-value-added-above-scale"],
  ["我市社会消费品零售总额", "retail-sales"],
  ["全部财政收入", "fiscal-revenue"],
  ["一般公共预算 收入", "general-public-budget-revenue"],
  ["“小升规”企业", "industrial-enterprises-above-scale"],
  ["居民收入增长", "residents-income"],
  ["PM2.5平均浓度", "pm25"],
])("%s is %s", (subject, id) => {
  expect(indicatorOf(subject)).toBe(id);
});

test.each([
  "老窑头煤业",
  "开发区规上工业增加值",
  "",
  "增速",
  "全市",
])("“%s” is no indicator of the catalogue", (subject) => {
  expect(indicatorOf(subject)).toBeNull();
});

test("white space, quotes and a place word never change what is found", () => {
  const name = fc.constantFrom(...indicators.flatMap(({ names }) => names));
  const noise = fc.constantFrom("", " ", "\u3000", "“", "”");
  fc.assert(
    fc.property(name, noise, noise, fc.nat(), (known, left, right, cut) => {
      const at = cut % (known.length + 1);
      expect(indicatorOf(`${left}全县${known.slice(0, at)}${right}${known.slice(at)}`)).toBe(indicatorOf(known));
    }),
  );
});

test("whatever the subject, the answer is an id of the catalogue or null", () => {
  const ids = new Set(indicators.map(({ id }) => id));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (subject) => {
      const id = indicatorOf(subject);
      expect(id === null || ids.has(id)).toBe(true);
    }),
  );
});
