import type { CompiledReport, Range } from "#base/report";
import type { Cell, Column, Table } from "../table.ts";
import { before, digits } from "../words.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { Mark } from "./segments.ts";

/** What a card shows of one finding: its kind by number, the cells of the card, rule, and confidence in per cent. */
export type Card = [kind: number, cells: string[], rule: string, confidence: number];

/** Everything the script needs; findings are known by their number on this page. */
export type PageData = { kinds: { name: string; label: string; titles: string[] }[]; cards: Card[] };

/** 读出的内容: the cards of all findings, and the number each finding goes by. */
export type Findings = { data: PageData; numbers: Map<string, number>; marks: Mark[] };

/** Columns that a card leaves out: the text shows them, or the card's foot does. */
const ELSEWHERE = new Set(
  "n quote path page start end source_start source_end rule confidence id sentence clause words value upper unit comparator specificity".split(
    " ",
  ),
);

/** Numbers all findings of the kinds that are marked, and says where each lies. */
export function findingsOf(report: CompiledReport, layers: Table[]): Findings {
  const found: Findings = { data: { kinds: [], cards: [] }, numbers: new Map(), marks: [] };
  for (const kind of KINDS) addKind(found, kind, layers.find(({ name }) => name === kind.name)!);
  for (const { id, span, mentions } of report.projects) addMentions(found, `projects ${id}`, span, mentions);
  found.marks.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.number - b.number);
  return found;
}

function addKind({ data, numbers, marks }: Findings, { name, label }: Kind, table: Table): void {
  const columns = cardColumns(table);
  const kind = data.kinds.push({ name, label, titles: columns.map(({ title }) => title) }) - 1;
  table.rows.forEach((row, i) => {
    const read = Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at]!]));
    const cells = columns.map((column) => (saysNothing(column, read) ? "" : written(read[column.key]!, column)));
    const number = data.cards.push([kind, cells, String(read.rule), Math.round(100 * Number(read.confidence))]) - 1;
    numbers.set(`${name} ${table.ids[i]}`, number);
    marks.push({ number, kind: name, span: [Number(read.start), Number(read.end)] });
  });
}

/** A project is marked wherever it is named. */
function addMentions({ numbers, marks }: Findings, key: string, [first]: Range, mentions: Range[]): void {
  const number = numbers.get(key)!;
  for (const span of mentions) if (span[0] !== first) marks.push({ number, kind: "projects", span });
}

/** The base unit is worth a line only where the figure was written in another. */
const saysNothing = ({ key }: Column, read: Record<string, Cell>) =>
  key.startsWith("normal_") && read.normal_value === read.value;

/** Columns of a card; those that stand beside the text come first, and the first of them is the card's title. */
function cardColumns({ columns }: Table): Column[] {
  const all = columns.filter(({ key }) => !ELSEWHERE.has(key));
  return [...all.filter(({ room }) => room === "page"), ...all.filter(({ room }) => room !== "page")];
}

/** A cell as an office writes it. */
export function written(cell: Cell, { type }: Column): string {
  if (cell === null) return "";
  if (typeof cell === "number") return digits(cell);
  return type === "date" ? before(cell) : cell;
}
