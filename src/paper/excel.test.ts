import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { CompiledReport } from "#base/report";
import { workbook } from "./excel.ts";
import { fixture } from "./fixture.ts";

async function opened(report: CompiledReport): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const file = await workbook(report);
  await book.xlsx.load(file.buffer as ArrayBuffer);
  return book;
}

const texts = (row: ExcelJS.Row) => (row.values as ExcelJS.CellValue[]).slice(1);
const cells = (book: ExcelJS.Workbook): ExcelJS.Cell[] => {
  const found: ExcelJS.Cell[] = [];
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => found.push(cell))));
  return found;
};

const book = await opened(fixture());
const tasks = book.getWorksheet("任务分解")!;

test("the sheets are those an office expects, in this order", () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "任务分解",
    "预期目标",
    "指标数据",
    "项目",
    "民生实事",
    "名词解释",
    "机制",
    "存疑",
  ]);
});

test("a title over the whole width, then the header", () => {
  expect(tasks.getCell("A1").value).toBe("《青禾县2024年政府工作报告》任务分解表");
  expect(tasks.model.merges).toContain("A1:I1");
  expect(texts(tasks.getRow(2))).toEqual([
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

test("equal categories and equal sentences become one cell", () => {
  expect(tasks.model.merges).toEqual(expect.arrayContaining(["B3:B7", "B8:B9", "H3:H4"]));
  expect(tasks.model.merges).toHaveLength(4);
});

test("the header stays, filters, and is printed on every page", () => {
  for (const sheet of book.worksheets) {
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
    expect(sheet.autoFilter).toMatch(/^A2:/);
    expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe("1:2");
    expect(sheet.headerFooter.oddFooter).toBe("&C第 &P 页，共 &N 页");
  }
  expect(tasks.autoFilter).toBe("A2:I11");
});

test("the wide sheet goes on A3, the others on A4", () => {
  expect(book.worksheets.map((sheet) => Number(sheet.pageSetup.paperSize))).toEqual([8, 9, 9, 9, 9, 9, 9, 9]);
});

test("a limit is a date, a figure a number", () => {
  expect(tasks.getCell("E4").value).toEqual(new Date("2024-06-30T00:00:00Z"));
  expect(tasks.getCell("E4").numFmt).toBe('yyyy"年"m"月"d"日前"');
  expect(tasks.getCell("A3").value).toBe(1);
  const fall = book.getWorksheet("指标数据")!.getRow(14);
  expect(texts(fall).slice(1, 5)).toEqual(["空气质量综合指数", "下降 4.3%", "增速", -4.3]);
});

test("lead and assisting agencies stand apart", () => {
  expect(texts(tasks.getRow(4)).slice(5, 7)).toEqual(["县发展改革局", "县自然资源局、市生态环境局青禾分局"]);
});

test("a row is as high as its text", async () => {
  const report = fixture();
  const long = { ...report.tasks[0]!, text: "推动项目建设。".repeat(30) };
  const sheet = (await opened({ ...report, tasks: [long, report.tasks[8]!] })).getWorksheet("任务分解")!;
  expect(sheet.getRow(3).height).toBeGreaterThan(11 * 14);
  expect(sheet.getRow(4).height).toBeLessThan(40);
});

test("a merged category ends with the printed page", async () => {
  const report = fixture();
  const many = Array.from({ length: 60 }, (_, i) => ({ ...report.tasks[0]!, id: `t${i}`, text: `第${i}项` }));
  const merges = (await opened({ ...report, tasks: many })).worksheets[0]!.model.merges;
  const categories = (merges as unknown as string[]).filter((range) => range.startsWith("B"));
  expect(categories.length).toBeGreaterThan(1);
  expect(categories[0]).toMatch(/^B3:B/);
  expect(categories.at(-1)).toMatch(/:B62$/);
});

test("a sheet without rows says so in one line", async () => {
  const empty = await opened({ ...fixture(), terms: [], tasks: [] });
  expect(empty.getWorksheet("名词解释")!.getCell("A3").value).toBe("本报告没有读出名词解释。");
  expect(empty.getWorksheet("任务分解")!.autoFilter).toBe("A2:I2");
});

test("nothing is a formula, whatever the report says", async () => {
  const report = fixture();
  const evil = '=HYPERLINK("http://example.invalid","点")\u0000\uD800';
  const hostile: CompiledReport = {
    ...report,
    meta: { ...report.meta, jurisdiction: "=1+1" },
    tasks: report.tasks.map((task) => ({ ...task, text: evil, agencies: [{ agency: "@SUM(A1)", score: 1 }] })),
    measures: report.measures.map((measure) => ({ ...measure, subject: evil, unit: "+1" })),
    diagnostics: [{ code: "-1", message: evil, source: null, severity: "error" }],
  };
  const all = cells(await opened(hostile));
  expect(all.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
  const strings = all.map(({ value }) => value).filter((value) => typeof value === "string");
  expect(strings.filter((text) => /^[=+\-@\t\r]|[\u0000\uD800]/.test(text))).toEqual([]);
  expect(strings).toContain("'@SUM(A1)");
});

test("text longer than a cell may hold is cut, and says so", async () => {
  const report = fixture();
  const long = { ...report.terms[0]!, definition: "长".repeat(40_000) };
  const cell = (await opened({ ...report, terms: [long] })).getWorksheet("名词解释")!.getCell("C3");
  expect(String(cell.value)).toHaveLength(32_767);
  expect(String(cell.value)).toMatch(/……$/);
});

test("the same report gives the same bytes", async () => {
  expect(await workbook(fixture())).toEqual(await workbook(fixture()));
});
