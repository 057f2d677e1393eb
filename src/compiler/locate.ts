import type { Located, Range } from "#base/report";
import type { OutlineSection } from "./outline/outline.ts";
import type { Bare } from "./text/bare.ts";
import type { Reading } from "./text/reading.ts";

/** Turns places in the bare text into places in the reading text and in the source. */
export type Locator = {
  bare: Bare;
  reading: Reading;
  pages: number[] | null;
  sections: OutlineSection[];
  sectionIds: string[];
  /** Offsets in the bare text of the section heads, for looking up the innermost. */
  heads: number[];
};

export function spanOf({ bare }: Locator, start: number, end: number): Range {
  return end > start ? [bare.at[start]!, bare.at[end - 1]! + 1] : [bare.at[start]!, bare.at[start]!];
}

export function sourceOf({ reading }: Pick<Locator, "reading">, [start, end]: Range): Range {
  return end > start
    ? [reading.toSource[start]!, reading.toSource[end - 1]! + 1]
    : [reading.toSource[start]!, reading.toSource[start]!];
}

/** The words as the report has them, white space and marks left out. */
export function wordsOf({ bare, reading }: Pick<Locator, "bare" | "reading">, start: number, end: number): string {
  if (end <= start) return "";
  const written = reading.text.slice(bare.at[start]!, bare.at[end - 1]! + 1);
  return written.length === end - start ? written : asWritten(bare, reading.text, start, end);
}

function asWritten(bare: Bare, text: string, start: number, end: number): string {
  let words = "";
  for (let i = start; i < end; i++) words += text[bare.at[i]!];
  return words;
}

/** Index of the innermost section whose heading begins at or before `at`; -1 before the first. */
export function sectionAt({ heads, sections }: Locator, at: number): number {
  let low = 0;
  let high = heads.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (heads[middle]! <= at) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  while (found >= 0 && sections[found]!.bodyEnd <= at) found = sections[found]!.parent ?? -1;
  return found;
}

function pageOf(pages: number[] | null, at: number): number | null {
  if (!pages || pages.length === 0) return null;
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pages[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The place of a finding, ready for the report. */
export function locate(
  locator: Locator,
  id: string,
  start: number,
  end: number,
  rule: string,
  confidence: number,
): Located {
  const span = spanOf(locator, start, end);
  const source = sourceOf(locator, span);
  const section = sectionAt(locator, start);
  return {
    id,
    span,
    source,
    page: pageOf(locator.pages, source[0]),
    section: section < 0 ? null : locator.sectionIds[section]!,
    rule,
    confidence,
  };
}
