#!/usr/bin/env node
/**
 * How fast the compiler reads, measured here and now on one core.
 *
 *   npm run bench               under a minute
 *   npm run bench -- --full     all sizes up to 10⁷ characters, and the other program on a whole report
 *
 * Texts are real reports where ../shared/reports and ../shared/corpus are beside the repository, else the bundled
 * samples again and again. Every figure is the median of several rounds after a warm-up.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import recognizers from "@microsoft/recognizers-text-suite";
import { compile } from "../dist/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const full = process.argv.includes("--full");

const reports = realReports();
const report = reports.find(({ length }) => length > 12_000) ?? reports[0];

console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}; ${reports.length} reports of ${total(reports)} characters\n`,
);
function realReports() {
  const folders = [join(root, "../shared/reports"), join(root, "../shared/corpus")];
  const real = folders.flatMap((folder) => textsIn(folder, /\.txt$/));
  return real.length > 0 ? real : textsIn(join(root, "samples"), /^report\.txt$/);
}

function textsIn(folder, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return textsIn(join(folder, entry.name), name);
      return name.test(entry.name) ? [readFileSync(join(folder, entry.name), "utf8")] : [];
    });
}

function total(texts) {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** A text as the reader hands it over: what is timed is the compiler, not the file and not the hash. */
function read(text) {
  return { name: "bench", mediaType: "text/plain", sha256: "", text, pages: null, diagnostics: [] };
}

/** Seconds that `work` takes: the median of so many rounds after a warm-up of half a second that does not count. */
function seconds(work, rounds) {
  for (let spent = 0; spent < 0.5; ) spent += timed(work);
  return median(Array.from({ length: rounds }, () => timed(work)));
}

function timed(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Reports one after the other as one text of this length. */
function oneText(length) {
  const parts = [];
  for (let i = 0, made = 0; made < length; i++) {
    parts.push(reports[i % reports.length]);
    made += parts.at(-1).length + 1;
  }
  return parts.join("\n").slice(0, length);
}

/** Whole reports, together about this long. */
function separate(length) {
  const parts = [];
  for (let i = 0; total(parts) < length; i++) parts.push(reports[i % reports.length]);
  return parts;
}

function sizes() {
  const table = [
    ["10⁴ characters, the beginning of one report", [report.slice(0, 1e4)], 31],
    ["10⁵ characters, separate reports", separate(1e5), 15],
    ["10⁶ characters, one long text", [oneText(1e6)], 5],
    ...(full ? [["10⁷ characters, one long text", [oneText(1e7)], 3]] : []),
  ];
  console.log("All layers                                     characters        ms   characters/s   ns/character");
  for (const [name, texts, rounds] of table) {
    const characters = total(texts);
    const time = seconds(() => {
      for (const text of texts) compile(read(text));
    }, rounds);
    const cells = [
      `${characters}`.padStart(12),
      (time * 1000).toFixed(1).padStart(10),
      `${Math.round(characters / time)}`.padStart(15),
    ];
    console.log(`${name.padEnd(45)}${cells.join("")}${((time * 1e9) / characters).toFixed(0).padStart(15)}`);
  }
}

const RECOGNIZERS = {
  number: recognizers.recognizeNumber,
  percentage: recognizers.recognizePercentage,
  currency: recognizers.recognizeCurrency,
  dimension: recognizers.recognizeDimension,
  datetime: recognizers.recognizeDateTime,
};

/** Microsoft's Recognizers-Text on the same text in the same process: the whole report at once, and sentence by sentence. */
function beside() {
  const text = full ? report : report.slice(0, 4000);
  const sentences = text.split(/(?<=[。；！？])/);
  const ours = seconds(() => compile(read(text)), 31);
  console.log(`\n@microsoft/recognizers-text-suite, zh-cn, beside it on ${text.length} characters\n`);
  console.log("                    whole report   sentence by sentence");
  const times = Object.entries(RECOGNIZERS).map(([name, recognize]) => {
    const bySentence = seconds(() => sentences.forEach((sentence) => void recognize(sentence, "zh-cn")), 3);
    // Its cost on a whole report grows faster than the text: one round, warm already, says enough.
    const whole = timed(() => recognize(text, "zh-cn"));
    console.log(`${name.padEnd(16)}${milliseconds(whole)}${milliseconds(bySentence)}`);
    return { whole, bySentence, best: Math.min(whole, bySentence) };
  });
  for (const [name, mode] of [
    ["all, whole report", "whole"],
    ["all, sentence by sentence", "bySentence"],
    ["all, each in its better mode", "best"],
  ]) {
    const time = times.reduce((sum, one) => sum + one[mode], 0);
    console.log(
      `${name.padEnd(30)}${milliseconds(time)}   ${Math.round(text.length / time)} characters/s   luoshi is ${(time / ours).toFixed(0)} × as fast`,
    );
  }
}

function milliseconds(time) {
  return `${(time * 1000).toFixed(1)} ms`.padStart(16);
}

/** From the start of the command to its end on one report, as a person waits for it, and what it takes of memory. */
function command() {
  const newest = readdirSync(join(root, "samples"))
    .filter((name) => /-\d{4}$/.test(name))
    .sort((a, b) => a.slice(-4) - b.slice(-4))
    .at(-1);
  const file = join(root, "samples", newest, "report.txt");
  const atExit =
    "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(2,'maxRSS '+process.resourceUsage().maxRSS))";
  const runs = Array.from({ length: full ? 21 : 9 }, () => {
    const began = performance.now();
    const args = ["--import", atExit, join(root, "bin/luoshi.js"), "compile", file, "--format", "json"];
    const said = execFileSync("/bin/sh", ["-c", '"$@" 2>&1 >/dev/null', "sh", process.execPath, ...args], {
      encoding: "utf8",
    });
    return { time: performance.now() - began, memory: Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024 };
  });
  const time = median(runs.map((run) => run.time));
  const memory = median(runs.map((run) => run.memory));
  console.log(
    `\nluoshi compile, one report of text: ${time.toFixed(0)} ms from start to end, ${memory.toFixed(0)} MB resident at most (medians of ${runs.length})`,
  );
}

sizes();
beside();
command();
