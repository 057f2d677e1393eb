import { outcomeTable } from "./corpus/compare.ts";
import { BYTE_ORDER_MARK, csvRow } from "./csv.ts";
import type { Outcome } from "./outcomes.ts";

/** 目标与结果 as CSV (UTF-8 with byte order mark), with the columns of the corpus' table. */
export function outcomeCsv(outcomes: Outcome[]): string {
  const { columns, rows } = outcomeTable(outcomes);
  return BYTE_ORDER_MARK + [columns.map(({ key }) => key), ...rows].map(csvRow).join("");
}
