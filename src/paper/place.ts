import type { CompiledReport, Located, Range, Section } from "#base/report";

/** Finds the way in one report: from a finding to its heading, its sentence and its words. */
export type Place = {
  /** The words of the finding, white space as it stands. */
  words(span: Range): string;
  /** 原文: the whole sentence or sentences around a span, on one line. */
  sentence(span: Range): string;
  /** The clause around a span, from comma to comma. */
  clause(span: Range): string;
  /** 层级: numbers of the headings from the outermost in, `二、（一）`; a heading without number gives its title. */
  path(section: string | null): string;
  /** 类别: the heading of the second level that holds a finding, of the first where there is no second. */
  category(section: string | null): string;
  /** 位置: `第3页／二、（一）／字位1234`, run-in headings left out; 字位 is the offset in the source text, as `luoshi explain --at` takes it. */
  where(found: Located): string;
};

const SENTENCE_END = /[。！？\n\f]/;
const CLAUSE_END = /[，；：。！？\n\f]/;
const CLOSING = /[”’」』）》]/;

/** Indexes the sections of a report once, so that each question after is cheap. */
export function placeIn(report: CompiledReport): Place {
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  const line = remember((id: string) => ancestry(sections, id));
  const path = (id: string | null) => (id === null ? "" : joined(line(id)));
  return {
    words: (span) => oneLine(report.text.slice(...span)),
    sentence: (span) => oneLine(report.text.slice(...widen(report.text, span, SENTENCE_END))),
    clause: (span) => oneLine(report.text.slice(...widen(report.text, span, CLAUSE_END)).replace(/[，；：。]$/, "")),
    path,
    category: (id) => (id === null ? "" : category(line(id))),
    where: (found) =>
      [
        found.page === null ? "" : `第${found.page}页`,
        found.section === null ? "" : joined(outer(line(found.section))),
        `字位${found.source[0]}`,
      ]
        .filter((part) => part !== "")
        .join("／"),
  };
}

/** 标题: a heading as it is written, number and title. */
export const heading = (section: Section): string => (section.number ?? "") + section.title;

/** Sections from the outermost to `id`; a ring of parents ends where it began. */
function ancestry(sections: Map<string, Section>, id: string): Section[] {
  const line: Section[] = [];
  let section = sections.get(id);
  while (section !== undefined && !line.includes(section)) {
    line.unshift(section);
    section = section.parent === null ? undefined : sections.get(section.parent);
  }
  return line;
}

const shortName = ({ number, title }: Section) => number ?? (title.length > 12 ? `${title.slice(0, 11)}…` : title);

/** Without the run-in headings, unless there is nothing else. */
const outer = (line: Section[]) => line.filter(({ level }, i) => i === 0 || level <= 2);

/** Numbers stand side by side, `二、（一）`; after a heading without number a stroke is needed. */
const joined = (line: Section[]) =>
  line.map((section, i) => (i > 0 && line[i - 1]!.number === null ? "／" : "") + shortName(section)).join("");

function category(line: Section[]): string {
  const held = line.filter(({ level }) => level <= 2).at(-1) ?? line[0];
  return held === undefined ? "" : heading(held);
}

/** How far a sentence is followed to either side: a text without full stops must not be read anew for every finding. */
const REACH = 500;

/** From after the last end before the span to the next end after it, closing quotes taken along. */
function widen(text: string, [from, to]: Range, end: RegExp): Range {
  let start = from;
  const first = Math.max(0, from - REACH);
  const last = Math.min(text.length, to + REACH);
  while (start > first && !end.test(text[start - 1]!)) start -= 1;
  while (start < from && CLOSING.test(text[start]!)) start += 1;
  let stop = Math.max(from, end.test(text[to - 1] ?? "") ? to - 1 : to);
  while (stop < last && !end.test(text[stop]!)) stop += 1;
  if (stop < last && text[stop] !== "\n" && text[stop] !== "\f") stop += 1;
  while (stop < last && CLOSING.test(text[stop]!)) stop += 1;
  return [start, stop];
}

/** Line ends inside a finding are no part of it: Chinese needs no space where a line was broken. */
const oneLine = (text: string) => text.replace(/\s*[\n\f]\s*/g, "").trim();

function remember<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const had = known.get(key);
    if (had !== undefined) return had;
    const made = answer(key);
    known.set(key, made);
    return made;
  };
}
