import type { SourceDocument } from "#base/document";
import { Refusal } from "#base/refusal";
import type { CompiledReport } from "#base/report";

/** How a file is to be read. */
export type FileOptions = {
  /** 文字识别: true always, false never; left out, only where a file has no text of its own. */
  ocr?: boolean | undefined;
  /** Called after each page of a long document. */
  onProgress?: (done: number, total: number) => void;
};

/** Reads one file, or standard input where the path is `-`. Throws only `Refusal`. */
export async function open(path: string, { ocr, onProgress }: FileOptions = {}): Promise<SourceDocument> {
  const { readFile } = await import("#reader/file");
  return readFile(path, { ...(ocr === undefined ? {} : { ocr }), ...(onProgress && { onProgress }) });
}

/** Reads and compiles one file. Throws only `Refusal`. */
export async function compileFile(path: string, options: FileOptions = {}): Promise<CompiledReport> {
  const [document, { compile }] = await Promise.all([open(path, options), import("#compiler/compile")]);
  return compile(document);
}

/** Whatever went wrong with a file, as a refusal: what nobody foresaw is said to be the program's fault, not the file's. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new Refusal(
    "compile/unforeseen",
    `程序出错，没有读成（${what}）。这是程序的问题，请把文件和这句话报告给开发者。`,
    `The program failed on this file (${what}). That is our fault: please report it with the file.`,
  );
}
