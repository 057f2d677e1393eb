import type { SourceDocument } from "#base/document";
import { Refusal } from "#base/refusal";
import type { Range } from "#base/report";
import { compile } from "#compiler/compile";
import { type Explanation, explain } from "#compiler/explain";
import type { Table } from "#paper/table";
import { tables } from "#paper/tables";

/**
 * 逐步说明: what stands at `offset` of the source text (UTF-16 code units; `length` of them), and every finding that
 * covers any of it: its fields, the rule that made it and how sure it is; the narrowest first. Before them, how the figure
 * there was read, from the sentence to the rule. Where nothing was read, the finding that comes next. Throws `Refusal` for an offset beyond the text.
 */
export function explainAt(document: SourceDocument, offset: number, length = 1): Explanation {
  if (offset >= document.text.length) throw beyond(offset, document.text.length);
  const place: Range = [offset, offset + length];
  const all = tables(compile(document)).flatMap(findingsOf);
  const here = all.filter(({ source }) => source[0] < place[1] && place[0] < source[1]);
  const steps = here.sort((a, b) => lengthOf(a) - lengthOf(b)).map(({ title, text }) => ({ title, text }));
  return {
    steps: [
      standing(document, place),
      ...explain(document, offset).steps,
      ...(steps.length > 0 ? steps : missing(all, place[1])),
    ],
  };
}

/** Where the words stand in the source text: the offset of each place, white space between characters ignored. */
export function placesOf(text: string, words: string): number[] {
  const characters = [...words.replace(/\s+/g, "")].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (characters.length === 0) return [];
  return [...text.matchAll(new RegExp(characters.join("\\s*"), "gu"))].map(({ index }) => index);
}

/** How much of the text is shown before and after. */
const CONTEXT = 30;

function standing({ text, pages }: SourceDocument, [start, end]: Range): Explanation["steps"][number] {
  const flat = (from: number, to: number) => text.slice(from, to).replace(/\s+/g, " ");
  const page = pages === null ? "" : `，第 ${pages.filter((first) => first <= start).length} 页`;
  const [before, after] = [flat(Math.max(0, start - CONTEXT), start), flat(end, end + CONTEXT)];
  return { title: `字位 ${start}${page}`, text: `…${before}【${flat(start, end)}】${after}…` };
}

type Found = { title: string; text: string; source: Range };

const lengthOf = ({ source: [start, end] }: Found): number => end - start;

/** Said in the title or the place already, or for machines only. */
const LEFT_OUT = new Set("n rule confidence start end source_start source_end path id page".split(" "));

/** The rows of one layer, each with the range of the source that it was read from. */
function findingsOf({ title, columns, rows }: Table): Found[] {
  return rows.flatMap((row) => {
    const cell = (key: string) => row[columns.findIndex((column) => column.key === key)] ?? null;
    const [start, end, rule] = [cell("source_start"), cell("source_end"), cell("rule")];
    if (typeof start !== "number" || typeof end !== "number") return [];
    const fields = columns.flatMap(({ key, title: name }, i) =>
      LEFT_OUT.has(key) || row[i] === null || row[i] === "" ? [] : [`${name}：${row[i]}`],
    );
    const by = rule === null ? "" : `（规则“${rule}”，把握 ${cell("confidence")}）`;
    return [{ title: title + by, text: fields.join("\n"), source: [start, end] }];
  });
}

/** Nothing here: says so, and what was read next. */
function missing(all: Found[], end: number): Explanation["steps"] {
  const nothing = { title: "没有读出", text: "这里没有读出数据、目标、时限、任务等任何一类内容。" };
  const [next] = all.filter(({ source }) => source[0] >= end).sort((a, b) => a.source[0] - b.source[0]);
  if (next === undefined) return [nothing];
  return [nothing, { title: `其后第一处，字位 ${next.source[0]}：${next.title}`, text: next.text }];
}

function beyond(offset: number, length: number): Refusal {
  return new Refusal(
    "explain/beyond",
    `字位 ${offset} 超出全文（共 ${length} 字，从 0 数起）。请改小，或用 --find 按文字查找。`,
    `Offset ${offset} is beyond the text of ${length} characters, counted from 0. Take a smaller one, or --find words.`,
  );
}
