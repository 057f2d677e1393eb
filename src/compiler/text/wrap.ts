import { ENDS_SENTENCE, isSpace, type Line } from "./lines.ts";
import type { Flow } from "./noise.ts";

/**
 * 换行方式: how a text was set in lines: where its lines are full, and what marks a paragraph, where anything does.
 * Widths count what the text itself is most even in: characters or columns, white space in the line included or not.
 */
export type Setting = {
  widthOf: (line: Line) => number;
  /** What a line that was broken for want of room reaches, the first word of the next line counted in. */
  full: number;
  /** The first line of a paragraph is set in. */
  indented: boolean;
  /** An empty line parts paragraphs, and only them. */
  parted: boolean;
  /** Paragraphs open with a head of their own: 培育市场主体。全年新增… */
  headed: boolean;
};

/** The head that a paragraph opens with: a short sentence without a comma or a figure, and more after it. */
const HEAD = /^[^（(的了和与及等，、。；：！？\d][^，、。；：！？\d]{3,13}。./;

export const opensWithHead = (flow: Flow, line: Line): boolean =>
  HEAD.test(flow.text.slice(line.start, Math.min(line.end, line.start + 18)));

const CLOSING_QUOTES = new Set([..."”’）)》"].map((c) => c.charCodeAt(0)));

const OPENING_BRACKETS = new Set([..."（("].map((c) => c.charCodeAt(0)));
const CLOSING_BRACKETS = new Set([..."）)"].map((c) => c.charCodeAt(0)));
/** A note in brackets after a sentence is not longer. */
const LONGEST_NOTE = 90;

/** Whether the line ends with the end of a sentence; quotes, and a note in brackets behind it, left aside: 试生产。（责任单位：县工信局） */
export function endsSentence(codes: Uint16Array, line: Line): boolean {
  let at = line.end - 1;
  while (at > line.start && CLOSING_QUOTES.has(codes[at]!)) at--;
  return ENDS_SENTENCE.has(codes[at]!) || ENDS_SENTENCE.has(codes[beforeNote(codes, line)]!);
}

/** The place before the note that ends the line; its last place where none does. */
function beforeNote(codes: Uint16Array, line: Line): number {
  const last = line.end - 1;
  if (!CLOSING_BRACKETS.has(codes[last]!)) return last;
  let at = last - 1;
  while (at > 0 && at > last - LONGEST_NOTE && !OPENING_BRACKETS.has(codes[at]!)) at--;
  if (!OPENING_BRACKETS.has(codes[at]!)) return last;
  do at--;
  while (at > 0 && isSpace(codes[at]!));
  return at;
}

const spaces = (line: Line) => line.end - line.start - line.length;
const WIDTHS: Setting["widthOf"][] = [
  (line) => line.length,
  (line) => line.end - line.start,
  (line) => line.columns,
  (line) => line.columns - spaces(line),
];

/** What can't be parted at the end of a line: a word or number, a character with the marks about it. */
const WORD = /^[“‘《（〔(]*(?:[0-9A-Za-z.,%+-]+|.)[，。、；：！？”’）》〉〕%,;:!?)]*/s;

/** How wide `line` would be with the first word of the next line at its end, one character taken off. */
export function filled(flow: Flow, line: Line, next: Line, widthOf: Setting["widthOf"]): number {
  const word = WORD.exec(flow.text.slice(next.start, Math.min(next.end, next.start + 24)))![0].length;
  const wide = widthOf(line) > (line.end - line.start) * 1.3 && word > 0 && flow.codes[next.start]! >= 0x2000 ? 2 : 1;
  return widthOf(line) + (word - 1) * wide;
}

const quantile = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)]!;

/** Lines may be as wide as this many characters; what is longer is a paragraph. */
const LONGEST = 80;

/** The setting in one way to count widths, and how uneven its full lines are; null where lines are no wraps in it. */
function settingIn(widthOf: Setting["widthOf"], flow: Flow, lines: Line[], broken: number[]) {
  const widths = broken.map((i) => widthOf(lines[i]!)).sort((a, b) => a - b);
  const usual = quantile(widths, 0.8);
  const charactersIn = (holds: (line: Line) => boolean) =>
    lines.reduce((sum, line) => sum + (holds(line) ? line.length : 0), 0);
  const all = charactersIn(() => true);
  const atWidth = charactersIn((line) => Math.abs(widthOf(line) - usual) <= Math.max(3, usual * 0.15));
  const beyond = charactersIn((line) => widthOf(line) > usual * 1.4);
  if (atWidth < all * 0.5 || beyond > all * 0.2) return null;
  const reached = broken
    .filter((i) => Math.abs(widthOf(lines[i]!) - usual) <= usual * 0.2)
    .map((i) => filled(flow, lines[i]!, lines[i + 1]!, widthOf))
    .sort((a, b) => a - b);
  if (reached.length < 6) return null;
  const full = quantile(reached, 0.05);
  return { widthOf, full, uneven: (quantile(reached, 0.9) - full) / usual };
}

/** How the text was set; null where its lines are paragraphs. */
export function settingOf(flow: Flow, lines: Line[]): Setting | null {
  const broken: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++)
    if (lines[i]!.length >= 8 && !endsSentence(flow.codes, lines[i]!)) broken.push(i);
  if (broken.length < 6) return null;
  const found = WIDTHS.map((widthOf) => settingIn(widthOf, flow, lines, broken)).filter((each) => each !== null);
  const best = found.reduce<(typeof found)[number] | null>((a, b) => (a && a.uneven <= b.uneven ? a : b), null);
  if (!best || broken.every((i) => lines[i]!.length > LONGEST)) return null;
  const { widthOf, full } = best;
  const isIndented = (line: Line) => line.indent >= 2;
  const opens = (line: Line) => opensWithHead(flow, line);
  const marks = (mark: (line: Line) => boolean, share: number) => marksParagraphs(flow, lines, best, mark, share);
  return {
    widthOf,
    full,
    indented: marks(isIndented, 0.8),
    parted: marks(({ gap }) => gap, 0.8),
    headed: marks(opens, 0.1),
  };
}

/** Whether a mark stands at that share of what follows the short last line of a paragraph, and not at what goes on in the middle of a sentence. */
function marksParagraphs(
  flow: Flow,
  lines: Line[],
  { widthOf, full }: Pick<Setting, "widthOf" | "full">,
  mark: (line: Line) => boolean,
  share: number,
): boolean {
  let [begins, marked, goesOn, stray] = [0, 0, 0, 0];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    const finished = endsSentence(flow.codes, line);
    if (finished && widthOf(line) < full * 0.8) {
      begins++;
      if (mark(next)) marked++;
    } else if (!finished && widthOf(line) >= full * 0.9) {
      goesOn++;
      if (mark(next)) stray++;
    }
  }
  return marked >= 3 && marked >= begins * share && stray <= goesOn * 0.2;
}
