import type { CompiledReport, Range } from "#base/report";
import type { Cell, Column, Table } from "../table.ts";
import { before, digits } from "../words.ts";
import { KINDS } from "./kinds.ts";
import type { Mark } from "./segments.ts";

/** What a card shows of one finding: its kind by number, the cells of the card, rule, and confidence in per cent. */
export type Card = [kind: number, cells: string[], rule: string, confidence: number];

/** Everything the script needs; findings are known by their number on this page. */
export type PageData = { kinds: { name: string; label: string; titles: string[] }[]; cards: Card[] };

/** 读出的内容: the cards of all findings, and the number each finding goes by. */
export type Findings = { data: PageData; numbers: Map<string, number>; marks: Mark[] };

/** Columns that a card leaves out: the text shows them, or the card's foot does. */
const ELSEWHERE = new Set(
  "n quote path page start end source_start source_end rule confidence id sentence clause words".split(" "),
);

/** Numbers all findings of the kinds that are marked, and says where each lies. */
export function findingsOf(report: CompiledReport, layers: Table[]): Findings {
  const found: Findings = { data: { kinds: [], cards: [] }, numbers: new Map(), marks: [] };
  const mentions = new Map(report.projects.map(({ id, mentions }) => [id, mentions]));
  for (const kind of KINDS) addKind(found, kind, layers.find(({ name }) => name === kind.name)!, mentions);
  found.marks.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.number - b.number);
  return found;
}

function addKind(found: Findings, kind: { name: string; label: string }, table: Table, mentions: Map<string, Range[]>) {
  const column = (key: string) => table.columns.findIndex((one) => one.key === key);
  const [start, end, rule, confidence] = ["start", "end", "rule", "confidence"].map(column) as [
    number,
    number,
    number,
    number,
  ];
  const shown = table.columns.flatMap(({ key }, i) => (ELSEWHERE.has(key) ? [] : [i]));
  found.data.kinds.push({ ...kind, titles: shown.map((i) => table.columns[i]!.title) });
  table.rows.forEach((row, i) => {
    const number = found.data.cards.length;
    const cells = shown.map((at) => written(row[at]!, table.columns[at]!));
    found.data.cards.push([
      found.data.kinds.length - 1,
      cells,
      String(row[rule]),
      Math.round(100 * Number(row[confidence])),
    ]);
    found.numbers.set(`${kind.name} ${table.ids[i]}`, number);
    const spans = mentions.get(table.ids[i]!) ?? [[row[start] as number, row[end] as number]];
    for (const span of kind.name === "projects" ? spans : spans.slice(0, 1))
      found.marks.push({ number, kind: kind.name, span });
  });
}

/** A cell as an office writes it. */
export function written(cell: Cell, { type }: Column): string {
  if (cell === null) return "";
  if (typeof cell === "number") return digits(cell);
  return type === "date" ? before(cell) : cell;
}
