import { type Command, Option } from "commander";
import type { Outcome } from "#actions/outcomes";
import { inputsOf } from "./compile.ts";
import { ocrOptions } from "./options.ts";
import { progressOn } from "./progress.ts";
import { table } from "./table.ts";
import { FAILED, note, OK, tellRefusal } from "./tell.ts";

const FORMATS = ["table", "csv", "json"] as const;
type Options = { format: (typeof FORMATS)[number]; indicator?: string; ocr?: boolean };

/** `luoshi targets FOLDER|FILE…` */
export function addTargets(program: Command): void {
  const command = program
    .command("targets")
    .summary("主要目标与结果 headline targets and results")
    .description(
      "列出各地各年主要指标的目标；结果取自同年下一份报告的回顾部分\nThe headline targets by place and year; the results stand in the review of the next report.",
    )
    .argument("[文件或文件夹...]", "- 或不写为标准输入 files or folders; - is standard input")
    .addOption(new Option("-f, --format <格式>", "table 表格、csv、json").choices(FORMATS).default("table"))
    .option("-i, --indicator <指标>", "只看一个指标，如 gdp 或 地区生产总值 one indicator only");
  ocrOptions(command).action(async (paths: string[], options: Options) => {
    process.exitCode = await printTargets(inputsOf(paths), options);
  });
}

async function printTargets(paths: string[], { format, indicator, ocr }: Options): Promise<number> {
  const { targetsOf } = await import("#actions/targets");
  const progress = progressOn(process.stderr);
  const found = await targetsOf(paths, { ...(ocr === undefined ? {} : { ocr }), onProgress: progress.show });
  progress.clear();
  const outcomes = await only(found.outcomes, indicator);
  process.stdout.write(await WRITERS[format](outcomes));
  for (const { file, refusal } of found.failures) tellRefusal(refusal, file);
  if (outcomes.length === 0 && found.failures.length === 0)
    note("没有读到主要预期目标。 No headline targets were found.");
  return found.failures.length > 0 ? FAILED : OK;
}

/** The rows of the indicator that was asked for, by its id or by any of its names. */
async function only(outcomes: Outcome[], asked: string | undefined): Promise<Outcome[]> {
  if (asked === undefined) return outcomes;
  const { indicatorIn } = await import("#actions/indicators");
  const id = indicatorIn(asked);
  return outcomes.filter(({ indicator }) => indicator === id);
}

const WRITERS: Record<Options["format"], (outcomes: Outcome[]) => Promise<string>> = {
  json: async (outcomes) => `${JSON.stringify(outcomes, null, 1)}\n`,
  csv: async (outcomes) => (await import("#actions/outcome-csv")).outcomeCsv(outcomes),
  table: async (outcomes) => (outcomes.length === 0 ? "" : `${asTable(outcomes)}\n`),
};

const COLUMNS = [
  { title: "地区" },
  { title: "年份", right: true },
  { title: "指标" },
  { title: "目标" },
  { title: "结果" },
];

/** A place and a year are said once; their indicators stand below one another. */
function asTable(outcomes: Outcome[]): string {
  const rows = outcomes.map(({ place, year, name, target, result }, i) => {
    const before = outcomes[i - 1];
    const samePlace = before?.place === place;
    const head = samePlace && before?.year === year ? ["", ""] : [samePlace ? "" : place, String(year ?? "—")];
    return [...head, name, target?.says ?? "—", result?.says ?? "—"];
  });
  return table(COLUMNS, rows);
}
