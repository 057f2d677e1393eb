import ExcelJS from "exceljs";
import type { CompiledReport } from "#base/report";
import { xmlText } from "./cell.ts";
import { settled } from "./package.ts";
import { addSheet, type Look } from "./sheet.ts";
import { fitting } from "./table.ts";
import { tables } from "./tables.ts";
import { reportName } from "./words.ts";

/** 表的顺序 and what is particular to each: the wide one goes on A3, equal neighbours of these columns become one cell. */
const SHEETS: Record<string, Look> = {
  tasks: { paper: "A3", title: "任务分解表", merged: ["category", "sentence"], missing: "任务" },
  targets: { paper: "A4", title: "主要预期目标", merged: [], missing: "预期目标" },
  measures: { paper: "A4", title: "指标数据", merged: [], missing: "指标数据" },
  projects: { paper: "A4", title: "项目表", merged: [], missing: "具名项目" },
  promises: { paper: "A4", title: "民生实事", merged: [], missing: "民生实事" },
  terms: { paper: "A4", title: "名词解释", merged: [], missing: "名词解释" },
  mechanisms: { paper: "A4", title: "机制", merged: [], missing: "具名机制" },
  diagnostics: { paper: "A4", title: "存疑", merged: [], missing: "存疑之处" },
};

/**
 * 任务分解表: the workbook an office works with and prints. One sheet a layer, no formula anywhere.
 * The same report gives the same bytes: the file carries no clock but the day of the report.
 */
export async function workbook(report: CompiledReport): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const day = new Date(Date.parse(`${report.meta.date}T00:00:00Z`) || Date.UTC(2000, 0, 1));
  Object.assign(book, { creator: "落实", lastModifiedBy: "落实", created: day, modified: day });
  book.title = xmlText(`${reportName(report)}任务分解表`);
  const layers = new Map(tables(report).map((table) => [table.name, table]));
  const merged = Object.entries(SHEETS).map(([name, look]) =>
    addSheet(book, fitting(layers.get(name)!, "sheet"), { ...look, title: reportName(report) + look.title }),
  );
  return settled(new Uint8Array(await book.xlsx.writeBuffer()), merged);
}
