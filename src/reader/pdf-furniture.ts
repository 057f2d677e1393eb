import { type Line, linesOf, lineText, type Piece } from "./pdf-layout.ts";

/** 版面: one page taken apart: running head 页眉, what is read, page number and foot 页脚. */
export type Sheet = { head: Line[]; pieces: Piece[]; foot: Line[] };

/** How many lines at either end of a page may be furniture. */
const REACH = 2;
const NUMBER =
  /^[\s\-—–－―·.•~]*(第)?\s*([\dⅰ-ⅻivx]{1,4}|[一二三四五六七八九十]{1,4})\s*(页)?[\s\-—–－―·.•~]*$|^第\s*\d+\s*页|^\d+\s*[/／]\s*\d+$/;

/**
 * 版面要素: finds running heads and page numbers: what stands at the same height of many pages with the same words
 * (digits aside), and lone numbers at the very end of a page.
 */
export function sheetsOf(pages: Piece[][]): Sheet[] {
  const lined = pages.map(linesOf);
  const counts = new Map<string, number>();
  for (const lines of lined)
    for (const key of new Set([...edge(lines), ...edge(lines.toReversed())].map((line) => keyOf(line))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, Math.min(pages.length * 0.25, 8));
  const isRepeated = (line: Line) => [-1, 0, 1].some((shift) => (counts.get(keyOf(line, shift)) ?? 0) >= least);
  return lined.map((lines) => {
    const head = leading(lines, isRepeated);
    const foot = leading(lines.slice(head.length).toReversed(), isRepeated).toReversed();
    const body = lines.slice(head.length, lines.length - foot.length);
    return { head, pieces: body.flatMap(({ pieces }) => pieces), foot };
  });
}

const edge = (lines: Line[]) => lines.slice(0, REACH);
/** What a line says, digits aside, and its height on the page in steps of 8 points. */
const keyOf = (line: Line, shift = 0) =>
  `${Math.round(line.y / 8) + shift} ${lineText(line).replace(/\s/g, "").replace(/\d+/g, "#")}`;

/** The lines from one end of the page that are furniture. A page that is nothing else is left alone. */
function leading(lines: Line[], isRepeated: (line: Line) => boolean): Line[] {
  const isFurniture = (line: Line) => isRepeated(line) || NUMBER.test(lineText(line));
  const found = edge(lines).findLastIndex(isFurniture) + 1;
  return found < lines.length && lines.slice(0, found).every(isFurniture)
    ? lines.slice(0, found)
    : firstOnly(lines, isFurniture);
}

const firstOnly = (lines: Line[], isFurniture: (line: Line) => boolean) =>
  lines.length > 1 && isFurniture(lines[0]!) ? lines.slice(0, 1) : [];
