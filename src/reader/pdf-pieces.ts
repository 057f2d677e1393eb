import { noteMark } from "./marks.ts";
import { GAP, type Line, linesOf, type Piece } from "./pdf-layout.ts";

const CJK = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u2014-\\u201d\\u2026\\u3000-\\u303f]";
/** A dash keeps its spaces: “— 3 —” is a page number. */
const SPACE_BESIDE_LATIN = new RegExp(`(?<=(?!—)${CJK}) +(?=[!-~])|(?<=[!-~]) +(?=(?!—)${CJK})`, "g");
const SPACE_IN_CHINESE = new RegExp(`(?<=${CJK}) (?=${CJK})`, "g");
/** Below this part of the size of its line, and raised, a run is a note mark or an exponent. */
const SMALL = 0.8;

/**
 * Puts the runs of a page together: runs that follow one another become one piece, raised numbers note marks.
 * Typesetting programs open a quarter of an em between Chinese and Latin; that is no space of the text.
 */
export function piecesOf(runs: Piece[]): Piece[] {
  return raisedJoined(linesOf(withoutDoubles(runs))).flatMap(joined);
}

/** Bold that is made by printing twice gives every run twice, a hair apart. */
function withoutDoubles(runs: Piece[]): Piece[] {
  const places = new Map<string, Piece[]>();
  return runs.filter((run) => {
    const same = places.get(run.text) ?? [];
    places.set(run.text, [...same.slice(-20), run]);
    return !same.some((each) => Math.hypot(each.x - run.x, each.y - run.y) < run.size / 5);
  });
}

/** Small raised runs stand on a baseline of their own: gives them to the line that they are raised from. */
function raisedJoined(lines: Line[]): Line[] {
  const joined: Line[] = [];
  let waiting: Piece[] = [];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const raised = next ? line.pieces.filter((piece) => isRaised(piece, next)) : [];
    const rest = [...line.pieces.filter((piece) => !raised.includes(piece)), ...waiting];
    waiting = raised;
    if (rest.length > 0) joined.push({ ...line, pieces: rest.toSorted((a, b) => a.x - b.x) });
  }
  return joined;
}

const isRaised = (piece: Piece, line: Line): boolean =>
  piece.size < SMALL * line.size &&
  line.y - piece.y < 0.8 * line.size &&
  line.pieces.some(
    (each) => Math.min(Math.abs(each.right - piece.x), Math.abs(piece.right - each.x)) < 0.5 * line.size,
  );

function joined(line: Line): Piece[] {
  const pieces: Piece[] = [];
  for (const run of line.pieces) {
    const last = pieces.at(-1);
    const gap = last ? run.x - last.right : Number.POSITIVE_INFINITY;
    if (!last || gap > GAP * Math.max(run.size, last.size)) pieces.push({ ...run, text: markOf(run, line, "") });
    else {
      last.text += (gap > spaceBetween(last, run) ? " " : "") + markOf(run, line, last.text);
      last.right = Math.max(last.right, run.right);
      if (run.size > last.size) [last.size, last.y] = [run.size, run.y];
    }
  }
  return pieces.map((piece) => ({ ...piece, text: closedUp(piece.text.replace(SPACE_BESIDE_LATIN, "")) }));
}

/** 撑满: a line that is stretched to the margin shows gaps between its characters that are no spaces; a few words set apart are. */
function closedUp(text: string): string {
  const gaps = text.match(SPACE_IN_CHINESE)?.length ?? 0;
  return text.length > 15 && gaps > 2 ? text.replace(SPACE_IN_CHINESE, "") : text;
}

/** How wide a gap must be to be a space: a seventh of an em between letters, half an em between ideographs. */
const spaceBetween = (left: Piece, right: Piece): number =>
  (/[!-~]$/.test(left.text) && /^[!-~]/.test(right.text) ? 0.15 : 0.5) * Math.max(left.size, right.size);

const markOf = (run: Piece, line: Line, before: string): string =>
  run.size < SMALL * line.size && line.y - run.y > 0.15 * line.size ? noteMark(run.text, before) : run.text;
