import { describe, expect, test } from "vitest";
import { documentOf } from "#actions/document";
import { compile } from "#compiler/compile";
import { FIGURE_RULES } from "#compiler/measure/rules";

/**
 * What is read otherwise today than the rule's example says. An entry that has become right, or whose example is gone,
 * fails the last test: then it goes.
 */
const TODAY: Record<string, string> = {
  "在校生占比下降到6.1%以内。": "share 在校生 <= 6.1%",
  "全年招商签约305亿元，完成任务的122%。": "share 招商 = 122%",
  "光机电产业产值三年增长3倍。": "growth 光机电产业产值三年 = 3倍",
  "对总投资617亿元的132个重点项目加快推进。": "investment 132个重点项目 = 617亿元",
  "全市重点抓好项目98个，总投资320.5亿元，当年计划投资71.2亿元。":
    "investment 项目 = 320.5亿元\ninvestment 项目 = 71.2亿元",
};

/** What a rule reads in a sentence, one finding a line: growth 地区生产总值 ≈ 7% */
function readBy(rule: string, sentence: string): string {
  const own = compile(documentOf(sentence)).measures.filter((measure) => measure.rule === rule);
  return own.map((m) => `${m.facet} ${m.subject || "?"} ${m.comparator} ${m.value}${m.unit}`).join("\n");
}

describe.each(FIGURE_RULES)("$name", ({ name, examples }) => {
  test.each(Object.entries(examples))("%s", (sentence, expected) => {
    expect(readBy(name, sentence)).toBe(TODAY[sentence] ?? expected);
  });
});

test("no two rules have the same name, and each shows where it speaks", () => {
  const names = FIGURE_RULES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(FIGURE_RULES.filter(({ examples }) => !Object.values(examples).some((lines) => lines !== ""))).toEqual([]);
});

test("what is said to be wrong today is an example, and is wrong", () => {
  const examples = Object.assign({}, ...FIGURE_RULES.map((rule) => rule.examples)) as Record<string, string>;
  expect(Object.entries(TODAY).filter(([sentence, today]) => (examples[sentence] ?? today) === today)).toEqual([]);
});
