import type { Flow } from "./noise.ts";

/** 一行: [start, end) in the flow, white space at both ends left out. */
export type Line = {
  start: number;
  end: number;
  /** Columns: a Chinese character takes two, a Latin one takes one. */
  columns: number;
  /** Characters other than white space. */
  length: number;
  /** Leading white space, in columns. */
  indent: number;
  /** An empty line stands before it. */
  gap: boolean;
  /** The first on its page, or the last. */
  atPageEdge: boolean;
};

const LF = 0x0a;
const FF = 0x0c;
const WIDE_SPACE = 0x3000;

export const isSpace = (code: number) =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === WIDE_SPACE ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0xfeff ||
  code === 0x202f ||
  code === 0x2060;

const columnsOf = (code: number) => (code < 0x2000 ? 1 : 2);

/** Where a line may end with a full thought: 。！？；：… and closing quotes after them. */
export const ENDS_SENTENCE = new Set([..."。！？；：!?;:…"].map((c) => c.charCodeAt(0)));

function lineOf(flow: Flow, start: number, end: number): Line | null {
  let first = start;
  let indent = 0;
  while (first < end && isSpace(flow.codes[first]!)) indent += columnsOf(flow.codes[first++]!);
  let last = end;
  while (last > first && isSpace(flow.codes[last - 1]!)) last--;
  if (first === last) return null;
  let columns = 0;
  let length = 0;
  for (let i = first; i < last; i++) {
    columns += columnsOf(flow.codes[i]!);
    if (!isSpace(flow.codes[i]!)) length++;
  }
  return { start: first, end: last, columns, length, indent, gap: false, atPageEdge: false };
}

/** Two wide spaces after the end of a sentence: a paragraph break that lost its line feed. */
const isLostBreak = (codes: Uint16Array, at: number) =>
  codes[at] === WIDE_SPACE &&
  codes[at + 1] === WIDE_SPACE &&
  at > 0 &&
  (ENDS_SENTENCE.has(codes[at - 1]!) || codes[at - 1] === 0x201d);

/** Where a line is so long that its line feeds must have been lost, a chapter, a section or an address begins a new one. */
const FAR = 2000;
const OPENS = /[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|——|各位代表[！：，]/y;

function isBuriedHead(flow: Flow, at: number, start: number): boolean {
  if (at - start < 1 || !ENDS_SENTENCE.has(flow.codes[at - 1]!)) return false;
  OPENS.lastIndex = at;
  return OPENS.test(flow.text);
}

/** Whether a line of this length goes on from `start`: looked up once a line. */
function lineIsLong(codes: Uint16Array, start: number): boolean {
  const limit = Math.min(codes.length, start + FAR);
  for (let at = start; at < limit; at++) if (codes[at] === LF || codes[at] === FF) return false;
  return limit - start === FAR;
}

/** Cuts the flow into lines that hold something. */
export function linesOf(flow: Flow): Line[] {
  const lines: Line[] = [];
  const { codes } = flow;
  let start = 0;
  let newPage = true;
  let gap = false;
  let isLong = lineIsLong(codes, 0);
  for (let at = 0; at <= codes.length; at++) {
    const code = at < codes.length ? codes[at]! : LF;
    if (code !== LF && code !== FF && !isLostBreak(codes, at) && !(isLong && isBuriedHead(flow, at, start))) continue;
    const line = lineOf(flow, start, at);
    if (line) {
      line.atPageEdge = newPage;
      line.gap = gap;
      newPage = false;
      lines.push(line);
    }
    gap = !line;
    if (code === FF || at === codes.length) {
      newPage = true;
      const last = lines.at(-1);
      if (last) last.atPageEdge = true;
    }
    start = code === LF || code === FF ? at + 1 : at;
    if (code === LF || code === FF) isLong = lineIsLong(codes, start);
    if (code === WIDE_SPACE) while (codes[at + 1] === WIDE_SPACE) at++;
  }
  return lines;
}
