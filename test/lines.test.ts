import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { luoshi } from "./run.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "samples", "yunling-2026");
const golden = join(folder, "report.lines.txt");
const linesOf = async (name: string) => (await luoshi(["compile", join(folder, name), "--format", "lines"])).out;

/** What a file format adds of itself: the page's own title, the encoding, ₂ that GBK has not. */
const findings = (lines: string) =>
  lines
    .replaceAll("₂", "2")
    .split("\n")
    .filter((line) => !/^(?:报告 {2}|# 存疑|存疑 {2}提示 {2}reader\/)/.test(line));

/** UPDATE=1 writes the golden lines anew; read the difference before you commit it. */
test("the sample report gives its golden lines", async () => {
  const lines = await linesOf("report.txt");
  if (process.env.UPDATE) writeFileSync(golden, lines);
  expect(lines).toBe(readFileSync(golden, "utf8"));
});

test.each(["report.docx", "report.html", "report-gbk.txt"])("%s gives the findings of the text", async (name) => {
  expect(findings(await linesOf(name))).toEqual(findings(readFileSync(golden, "utf8")));
});
