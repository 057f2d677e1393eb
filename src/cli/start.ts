import type { Command } from "commander";
import type { Format } from "#actions/render";
import type { CompiledReport } from "#base/report";
import { table } from "./table.ts";

const SHOWN: Partial<Record<Format, string>> = {
  html: "阅读页 reading page",
  xlsx: "任务分解表 task table",
  csv: "任务 CSV tasks",
  json: "全部数据 all data",
};

/** `luoshi start`, which `npm start` runs. */
export function addStart(program: Command): void {
  program
    .command("start")
    .summary("用样例看一遍 a first look with the sample")
    .description(
      "编译自带的样例报告，把表格和阅读页写到 ./out\nCompiles the bundled sample and writes its tables and reading page to ./out.",
    )
    .action(async () => {
      const { startIn } = await import("#actions/start");
      const { report, files } = await startIn("out");
      const rows = files.map(({ format, path }) => [SHOWN[format] ?? format, path]);
      process.stdout.write(
        [
          `样例报告 the sample: ${report.meta.title ?? ""} ${report.meta.jurisdiction ?? ""} ${report.meta.year ?? ""}`,
          countsOf(report),
          "",
          table([{ title: "写好的文件 written" }, { title: "位置 where" }], rows),
          "",
          "用浏览器打开阅读页；编译自己的报告：node bin/luoshi.js compile 报告.docx --format xlsx",
          "Open the reading page in a browser; compile your own: node bin/luoshi.js compile REPORT.docx --format xlsx",
          "",
        ].join("\n"),
      );
    });
}

const COUNTED: [key: keyof CompiledReport & string, name: string][] = [
  ["targets", "预期目标 targets"],
  ["measures", "数据 measures"],
  ["tasks", "任务 tasks"],
  ["projects", "项目 projects"],
  ["promises", "民生实事 promises"],
  ["deadlines", "时限 deadlines"],
  ["mechanisms", "机制 mechanisms"],
  ["terms", "名词 terms"],
  ["diagnostics", "存疑 diagnostics"],
];

/** 读到: how much was found of each kind. */
const countsOf = (report: CompiledReport): string =>
  COUNTED.map(([key, name]) => `${name} ${(report[key] as unknown[]).length}`).join("，");
