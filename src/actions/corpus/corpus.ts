import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "#base/refusal";
import { writeWhole } from "../output.ts";
import { home, version } from "../program.ts";
import { type CorpusFile, filesOf } from "./files.ts";
import { keptFile } from "./keep.ts";
import { type Ended, runPool } from "./pool.ts";
import type { Answer, Job } from "./protocol.ts";
import { csvSink, parquetSinks } from "./sink.ts";
import { writeTables } from "./tables.ts";

export type CorpusOptions = {
  /** Where the tables go. */
  out: string;
  format: "csv" | "parquet" | "both";
  threads: number;
  /** A file that takes longer is given up. */
  timeoutMs: number;
  ocr?: boolean | undefined;
  /** Write into a folder that holds other things. */
  force?: boolean | undefined;
  onProgress?: (done: number, total: number, file: string) => void;
};

/** A file that could not be compiled, and why. */
export type Failure = { file: string; code: string; chinese: string; english: string };

/** 汇总结果: what became of a corpus. */
export type CorpusResult = { files: number; compiled: number; unchanged: number; failures: Failure[] };

/** The file that marks an output folder as ours. */
export const MARKER = "luoshi-corpus.json";

/** What a thread may take before it is given up: a report needs a tenth of it. */
const MEMORY_MB = 1024;

/**
 * 汇总: compiles every report below a folder on several threads and writes one table a layer.
 * What was compiled before and has not changed is taken over. Throws `Refusal` where there is nothing to compile
 * or the output folder is somebody else's; bad files are told in the result.
 */
export async function compileCorpus(folder: string, options: CorpusOptions): Promise<CorpusResult> {
  const files = await filesOf(folder, { pictures: options.ocr === true, except: options.out });
  if (files.length === 0) throw nothingIn(folder);
  await claim(options.out, options.force ?? false);
  const cache = join(options.out, ".cache");
  await mkdir(cache, { recursive: true });
  const { entries, failures, compiled } = await compileAll(files, cache, options);
  const makers = [
    ...(options.format === "parquet" ? [] : [csvSink]),
    ...(options.format === "csv" ? [] : [await parquetSinks()]),
  ];
  await writeTables(options.out, cache, entries, makers);
  await sweep(cache, new Set(entries.map(({ key }) => keptFile(cache, key))));
  const result = { files: files.length, compiled, unchanged: entries.length - compiled, failures };
  await writeWhole(
    join(options.out, MARKER),
    `${JSON.stringify({ program: program(), ...result, entries }, null, 1)}\n`,
  );
  return result;
}

async function compileAll(files: CorpusFile[], cache: string, options: CorpusOptions) {
  const stamp = [program(), options.ocr ?? "auto"].join(" ");
  const jobs = files.map(({ path, file }): Job => ({ path, file, cache, stamp, ocr: options.ocr }));
  const answers = new Map<string, Answer>();
  options.onProgress?.(0, jobs.length, "");
  await runPool<Job, Answer>({
    ...{ script: workerScript, threads: options.threads, timeoutMs: options.timeoutMs, memoryMb: MEMORY_MB, jobs },
    onEnd({ file }, ended) {
      answers.set(file, answered(ended));
      options.onProgress?.(answers.size, jobs.length, file);
    },
  });
  return sorted(files, answers);
}

/** In the order of the files, whichever thread was first. */
function sorted(files: CorpusFile[], answers: Map<string, Answer>) {
  const entries: { file: string; key: string }[] = [];
  const failures: Failure[] = [];
  let compiled = 0;
  for (const { file } of files) {
    const answer = answers.get(file)!;
    if (answer.status === "refused") failures.push({ file, ...wordsOf(answer) });
    else entries.push({ file, key: answer.key });
    if (answer.status === "compiled") compiled++;
  }
  return { entries, failures, compiled };
}

const wordsOf = ({ code, chinese, english }: Extract<Answer, { status: "refused" }>) => ({ code, chinese, english });

function answered(ended: Ended<Answer>): Answer {
  if ("answer" in ended) return ended.answer;
  if (ended.lost === "hung")
    return {
      ...{ status: "refused", code: "corpus/timeout" },
      chinese: `超过${ended.why}没有读完，已放弃。请用 --timeout 给更长时间，或单独编译这个文件。`,
      english: `Given up after ${ended.why}. Allow more with --timeout, or compile it alone.`,
    };
  return {
    ...{ status: "refused", code: "corpus/died" },
    chinese: `读这个文件的线程中断了（${ended.why}）。请单独编译这个文件，并报告给开发者。`,
    english: `The thread that read it died (${ended.why}). Compile it alone, and report it.`,
  };
}

const workerScript = pathToFileURL(join(home, "dist", "worker.js"));

/** Version and content of the program: its parts are named by their content, so the first file stands for all. */
function program(): string {
  const content = createHash("sha256").update(readFileSync(workerScript)).digest("hex");
  return `luoshi ${version()} ${content.slice(0, 12)}`;
}

/** An output folder is ours when it is new, empty or marked; anything else needs --force. Marks it. */
async function claim(out: string, force: boolean): Promise<void> {
  const marker = join(out, MARKER);
  if (existsSync(marker)) return;
  const inside = existsSync(out) ? await readdir(out).catch(() => ["?"]) : [];
  if (force || inside.length === 0) return writeWhole(marker, "{}\n");
  throw new Refusal(
    "corpus/not-ours",
    `“${out}”里已有别的文件，没有动它。请用 -o 另指一个文件夹，或加 --force 写进去。`,
    `${out} holds other files and was left alone. Name another folder with -o, or add --force.`,
  );
}

function nothingIn(folder: string): Refusal {
  return new Refusal(
    "corpus/empty",
    `“${folder}”里没有报告文件（TXT、HTML、DOCX、PDF；图片须加 --ocr）。请换一个文件夹。`,
    `${folder} holds no reports (TXT, HTML, DOCX, PDF; pictures with --ocr). Name another folder.`,
  );
}

/** Takes away what no file of the corpus needs any more. */
async function sweep(cache: string, needed: Set<string>): Promise<void> {
  for (const name of await readdir(cache)) if (!needed.has(join(cache, name))) await rm(join(cache, name));
}
