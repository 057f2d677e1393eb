import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#base/refusal";
import type { CompiledReport } from "#base/report";
import { compileFile } from "./compile-file.ts";
import { writeWhole } from "./output.ts";
import { home } from "./program.ts";
import { ENDINGS, type Format, render } from "./render.ts";

/** 样例: what `luoshi start` made, and of which report. */
export type Started = { report: CompiledReport; files: { format: Format; path: string }[] };

/** What a newcomer sees first, in this order. */
const SHOWN: Format[] = ["html", "xlsx", "csv", "json"];

/** Compiles the newest sample report that comes with the program, and writes its tables and its reading page into `folder`. */
export async function startIn(folder: string): Promise<Started> {
  const report = await compileFile(join(home, "samples", await newestSample(), "report.txt"));
  const stem = `${report.meta.jurisdiction ?? "样例"}${report.meta.year ?? ""}`;
  const files = SHOWN.map((format) => ({ format, path: join(folder, stem + ENDINGS[format]) }));
  for (const { format, path } of files) await writeWhole(path, await render(report, format));
  return { report, files };
}

/** Samples are named place-year: the newest has the latest year. */
async function newestSample(): Promise<string> {
  const names = await readdir(join(home, "samples")).catch(() => []);
  const year = (name: string) => Number(/\d{4}$/.exec(name)?.[0] ?? 0);
  const [newest] = names.sort((a, b) => year(b) - year(a) || (a < b ? -1 : 1));
  if (newest !== undefined) return newest;
  throw new Refusal(
    "start/no-sample",
    "安装里没有样例报告。请重新安装，或直接用 luoshi compile 编译自己的报告。",
    "The installation has no sample report. Install it again, or compile your own with luoshi compile.",
  );
}
