import type { Term } from "#base/report";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { ReadReport } from "../read.ts";

/** 名词解释: the report's own glossary: 26.“五个一”：一季一签约… */

/** 26. 〔18〕 （3） 【2】 注4： ⑤ 1、 */
const NUMBER = /^(?:注?[〔（[]?(\d{1,3})[〕）\]]?[.、．：]?|([①-⑳])|〔注(\d{1,3})〕)/;
const NAMED = /^(.{1,60}?)(?:：|——|—(?!—)|即(?=[“\u4e00-\u9fff])|，?是指|，指|主要(?:包括|指)|（见第\d+页）：)/;
const SEEN_ON_PAGE = /（见(?:报告)?(?:正文)?第?\d+[^）]{0,8}）$/;

type Entry = { n: number | null; start: number; end: number };

/** Where the notes are: the chapter of notes, or a tail of numbered entries after the last chapter. */
function notesOf(read: ReadReport): { start: number; end: number } | null {
  const chapter = read.outline.sections.find((section) => section.phase === "notes");
  if (chapter) return { start: chapter.end, end: read.text.length };
  const { paragraphs } = read.outline;
  let first = paragraphs.length;
  while (first > 0 && isEntry(read.text, paragraphs[first - 1]!)) first--;
  return paragraphs.length - first >= 3 ? { start: paragraphs[first]!.start, end: read.text.length } : null;
}

const isEntry = (text: string, { start, end }: { start: number; end: number }) =>
  /^[〔（[]?\d{1,3}[〕）\].、．]/.test(text.slice(start, start + 6)) &&
  NAMED.test(text.slice(start, Math.min(end, start + 90)));

/** Entries begin at paragraphs that open with the next number; a paragraph without one belongs to the entry before it. */
function entriesOf(
  text: string,
  notes: { start: number; end: number },
  paragraphs: { start: number; end: number }[],
): Entry[] {
  const entries: Entry[] = [];
  for (const { start, end } of paragraphs) {
    if (end <= notes.start) continue;
    const from = Math.max(start, notes.start);
    const line = text.slice(from, Math.min(end, from + 100));
    const number = NUMBER.exec(line);
    const n = number ? numberOf(number) : null;
    const goesOn = entries.length > 0 && n === null && !/^[“《]?.{1,24}?[”》]?(?:：|即|是指)/.test(line);
    if (goesOn) entries.at(-1)!.end = end;
    else if (n !== null || NAMED.test(line)) entries.push({ n, start: from + (number?.[0].length ?? 0), end });
  }
  return entries.flatMap((entry) => splitInline(text, entry));
}

const numberOf = (found: RegExpExecArray): number =>
  found[2] ? found[2].charCodeAt(0) - 0x245f : Number(found[1] ?? found[3]);

/** Several entries in one paragraph: 1.“双碳”：…。2.“三保”：… */
function splitInline(text: string, entry: Entry): Entry[] {
  if (entry.n === null) return [entry];
  const body = text.slice(entry.start, entry.end);
  const entries: Entry[] = [entry];
  for (let n = entry.n + 1; ; n++) {
    const last = entries.at(-1)!;
    const mark = new RegExp(`[。；」”）\\s](?:〔|（|\\[)?${n}(?:〕|）|\\]|[.、．])[、.．]?(?=[“\\u4e00-\\u9fff])`).exec(
      body.slice(last.start - entry.start),
    );
    if (!mark) return entries;
    const at = last.start + mark.index;
    entries.push({ n, start: at + mark[0].length, end: last.end });
    last.end = at + 1;
  }
}

/** The term without its outer quotes, and what it means. */
function parts(text: string, { start, end }: Entry): { term: [number, number]; definition: [number, number] } | null {
  const named = NAMED.exec(text.slice(start, Math.min(end, start + 120)));
  if (!named) return null;
  const separator = /(?:：|——|—)$/.test(named[0]) ? named[0].length : named[1]!.length;
  let termEnd = start + named[1]!.length;
  if (/（见第\d+页）$/.test(named[1]!)) termEnd -= /（见第\d+页）$/.exec(named[1]!)![0].length;
  let from = start + separator;
  if (text[from] === "：") from++;
  let to = end;
  const page = SEEN_ON_PAGE.exec(text.slice(from, to));
  if (page) to = from + page.index;
  while (to > from && /[。；\s\n]/.test(text[to - 1]!)) to--;
  return to > from && termEnd > start ? { term: [start, termEnd], definition: [from, to] } : null;
}

export function termsOf(read: ReadReport): Term[] {
  const notes = notesOf(read);
  if (!notes) return [];
  const idOf = identities("g");
  return entriesOf(read.text, notes, read.outline.paragraphs).flatMap((entry) => {
    const found = parts(read.text, entry);
    if (!found) return [];
    const term = wordsOf(read.locator, ...found.term).replace(/^[“"]([^“”"]*)[”"]$/, "$1");
    const definition = wordsOf(read.locator, ...found.definition);
    return [
      {
        ...locate(read.locator, idOf(term), found.term[0], found.definition[1], "名词解释", 1),
        n: entry.n,
        term,
        definition,
      },
    ];
  });
}
