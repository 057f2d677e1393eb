import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { test as alone, beforeAll, expect } from "vitest";
import { type Ended, runPool } from "#actions/corpus/pool";
import type { CompiledReport } from "#base/report";
import { build } from "../scripts/build.js";
import { emptyFolder, luoshi, root, sample } from "./run.ts";

/** Most of a test is waiting for a process: they wait together. */
const test = alone.concurrent;

let report: CompiledReport;
beforeAll(async () => {
  await build();
  report = JSON.parse((await luoshi(["compile", sample])).out) as CompiledReport;
});

/** A folder of two good reports (one further down), an empty file, a binary one, and a file that is no report's. */
function corpus() {
  const folder = emptyFolder();
  mkdirSync(join(folder, "reports", "县"), { recursive: true });
  copyFileSync(sample, join(folder, "reports", "a.txt"));
  writeFileSync(join(folder, "reports", "县", "b.txt"), shortReport(2025));
  writeFileSync(join(folder, "reports", "空.txt"), "");
  writeFileSync(join(folder, "reports", "坏.pdf"), Buffer.from("%PDF-1.7\n%âãÏÓ\nnothing of a PDF"));
  writeFileSync(join(folder, "reports", "封面.psd"), "8BPS");
  return folder;
}

const shortReport = (year: number) =>
  `政府工作报告\n青禾县县长 林知远\n一、${year - 1}年工作回顾\n地区生产总值增长6.2%。\n二、${year}年工作安排\n` +
  `主要预期目标是：地区生产总值增长6.3%左右，固定资产投资增长8%。\n新建学校2所。\n`;

const lines = (...path: string[]) =>
  readFileSync(join(...path), "utf8")
    .split("\r\n")
    .filter(Boolean);
const rowsOf = async (file: string) => parquetReadObjects({ file: await asyncBufferFromFile(file) });

test("a folder becomes one table a layer in CSV and Parquet; bad files are told and stop nothing", async () => {
  const folder = corpus();
  const { status, out, err } = await luoshi(["corpus", "reports", "-o", "tables", "--jobs", "2"], { cwd: folder });
  expect(status).toBe(0);
  expect(out).toBe("");
  expect(err).toContain("4 files: 2 compiled, 0 unchanged, 2 failed");
  expect(err).toMatch(/ {2}坏\.pdf：.+\n {2}空\.txt：文件是空的/);
  const head = lines(folder, "tables", "measures.csv")[0]!;
  expect(head).toMatch(/^\uFEFFfile,place,level,year,/);
  const measures = await rowsOf(join(folder, "tables", "measures.parquet"));
  expect(measures.filter(({ file }) => file === "a.txt")).toHaveLength(report.measures.length);
  expect(measures.some(({ file }) => file === "县/b.txt")).toBe(true);
  expect(lines(folder, "tables", "reports.csv")).toHaveLength(3);
  expect(readdirSync(join(folder, "tables")).filter((name) => name.includes(".part"))).toEqual([]);
});

test("every layer has its table, with the numbers as numbers", async () => {
  const folder = corpus();
  await luoshi(["corpus", "reports", "-o", "tables", "--format", "parquet"], { cwd: folder });
  const names = readdirSync(join(folder, "tables")).filter((name) => name.endsWith(".parquet"));
  const layers = [
    "sections",
    "measures",
    "targets",
    "promises",
    "terms",
    "deadlines",
    "mechanisms",
    "tasks",
    "projects",
  ];
  for (const layer of [...layers, "diagnostics", "reports", "outcomes", "targets-by-place"])
    expect(names).toContain(`${layer}.parquet`);
  const [first] = (await rowsOf(join(folder, "tables", "measures.parquet"))).filter(({ file }) => file === "a.txt");
  expect(first!.value).toBe(report.measures[0]!.value);
  expect(first!.place).toBe(report.meta.jurisdiction);
  expect(first!.year).toBe(report.meta.year);
});

test("what has not changed is not compiled again; what changed, came or went is", async () => {
  const folder = corpus();
  const again = () => luoshi(["corpus", "reports", "-o", "tables", "-f", "csv"], { cwd: folder });
  await again();
  const before = lines(folder, "tables", "measures.csv");
  expect((await again()).err).toContain("0 compiled, 2 unchanged");
  expect(lines(folder, "tables", "measures.csv")).toEqual(before);
  writeFileSync(join(folder, "reports", "县", "b.txt"), shortReport(2026));
  expect((await again()).err).toContain("1 compiled, 1 unchanged");
  rmSync(join(folder, "reports", "a.txt"));
  expect((await again()).err).toContain("0 compiled, 1 unchanged");
  expect(lines(folder, "tables", "reports.csv")).toHaveLength(2);
  expect(readdirSync(join(folder, "tables", ".cache"))).toHaveLength(1);
});

test("the tables are the same however many threads there are", async () => {
  const folder = corpus();
  for (const jobs of ["1", "3"])
    await luoshi(["corpus", "reports", "-o", jobs, "-f", "csv", "-j", jobs], { cwd: folder });
  for (const name of readdirSync(join(folder, "1")).filter((file) => file.endsWith(".csv")))
    expect(lines(folder, "3", name)).toEqual(lines(folder, "1", name));
});

test("where every file is bad, or there is none, or the folder is somebody else's, it ends with status 1", async () => {
  const folder = corpus();
  mkdirSync(join(folder, "bad"));
  mkdirSync(join(folder, "none"));
  copyFileSync(join(folder, "reports", "空.txt"), join(folder, "bad", "空.txt"));
  const [bad, none, missing, taken] = await Promise.all([
    luoshi(["corpus", "bad"], { cwd: folder }),
    luoshi(["corpus", "none"], { cwd: folder }),
    luoshi(["corpus", "nosuch"], { cwd: folder }),
    luoshi(["corpus", "reports", "-o", root], { cwd: folder }),
  ]);
  expect([bad.status, none.status, missing.status, taken.status]).toEqual([1, 1, 1, 1]);
  expect(bad.err).toContain("文件是空的");
  expect(none.err).toContain("没有报告文件");
  expect(missing.err).toContain("没有这个文件夹");
  expect(taken.err).toMatch(/已有别的文件.*--force/);
});

test("a thread that hangs or dies loses its own job and no other", async () => {
  const script = join(emptyFolder(), "thread.mjs");
  writeFileSync(
    script,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", (job) => {
       if (job === "hang") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
       if (job === "die") process.exit(3);
       if (job === "throw") throw new Error("broken");
       if (job === "eat") { const all = []; for (;;) all.push(new Array(1e5).fill(job.length)); }
       parentPort.postMessage(job.toUpperCase());
     });`,
  );
  const ends = new Map<string, Ended<string>>();
  await runPool<string, string>({
    ...{ script: pathToFileURL(script), threads: 2, timeoutMs: 6000, memoryMb: 32 },
    jobs: ["a", "hang", "b", "die", "c", "throw", "eat", "d"],
    onEnd: (job, ended) => ends.set(job, ended),
  });
  for (const job of ["a", "b", "c", "d"]) expect(ends.get(job)).toEqual({ answer: job.toUpperCase() });
  expect(ends.get("hang")).toMatchObject({ lost: "hung" });
  for (const job of ["die", "throw", "eat"]) expect(ends.get(job)).toMatchObject({ lost: "died" });
});
