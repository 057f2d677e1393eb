import { furniture } from "./furniture.ts";
import { ENDS_SENTENCE, isSpace, type Line, linesOf } from "./lines.ts";
import { type Flow, stringOf, withoutNoise } from "./noise.ts";
import { repeatedFront } from "./repeats.ts";

/**
 * 阅读文本: the report as it reads: hard wraps joined, page furniture dropped, one paragraph a line, everything else as written.
 * `toSource[i]` is the offset in the source of code unit i of `text`; one entry more than code units.
 */
export type Reading = { text: string; toSource: Int32Array };

const OPENS_PARAGRAPH =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳]|——|第[一二三四五六七八九十]{1,3}[章节部]|各位代表|附[注件：:]|名词解释|[[〔【^]*\d{1,3}[\]〕】])/;
const ENDS_TITLE = /(?:会议上|大会上|会上)$/;
const CLOSERS = new Set([..."，、。；：！？”’）》〉%％,;:!?)"].map((c) => c.charCodeAt(0)));
const CLOSING_QUOTES = new Set([..."”’）)》"].map((c) => c.charCodeAt(0)));

/** Whether the line ends with the end of a sentence, quotes and brackets left aside. */
function endsSentence(codes: Uint16Array, line: Line): boolean {
  let at = line.end - 1;
  while (at > line.start && CLOSING_QUOTES.has(codes[at]!)) at--;
  return ENDS_SENTENCE.has(codes[at]!);
}

const slice = (flow: Flow, line: Line, limit = line.end - line.start) =>
  flow.text.slice(line.start, Math.min(line.end, line.start + limit));

/** Text, not a heading: a sentence ended in it before its last one broke off. */
const isBody = (text: string) => text.length >= 16 && /。./.test(text);

/** The width that lines were wrapped at, in columns; 0 where lines are paragraphs. */
function wrapWidth(flow: Flow, lines: Line[]): number {
  const unfinished = lines
    .filter((line) => line.length >= 8 && !endsSentence(flow.codes, line))
    .map((line) => line.columns);
  if (unfinished.length < 6) return 0;
  unfinished.sort((a, b) => a - b);
  const width = unfinished[Math.floor(unfinished.length * 0.6)]!;
  const charactersIn = (holds: (line: Line) => boolean) =>
    lines.reduce((sum, line) => sum + (holds(line) ? line.length : 0), 0);
  const atWidth = charactersIn((line) => Math.abs(line.columns - width) <= Math.max(6, width * 0.12));
  const beyond = charactersIn((line) => line.columns > width * 1.5);
  const all = charactersIn(() => true);
  return width <= 160 && atWidth >= all * 0.5 && beyond <= all * 0.2 ? width : 0;
}

/** Whether `next` goes on with the sentence, or the paragraph, that `line` breaks off. */
function joins(flow: Flow, line: Line, next: Line, width: number): boolean {
  const first = flow.codes[next.start]!;
  if (CLOSERS.has(first)) return true;
  if (OPENS_PARAGRAPH.test(slice(flow, next, 8)) || isSpacedTitle(slice(flow, next, 60))) return false;
  const finished = endsSentence(flow.codes, line);
  if (ENDS_TITLE.test(slice(flow, line).slice(-6))) return false;
  if (width === 0) return !finished && next.length >= 12 && (line.length >= 40 || isBody(slice(flow, line)));
  if (!finished && OPENS_PARAGRAPH.test(slice(flow, line, 8)) && !isBody(slice(flow, line)))
    return joinsHeading(flow, line, next, width);
  if (!finished) return line.columns >= width - Math.max(8, width * 0.15);
  return line.columns >= width - 1 && next.indent === 0 && line.columns > 20;
}

/** A heading of two halves with a space between them and no stop: 聚力项目建设 促进投资扩大 */
const isSpacedTitle = (text: string) =>
  text.length < 50 && /^[^\s。，；：！？、\d]{4,16}[ \u3000]+[^\s。，；：！？、\d]{4,18}$/.test(text);

/** A numbered heading goes on in the next line when it fills its own, or when the next is only its short rest. */
const joinsHeading = (flow: Flow, line: Line, next: Line, width: number) =>
  line.columns >= width - 2 ||
  (line.columns >= width * 0.8 && next.columns < width * 0.5 && !/[。！？；]/.test(slice(flow, next)));

/** Makes the reading text of a source. */
export function readingOf(source: string): Reading {
  const flow = withoutNoise(source);
  const all = linesOf(flow);
  const textOf = (line: Line) => slice(flow, line, 200);
  const breaksOff = (line: Line | undefined) =>
    line !== undefined && line.length >= 8 && !endsSentence(flow.codes, line);
  const dropped = furniture(all, textOf, (index) => breaksOff(all[index - 1]) && index + 1 < all.length);
  const lines = all.filter((_, index) => dropped[index] === 0);
  const width = wrapWidth(flow, lines);
  const { text, toSource } = paragraphs(flow, lines, width);
  const start = repeatedFront(text);
  return { text: text.slice(start), toSource: toSource.subarray(start) };
}

function paragraphs(flow: Flow, lines: Line[], width: number): Reading {
  const size = lines.reduce((sum, line) => sum + line.end - line.start + 1, 0);
  const codes = new Uint16Array(size);
  const toSource = new Int32Array(size + 1);
  let to = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && !joins(flow, before, line, width)) {
      toSource[to] = flow.from[before.end]!;
      codes[to++] = 0x0a;
    }
    for (let at = line.start; at < line.end; at++) {
      toSource[to] = flow.from[at]!;
      codes[to++] = isSpace(flow.codes[at]!) ? 0x20 : flow.codes[at]!;
    }
  });
  toSource[to] = lines.length ? flow.from[lines.at(-1)!.end]! : 0;
  return { text: stringOf(codes.subarray(0, to)), toSource: toSource.subarray(0, to + 1) };
}
