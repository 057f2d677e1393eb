import type { Alignment, Border, Cell as ExcelCell, Font, Workbook, Worksheet } from "exceljs";
import { guarded, xmlText } from "./cell.ts";
import { columnWidth, rowHeight, wrappedLines } from "./fit.ts";
import type { Cell, Column, Table } from "./table.ts";

/** How one table is laid on paper. */
export type Look = {
  paper: "A3" | "A4";
  /** Title row above the header. */
  title: string;
  /** Keys of the columns whose equal neighbours become one cell. */
  merged: string[];
  /** What a sheet without rows says is missing. */
  missing: string;
};

const TITLE_ROW = 1;
const HEADER_ROW = 2;
const PAPER_CODES = { A3: 8, A4: 9 } as const;
/** Centimetres here, inches in the file. */
const MARGINS = { left: 1.3, right: 1.3, top: 1.6, bottom: 1.7, header: 0.8, footer: 0.8 };

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
/** Columns with text so short that it stands in the middle. */
const SHORT = 5;

/** Adds a table to a workbook as a sheet to work in and to print. */
export function addSheet(book: Workbook, table: Table, look: Look): void {
  const sheet = book.addWorksheet(table.title, {
    pageSetup: pageSetup(look),
    headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
    views: [{ state: "frozen", xSplit: 0, ySplit: HEADER_ROW, topLeftCell: `A${HEADER_ROW + 1}`, activeCell: "A3" }],
  });
  sheet.columns = table.columns.map(({ width }) => ({ width: columnWidth(width) }));
  writeHead(sheet, table.columns, look.title);
  const groups = table.columns.map(({ key }, i) => (look.merged.includes(key) ? neighbours(table.rows, i) : []));
  for (const [i, row] of table.rows.entries()) writeRow(sheet, table.columns, row, HEADER_ROW + 1 + i);
  setHeights(sheet, table, groups);
  groups.forEach((group, column) => {
    for (const [first, last] of group) mergeKeeping(sheet, column + 1, first, last);
  });
  if (table.rows.length === 0) writeNothing(sheet, table.columns.length, look.missing);
  const end = sheet.getCell(HEADER_ROW + table.rows.length, table.columns.length).address;
  sheet.autoFilter = `A${HEADER_ROW}:${end}`;
}

const pageSetup = ({ paper }: Look) => ({
  // The type knows only some papers by name; 8 is A3 in the standard.
  paperSize: PAPER_CODES[paper] as number,
  orientation: "landscape" as const,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: Object.fromEntries(Object.entries(MARGINS).map(([side, cm]) => [side, cm / 2.54])) as typeof MARGINS,
  printTitlesRow: `${TITLE_ROW}:${HEADER_ROW}`,
});

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
  return Number.isNaN(day) ? guarded(xmlText(cell)) : new Date(day);
}

function alignmentOf({ type, width, key }: Column): Partial<Alignment> {
  if (type === "number") return FIGURES;
  return type !== "text" || width <= SHORT || key === "category" || key === "lead" ? CENTRED : READING;
}

function dress(cell: ExcelCell, font: Partial<Font>, alignment: Partial<Alignment>): void {
  Object.assign(cell, { font, alignment, border: BOX });
}

/** Runs of rows with the same text in a column: [first, last], both included, counted from 0. */
function neighbours(rows: Cell[][], column: number): [number, number][] {
  const runs: [number, number][] = [];
  rows.forEach((row, i) => {
    const run = runs.at(-1);
    const same = i > 0 && row[column] !== "" && row[column] === rows[i - 1]![column];
    if (same) run![1] = i;
    else runs.push([i, i]);
  });
  return runs;
}

/** Each row as high as its highest cell; text of a merged cell is shared out among the rows it covers. */
function setHeights(sheet: Worksheet, { columns, rows }: Table, groups: [number, number][][]): void {
  const lines = rows.map((row) =>
    Math.max(1, ...columns.map((column, i) => (groups[i]!.length > 0 ? 0 : linesOf(row[i]!, column)))),
  );
  groups.forEach((group, i) => {
    for (const [first, last] of group) share(lines, first, last, linesOf(rows[first]![i]!, columns[i]!));
  });
  lines.forEach((count, i) => {
    sheet.getRow(HEADER_ROW + 1 + i).height = rowHeight(count);
  });
}

const linesOf = (cell: Cell, { type, width }: Column) =>
  typeof cell === "string" && type === "text" ? wrappedLines(cell, width) : 1;

/** Adds to the rows first…last what they lack together of `needed` lines. */
function share(lines: number[], first: number, last: number, needed: number): void {
  const has = lines.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
  const more = Math.max(0, needed - has) / (last - first + 1);
  for (let i = first; i <= last; i += 1) lines[i]! += more;
}

/**
 * Merges rows of one column and leaves their values in the covered cells, so that Excel's filter finds every row
 * of a category and not its first alone. exceljs' own merge empties them, hence the reach for its list of ranges.
 */
function mergeKeeping(sheet: Worksheet, column: number, first: number, last: number): void {
  if (first === last) return;
  const [top, bottom] = [first, last].map((row) => sheet.getCell(HEADER_ROW + 1 + row, column).address) as [
    string,
    string,
  ];
  const { _merges } = sheet as unknown as { _merges: Record<string, { range: string }> };
  _merges[top] = { range: `${top}:${bottom}` };
}

function writeNothing(sheet: Worksheet, columns: number, missing: string): void {
  const row = HEADER_ROW + 1;
  sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = `本报告没有读出${missing}。`;
  dress(cell, BODY, CENTRED);
  sheet.getRow(row).height = rowHeight(1.5);
}
