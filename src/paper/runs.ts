import { rowHeight, wrappedLines } from "./fit.ts";
import { type Paper, pagesOf } from "./paper.ts";
import type { Cell, Column, Table } from "./table.ts";

/** Rows with the same text in a column: first and last, both included, counted from 0. */
export type Run = [first: number, last: number];

/** Heights of all rows in points, and for each merged column the runs that become one cell. */
export type Layout = { heights: number[]; runs: Map<number, Run[]> };

/**
 * Makes each row as high as its highest cell and finds equal neighbours in the columns that are to be merged.
 * A run ends with the page, so that every printed page says its category.
 */
export function layOut(
  table: Table,
  merged: number[],
  page: { paper: Paper; repeated: number; widths: number[] },
): Layout {
  const single = table.rows.map((row) =>
    Math.max(1, ...table.columns.map((column, i) => (merged.includes(i) ? 0 : linesOf(row[i]!, column)))),
  );
  const whole = new Map(merged.map((column) => [column, neighbours(table.rows, column, () => true)]));
  const pages = pagesOf(page.paper, heightsOf(table, single, whole), page.repeated, page.widths);
  const samePage = (row: number) => pages[row] === pages[row - 1];
  const runs = new Map(merged.map((column) => [column, neighbours(table.rows, column, samePage)]));
  return { heights: heightsOf(table, single, runs), runs };
}

function neighbours(rows: Cell[][], column: number, joins: (row: number) => boolean): Run[] {
  const runs: Run[] = [];
  rows.forEach((row, i) => {
    const same = i > 0 && row[column] !== "" && row[column] === rows[i - 1]![column];
    if (same && joins(i)) runs.at(-1)![1] = i;
    else runs.push([i, i]);
  });
  return runs;
}

/** Text of a merged cell is shared out among the rows it covers. */
function heightsOf({ columns, rows }: Table, single: number[], runs: Map<number, Run[]>): number[] {
  const lines = [...single];
  for (const [column, all] of runs)
    for (const run of all) stretch(lines, run, linesOf(rows[run[0]]![column]!, columns[column]!));
  return lines.map(rowHeight);
}

const linesOf = (cell: Cell, { type, width }: Column) =>
  typeof cell === "string" && type === "text" ? wrappedLines(cell, width) : 1;

/** Adds to the rows of a run what they lack together of `needed` lines. */
function stretch(lines: number[], [first, last]: Run, needed: number): void {
  const has = lines.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
  const more = Math.max(0, needed - has) / (last - first + 1);
  for (let i = first; i <= last; i += 1) lines[i]! += more;
}
