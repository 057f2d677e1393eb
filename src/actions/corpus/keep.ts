import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { CompiledReport } from "#base/report";
import { tables } from "#paper/tables";
import { compileFile } from "../compile-file.ts";
import { statementsOf } from "../outcomes.ts";
import { writeWhole } from "../output.ts";
import type { Answer, Job, Kept, LayerRows } from "./protocol.ts";

/**
 * Compiles one file of a corpus and keeps what comes of it, unless the same bytes were compiled before
 * by the same program with the same options. Throws `Refusal` where the file can't be read.
 */
export async function keepFile(job: Job): Promise<Answer> {
  const key = keyOf(job, await digest(job.path).catch(() => ""));
  const kept = keptFile(job.cache, key);
  if (existsSync(kept)) return { status: "unchanged", key };
  const report = await compileFile(job.path, { ocr: job.ocr });
  await writeWhole(kept, gzipSync(JSON.stringify(keptOf(report, job.file)), { level: 1 }));
  return { status: "compiled", key };
}

/** The name's ending is in the key, too: the reader tells where it belies the content. */
function keyOf({ path, stamp }: Job, content: string): string {
  return createHash("sha256")
    .update([stamp, extname(path).toLowerCase(), content].join("\n"))
    .digest("hex");
}

/** SHA-256 of a file, read in pieces: a file may be larger than what the reader takes. */
async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}

/** Where the rows of a key lie. */
export const keptFile = (cache: string, key: string): string => join(cache, `${key}.json.gz`);

/** The kept rows of a file, under the name that it has in this corpus. */
export async function readKept(cache: string, key: string, file: string): Promise<Kept> {
  const kept = JSON.parse(gunzipSync(await readFile(keptFile(cache, key))).toString("utf8")) as Kept;
  const place = kept.place ?? file;
  return { ...kept, statements: kept.statements.map((one) => ({ ...one, place, file })) };
}

function keptOf(report: CompiledReport, file: string): Kept {
  const { jurisdiction, level, year } = report.meta;
  return {
    ...{ place: jurisdiction, level, year, source: report.source },
    layers: [reportRow(report), ...tables(report).map(({ name, columns, rows }) => ({ name, columns, rows }))],
    statements: statementsOf(report, file),
  };
}

/** 报告: one row a file, what the report says of itself. */
function reportRow({ meta, source, ...report }: CompiledReport): LayerRows {
  const text = (key: string, value: string | null) => ({ key, type: "text" as const, value });
  const count = (key: string, value: number | null) => ({ key, type: "integer" as const, value });
  const fields = [
    text("title", meta.title),
    text("code", meta.code),
    count("review_year", meta.reviewYear),
    text("date", meta.date),
    text("meeting", meta.meeting),
    text("speaker", meta.speaker),
    text("office", meta.office),
    text("media_type", source.mediaType),
    text("sha256", source.sha256),
    count("characters", source.characters),
    count("pages", source.pages),
    ...COUNTED.map((layer) => count(layer, report[layer].length)),
  ];
  const columns = fields.map(({ key, type }) => ({ key, type }));
  return { name: "reports", columns, rows: [fields.map(({ value }) => value)] };
}

const COUNTED = [
  "sections",
  "measures",
  "targets",
  "promises",
  "terms",
  "deadlines",
  "mechanisms",
  "tasks",
  "projects",
  "diagnostics",
] as const;
