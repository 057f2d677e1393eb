import type { Block } from "./pdf-columns.ts";
import { type Line, lineText, mode, type Piece } from "./pdf-layout.ts";

/** Notes are set smaller than the body, at most so many times its size. */
const SMALLER = 0.92;
const MARK = /^(\[\d{1,3}\]|[①-⑳㉑-㉟㊱-㊿]|\d{1,3}(?![\d.、．,%％]))\s*/;

/** The size of most of the text of a document, in points. */
export const bodySize = (pages: Piece[][]): number =>
  mode(pages.flat().map((piece) => [piece.size, piece.right - piece.x]));

/**
 * 脚注: takes the notes from the foot of each block. They are told by their small print at its end, and by a mark that
 * stands in the text of the same page: small print of other kinds stays where it is.
 */
export function withoutNotes(blocks: Block[], size: number): { blocks: Block[]; notes: Block[] } {
  const text = blocks.flatMap(({ lines }) =>
    lines.filter((line) => !isSmall(line, size)).map((line) => lineText(line)),
  );
  const notes: Block[] = [];
  const rest = blocks.flatMap((block) => {
    const first = firstNote(block.lines, size, text.join("\n"));
    if (first < 0) return [block];
    notes.push({ ...block, lines: block.lines.slice(first).map(marked) });
    return first > 0 ? [{ ...block, lines: block.lines.slice(0, first) }] : [];
  });
  return { blocks: rest, notes };
}

const isSmall = (line: Line, size: number) => line.size < SMALLER * size;

/**
 * Where the notes begin at the end of a block, -1 where there are none: at small print, or in the lower half of the page
 * at print of the usual size if the mark is in brackets or raised.
 */
function firstNote(lines: Line[], size: number, text: string): number {
  const small = lines.findLastIndex((line) => !isSmall(line, size)) + 1;
  const lower = (line: Line) => line.y > lines.at(-1)!.y / 2 && /^\[/.test(lineText(line));
  const refersBack = (line: Line, i: number) => {
    const mark = markOf(line) ?? "\0";
    return i >= small ? text.includes(mark) : text.indexOf(mark) < text.lastIndexOf(mark) && text.includes(mark);
  };
  return lines.findIndex((line, i) => (i >= small || (i > 0 && lower(line))) && refersBack(line, i));
}

/** The mark at the start of a note, as it is written in the text. */
function markOf(line: Line): string | null {
  const mark = MARK.exec(lineText(line, ""))?.[1];
  if (!mark) return null;
  return /^\d/.test(mark) ? `[${mark}]` : mark;
}

/** A plain number at the start of a note becomes the mark that the text has. */
function marked(line: Line): Line {
  const mark = markOf(line);
  const [first, ...more] = line.pieces;
  if (!mark || !first || !/^\d/.test(first.text)) return line;
  return { ...line, pieces: [{ ...first, text: first.text.replace(MARK, `${mark} `) }, ...more] };
}
