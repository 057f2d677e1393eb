import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { atLeastOne, ocrOptions } from "./options.ts";
import { progressOn } from "./progress.ts";
import { FAILED, note, OK } from "./tell.ts";

const FORMATS = ["csv", "parquet", "both"] as const;
type Options = {
  out?: string;
  format: (typeof FORMATS)[number];
  jobs: number;
  timeout: number;
  ocr?: boolean;
  force?: boolean;
};

/** `luoshi corpus FOLDER` */
export function addCorpus(program: Command): void {
  const command = program
    .command("corpus")
    .summary("汇总成千上万份报告 tables of thousands of reports")
    .description(
      "并行编译文件夹里的全部报告，每层一张表，另有各地各年目标对照；没有变的文件不重编\nCompiles all reports of a folder in parallel into one table a layer; what has not changed is not compiled again.",
    )
    .argument("<文件夹>", "报告所在的文件夹，包括下级 the folder of the reports, with what is below it")
    .option("-o, --out <文件夹>", "表格放在这里（默认：./文件夹名-汇总） where the tables go")
    .addOption(new Option("-f, --format <格式>", "csv、parquet、both").choices(FORMATS).default("both"))
    .addOption(
      new Option("-j, --jobs <数>", "同时用几个线程 threads").argParser(atLeastOne).default(availableParallelism()),
    )
    .addOption(
      new Option("--timeout <秒>", "一个文件最多用多久 seconds a file may take").argParser(atLeastOne).default(120),
    )
    .option("--force", "文件夹里有别的文件也写 write into a folder that holds other files");
  ocrOptions(command).action(async (folder: string, options: Options) => {
    process.exitCode = await run(folder, options);
  });
}

async function run(folder: string, { out, format, jobs, timeout, ocr, force }: Options): Promise<number> {
  const { compileCorpus } = await import("#actions/corpus/corpus");
  const place = out ?? `${basename(resolve(folder))}-汇总`;
  const progress = progressOn(process.stderr);
  const { files, compiled, unchanged, failures } = await compileCorpus(folder, {
    ...{ out: place, format, threads: jobs, timeoutMs: timeout * 1000, ocr, force },
    onProgress: progress.show,
  }).finally(progress.clear);
  note(`${files} 份：新编译 ${compiled}，未变 ${unchanged}，没读成 ${failures.length}。表格在 ${place}`);
  note(`${files} files: ${compiled} compiled, ${unchanged} unchanged, ${failures.length} failed. Tables in ${place}`);
  for (const { file, chinese, english } of failures) note(`  ${file}：${chinese} ${english}`);
  return failures.length === files ? FAILED : OK;
}
