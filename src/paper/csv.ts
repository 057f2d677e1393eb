import type { CompiledReport } from "#base/report";
import { guarded } from "./cell.ts";
import { type Cell, fitting, type Room, type Table } from "./table.ts";
import { tables } from "./tables.ts";

/** Excel takes a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = "\uFEFF";

/** 任务分解表 as CSV: what `luoshi compile --format csv` prints, with the columns of the office's sheet. */
export function csv(report: CompiledReport): string {
  return csvOf(tables(report).find(({ name }) => name === "tasks")!, "sheet");
}

/** Any table as CSV (RFC 4180, UTF-8 with byte order mark, days as YYYY-MM-DD, all columns unless told). */
export function csvOf(table: Table, room: Room = "data"): string {
  const { columns, rows } = fitting(table, room);
  return BYTE_ORDER_MARK + [columns.map(({ title }) => title), ...rows].map(record).join("");
}

/** One record of RFC 4180, line end and all. */
export const record = (cells: Cell[]): string => `${cells.map(quoted).join(",")}\r\n`;

function quoted(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
