/** How much room Chinese text takes in a cell. An em is the width of one Chinese character. */

/** Height of a line of 11 pt 仿宋 with its leading, in points. */
const LINE = 14.8;
/** Room above and below the text of a cell, in points. */
const PADDING = 7;
/** Excel shows no row higher than this, in points. */
const HIGHEST = 409;
/** Pixels (96 to the inch) of one Chinese character of 11 pt, and of one digit of it: Excel's unit of width. */
const EM = 15;
const DIGIT = 8;

/** Column width in Excel's units for so many Chinese characters a line. */
export const columnWidth = (ems: number): number => Math.round(((ems * EM) / DIGIT + 1) * 100) / 100;

/** Width in points of a column of so many of Excel's units. */
export const columnPoints = (units: number): number => Math.trunc(units * DIGIT + 5) * 0.75;

/** Width of a text in ems: half for what ASCII, one for what Chinese writes. */
export function ems(text: string): number {
  let sum = 0;
  for (const char of text) sum += char < "\u2000" ? 0.55 : 1;
  return sum;
}

/** Lines that a text takes when wrapped at `width` ems. */
export const wrappedLines = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / width)), 0);

/** Height in points of a row of so many lines. */
export const rowHeight = (lines: number): number => Math.min(HIGHEST, Math.ceil(Math.max(1, lines) * LINE + PADDING));
