import type { Alignment, Border, Cell as ExcelCell, Font, Workbook, Worksheet } from "exceljs";
import { guarded, xmlText } from "./cell.ts";
import { columnWidth, rowHeight, wrappedLines } from "./fit.ts";
import { type Paper, pageSetup } from "./paper.ts";
import { type Layout, layOut, type Run } from "./runs.ts";
import type { Cell, Column, Table } from "./table.ts";

/** How one table is laid on paper. */
export type Look = {
  paper: Paper;
  /** Title row above the header. */
  title: string;
  /** Keys of the columns whose equal neighbours become one cell. */
  merged: string[];
  /** What a sheet without rows says is missing. */
  missing: string;
};

const TITLE_ROW = 1;
const HEADER_ROW = 2;

const BODY: Partial<Font> = { name: "仿宋", size: 11, charset: 134 };
const HEADER: Partial<Font> = { name: "黑体", size: 11, charset: 134 };
const TITLE: Partial<Font> = { name: "宋体", size: 18, bold: true, charset: 134 };
const THIN: Partial<Border> = { style: "thin", color: { argb: "FF000000" } };
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const CENTRED: Partial<Alignment> = { horizontal: "center", vertical: "middle", wrapText: true };
const READING: Partial<Alignment> = { horizontal: "left", vertical: "middle", wrapText: true };
const FIGURES: Partial<Alignment> = { horizontal: "right", vertical: "middle" };

/** 完成时限: a real date that reads 2024年6月30日前. */
const DAY_FORMAT = 'yyyy"年"m"月"d"日前"';
/** Characters that Excel takes in one cell; it calls a file with more damaged. */
const LONGEST = 32_767;
/** Columns with text so short that it stands in the middle. */
const SHORT = 5;

/** Adds a table to a workbook as a sheet to work in and to print; answers which ranges of it are still to be merged. */
export function addSheet(book: Workbook, table: Table, look: Look): string[] {
  const sheet = book.addWorksheet(table.title, {
    pageSetup: pageSetup(look.paper, HEADER_ROW),
    headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
    views: [{ state: "frozen", xSplit: 0, ySplit: HEADER_ROW, topLeftCell: `A${HEADER_ROW + 1}`, activeCell: "A3" }],
  });
  sheet.columns = table.columns.map(({ width }) => ({ width: columnWidth(width) }));
  writeHead(sheet, table.columns, look.title);
  for (const [i, row] of table.rows.entries()) writeRow(sheet, table.columns, row, HEADER_ROW + 1 + i);
  const layout = laidOut(sheet, table, look);
  if (table.rows.length === 0) writeNothing(sheet, table.columns.length, look.missing);
  const end = sheet.getCell(HEADER_ROW + table.rows.length, table.columns.length).address;
  sheet.autoFilter = `A${HEADER_ROW}:${end}`;
  return [...layout.runs].flatMap(([column, runs]) => ranges(sheet, column + 1, runs));
}

function writeHead(sheet: Worksheet, columns: Column[], title: string): void {
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, columns.length);
  const cell = sheet.getCell(TITLE_ROW, 1);
  cell.value = xmlText(title);
  Object.assign(cell, { font: TITLE, alignment: CENTRED });
  sheet.getRow(TITLE_ROW).height = 40;
  columns.forEach(({ title: name }, i) => {
    const head = sheet.getCell(HEADER_ROW, i + 1);
    head.value = name;
    dress(head, HEADER, CENTRED);
    head.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDEDED" } };
  });
  sheet.getRow(HEADER_ROW).height = rowHeight(Math.max(...columns.map((c) => wrappedLines(c.title, c.width)))) + 4;
}

function writeRow(sheet: Worksheet, columns: Column[], row: Cell[], at: number): void {
  columns.forEach((column, i) => {
    const cell = sheet.getCell(at, i + 1);
    cell.value = shown(row[i]!, column);
    dress(cell, BODY, alignmentOf(column));
    if (column.type === "date") cell.numFmt = DAY_FORMAT;
  });
}

/** A day that is no day of the calendar stays text. */
function shown(cell: Cell, { type }: Column): string | number | Date | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return cell;
  const day = type === "date" ? Date.parse(`${cell}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(day) ? cut(guarded(xmlText(cell))) : new Date(day);
}

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 2)}……` : text);

function alignmentOf({ type, width, key }: Column): Partial<Alignment> {
  if (type === "number") return FIGURES;
  return type !== "text" || width <= SHORT || key === "category" || key === "lead" ? CENTRED : READING;
}

function dress(cell: ExcelCell, font: Partial<Font>, alignment: Partial<Alignment>): void {
  Object.assign(cell, { font, alignment, border: BOX });
}

/** Sets the height of every row and answers which cells become one. */
function laidOut(sheet: Worksheet, table: Table, look: Look): Layout {
  const merged = table.columns.flatMap(({ key }, i) => (look.merged.includes(key) ? [i] : []));
  const repeated = sheet.getRow(TITLE_ROW).height + sheet.getRow(HEADER_ROW).height;
  const widths = table.columns.map(({ width }) => columnWidth(width));
  const layout = layOut(table, merged, { paper: look.paper, repeated, widths });
  for (const [i, height] of layout.heights.entries()) sheet.getRow(HEADER_ROW + 1 + i).height = height;
  return layout;
}

/** `B3:B9` for each run of more than one row. */
const ranges = (sheet: Worksheet, column: number, runs: Run[]): string[] =>
  runs
    .filter(([first, last]) => first < last)
    .map((run) => run.map((row) => sheet.getCell(HEADER_ROW + 1 + row, column).address).join(":"));

function writeNothing(sheet: Worksheet, columns: number, missing: string): void {
  const row = HEADER_ROW + 1;
  sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = `本报告没有读出${missing}。`;
  dress(cell, BODY, CENTRED);
  sheet.getRow(row).height = rowHeight(1.5);
}
