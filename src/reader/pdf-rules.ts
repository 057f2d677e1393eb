import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { loadPdfLibrary } from "./pdf-library.ts";

/** 线: a ruled line of a page in points, y downwards; `at` is where it stands, from and to where it runs. */
export type Rule = { at: number; from: number; to: number };
export type Rules = { across: Rule[]; down: Rule[] };

type Matrix = [number, number, number, number, number, number];
type Point = [x: number, y: number];

/** Thicker than this, in points, and a filled box is no line; shorter, and a line is a dash or part of a drawing. */
const [THICKEST, SHORTEST] = [3, 8];
/** A page with more lines than this is a drawing. */
const MOST = 2000;

/** The lines that a page draws: strokes, and boxes so thin that they are lines. Pictures on the page are not looked at. */
export async function rulesOf(page: PDFPageProxy): Promise<Rules> {
  const { OPS } = await loadPdfLibrary();
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rules = { across: [], down: [] };
  const outer: Matrix[] = [];
  let now = page.getViewport({ scale: 1 }).transform as Matrix;
  for (const [i, operator] of fnArray.entries()) {
    const args = argsArray[i];
    if (operator === OPS.save) outer.push(now);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = outer.pop() ?? now;
    else if (operator === OPS.transform) now = times(now, args);
    else if (operator === OPS.paintFormXObjectBegin) {
      outer.push(now);
      now = args[0] ? times(now, args[0]) : now;
    } else if (operator === OPS.constructPath && args[0] !== OPS.endPath && args[1]?.[0])
      for (const path of paths(args[1][0]))
        addRules(
          path.map((point) => moved(point, now)),
          rules,
        );
    if (rules.across.length + rules.down.length > MOST) return { across: [], down: [] };
  }
  return rules;
}

const times = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];
const moved = ([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point => [a * x + c * y + e, b * x + d * y + f];

/** How many numbers follow each drawing operator: move, line, curve, quadratic curve, close. */
const ARGUMENTS = [2, 2, 6, 4, 0];

/** The corners of each part of a path; parts with curves are left out. A closed part returns to its first corner. */
function paths(buffer: ArrayLike<number>): Point[][] {
  const found: Point[][] = [];
  let part: Point[] = [];
  for (let at = 0; at < buffer.length; at += 1 + (ARGUMENTS[buffer[at]!] ?? buffer.length)) {
    const operator = buffer[at]!;
    if (operator === 0) {
      part = [];
      found.push(part);
    }
    if (operator <= 1) part.push([buffer[at + 1]!, buffer[at + 2]!]);
    else if (operator === 4 && part[0]) part.push(part[0]);
    else part.length = 0;
  }
  return found;
}

function addRules(path: Point[], rules: Rules): void {
  // A frame has five corners; what has many more is a drawing.
  if (path.length < 2 || path.length > 50) return;
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST || right - left <= THICKEST) addRule(left, right, top, bottom, rules);
  else
    for (const [i, [x, y]] of path.slice(1).entries()) {
      const [px, py] = path[i]!;
      addRule(Math.min(x, px), Math.max(x, px), Math.min(y, py), Math.max(y, py), rules);
    }
}

function addRule(left: number, right: number, top: number, bottom: number, { across, down }: Rules): void {
  if (bottom - top <= THICKEST && right - left >= SHORTEST)
    across.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= THICKEST && bottom - top >= SHORTEST)
    down.push({ at: (left + right) / 2, from: top, to: bottom });
}
