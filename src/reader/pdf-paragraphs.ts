import type { Block } from "./pdf-columns.ts";
import { type Line, lineText, mode } from "./pdf-layout.ts";

/** How the lines of a block are set: edges, distance of baselines, size; in points. */
type Setting = {
  left: number;
  right: number;
  leading: number;
  size: number;
  /** 首行缩进: paragraphs begin indented, so a line at the left edge begins none. */
  indents: boolean;
};

/** 段落: the text of a block; lines of one paragraph are joined, paragraphs are parted by a blank line, rows of tables by tabs. */
export function blockParagraphs(block: Block): string {
  const setting = settingOf(block);
  const rows = tableRows(block.lines);
  let text = "";
  for (const [i, line] of block.lines.entries()) {
    const before = block.lines[i - 1];
    const content = lineText(line, rows[i] ? "\t" : " ").trimEnd();
    if (!before) text = content;
    else if (rows[i] && rows[i - 1]) text += `\n${content}`;
    else if (rows[i] || rows[i - 1]) text += `\n\n${content}`;
    else text += `${between(before, line, block.lines[i - 2], setting)}${content}`;
  }
  return text;
}

function settingOf({ lines, left, right }: Block): Setting {
  const size = mode(lines.map((line) => [line.size, line.right - line.x]));
  const steps = lines.slice(1).map((line, i): [number, number] => [line.y - lines[i]!.y, 1]);
  const leading = mode(steps.filter(([step]) => step > 0.5 * size && step < 4 * size)) || 1.5 * size;
  const indented = lines.filter(({ x }) => Math.abs(x - left - 2 * size) < 0.5 * size).length;
  return { left, right, leading, size, indents: indented >= 2 && lines.length > 2 * indented };
}

/** What stands between two lines: nothing or a space where one goes on in the other, a line feed where that is unsure, else a blank line. */
function between(above: Line, below: Line, first: Line | undefined, setting: Setting): string {
  const em = Math.max(above.size, below.size);
  if (Math.abs(above.size - below.size) > 0.12 * em) return "\n\n";
  if (below.y - above.y > Math.min(1.35 * Math.max(setting.leading, 1.2 * em), 3 * em)) return "\n\n";
  if (isCentred(above, setting) && isCentred(below, setting)) return "\n";
  const left = setting.right - above.right;
  const begins = below.x - setting.left > 0.8 * em || MARKER.test(lineText(below));
  // A number and its unit are not parted, so a line may end early; where paragraphs are indented the next one shows it.
  const isFull = left < 2.2 * em || (setting.indents && left < 6 * em && !begins);
  if (!isFull) return setting.indents && !begins ? "\n" : "\n\n";
  if (below.x - setting.left > 0.8 * em && !hangs(above, below, first, em)) return "\n\n";
  return /[A-Za-z0-9,;]$/.test(lineText(above)) && /^[A-Za-z]/.test(lineText(below)) ? " " : "";
}

const isCentred = (line: Line, { left, right, size }: Setting): boolean =>
  line.x - left > size && Math.abs(line.x - left - (right - line.right)) < 1.5 * size && right - line.right > size;

const MARKER = /^([（(]?[\d一二三四五六七八九十]{1,3}[.、．)）]|\[\d+\]|[①-⑳•●])/;

/** 悬挂缩进: the lines of a list item stand below its words, not below its number. */
function hangs(above: Line, below: Line, first: Line | undefined, em: number): boolean {
  const alike = (a: number, b: number) => Math.abs(a - b) < 0.35 * em;
  const words = above.pieces[1]?.x ?? above.x;
  if (above.pieces.length > 1 && MARKER.test(lineText(above)) && alike(words, below.x)) return true;
  if (MARKER.test(lineText(above)) && below.x - above.x > 0.5 * em && below.x - above.x < 3 * em) return true;
  return first !== undefined && alike(above.x, below.x) && above.x - first.x > 0.5 * em && MARKER.test(lineText(first));
}

/** Tells which lines are rows of a table: several pieces, of which two at least stand below those of a neighbour. */
function tableRows(lines: Line[]): boolean[] {
  const like = (a: Line | undefined, b: Line | undefined) => a !== undefined && b !== undefined && aligned(a, b);
  const ruled = (line: Line) => line.pieces.some(({ table }) => table !== undefined);
  return lines.map((line, i) => ruled(line) || like(line, lines[i - 1]) || like(line, lines[i + 1]));
}

function aligned(a: Line, b: Line): boolean {
  if (a.pieces.length < 2 || b.pieces.length < 2 || Math.abs(a.y - b.y) > 6 * a.size) return false;
  const close = (p: number, q: number) => Math.abs(p - q) < 0.6 * a.size;
  const matches = a.pieces.filter((p) =>
    b.pieces.some((q) => close(p.x, q.x) || close(p.right, q.right) || close((p.x + p.right) / 2, (q.x + q.right) / 2)),
  );
  return matches.length >= Math.max(2, Math.min(a.pieces.length, b.pieces.length) * 0.6);
}
