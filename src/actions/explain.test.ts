import { expect, test } from "vitest";
import { documentOf } from "./document.ts";
import { explainAt, placesOf } from "./explain.ts";

const TEXT = "全年地区生产总值完成100亿元，增长6.2%。\n成绩来之不易。\n";
const at = (words: string) => TEXT.indexOf(words);

test("the place is shown with what stands around it, then the finding with its rule", () => {
  const { steps } = explainAt(documentOf(TEXT), at("6.2%"));
  expect(steps[0]).toMatchObject({ title: `字位 ${at("6.2%")}` });
  expect(steps[0]!.text).toContain("增长【6】.2%");
  const found = steps.findIndex(({ title }) => /^指标数据（规则“.+”，把握 [\d.]+）$/.test(title));
  expect(steps[found]!.text).toMatch(/数值：6\.2\n单位：%/);
  expect(steps.slice(1, found).map(({ title }) => title)).toEqual([
    "层级",
    "句子",
    "数",
    "提示词",
    "规则",
    "口径",
    "说的是",
  ]);
});

test("where nothing was read, that is said, and what comes next is shown", () => {
  const [nothing, next] = explainAt(documentOf(TEXT), at("全年")).steps.slice(-2);
  expect(nothing!.title).toBe("没有读出");
  expect(next!.title).toContain(`字位 ${at("100亿元")}`);
  expect(explainAt(documentOf(TEXT), at("来之不易")).steps.at(-1)!.title).toBe("没有读出");
});

test("an offset beyond the text is refused", () => {
  expect(() => explainAt(documentOf(TEXT), TEXT.length)).toThrow("超出全文");
});

test("words are found over line ends, and taken as they are", () => {
  expect(placesOf("增长\n7%，增长7%", "增长7%")).toEqual([0, 6]);
  expect(placesOf("（预计）a.b", "a.b")).toEqual([4]);
  expect(placesOf("axb", "a.b")).toEqual([]);
  expect(placesOf("任何", "  ")).toEqual([]);
});
