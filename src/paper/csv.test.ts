import { expect, test } from "vitest";
import { guarded, xmlText } from "./cell.ts";
import { csv, csvOf, record } from "./csv.ts";
import { fixture } from "./fixture.ts";
import { tables } from "./tables.ts";

test("the file is the 任务分解 table, in UTF-8 that Excel recognises", () => {
  const [header, first, ...rest] = csv(fixture()).split("\r\n");
  expect(header).toBe("\uFEFF序号,类别,任务内容,量化指标,完成时限,建议牵头单位,配合单位,原文,位置");
  expect(first!.startsWith("1,（一）聚焦强链补链，加快构建现代产业体系,推动云杉新材料二期年底投产,,2024-12-31,")).toBe(
    true,
  );
  expect(rest).toHaveLength(9);
  expect(rest.at(-1)).toBe("");
});

test("commas, quotes and line ends are quoted as RFC 4180 says", () => {
  expect(record(["a,b", 'say "go"', "two\nlines", null, ""])).toBe('"a,b","say ""go""","two\nlines",,\r\n');
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "＝1+1",
  "－1",
  "\uFEFF=1",
])("text that would run as a formula does not: %j", (text) => {
  expect(guarded(text)).toBe(`'${text}`);
});

test("numbers stay numbers, those below zero too; other text stays as it is", () => {
  expect(record([-5.4, 0, 44120000000])).toBe("-5.4,0,44120000000\r\n");
  expect(["增长-5%", "——乡村振兴", "1=1", ""].map(guarded)).toEqual(["增长-5%", "——乡村振兴", "1=1", ""]);
});

test("every layer can be written, with the columns for machines", () => {
  const measures = csvOf(tables(fixture()).find(({ name }) => name === "measures")!);
  expect(measures.split("\r\n")[0]).toContain("基本单位数值,基本单位,字句,层级,页,起,止,源文起,源文止,规则,把握,编号");
  expect(measures).toContain(",下降 4.3%,增速,-4.3,,%,");
});

test("what XML forbids is taken out, what Excel would take for an escape is not", () => {
  expect(xmlText("甲\u0000\u000B乙\uD800丙\uFFFF丁\n𬭚")).toBe("甲乙丙丁\n𬭚");
  expect(xmlText("_x0041_")).toBe("_x005F_x0041_");
});
