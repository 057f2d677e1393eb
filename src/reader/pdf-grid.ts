import { linesOf, lineText, type Piece } from "./pdf-layout.ts";
import { piecesOf } from "./pdf-pieces.ts";
import type { Rule, Rules } from "./pdf-rules.ts";

/** 表格框: a ruled table; its lines from left to right and from top to bottom. */
export type Grid = { xs: number[]; ys: number[]; rules: Rules };

/** Lines that are this close, in points, touch or are one. */
const NEAR = 3;
/** More cells than this, and it is a drawing or squared paper. */
const MOST_CELLS = 4000;

/** The tables of a page: rules that cross one another, with two columns at least. */
export function gridsOf({ across, down }: Rules): Grid[] {
  const grids: Grid[] = [];
  let rest = across.toSorted((a, b) => a.at - b.at);
  while (rest.length > 0) {
    const rules = connected(rest[0]!, rest, down);
    rest = rest.filter((rule) => !rules.across.includes(rule));
    const [xs, ys] = [places(rules.down), places(rules.across)];
    if (xs.length > 2 && ys.length > 1 && xs.length * ys.length < MOST_CELLS) grids.push({ xs, ys, rules });
  }
  return grids;
}

/** All rules that hang together with one. */
function connected(first: Rule, across: Rule[], down: Rule[]): Rules {
  const found = { across: new Set([first]), down: new Set<Rule>() };
  for (let size = 0; size < found.across.size + found.down.size; ) {
    size = found.across.size + found.down.size;
    for (const rule of down) if (!found.down.has(rule) && anyTouches(rule, found.across)) found.down.add(rule);
    for (const rule of across) if (!found.across.has(rule) && anyTouches(rule, found.down)) found.across.add(rule);
  }
  return { across: [...found.across], down: [...found.down] };
}

const within = (value: number, { from, to }: Rule) => value > from - NEAR && value < to + NEAR;
function anyTouches(rule: Rule, others: Set<Rule>): boolean {
  for (const other of others) if (within(rule.at, other) && within(other.at, rule)) return true;
  return false;
}

/** Where the rules stand, each place once. */
function places(rules: Rule[]): number[] {
  const sorted = rules.map(({ at }) => at).toSorted((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > NEAR);
}

/** The number of the last place left of (above) a value, -1 before the first. */
const slot = (value: number, all: number[]) => all.findLastIndex((place) => place < value);

/**
 * 表格: takes the runs inside the grid out of `runs` and gives one piece for each cell, all of one row on one baseline.
 * A merged cell is one piece at its first place; the places that it covers are pieces without words.
 */
export function cellsOf(grid: Grid, runs: Piece[], table: number): { cells: Piece[]; rest: Piece[] } {
  const inside = new Map<string, Piece[]>();
  const rest: Piece[] = [];
  for (const run of runs) {
    const [column, row] = [slot((run.x + run.right) / 2, grid.xs), slot(run.y - run.size / 3, grid.ys)];
    if (column < 0 || row < 0 || column >= grid.xs.length - 1 || row >= grid.ys.length - 1) rest.push(run);
    else {
      const key = cornerOf(grid, column, row).join();
      inside.set(key, [...(inside.get(key) ?? []), run]);
    }
  }
  return { cells: grid.ys.slice(1).flatMap((_, row) => rowOf(grid, row, inside, table)), rest };
}

function rowOf({ xs, ys }: Grid, row: number, inside: Map<string, Piece[]>, table: number): Piece[] {
  const runs = xs.slice(1).map((_, column) => inside.get(`${column},${row}`) ?? []);
  if (runs.every((cell) => cell.length === 0)) return [];
  const size = runs.flat()[0]!.size;
  const text = (cell: Piece[]) =>
    linesOf(piecesOf(cell))
      .map((line) => lineText(line))
      .join("");
  return runs.map((cell, i) => ({ text: text(cell), x: xs[i]!, right: xs[i + 1]!, y: ys[row]! + size, size, table }));
}

/** 合并单元格: the first place of the cell that covers a place: as far left and up as no rule is between. */
function cornerOf(grid: Grid, column: number, row: number): [column: number, row: number] {
  const { xs, ys, rules } = grid;
  const middle = (all: number[], i: number) => (all[i]! + all[i + 1]!) / 2;
  const parted = (all: Rule[], at: number, value: number) =>
    all.some((rule) => Math.abs(rule.at - at) <= NEAR && value > rule.from && value < rule.to);
  let [x, y] = [column, row];
  while (x > 0 && !parted(rules.down, xs[x]!, middle(ys, row))) x--;
  while (y > 0 && !parted(rules.across, ys[y]!, middle(xs, x))) y--;
  return [x, y];
}
