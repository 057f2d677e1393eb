import type { CompiledReport, Level } from "#base/report";
import type { Statement } from "../outcomes.ts";

/** What a thread is asked to do with one file. */
export type Job = {
  /** Where the file lies. */
  path: string;
  /** Its name in the tables: the path below the corpus folder, with /. */
  file: string;
  /** The folder that what was compiled is kept in. */
  cache: string;
  /** What else decides the outcome beside the bytes: the program and its options. */
  stamp: string;
  ocr?: boolean | undefined;
};

/** What a thread answers. `key` names the kept file. */
export type Answer =
  | { status: "compiled" | "unchanged"; key: string }
  | { status: "refused"; code: string; chinese: string; english: string };

export type Cell = string | number | null;
export type ColumnType = "text" | "number" | "integer" | "date";

/** One layer of one report, as rows. */
export type LayerRows = { name: string; columns: { key: string; type: ColumnType }[]; rows: Cell[][] };

/** What is kept of one compiled file: its rows, not its text. */
export type Kept = {
  place: string | null;
  level: Level | null;
  year: number | null;
  source: CompiledReport["source"];
  layers: LayerRows[];
  statements: Statement[];
};
