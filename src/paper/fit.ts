/** How much room Chinese text takes in a cell. An em is the width of one Chinese character. */

/** Height of a line of 11 pt 仿宋 with its leading, in points. */
const LINE = 15.6;
/** Room above and below the text of a cell, in points. */
const PADDING = 7;
/** Excel shows no row higher than this, in points. */
const HIGHEST = 409;
/** One em of 11 pt text in Excel's column width, the digit of the standard font (7 of its pixels at 96 dpi). */
const EM = 14.67 / 7;

/** Column width in Excel's units for so many Chinese characters a line. */
export const columnWidth = (ems: number): number => Math.round((ems * EM + 1.4) * 100) / 100;

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
