import { CommanderError } from "commander";
import { Refusal } from "#base/refusal";

/** 退出状态 */
export const OK = 0;
export const FAILED = 1;
export const USAGE = 2;

/** What the command line itself refuses; ends with status 2. */
export const usage = (chinese: string, english: string): Refusal => new Refusal("usage/wrong", chinese, english);

/** What commander found wrong, in Chinese; its own English stands beside it. */
const WRONG: Record<string, string> = {
  "commander.unknownCommand": "没有这个命令",
  "commander.unknownOption": "没有这个选项",
  "commander.missingArgument": "缺少参数",
  "commander.optionMissingArgument": "选项缺少值",
  "commander.missingMandatoryOptionValue": "缺少必需的选项",
  "commander.invalidArgument": "参数的值不对",
  "commander.conflictingOption": "选项互相冲突",
  "commander.excessArguments": "参数太多",
};

/** Prints one line on standard error. */
export const note = (line: string): void => void process.stderr.write(`${line}\n`);

/** 说明原因: one line, Chinese first, English beside it; the file's name before it unless the sentence has it. */
export function tellRefusal(refusal: Refusal, file?: string): void {
  const about = file === undefined || refusal.message.includes(file) ? "" : `${file}：`;
  note(`${about}${refusal.message} ${refusal.english}`);
}

/** Tells what ended a command and returns the exit status. */
export function tellEnd(error: unknown): number {
  if (error instanceof CommanderError) return tellUsage(error);
  if (!(error instanceof Refusal)) throw error;
  tellRefusal(error);
  return error.code.startsWith("usage/") ? USAGE : FAILED;
}

function tellUsage({ code, exitCode, message }: CommanderError): number {
  if (exitCode === 0) return OK;
  const chinese = WRONG[code];
  if (chinese !== undefined) {
    const english = message.replace(/^error: /, "").replaceAll("\n", " ");
    note(`${chinese}：${english}。用 luoshi --help 看用法。 See luoshi --help.`);
  }
  return USAGE;
}
