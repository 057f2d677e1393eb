import { closeSync, openSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ColumnSource, SchemaElement } from "hyparquet-writer";
import { BYTE_ORDER_MARK, csvRow } from "../csv.ts";
import { cannotWrite } from "../output.ts";
import type { Cell, ColumnType } from "./protocol.ts";

/** Where the rows of one table go as they come; the file stands under its name when all are in it. */
export type Sink = { add(rows: Cell[][]): void; close(): void };

export type Column = { key: string; type: ColumnType };

export type SinkMaker = (folder: string, name: string, columns: Column[]) => Sink;

/** A table as CSV (RFC 4180, UTF-8 with byte order mark, days as YYYY-MM-DD). */
export const csvSink: SinkMaker = (folder, name, columns) => {
  const { part, finish } = inParts(folder, `${name}.csv`);
  const file = openSync(part, "w");
  writeFileSync(file, BYTE_ORDER_MARK + csvRow(columns.map(({ key }) => key)));
  return {
    add: (rows) => writeFileSync(file, rows.map(csvRow).join("")),
    close() {
      closeSync(file);
      finish();
    },
  };
};

/** Rows that are held back until they make a row group worth writing: this bounds the memory. */
const ROW_GROUP = 20_000;

/** Tables as Parquet (Snappy). Loaded when it is asked for. */
export async function parquetSinks(): Promise<SinkMaker> {
  const { fileWriter, ParquetWriter } = await import("hyparquet-writer");
  return (folder, name, columns) => {
    const { part, finish } = inParts(folder, `${name}.parquet`);
    const schema = [{ name: "root", num_children: columns.length }, ...columns.map(element)];
    const writer = new ParquetWriter({ writer: fileWriter(part), schema, createdBy: "luoshi" });
    let waiting: Cell[][] = [];
    const flush = () => {
      if (waiting.length > 0) writer.write({ columnData: transposed(columns, waiting), rowGroupSize: ROW_GROUP });
      waiting = [];
    };
    return {
      add(rows) {
        waiting.push(...rows);
        if (waiting.length >= ROW_GROUP) flush();
      },
      close() {
        flush();
        writer.finish();
        finish();
      },
    };
  };
}

const TYPES: Record<ColumnType, Omit<SchemaElement, "name">> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  number: { type: "DOUBLE" },
  integer: { type: "INT32" },
  date: { type: "INT32", converted_type: "DATE" },
};
const element = ({ key, type }: Column): SchemaElement => ({ name: key, repetition_type: "OPTIONAL", ...TYPES[type] });

function transposed(columns: Column[], rows: Cell[][]): ColumnSource[] {
  return columns.map(({ key, type }, i) => {
    const cells = rows.map((row) => row[i] ?? null);
    return { name: key, data: type === "date" ? cells.map((cell) => cell && new Date(`${cell}T00:00:00Z`)) : cells };
  });
}

/** A table grows beside its place and takes it when it is whole. */
function inParts(folder: string, name: string) {
  const part = join(folder, `.${name}.part`);
  const finish = () => {
    try {
      renameSync(part, join(folder, name));
    } catch (error) {
      throw cannotWrite(join(folder, name), error);
    }
  };
  return { part, finish };
}
