import { record } from "#paper/csv";
import type { Cell } from "./corpus/protocol.ts";

/** Excel takes a file for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** A comparator alone in its cell runs nothing, and with an apostrophe before it it would be another word. */
const COMPARATORS: ReadonlySet<Cell> = new Set(["=", "≈", ">=", ">", "<=", "<"]);

/** One record of a CSV for machines (RFC 4180): text that a spreadsheet would run is defused, a comparator stays as it is. */
export const csvRow = (cells: Cell[]): string =>
  `${cells.map((cell) => (COMPARATORS.has(cell) ? cell : record([cell]).slice(0, -2))).join(",")}\r\n`;
