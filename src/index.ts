/**
 * The public surface of luoshi 落实 as a library.
 *
 *     import { compile, readFile } from "luoshi";
 *     const report = compile(await readFile("报告.docx"));
 *     report.targets.map((target) => report.text.slice(...target.span));
 */
import { documentOf } from "#actions/document";
import type { SourceDocument } from "#base/document";
import type { CompiledReport } from "#base/report";
import { compile as compileDocument } from "#compiler/compile";

/** How a text that is already in memory is called in the report. */
export type CompileOptions = {
  /** `source.name` of the report. Default: `text`. Only for a text; a document has its name. */
  name?: string;
};

/**
 * 编译: reads a government work report. Deterministic, offline, and it never throws, whatever the text.
 *
 * A string is the report's text; `source` ranges of the findings count its UTF-16 code units.
 * For bytes of any supported format, `read` them first: `compile(await read(bytes, "报告.pdf"))`.
 */
export function compile(input: string | SourceDocument, { name = "text" }: CompileOptions = {}): CompiledReport {
  return compileDocument(typeof input === "string" ? documentOf(input, name) : input);
}

export { explainAt as explain } from "#actions/explain";
export { type Outcome, outcomesOf, type Statement, statementsOf } from "#actions/outcomes";
export { type Format, render } from "#actions/render";
export type { SourceDocument } from "#base/document";
export { Refusal } from "#base/refusal";
export type * from "#base/report";
export type { Explanation } from "#compiler/explain";
export { readFile } from "#reader/file";
export { read } from "#reader/read";
export type { ReadOptions } from "#reader/reading";
