import type { Phase } from "#base/report";
import { bodyFrom } from "./front.ts";
import { type Form, type Heading, headingOf } from "./heading.ts";
import { areHeads, innerHeads, openingHeading, openingLength } from "./opening.ts";
import { type Paragraph, paragraphsOf } from "./paragraph.ts";
import { phaseOf } from "./phase.ts";

/** 层级: a heading with its place in the outline. Offsets count the bare text. */
export type OutlineSection = Heading & { level: number; phase: Phase; parent: number | null; bodyEnd: number };

export type Outline = {
  paragraphs: Paragraph[];
  sections: OutlineSection[];
  /** Offset at which the report proper begins: after the title, the date and the greeting. */
  bodyStart: number;
  /** Offset from which a report without a chapter on the coming year speaks of it; Infinity where chapters tell. */
  planFrom: number;
};

/** Numbered headings and lines that stand above text. */
function headings(text: string, paragraphs: Paragraph[], from: number): Heading[] {
  const found: Heading[] = [];
  for (let i = from; i < paragraphs.length; i++) {
    const { start, end } = paragraphs[i]!;
    const heading = headingOf(text, start, end);
    if (!heading) continue;
    if (heading.form === "line" && !standsAbove(paragraphs, i, text)) continue;
    found.push(heading);
  }
  return found;
}

/** A line is a heading when longer text comes right after it, and what is before it has ended. */
function standsAbove(paragraphs: Paragraph[], index: number, text: string): boolean {
  const next = paragraphs[index + 1];
  if (!next || index + 1 >= paragraphs.length) return false;
  const before = paragraphs[index - 1];
  const line = text.slice(paragraphs[index]!.start, paragraphs[index]!.end);
  const endsBefore =
    !before || /[。！？；：”）]$/.test(text.slice(before.end - 1, before.end)) || before.end - before.start < 46;
  return (
    (endsBefore || !/[，、]/.test(line)) &&
    (next.end - next.start > 46 || headingOf(text, next.start, next.end) !== null)
  );
}

/** 一、… : the level of each form. Lines are chapters where the report numbers none. */
function levelOf(form: Form, chapters: boolean, title: string, year: number | null): number {
  if (form === "chapter" || form === "notes") return 1;
  if (form === "line") return !chapters && !/[，、]/.test(title) && phaseOf(title, year) !== null ? 1 : 2;
  return form === "section" || form === "dash" || form === "circle" ? 2 : 3;
}

/** Opening sentences of the paragraphs between two headings, where they are heads. */
function openings(text: string, paragraphs: Paragraph[], numbered: Heading[], from: number): Heading[] {
  const heads = new Set(numbered.map((heading) => heading.start));
  const stretches: Paragraph[][] = [[]];
  for (let i = from; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!;
    if (heads.has(paragraph.start)) stretches.push([]);
    else stretches.at(-1)!.push(paragraph);
  }
  const tried = stretches.map((stretch) => {
    const long = stretch.filter(({ start, end }) => end - start > 30 && !/^各位/.test(text.slice(start, start + 2)));
    const all = long.map(({ start, end }) => openingHeading(start, openingLength(text, start, end), end));
    return { long: long.length, found: all.filter((heading) => heading.end > heading.start) };
  });
  const sum = (count: (one: { long: number; found: Heading[] }) => number) =>
    tried.reduce((total, one) => total + count(one), 0);
  const usual = sum((one) => one.found.length) >= Math.max(6, sum((one) => one.long) * 0.35);
  return tried.flatMap(({ long, found }) => (areHeads(found.length, long, usual) ? found : []));
}

/** Fourth-level heads inside the paragraphs of the plan. */
function inner(text: string, paragraphs: Paragraph[], known: Heading[], from: number): Heading[] {
  const runIn = new Map(known.map((heading) => [heading.paragraphEnd, heading.end + 1]));
  return paragraphs
    .slice(from)
    .flatMap(({ start, end }) =>
      innerHeads(text, runIn.get(end) ?? start, end).map(([at, length]) => openingHeading(at, length, end)),
    );
}

/** 结构: chapters, sections and heads of the bare text, with their phases. `year` is the year the report plans for, where known. */
export function outlineOf(text: string, year: number | null): Outline {
  const paragraphs = paragraphsOf(text);
  const from = bodyFrom(text, paragraphs);
  const numbered = headings(text, paragraphs, from);
  const opening = openings(text, paragraphs, numbered, from);
  const known = [...numbered, ...opening].sort((a, b) => a.start - b.start);
  const all = [...known, ...inner(text, paragraphs, known, from)].sort((a, b) => a.start - b.start);
  const isKnown = new Set(known);
  const innerStarts = new Set(all.filter((heading) => !isKnown.has(heading)).map((heading) => heading.start));
  const sections = nest(text, all, innerStarts, year);
  const lastReview = sections.findLastIndex(({ phase, level }) => phase === "review" && level === 1);
  const planFrom = sections.some(({ phase }, i) => i > lastReview && phase === "plan")
    ? Number.POSITIVE_INFINITY
    : turnToPlan(text, paragraphs, from, year);
  for (const section of sections) if (section.start >= planFrom && section.phase !== "notes") section.phase = "plan";
  return { paragraphs, sections, bodyStart: paragraphs[from]?.start ?? 0, planFrom };
}

