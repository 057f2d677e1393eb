import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Refusal } from "#base/refusal";
import { asRefusal, compileFile, type FileOptions } from "./compile-file.ts";
import { type CorpusFile, filesOf } from "./corpus/files.ts";
import { type Outcome, outcomesOf, type Statement, statementsOf } from "./outcomes.ts";

export type TargetsOptions = Pick<FileOptions, "ocr"> & {
  onProgress?: (done: number, total: number, file: string) => void;
};

/** 目标与结果 of several reports, and the files that could not be read. */
export type TargetsResult = { files: number; outcomes: Outcome[]; failures: { file: string; refusal: Refusal }[] };

/** Reads the headline targets and results out of files and of all reports below folders. Throws `Refusal` for a folder that can't be listed. */
export async function targetsOf(paths: string[], { ocr, onProgress }: TargetsOptions = {}): Promise<TargetsResult> {
  const files = (await Promise.all(paths.map((path) => filesAt(path, ocr === true)))).flat();
  const statements: Statement[] = [];
  const failures: TargetsResult["failures"] = [];
  for (const [i, { path, file }] of files.entries()) {
    onProgress?.(i, files.length, file);
    try {
      statements.push(...statementsOf(await compileFile(path, { ocr }), file));
    } catch (error) {
      failures.push({ file, refusal: asRefusal(error) });
    }
  }
  return { files: files.length, outcomes: outcomesOf(statements), failures };
}

/** A folder stands for the reports below it; anything else for itself, also where it is missing, so that it is told. */
async function filesAt(path: string, pictures: boolean): Promise<CorpusFile[]> {
  const isFolder = await stat(path).then(
    (there) => there.isDirectory(),
    () => false,
  );
  return isFolder ? filesOf(path, { pictures }) : [{ path, file: path === "-" ? path : basename(path) }];
}
