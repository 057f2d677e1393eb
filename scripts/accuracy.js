#!/usr/bin/env node
/**
 * Scores the compiler against reports annotated by hand, and prints one table: layers down, reports across.
 *
 *   npm run accuracy
 *   npm run accuracy -- --misses 20
 *   npm run accuracy -- --gold DIR --text REPORT.txt       one more report, in front of the others
 *   npm run accuracy -- --only                             that one alone
 *
 * The scoring itself is ../shared/gold/evaluate.mjs, beside the annotations; without it there is nothing to run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compile, readFile } from "../dist/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const shared = join(root, "..", "shared");
const evaluator = join(shared, "gold", "evaluate.mjs");
const { values: options } = parseArgs({
  options: {
    gold: { type: "string" },
    text: { type: "string" },
    misses: { type: "string", default: "0" },
    only: { type: "boolean", default: false },
  },
});

/** Annotated reports: their name, annotation and text. */
function annotated() {
  const given =
    options.gold && options.text ? [{ name: basename(options.gold), gold: options.gold, text: options.text }] : [];
  return options.only ? given : [...given, ...fromShared(), ...fromSamples()];
}

/** The folder NNN-place-year belongs to ../shared/reports/NNN….txt. */
function fromShared() {
  const reports = listed(join(shared, "reports"));
  return listed(join(shared, "gold")).flatMap((name) => {
    const report = reports.find((file) => file.startsWith(name.slice(0, 4)) && file.endsWith(".txt"));
    const isReport = /^\d{3}-/.test(name) && report;
    return isReport ? [{ name, gold: join(shared, "gold", name), text: join(shared, "reports", report) }] : [];
  });
}

function fromSamples() {
  return listed(join(root, "samples"))
    .map((name) => ({
      name,
      gold: join(root, "samples", name, "gold"),
      text: join(root, "samples", name, "report.txt"),
    }))
    .filter(({ gold }) => existsSync(gold));
}

const listed = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);

async function score({ gold, text }, folder) {
  const compiled = join(folder, "compiled.json");
  writeFileSync(compiled, JSON.stringify(compile(await readFile(text))));
  const args = [evaluator, "--text", text, "--gold", gold, "--compiled", compiled, "--json"];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 }));
}

const LAYERS = [
  ["measures", "f1"],
  ["measures, joint", "f1"],
  ["targets", "f1"],
  ["promises", "f1"],
  ["terms", "f1"],
  ["deadlines", "f1"],
  ["outline, 1-2", "f1"],
  ["outline, 3+", "f1"],
  ["outline, phase", "accuracy"],
  ["tasks", "f1"],
  ["mechanisms", "f1"],
  ["mechanisms", "recall"],
];

/** A layer in which the annotation has nothing and nothing was found has no score. */
function cell(scores, layer, figure) {
  const scored = scores[layer];
  if (!scored || (scored.gold === 0 && scored.found === 0)) return null;
  return scored[figure];
}

const percent = (value) => (value === null ? "—" : (value * 100).toFixed(1));
const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

function print(results) {
  const names = results.map(({ name }) => name);
  const line = (title, cells) =>
    [title.padEnd(22), ...cells.map((text, i) => text.padStart(Math.max(7, names[i]?.length ?? 7)))].join("  ");
  console.log(line("%", [...names, "mean"]));
  for (const [layer, figure] of LAYERS) {
    const cells = results.map(({ scores }) => cell(scores, layer, figure));
    if (cells.every((value) => value === null)) continue;
    const known = cells.filter((value) => value !== null);
    console.log(line(`${layer} ${figure === "f1" ? "F1" : figure}`, [...cells, mean(known)].map(percent)));
  }
  fields(results, line);
}

/** How often each field of a measure is right, where the measure was found. */
function fields(results, line) {
  for (const field of Object.keys(results[0]?.scores.fields ?? {})) {
    const cells = results.map(({ scores }) => scores.fields?.[field] ?? null);
    console.log(line(`  ${field}`, [...cells, mean(cells.filter((value) => value !== null))].map(percent)));
  }
}

if (!existsSync(evaluator)) {
  console.log(
    `没有标注：${join("..", "shared", "gold")} 不在旁边，无可评分。 There are no annotations beside the repository: nothing to score.`,
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), "luoshi-accuracy-"));
  const results = [];
  for (const one of annotated()) results.push({ name: one.name, ...(await score(one, folder)) });
  rmSync(folder, { recursive: true });
  print(results);
  for (const { name, misses } of results)
    for (const { layer, kind, what } of misses.slice(0, Number(options.misses)))
      console.log(`${name} · ${layer} · ${kind} · ${what}`);
}
