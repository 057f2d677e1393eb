/** What one cell holds. A day is text, YYYY-MM-DD, in a column of type date. */
export type Cell = string | number | null;

/** The least room a column needs: beside the text of the reading page, on an office's sheet, or only in data for machines. */
export type Room = "page" | "sheet" | "data";

export type Column = {
  /** For machines, snake_case: the name in Parquet. */
  key: string;
  /** 列名 */
  title: string;
  type: "text" | "number" | "integer" | "date";
  /** In Chinese characters. */
  width: number;
  room: Room;
};

/** 表: one layer of the report as rows and columns. */
export type Table = {
  /** For machines and file names: tasks, targets … */
  name: string;
  /** 表名 */
  title: string;
  columns: Column[];
  /** One cell a column. */
  rows: Cell[][];
  /** Id of the finding each row shows, null for a diagnostic. */
  ids: (string | null)[];
};

/** The table without the columns that need more room than there is. */
export function fitting(table: Table, room: Room): Table {
  const kept = table.columns.flatMap((column, i) => (ROOMS[column.room] <= ROOMS[room] ? [i] : []));
  return {
    ...table,
    columns: kept.map((i) => table.columns[i]!),
    rows: table.rows.map((row) => kept.map((i) => row[i]!)),
  };
}

const ROOMS: Record<Room, number> = { page: 0, sheet: 1, data: 2 };
