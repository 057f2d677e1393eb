import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

const samples = join(dirname(fileURLToPath(import.meta.url)), "..", "samples");
const read = (...path: string[]) => readFileSync(join(samples, ...path), "utf8");
const bare = (text: string) => text.replace(/\s/g, "");
const rows = <Row>(...path: string[]): Row[] =>
  read(...path)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);

const report = read("yunling-2026", "report.txt");
const text = bare(report);
const lastYears = bare(read("yunling-2025", "report.txt"));

type Numeral = { i: number; pos: number; label: string; why?: string; of?: number; subject?: string; value?: number };
type Quoted = { pos: number; quote: string };
type Task = Quoted & { object: string; measure_i: number[] };
type Heading = { level: number; number: string | null; title: string; pos: number };
type Outcome = { promise: string; pos: number; evidence: string | null; evidence_pos: number | null } & {
  again?: string;
  again_pos?: number;
};

const numerals = rows<Numeral>("yunling-2026", "gold", "numerals.jsonl");
const numeralAt = (pos: number) =>
  text.slice(pos).match(/^(?:[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千万亿半]+)/)?.[0];

test("the sample is a full-length report of 12,000 Chinese characters and more", () => {
  expect(report.match(/\p{Script=Han}/gu)?.length).toBeGreaterThanOrEqual(12_000);
  expect(lastYears.length).toBeGreaterThanOrEqual(6_000);
});

test("every phenomenon is shown by a phrase that stands in the report", () => {
  const cells = read("phenomena.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && line.includes("`"));
  const phrases = cells.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map((found) => found[1]!));
  expect(phrases.length).toBeGreaterThan(200);
  expect(phrases.filter((phrase) => !report.includes(phrase))).toEqual([]);
});

test("every annotated numeral points at a numeral, and a measure has the value that is written there", () => {
  const plain = numerals.filter(({ pos, value, label }) => {
    const written = numeralAt(pos);
    if (written === undefined) return true;
    return label === "measure" && /^[0-9]/.test(written) && !worked(pos) && Math.abs(value!) !== Number(written);
  });
  expect(plain).toEqual([]);
});

/** Fractions and products are worked out: 9/10 is 0.9, 2×50 is 100. */
const worked = (pos: number) => /[×/]/.test(text.slice(pos - 1, pos + 3));

test("a subject is words of the report; only 城乡 pairs are resolved", () => {
  const foreign = numerals.filter(
    ({ subject }) => subject && !text.includes(subject) && !text.includes(subject.replace(/^(?:城镇|农村)/, "城乡")),
  );
  expect(foreign).toEqual([]);
});

test("a part belongs to a measure", () => {
  const measures = new Set(numerals.filter(({ label }) => label === "measure").map(({ i }) => i));
  expect(numerals.filter(({ of }) => of !== undefined && !measures.has(of))).toEqual([]);
});

test("no numeral of the report is without a row", () => {
  const known = new Set(numerals.map(({ pos }) => pos));
  const all = [...text.matchAll(/[0-9]+(?:\.[0-9]+)?/g)].map((found) => found.index);
  expect(all.filter((pos) => !known.has(pos))).toEqual([]);
});

test("quotes stand where they are said to stand", () => {
  const quoted = ["deadlines", "mechanisms", "tasks"].flatMap((name) =>
    rows<Quoted>("yunling-2026", "gold", `${name}.jsonl`),
  );
  expect(quoted.filter(({ pos, quote }) => !text.startsWith(bare(quote), pos))).toEqual([]);
});

test("headings stand where they are said to stand", () => {
  const outline = JSON.parse(read("yunling-2026", "gold", "outline.json")) as Heading[];
  const stray = outline.filter(({ number, title, pos }) => !text.startsWith(`${number ?? ""}${title}`, pos));
  expect(stray).toEqual([]);
});

test("a task holds its measures, and every measure within the scope belongs to a task", () => {
  const tasks = rows<Task>("yunling-2026", "gold", "tasks.jsonl");
  const scope = JSON.parse(read("yunling-2026", "gold", "tasks-scope.json")) as [number, number][];
  const used = new Set(tasks.flatMap(({ measure_i }) => measure_i));
  const left = numerals.filter(
    ({ i, pos, label }) => label === "measure" && scope.some(([from, to]) => from <= pos && pos < to) && !used.has(i),
  );
  expect(left).toEqual([]);
  const outside = tasks.filter(({ pos, quote, measure_i }) =>
    measure_i.some((i) => numerals[i]!.pos < pos || numerals[i]!.pos >= pos + bare(quote).length),
  );
  expect(outside).toEqual([]);
});

test("promises and terms are the report's own words", () => {
  const promises = rows<{ text: string }>("yunling-2026", "gold", "promises.jsonl");
  const terms = rows<{ n: number; definition: string }>("yunling-2026", "gold", "terms.jsonl");
  expect(promises).toHaveLength(10);
  expect(terms.map(({ n }) => n)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
  const words = [...promises.map((row) => row.text), ...terms.map((row) => row.definition)];
  expect(words.filter((word) => !text.includes(bare(word)))).toEqual([]);
});

test("last year's promises and what became of them are quoted from the two reports", () => {
  const outcomes = rows<Outcome>("yunling-2025", "outcomes.jsonl");
  const plan = text.indexOf("二、2026年工作安排");
  const wrong = outcomes.filter(
    ({ promise, pos, evidence, evidence_pos, again, again_pos }) =>
      !lastYears.startsWith(promise, pos) ||
      (evidence !== null && !(text.startsWith(evidence, evidence_pos!) && evidence_pos! < plan)) ||
      (again !== undefined && !(text.startsWith(again, again_pos!) && again_pos! > plan)),
  );
  expect(wrong).toEqual([]);
});

test("the other files of the sample are there, hold the text and are not heavy", () => {
  const names = ["report.docx", "report.pdf", "report.html", "report-wrapped.txt", "report-gbk.txt"];
  const sizes = names.map((name) => statSync(join(samples, "yunling-2026", name)).size);
  expect(sizes.filter((size) => size < 10_000 || size > 1_500_000)).toEqual([]);
  const html = bare(read("yunling-2026", "report.html").replace(/<[^>]*>/g, ""));
  const gbk = new TextDecoder("gbk").decode(readFileSync(join(samples, "yunling-2026", "report-gbk.txt")));
  const document = unzipSync(readFileSync(join(samples, "yunling-2026", "report.docx")))["word/document.xml"]!;
  expect(report.split("\n").filter((line) => !html.includes(bare(line)))).toEqual([]);
  expect(bare(gbk)).toBe(text.replaceAll("₂", "2"));
  expect(bare(strFromU8(document).replace(/<[^>]*>/g, ""))).toBe(text);
});

test("the hard-wrapped text has the same words under its page numbers and half-width marks", () => {
  const wide: Record<string, string> = { ",": "，", ";": "；", "(": "（", ")": "）", ":": "：" };
  const wrapped = read("yunling-2026", "report-wrapped.txt").replace(/\n— \d+ —/g, "");
  expect(bare(wrapped).replace(/[,;():]/g, (mark) => wide[mark]!)).toBe(text);
});
