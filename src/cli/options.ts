import { type Command, InvalidArgumentError } from "commander";

/** --ocr 总是识别、--no-ocr 从不识别; neither: only where a file has no text. */
export const ocrOptions = (command: Command): Command =>
  command
    .option("--ocr", "一律用文字识别 always read by OCR")
    .option("--no-ocr", "从不用文字识别（默认：没有文字层时用） never by OCR");

/** A whole number of at least 1. */
export function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError("须是 1 以上的整数 must be a whole number, 1 or more");
  return Number(text);
}

/** A whole number of at least 0. */
export function notNegative(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("须是 0 以上的整数 must be a whole number, 0 or more");
  return Number(text);
}
