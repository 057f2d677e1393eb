import type { Line } from "./lines.ts";
import type { Flow } from "./noise.ts";

/** 段首: whether a line opens a paragraph by what it begins with, or only goes on counting in the middle of one. */

/** Headings and the like, which stand at the head of a paragraph whatever is before them. */
const HEADING = /^(?:——|第[一二三四五六七八九十]{1,3}[章节部]|各位代表|附[注件：:]|名词解释|[[〔【^]*\d{1,3}[\]〕】])/;
/** 一、 （一） 1. ① 一是: what counts; the last only where the others of its list open paragraphs too. */
const MARK = /^(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳])/;
/** After these something must come: 第|二、三产业. */
const WANTS_MORE = /[，、,第和及与的]$/;
/** The next item of a list is not further off. */
const LONGEST_ITEM = 400;
const NUMBERS = [..."零一二三四五六七八九十"];

const beginning = (flow: Flow, line: Line, count: number) =>
  flow.text.slice(line.start, Math.min(line.end, line.start + count));

/** 一、 （一） 第一部分: the numbers of chapters and sections; other numbers may well stand inside a paragraph. */
export const isNumbered = (flow: Flow, line: Line): boolean =>
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]|第[一二三四五六七八九十]{1,3}[章节部])/.test(
    beginning(flow, line, 5),
  );

/** What opens a paragraph even where its first line is not set in. */
export const isHeading = (flow: Flow, line: Line): boolean =>
  isNumbered(flow, line) || /^(?:各位代表|附[注件：:]|名词解释)/.test(beginning(flow, line, 4));

/** The mark that counts one on, or one back: ② and −1 → ①, （三） and 1 → （四）; null where there is none. */
function neighbour(mark: string, step: 1 | -1): string | null {
  if (/^[①-⑳]/.test(mark))
    return /^[①⑳]/.test(mark) && step < 0 === mark.startsWith("①")
      ? null
      : String.fromCharCode(mark.charCodeAt(0) + step);
  const digits = /\d+/.exec(mark)?.[0];
  if (digits) return Number(digits) + step < 1 ? null : mark.replace(digits, String(Number(digits) + step));
  const number = NUMBERS.indexOf(mark.replace(/[^一二三四五六七八九十]/g, ""));
  const other = number + step;
  return number > 0 && other > 0 && other <= 10 ? mark.replace(NUMBERS[number]!, NUMBERS[other]!) : null;
}

/**
 * Whether `next` opens a paragraph. `start` is where the paragraph of `line` began in the flow;
 * null where lines are paragraphs, so that nothing goes on counting.
 */
export function opensParagraph(flow: Flow, start: number | null, line: Line, next: Line): boolean {
  const words = beginning(flow, next, 8);
  const mark = MARK.exec(words)?.[0];
  if (start === null) return HEADING.test(words) || (mark !== undefined && !mark.endsWith("是"));
  if (WANTS_MORE.test(flow.text.slice(line.end - 1, line.end))) return false;
  if (!mark) return HEADING.test(words);
  return countsInParagraphs(flow, start, line, next, mark) ?? !mark.endsWith("是");
}

/** Whether the items of the list that `mark` belongs to are paragraphs; null where neither neighbour is near. */
function countsInParagraphs({ text }: Flow, start: number, line: Line, next: Line, mark: string): boolean | null {
  const before = neighbour(mark, -1);
  const from = Math.max(start, line.end - LONGEST_ITEM);
  const last = before ? text.slice(from, line.end).lastIndexOf(before) : -1;
  if (last >= 0) return from + last === start;
  const after = before ? null : neighbour(mark, 1);
  const ahead = text.slice(next.start, next.start + LONGEST_ITEM);
  const found = after ? ahead.indexOf(after) : -1;
  return found < 0 ? null : /\n\s*$/.test(ahead.slice(Math.max(0, found - 8), found));
}
