/** 文字块: a piece of text on a page. Lengths in points; y is the baseline, downwards from the top of the page. */
export type Piece = {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** Number of the ruled table that it is a cell of. */
  table?: number;
};

/** 行: pieces with one baseline, from left to right; `size` is that of most of its text. */
export type Line = { pieces: Piece[]; x: number; right: number; y: number; size: number };

/** A gap, in ems, that parts two pieces of a line: cells, columns, words set apart. */
export const GAP = 0.9;

export function lineOf(pieces: Piece[]): Line {
  const sorted = pieces.toSorted((a, b) => a.x - b.x);
  const main = sorted.reduce((most, piece) => (extent(piece) > extent(most) ? piece : most));
  const right = Math.max(...sorted.map((piece) => piece.right));
  return { pieces: sorted, x: sorted[0]!.x, right, y: main.y, size: main.size };
}

const extent = (piece: Piece) => piece.right - piece.x;

/** Groups pieces whose baselines are within a third of an em into lines, from top to bottom. */
export function linesOf(pieces: Piece[]): Line[] {
  const groups: Piece[][] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    if (piece.y - baseline > piece.size / 3) {
      groups.push([]);
      baseline = piece.y;
    }
    groups.at(-1)!.push(piece);
  }
  return groups.map(lineOf);
}

/** The value that most of the weight falls on, where values within half a point count as one. */
export function mode(values: Iterable<[value: number, weight: number]>): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const key = Math.round(value * 2) / 2;
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return [...weights].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

export const lineText = (line: Line, separator = " "): string => line.pieces.map(({ text }) => text).join(separator);
