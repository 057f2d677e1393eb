import { expect, test } from "vitest";
import { fixture } from "./fixture.ts";
import { fitting } from "./table.ts";
import { tables } from "./tables.ts";

const report = fixture();
const all = tables(report);
const named = (name: string) => all.find((table) => table.name === name)!;

test("every layer of the report is a table with a row a finding", () => {
  const counts = Object.fromEntries(all.map(({ name, rows }) => [name, rows.length]));
  expect(counts).toEqual({
    tasks: 9,
    targets: 8,
    measures: 30,
    projects: 3,
    promises: 5,
    terms: 2,
    mechanisms: 6,
    diagnostics: 2,
    deadlines: 6,
    sections: 13,
  });
});

test("every cell is of its column's type", () => {
  for (const { columns, rows, ids } of all) {
    expect(ids).toHaveLength(rows.length);
    for (const row of rows)
      columns.forEach(({ type, title }, i) => {
        const cell = row[i]!;
        const fits = { text: typeof cell === "string", number: typeof cell === "number" };
        const whole = Number.isInteger(cell);
        const day = /^\d{4}-\d\d-\d\d$/.test(String(cell));
        expect(cell === null || { ...fits, integer: whole, date: day }[type], `${title}: ${cell}`).toBe(true);
      });
  }
});

test("keys are names that Parquet and SQL take, and differ within a table", () => {
  for (const { columns } of all) {
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z][a-z_]*$/.test(key))).toEqual([]);
  }
});

test("the office's sheet leaves out what is for machines", () => {
  expect(fitting(named("tasks"), "sheet").columns.map(({ title }) => title)).toEqual([
    "序号",
    "类别",
    "任务内容",
    "量化指标",
    "完成时限",
    "建议牵头单位",
    "配合单位",
    "原文",
    "位置",
  ]);
});

test("tasks that share their words name their object first", () => {
  const [first, second] = report.tasks;
  const twins = { ...report, tasks: [first!, { ...second!, text: first!.text }] };
  const texts = fitting(tables(twins)[0]!, "page").rows.map(([text]) => text);
  expect(texts).toEqual(["云杉新材料二期：推动云杉新材料二期年底投产", "青岭抽水蓄能电站：推动云杉新材料二期年底投产"]);
});
