import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test as alone, beforeAll, expect } from "vitest";
import type { CompiledReport } from "#base/report";
import { displayWidth } from "#cli/width";
import { build } from "../scripts/build.js";
import { emptyFolder, luoshi, root, run, sample } from "./run.ts";

beforeAll(() => build());

/** Most of a test is waiting for a process: they wait together. */
const test = alone.concurrent;

const read = (...path: string[]) => readFileSync(join(...path), "utf8");
/** A folder with one report in it, under a name with a blank. */
function desk() {
  const folder = emptyFolder();
  copyFileSync(sample, join(folder, "某县 报告.txt"));
  return { folder, report: "某县 报告.txt" };
}

test("compile prints the report as JSON, and nothing but it", async () => {
  const { status, out, err } = await luoshi(["compile", sample]);
  const report = JSON.parse(out) as CompiledReport;
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(report.schema).toBe("luoshi-report/1");
  expect(report.measures.length).toBeGreaterThan(100);
});

test("a report from standard input is read like the file, named - or not at all", async () => {
  const input = readFileSync(sample, "utf8");
  const [file, dash, piped] = await Promise.all([
    luoshi(["compile", sample, "-f", "lines"]),
    luoshi(["compile", "-", "-f", "lines"], { input }),
    luoshi(["compile", "-f", "lines"], { input }),
  ]);
  expect(dash.out).toBe(file.out);
  expect(piped.out).toBe(file.out);
  expect(file.out.split("\n").length).toBeGreaterThan(100);
});

test("a workbook and a reading page go beside the working directory under a Chinese name, and it is said where", async () => {
  const { folder, report } = desk();
  const [xlsx, html] = await Promise.all(
    ["xlsx", "html"].map((format) => luoshi(["compile", report, "-f", format], { cwd: folder })),
  );
  expect([xlsx!.status, html!.status]).toEqual([0, 0]);
  expect(xlsx!.err).toContain("某县 报告-任务分解表.xlsx");
  expect(html!.err).toContain("某县 报告-阅读页.html");
  expect(readFileSync(join(folder, "某县 报告-任务分解表.xlsx")).subarray(0, 2).toString()).toBe("PK");
  expect(read(folder, "某县 报告-阅读页.html")).toMatch(/^<!doctype html>/i);
  expect(readdirSync(folder)).toHaveLength(3);
});

test("a file under a name that the program made up is never replaced without --force", async () => {
  const { folder, report } = desk();
  const mine = join(folder, "某县 报告-阅读页.html");
  writeFileSync(mine, "my notes");
  const refused = await luoshi(["compile", report, "-f", "html"], { cwd: folder });
  expect(refused.status).toBe(1);
  expect(refused.err).toMatch(/已经有了.*--force.*exists/);
  expect(read(mine)).toBe("my notes");
  expect((await luoshi(["compile", report, "-f", "html", "--force"], { cwd: folder })).status).toBe(0);
  expect(read(mine)).not.toBe("my notes");
});

test("a file that the user named is replaced, and its ending says the format", async () => {
  const { folder, report } = desk();
  const out = join(folder, "out.json");
  writeFileSync(out, "old");
  const ran = await luoshi(["compile", report, "-o", out], { cwd: folder });
  expect(ran).toEqual({ status: 0, out: "", err: "" });
  expect(JSON.parse(read(out)).schema).toBe("luoshi-report/1");
});

test("a report is never replaced by its own output", async () => {
  const { folder, report } = desk();
  const ran = await luoshi(["compile", report, "-o", report], { cwd: folder });
  expect(ran.status).toBe(1);
  expect(ran.err).toContain("同一个文件");
  expect(read(folder, report)).toBe(read(sample));
});

test("where nothing can be written, nothing half-written stays", async () => {
  const { folder, report } = desk();
  const ran = await luoshi(["compile", report, "-o", join(report, "inside.json")], { cwd: folder });
  expect(ran.status).toBe(1);
  expect(ran.err).toMatch(/写不进去.*Cannot write/);
  expect(readdirSync(folder)).toEqual([report]);
});

test("several files: one output each in a folder, JSON one a line on standard output", async () => {
  const { folder, report } = desk();
  copyFileSync(sample, join(folder, "b.txt"));
  const [files, lines, csv] = await Promise.all([
    luoshi(["compile", report, "b.txt", "-f", "csv", "-o", "tables"], { cwd: folder }),
    luoshi(["compile", report, "b.txt"], { cwd: folder }),
    luoshi(["compile", report, "b.txt", "-f", "csv"], { cwd: folder }),
  ]);
  expect(files.status).toBe(0);
  expect(readdirSync(join(folder, "tables")).sort()).toEqual(["b-任务分解表.csv", "某县 报告-任务分解表.csv"]);
  const names = lines.out
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as CompiledReport).source.name);
  expect(names).toEqual([report, "b.txt"]);
  expect(csv.status).toBe(2);
});

