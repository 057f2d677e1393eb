import { headingOf } from "./heading.ts";
import type { Paragraph } from "./paragraph.ts";

/** 报告的开头: where the front ends (title, date, who speaks) and the report proper begins. */

const ADDRESS = /^(?:各位(?:代表|委员)|同志们)/;
/** What is said once, at the very beginning: 各位代表： · 现在，我代表县人民政府… */
const OPENING =
  /^(?:各位(?:代表|委员)|同志们)?[：:，！]*(?:现在，?我|我(?:受|代表)|受.{2,20}委托)|^(?:各位(?:代表|委员)|同志们)[：:，！]*$/;
/** The front has no more paragraphs than this. */
const LONGEST_FRONT = 40;
/** A sentence that ends, or more than a line that never does. */
const STATES = /^.{11,}[。！；]|^.{60}/;

/**
 * Index of the first paragraph of the report proper: the opening, unless a chapter with its text comes before it.
 * 各位代表 is said all through a report: by itself it opens nothing that text stands before.
 */
export function bodyFrom(text: string, paragraphs: Paragraph[]): number {
  const front = paragraphs.slice(0, LONGEST_FRONT);
  const first = (holds: (index: number) => boolean) => {
    const found = front.findIndex((_, index) => holds(index));
    return found < 0 ? front.length : found;
  };
  const words = (index: number) => wordsOf(text, front[index]);
  const isChapter = (index: number) => headingOf(text, front[index]!.start, front[index]!.end)?.form === "chapter";
  const isText = (index: number) => STATES.test(words(index)) && !ADDRESS.test(words(index));
  const chapter = first((i) => isChapter(i) && [i, i + 1, i + 2].some(isText));
  const opening = first((i) => OPENING.test(words(i)));
  if (opening < chapter) return OPENING.test(words(opening + 1)) ? opening + 1 : opening;
  const begins = Math.min(
    chapter,
    first((i) => ADDRESS.test(words(i))),
    first(isText),
    first(isChapter),
  );
  if (begins >= front.length) return 0;
  const heading = begins > 0 ? headingOf(text, front[begins - 1]!.start, front[begins - 1]!.end) : null;
  return heading && begins !== chapter ? begins - 1 : begins;
}

const wordsOf = (text: string, paragraph: Paragraph | undefined): string =>
  paragraph ? text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 800)) : "";
