import { type Command, Option } from "commander";
import { asRefusal, compileFile } from "#actions/compile-file";
import { writeWhole } from "#actions/output";
import { FORMATS, type Format, formatOf, render } from "#actions/render";
import type { CompiledReport } from "#base/report";
import { type Destination, destinations, guard } from "./destination.ts";
import { ocrOptions } from "./options.ts";
import { type Progress, progressOn } from "./progress.ts";
import { FAILED, note, OK, tellRefusal, usage } from "./tell.ts";

type Options = { format?: Format; out?: string; ocr?: boolean; force?: boolean };

/** What is the same for all files of one call. */
type Call = { format: Format; several: boolean; force: boolean; ocr: boolean | undefined; progress: Progress };

const FORMAT_HELP = "json 数据、xlsx 任务分解表、csv、html 阅读页、lines 逐条；不写则看 -o 的扩展名，再不然是 json";

/** `luoshi compile FILE…` */
export function addCompile(program: Command): void {
  const command = program
    .command("compile")
    .summary("编译报告 compile reports")
    .description("把报告编译成数据、任务分解表或阅读页\nCompiles reports into data, the task table or a reading page.")
    .argument("[文件...]", "TXT、HTML、DOCX、PDF、图片；- 或不写为标准输入 files; - is standard input")
    .addOption(new Option("-f, --format <格式>", FORMAT_HELP).choices(FORMATS))
    .option("-o, --out <位置>", "写到这个文件；多个文件时为文件夹 output file, or folder for several files")
    .option("--force", "程序取名的文件已有时也覆盖 replace existing files that the program named");
  ocrOptions(command).action(async (files: string[], options: Options) => {
    process.exitCode = await compileAll(inputsOf(files), options);
  });
}

/** The files named, or standard input; a person at a terminal who names nothing is told how. */
export function inputsOf(files: string[]): string[] {
  if (files.length > 0) return files;
  if (process.stdin.isTTY) throw usage("请给出报告文件。", "Name a file, or pipe a report in.");
  return ["-"];
}

async function compileAll(inputs: string[], { format: asked, out, force = false, ocr }: Options): Promise<number> {
  const format = asked ?? (out === undefined ? null : formatOf(out)) ?? "json";
  const several = inputs.length > 1;
  const places = destinations(inputs, { format, out });
  if (several && places[0] === null && format !== "json" && format !== "lines")
    throw usage(`多个文件的 ${format} 不能连着输出，请用 -o 指明文件夹。`, "Name a folder with -o for several files.");
  const call = { format, several, force, ocr, progress: progressOn(process.stderr) };
  let status = OK;
  for (const [i, input] of inputs.entries()) {
    if (several) call.progress.show(i, inputs.length, input);
    if (!(await compileOne(input, places[i]!, call))) status = FAILED;
  }
  call.progress.clear();
  return status;
}

/** One file; false where it was refused, which stops no other file. */
async function compileOne(input: string, place: Destination, call: Call): Promise<boolean> {
  try {
    guard(input, place, call.force);
    const onProgress = (done: number, total: number) => call.progress.show(done, total, input);
    const report = await compileFile(input, { ocr: call.ocr, ...(call.several ? {} : { onProgress }) });
    call.progress.clear();
    await deliver(report, input, place, call);
    return true;
  } catch (error) {
    call.progress.clear();
    tellRefusal(asRefusal(error), input);
    return false;
  }
}

/** Prints or writes. Several reports on standard output: JSON one a line, lines under the file's name. */
async function deliver(report: CompiledReport, input: string, place: Destination, { format, several }: Call) {
  if (place !== null) {
    await writeWhole(place.path, await render(report, format));
    if (!place.named) note(`已写入 ${place.path}  Written.`);
  } else if (several && format === "json") process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    if (several) process.stdout.write(`\n===== ${input} =====\n`);
    process.stdout.write(await render(report, format));
  }
}