test("a file that can't be read ends with status 1 and one sentence; the other files are compiled all the same", async () => {
  const { folder, report } = desk();
  writeFileSync(join(folder, "空.txt"), "");
  const ran = await luoshi(["compile", "空.txt", "没有.docx", report, "-o", "out/"], { cwd: folder });
  const [empty, missing, written, ...rest] = ran.err.trim().split("\n");
  expect(ran.status).toBe(1);
  expect(empty).toMatch(/^空\.txt：文件是空的.*The file is empty/);
  expect(missing).toMatch(/找不到文件“没有\.docx”.*There is no file/);
  expect(written).toContain("某县 报告.json");
  expect(rest).toEqual([]);
  expect(existsSync(join(folder, "out", "某县 报告.json"))).toBe(true);
});

test.each([
  [["nosuch"], "没有这个命令"],
  [["compile", "--nosuch"], "没有这个选项"],
  [["compile", "x.txt", "-f", "doc"], "参数的值不对"],
  [["explain", sample], "--at"],
  [["explain", sample, "--at", "-3"], ""],
  [["corpus"], "缺少参数"],
  [["targets", sample, "-i", "幸福指数"], "没有主要指标"],
  [[], "用法"],
])("%j is a usage error: status 2", async (args, says) => {
  const { status, out, err } = await luoshi(args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(says);
});

test("| head ends it in silence", async () => {
  const ran = await run("bash", [
    "-c",
    `set -o pipefail; "$0" bin/luoshi.js compile "$1" | head -c 20`,
    process.execPath,
    sample,
  ]);
  expect(ran.err).toBe("");
  expect(ran.status).toBe(0);
  expect(ran.out).toHaveLength(20);
});

test("help is in Chinese with English beside it, for the program and for each command", async () => {
  const commands = ["compile", "explain", "targets", "corpus", "start"];
  const helps = await Promise.all(
    [[], ...commands.map((command) => [command])].map((args) => luoshi([...args, "--help"])),
  );
  for (const { status, out } of helps) {
    expect(status).toBe(0);
    expect(out).toMatch(/用法 Usage: luoshi/);
    expect(out).toMatch(/[\u4e00-\u9fff]{4}/);
  }
  for (const command of commands) expect(helps[0]!.out).toContain(`  ${command}`);
  expect((await luoshi(["--version"])).out.trim()).toBe(JSON.parse(read(root, "package.json")).version);
});

test("explain shows the place, the finding that covers it and its rule", async () => {
  const text = read(sample);
  const words = /地区生产总值[^。]{0,12}?\d+(\.\d+)?亿元/.exec(text)!;
  const figure = words.index + words[0].search(/\d/);
  const [at, find, beyond] = await Promise.all([
    luoshi(["explain", sample, "--at", String(figure)]),
    luoshi(["explain", sample, "--find", words[0].slice(0, 8)]),
    luoshi(["explain", sample, "--at", "99999999"]),
  ]);
  expect(at.out).toMatch(/^1\. .*\n {3}…?.*【\d】/);
  expect(at.out).toMatch(/2\. .*\n/);
  expect(at.out).toContain("规则");
  expect(find.out).toContain(`【${words[0].slice(0, 8)}】`);
  expect(beyond.status).toBe(1);
  expect(beyond.err).toContain("超出全文");
});

test("the table of targets stands in columns, whatever mixture of 汉字 and digits is in it", async () => {
  const { status, out } = await luoshi(["targets", sample]);
  const [head, rule, ...rows] = out.trimEnd().split("\n");
  expect(status).toBe(0);
  expect(head).toMatch(/^地区 +年份 +指标 +目标 +结果$/);
  const columns = rule!.split("  ").map(({ length }) => length);
  const indicatorAt = columns[0]! + columns[1]! + 4;
  const gdp = rows.find((row) => row.includes("地区生产总值"))!;
  expect(displayWidth(gdp.slice(0, gdp.indexOf("地区生产总值")))).toBe(indicatorAt);
  expect(Math.max(...rows.map(displayWidth))).toBeLessThanOrEqual(displayWidth(rule!));
});

test("targets of a folder of consecutive years put the result beside the target", async () => {
  const { out } = await luoshi(["targets", join(root, "samples"), "-f", "json", "-i", "GDP"]);
  const rows = JSON.parse(out) as { place: string; year: number; name: string; result: { file: string } | null }[];
  expect(rows.length).toBeGreaterThanOrEqual(2);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(["地区生产总值"]));
  expect(rows.some(({ result }) => result !== null)).toBe(true);
});

test("start writes the sample's tables and reading page into ./out and says where and how much", async () => {
  const folder = emptyFolder();
  const { status, out } = await luoshi(["start"], { cwd: folder });
  const written = readdirSync(join(folder, "out")).sort();
  expect(status).toBe(0);
  expect(written.map((name) => name.replace(/.*\./, "")).sort()).toEqual(["csv", "html", "json", "xlsx"]);
  for (const name of written) expect(out).toContain(join("out", basename(name)));
  expect(out).toMatch(/数据 measures \d{2,}/);
});
