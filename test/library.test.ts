import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { build } from "../scripts/build.js";
import { types } from "../scripts/types.js";
import { emptyFolder, root, run, sample } from "./run.ts";

beforeAll(async () => {
  await build();
  await types();
});

/** A project of somebody else that has luoshi installed, with one file in it. */
function consumer(name: string, text: string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "luoshi"), "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, name), text);
  return folder;
}

test("another program compiles a text, bytes and a file, and gets the same findings", async () => {
  const folder = consumer(
    "use.js",
    `import { readFileSync } from "node:fs";
     import { compile, explain, read, readFile, Refusal, render } from "luoshi";
     const [, , path] = process.argv;
     const bytes = readFileSync(path);
     const reports = [
       compile(bytes.toString("utf8"), { name: "report.txt" }),
       compile(await read(bytes, "report.txt")),
       compile(await readFile(path)),
     ];
     const [first] = reports;
     const refused = await read(new Uint8Array(), "空.txt").catch((error) => error instanceof Refusal && error.code);
     console.log(JSON.stringify({
       same: reports.every((report) => JSON.stringify(report) === JSON.stringify(first)),
       sha256: first.source.sha256,
       slices: first.measures.every(({ span }) => /\\S/.test(first.text.slice(...span))),
       steps: explain(await readFile(path), first.measures[0].source[0]).steps.length,
       json: JSON.parse(await render(first, "json")).schema,
       refused,
     }));`,
  );
  const { out, err, status } = await run(process.execPath, ["use.js", sample], { cwd: folder });
  expect({ err, status }).toEqual({ err: "", status: 0 });
  const said = JSON.parse(out);
  expect(said).toMatchObject({ same: true, slices: true, json: "luoshi-report/1", refused: "reader/empty" });
  expect(said.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(said.steps).toBeGreaterThan(1);
});

test("any string is compiled, whatever is in it", async () => {
  const folder = consumer(
    "use.js",
    `import { compile } from "luoshi";
     for (const text of ["", "\\uD800", "\\0", "7%", "=".repeat(9999)]) console.log(compile(text).schema);`,
  );
  expect((await run(process.execPath, ["use.js"], { cwd: folder })).out).toBe("luoshi-report/1\n".repeat(5));
});

test("a TypeScript program sees the types, and none of this repository's private paths", () => {
  const right = `
    import { compile, explain, outcomesOf, read, readFile, Refusal, render, statementsOf } from "luoshi";
    import type { CompiledReport, Explanation, Format, Measure, ReadOptions, SourceDocument, Target } from "luoshi";
    const report: CompiledReport = compile("地区生产总值增长6%", { name: "x" });
    const options: ReadOptions = { ocr: false };
    const document: SourceDocument = await read(new Uint8Array(), "x.txt", options);
    const explained: Explanation = explain(await readFile("x.txt"), 3);
    const percents: Measure[] = report.measures.filter(({ unit }) => unit === "%");
    const aims: (number | null)[] = report.targets.map((target: Target) => target.value);
    const format: Format = "lines";
    const written: string | Uint8Array = await render(compile(document), format);
    const code: string = new Refusal("a/b", "中文", "English").code;
    const years: (number | null)[] = outcomesOf(statementsOf(report, "x.txt")).map(({ year }) => year);
    export { aims, code, explained, percents, written, years };
  `;
  const wrong = `
    // @ts-expect-error a title is words, or null
    export const title: number = compile("").meta.title;
  `;
  expect(complaints(right + wrong)).toEqual([]);
});

/** What tsc says of a consumer's file, checked as strictly as it can. */
function complaints(text: string): string[] {
  const folder = consumer("use.ts", text);
  const program = ts.createProgram([join(folder, "use.ts")], {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ skipDefaultLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [] },
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
