import { type Line, linesOf, type Piece } from "./pdf-layout.ts";

/** 栏: lines that are read one after another, and the edges between which they run. */
export type Block = { lines: Line[]; left: number; right: number };

/** A side of a gutter is prose if it has so many lines, so wide (in ems), of which so many fill it. */
const [FEWEST, NARROWEST, FILLED] = [4, 8, 0.4];
/** Of the lines of a region, how many may run across a gutter: headings over both columns. */
const CROSSING = 0.4;

/**
 * 分栏: the blocks of a page in the order in which they are read. Where two columns of prose stand beside each other the
 * left one comes first; headings across both part what is above from what is below. Tables are no columns: their cells
 * do not fill their width.
 */
export function blocksOf(pieces: Piece[], depth = 0): Block[] {
  if (pieces.length === 0) return [];
  const lines = linesOf(pieces);
  const gutter = depth < 4 ? gutterOf(pieces, lines.length) : null;
  if (gutter === null) return [blockOf(lines)];
  const blocks: Block[] = [];
  let band: Piece[] = [];
  const flush = () => {
    const left = band.filter((piece) => piece.right <= gutter);
    blocks.push(
      ...blocksOf(left, depth + 1),
      ...blocksOf(
        band.filter((piece) => piece.right > gutter),
        depth + 1,
      ),
    );
    band = [];
  };
  for (const line of lines) {
    if (!line.pieces.some((piece) => crosses(piece, gutter))) band.push(...line.pieces);
    else {
      flush();
      blocks.push(blockOf([line]));
    }
  }
  flush();
  return merged(blocks);
}

/** A cell of a ruled table stands for the whole row: tables are never cut. */
const crosses = (piece: Piece, x: number) => piece.table !== undefined || (piece.x < x && piece.right > x);
const blockOf = (lines: Line[]): Block => ({
  lines,
  left: Math.min(...lines.map(({ x }) => x)),
  right: Math.max(...lines.map(({ right }) => right)),
});

/**
 * 版心: on a page of short lines only, where a full line would end is to be seen on other pages. Gives each block the
 * right edge of its like in the document: those that begin at the same x and, as it, have or have no column beside them.
 */
export function withEdges(pages: Block[][]): Block[][] {
  const keyOf = (block: Block, page: Block[]) =>
    `${Math.round(block.left / 12)} ${page.some((other) => isBeside(block, other))}`;
  const edges = new Map<string, number>();
  for (const page of pages)
    for (const block of page) edges.set(keyOf(block, page), Math.max(block.right, edges.get(keyOf(block, page)) ?? 0));
  return pages.map((page) => page.map((block) => ({ ...block, right: edges.get(keyOf(block, page))! })));
}

const isBeside = (a: Block, b: Block): boolean =>
  (a.right <= b.left || b.right <= a.left) &&
  a.lines[0]!.y < b.lines.at(-1)!.y + 1 &&
  b.lines[0]!.y < a.lines.at(-1)!.y + 1;

/** Full-width lines that follow one another are one block. */
function merged(blocks: Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const overlap = last ? Math.min(last.right, block.right) - Math.max(last.left, block.left) : 0;
    const below = last && block.lines[0]!.y > last.lines.at(-1)!.y;
    if (below && overlap > 0.8 * Math.max(last.right - last.left, block.right - block.left))
      result[result.length - 1] = blockOf([...last.lines, ...block.lines]);
    else result.push(block);
  }
  return result;
}

/** The x of a gap between two columns of prose, null where there is none. Tries the right edges of pieces, the least crossed first. */
function gutterOf(pieces: Piece[], lines: number): number | null {
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const edges = new Set(pieces.map((piece) => Math.ceil(piece.right) + 1));
  const candidates = [...edges]
    .filter((x) => x > left + 0.15 * (right - left) && x < right - 0.15 * (right - left))
    .map((x) => ({ x, crossing: pieces.filter((piece) => crosses(piece, x)).length }))
    .filter(({ crossing }) => crossing <= CROSSING * lines)
    .toSorted((a, b) => a.crossing - b.crossing || a.x - b.x);
  return candidates.slice(0, 12).find(({ x }) => isGutter(pieces, x))?.x ?? null;
}

const isGutter = (pieces: Piece[], x: number): boolean =>
  isProse(pieces.filter((piece) => piece.right <= x)) && isProse(pieces.filter((piece) => piece.x >= x));

function isProse(pieces: Piece[]): boolean {
  const lines = linesOf(pieces.filter(({ table }) => table === undefined));
  if (lines.length < FEWEST) return false;
  const { left, right } = blockOf(lines);
  const size = lines[0]!.size;
  const filled = lines.filter((line) => line.right - line.x > 0.8 * (right - left) && line.pieces.length === 1);
  return right - left > NARROWEST * size && filled.length >= FILLED * lines.length;
}
