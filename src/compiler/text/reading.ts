import { furniture } from "./furniture.ts";
import { isSpace, type Line, linesOf } from "./lines.ts";
import { type Flow, stringOf, withoutNoise } from "./noise.ts";
import { isHeading, isNumbered, opensParagraph } from "./opener.ts";
import { repeatedFront } from "./repeats.ts";
import { endsSentence, filled, opensWithHead, type Setting, settingOf } from "./wrap.ts";

/**
 * 阅读文本: the report as it reads: hard wraps joined, page furniture dropped, one paragraph a line, everything else as written.
 * `toSource[i]` is the offset in the source of code unit i of `text`; one entry more than code units.
 */
export type Reading = { text: string; toSource: Int32Array };

const ENDS_TITLE = /(?:会议上|大会上|会上)$/;
const CLOSERS = new Set([..."，、。；：！？”’）》〉%％,;:!?)"].map((c) => c.charCodeAt(0)));
const slice = (flow: Flow, line: Line, limit = line.end - line.start) =>
  flow.text.slice(line.start, Math.min(line.end, line.start + limit));

/** Text, not a heading: a sentence ended in it before its last one broke off. */
const isBody = (text: string) => text.length >= 16 && /。./.test(text);

/** A heading of two halves with a space between them and no stop: 聚力项目建设 促进投资扩大 */
const isSpacedTitle = (text: string) =>
  text.length < 50 && /^[^\s。，；：！？、\d]{4,16}[ \u3000]+[^\s。，；：！？、\d]{4,18}$/.test(text);

/** A paragraph under way: where it began in the flow, and whether a sentence of it has ended. */
type Begun = { start: number; inBody: boolean };

/** Whether `next` goes on with the sentence, or the paragraph, that `line` breaks off. */
function joins(flow: Flow, line: Line, next: Line, { start, inBody }: Begun, setting: Setting | null): boolean {
  if (CLOSERS.has(flow.codes[next.start]!)) return true;
  const finished = endsSentence(flow.codes, line);
  const isMarked = setting !== null && (setting.indented || setting.parted);
  const opens = (!isMarked || isHeading(flow, next)) && opensParagraph(flow, setting && start, line, next);
  if (opens || isSpacedTitle(slice(flow, next, 60)) || ENDS_TITLE.test(lastOf(flow, line, 6))) return false;
  const body = inBody || isBody(slice(flow, line));
  const isTitle = !finished && !body && line.start === start && isNumbered(flow, line);
  if (setting) return wraps(flow, line, next, { finished, body, isTitle }, setting);
  return !finished && next.length >= 12 && (line.length >= 40 || body);
}

const lastOf = (flow: Flow, line: Line, count: number) =>
  flow.text.slice(Math.max(line.start, line.end - count), line.end);

/** What is known of a line whose end is looked at. */
type Known = { finished: boolean; body: boolean; isTitle: boolean };

/** Whether the line was broken for want of room. Where nothing marks paragraphs, only a line that is quite full was. */
function wraps(flow: Flow, line: Line, next: Line, known: Known, setting: Setting): boolean {
  const { widthOf, full, indented, parted, headed } = setting;
  const isWide = widthOf(line) >= full * 0.85;
  const isFull = filled(flow, line, next, widthOf) >= full;
  if (indented && next.indent >= 2) return false;
  if (parted && next.gap) return isFull && !known.finished && known.body;
  if (indented || parted) return isWide;
  if (headed && (known.finished || known.isTitle) && opensWithHead(flow, next)) return false;
  if (known.isTitle) return isFull || (isWide && widthOf(next) < full * 0.5 && !/[。！？；]/.test(slice(flow, next)));
  return known.finished ? isFull : isWide;
}

/** Makes the reading text of a source. */
export function readingOf(source: string): Reading {
  const flow = withoutNoise(source);
  const all = linesOf(flow);
  const textOf = (line: Line) => slice(flow, line, 200);
  const dropped = furniture(all, textOf, (index) => endsSentence(flow.codes, all[index]!));
  const lines = all.filter((_, index) => dropped[index] === 0);
  const { text, toSource } = paragraphs(flow, lines, settingOf(flow, lines));
  const start = repeatedFront(text);
  return { text: text.slice(start), toSource: toSource.subarray(start) };
}

function paragraphs(flow: Flow, lines: Line[], setting: Setting | null): Reading {
  const size = lines.reduce((sum, line) => sum + line.end - line.start + 1, 0);
  const codes = new Uint16Array(size);
  const toSource = new Int32Array(size + 1);
  let to = 0;
  let begun: Begun = { start: lines[0]?.start ?? 0, inBody: false };
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && !joins(flow, before, line, begun, setting)) {
      toSource[to] = flow.from[before.end]!;
      codes[to++] = 0x0a;
      begun = { start: line.start, inBody: false };
    } else if (before) begun.inBody ||= endsSentence(flow.codes, before) || isBody(slice(flow, before));
    for (let at = line.start; at < line.end; at++) {
      toSource[to] = flow.from[at]!;
      codes[to++] = isSpace(flow.codes[at]!) ? 0x20 : flow.codes[at]!;
    }
  });
  toSource[to] = lines.length ? flow.from[lines.at(-1)!.end]! : 0;
  return { text: stringOf(codes.subarray(0, to)), toSource: toSource.subarray(0, to + 1) };
}
