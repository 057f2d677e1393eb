import type { CompiledReport, Range, Section } from "#base/report";
import { heading } from "../place.ts";
import { escaped } from "./html.ts";
import { type Mark, type Segment, segments } from "./segments.ts";

/** Kind of the mark that a run-in heading gets; it is no finding. */
const RUN_IN = "run-in";

/** 正文: the report as it reads, headings as headings, every finding marked. `marks` sorted by where they begin. */
export function textOf(report: CompiledReport, marks: Mark[]): string {
  const blocks = blocksOf(report.text);
  const headingOf = headingFinder(report.sections);
  const heads = new Map(blocks.map((block) => [block[0], headingOf(block)]));
  const inline = report.sections.flatMap(runIn(new Set([...heads.values()].filter((head) => head !== null))));
  const all = [...marks, ...inline].sort((a, b) => a.span[0] - b.span[0]);
  const front = blocks.findIndex(([, end]) => /[。：！；]/.test(report.text[end - 1]!));
  const started = new Set<number>();
  let from = 0;
  return blocks
    .map((block, i) => {
      while (from < all.length && all[from]!.span[1] <= block[0]) from += 1;
      const content = marked(report.text, block, overlapping(all, from, block), started);
      return wrapped(content, block, heads.get(block[0])!, i < front ? i : -1);
    })
    .join("\n");
}

/** 目录: numbers and titles of all headings, as a list of links into the text. */
export function contentsOf(sections: Section[]): string {
  const items = sections.map(
    (section, i) => `<li class="level-${depth(section)}"><a href="#${anchor(i)}">${escaped(heading(section))}</a></li>`,
  );
  return items.length === 0 ? "<p>本报告没有读出标题。</p>" : `<ol>${items.join("\n")}</ol>`;
}

const anchor = (number: number) => `section-${number}`;
const depth = ({ level }: Section) => Math.min(Math.max(level, 1), 3);

/** Paragraphs without the white space around them, empty ones left out. */
function blocksOf(text: string): Range[] {
  return [...text.matchAll(/[^\n\f]+/g)].flatMap(({ 0: line, index }) => {
    const inner = line.trim();
    const start = index + line.indexOf(inner);
    return inner === "" ? [] : [[start, start + inner.length] satisfies Range];
  });
}

type Head = { section: Section; number: number };

/** Finds the section whose heading a paragraph is, the whole of it but for a mark before and a stop after. */
function headingFinder(sections: Section[]): (block: Range) => Head | null {
  const starts = new Map(sections.map((section, number) => [section.span[0], { section, number }]));
  return ([start, end]) => {
    const head = [0, 1, 2].map((more) => starts.get(start + more)).find((one) => one !== undefined);
    return head !== undefined && head.section.span[1] >= end - 1 && head.section.span[1] <= end ? head : null;
  };
}

const runIn = (own: Set<Head>) => {
  const numbers = new Set([...own].map(({ number }) => number));
  return ({ span }: Section, number: number): Mark[] => (numbers.has(number) ? [] : [{ number, kind: RUN_IN, span }]);
};

/** Marks that touch a paragraph, from the first that can on. */
function overlapping(marks: Mark[], from: number, [start, end]: Range): Mark[] {
  const found: Mark[] = [];
  for (let i = from; i < marks.length && marks[i]!.span[0] < end; i += 1)
    if (marks[i]!.span[1] > start) found.push(marks[i]!);
  return found;
}

function marked(text: string, block: Range, marks: Mark[], started: Set<number>): string {
  return segments(block, marks)
    .map((segment) => piece(escaped(text.slice(...segment.span)), segment, started))
    .join("");
}

/** One piece of text. The first piece of a finding can be reached with the Tab key. */
function piece(text: string, { marks, span }: Segment, started: Set<number>): string {
  const head = marks.find(({ kind }) => kind === RUN_IN);
  const found = marks.filter(({ kind }) => kind !== RUN_IN);
  const begins = found.some(({ number }) => !started.has(number));
  for (const { number } of found) started.add(number);
  const reach = begins ? ' role="button" tabindex="0"' : "";
  const data = found.map(({ number }) => number).join(" ");
  const inner = found.length === 0 ? text : `<span class="f ${classes(found)}" data-f="${data}"${reach}>${text}</span>`;
  if (head === undefined) return inner;
  return `<b${head.span[0] === span[0] ? ` id="${anchor(head.number)}"` : ""}>${inner}</b>`;
}

const classes = (marks: Mark[]) => [...new Set(marks.map(({ kind }) => kind))].join(" ");

function wrapped(content: string, [start, end]: Range, head: Head | null, front: number): string {
  const place = `data-at="${start} ${end}"`;
  if (head !== null) {
    const tag = `h${depth(head.section) + 1}`;
    return `<${tag} id="${anchor(head.number)}" ${place}>${content}</${tag}>`;
  }
  if (front >= 0) return `<p class="${front === 0 ? "title" : "front"}" ${place}>${content}</p>`;
  return `<p ${place}>${content}</p>`;
}