/** Where a report without a chapter on the coming year turns to it: 2024年，我县将以…; at the latest, where it sets out its targets. */
function turnToPlan(text: string, paragraphs: Paragraph[], from: number, year: number | null): number {
  const turn = new RegExp(`^(?:${year ?? "今年"}年?|今年|新的一年)，?.{0,24}?(?:将|要|总体要求|预期目标|工作思路)`);
  const turned = paragraphs.slice(from + 1).find(({ start }) => turn.test(text.slice(start, start + 60)));
  const targets = paragraphs
    .slice(from)
    .find(({ start, end }) => /预期目标(?:是|为|：)/.test(text.slice(start, Math.min(end, start + 400))));
  return (
    (turned ?? targets)?.start ??
    (isOnlyPlan(text, paragraphs, from) ? paragraphs[from]!.start : Number.POSITIVE_INFINITY)
  );
}

/** An abstract of the plan alone: numbered headings, none that looks back, and a front that speaks of the coming year. */
function isOnlyPlan(text: string, paragraphs: Paragraph[], from: number): boolean {
  const first = paragraphs[from];
  return (
    first !== undefined &&
    /部署|展望|安排/.test(text.slice(0, first.start + 40)) &&
    !/回顾|回眸/.test(text.slice(0, 3000))
  );
}

function nest(text: string, all: Heading[], innerStarts: Set<number>, year: number | null): OutlineSection[] {
  const chapters = all.some((heading) => heading.form === "chapter");
  const sections: OutlineSection[] = [];
  const open: number[] = [];
  let phase: Phase = "other";
  let dividedByHeads = false;
  // The chapter that numbered sections divide; heads of paragraphs in it are heads of a third level.
  let divided = -1;
  all.forEach((heading) => {
    const title = text.slice(heading.titleStart, heading.titleEnd);
    let level = levelOf(heading.form, chapters, title, year);
    if (level === 1) phase = chapterPhase(title, heading, phase, year);
    const inChapter = open.length > 0 && sections[open[0]!]!.level === 1 && divided !== open[0];
    if (heading.form === "opening" && inChapter && open.length <= 2) {
      level = openingLevel(title, phase, dividedByHeads);
      if (phase === "review" && level === 3) dividedByHeads = true;
    }
    if (heading.form === "item" && inChapter) dividedByHeads = true;
    if (innerStarts.has(heading.start))
      level = Math.min(4, (sections.at(-1)?.level ?? 2) + (innerStarts.has(sections.at(-1)?.start ?? -1) ? 0 : 1));
    while (open.length && sections[open.at(-1)!]!.level >= level) open.pop();
    sections.push({ ...heading, level, phase, parent: open.at(-1) ?? null, bodyEnd: text.length });
    open.push(sections.length - 1);
    if (level === 2 && heading.form !== "opening" && heading.form !== "dash") divided = open[0]!;
  });
  close(sections, text.length);
  return sections;
}

/** 段首标题 right under a chapter: a title of two clauses is a section's; the heads of 自身建设 follow what the report does elsewhere. */
function openingLevel(title: string, phase: Phase, dividedByHeads: boolean): number {
  if (phase === "self") return dividedByHeads ? 3 : 2;
  return title.includes("，") && !dividedByHeads ? 2 : 3;
}

/** The phase of a chapter: told by its title, otherwise by the order in which chapters come. */
function chapterPhase(title: string, heading: Heading, before: Phase, year: number | null): Phase {
  if (heading.form === "notes") return "notes";
  const told = phaseOf(title, year);
  if (told === "self" && before === "other") return "plan";
  if (told === "review" && before === "plan" && !/回顾|回眸|总结/.test(title)) return "plan";
  return told ?? (before === "other" ? "review" : before === "review" ? "plan" : before);
}

/** Each section ends where the next of its level, or of a higher one, begins. */
function close(sections: OutlineSection[], end: number): void {
  const open: OutlineSection[] = [];
  for (const section of sections) {
    while (open.length > 0 && open.at(-1)!.level >= section.level) open.pop()!.bodyEnd = section.start;
    open.push(section);
  }
  for (const section of open) section.bodyEnd = end;
}
