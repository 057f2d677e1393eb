import { displayWidth, pad } from "./width.ts";

/** One column of a table on the terminal. */
export type Column = { title: string; right?: boolean };

/**
 * A table whose columns stand under one another whatever mixture of 汉字 and digits they hold.
 * The first line is the head; no spaces are left at the ends of lines.
 */
export function table(columns: Column[], rows: string[][]): string {
  const widths = columns.map(({ title }, i) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ""))),
  );
  const line = (cells: string[]) =>
    columns
      .map(({ right }, i) => pad(cells[i] ?? "", widths[i]!, right ?? false))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join("\n");
}
