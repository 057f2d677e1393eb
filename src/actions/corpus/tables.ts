import { type Outcome, outcomesOf, type Statement } from "../outcomes.ts";
import { byPlaceTable, outcomeTable } from "./compare.ts";
import { readKept } from "./keep.ts";
import type { Cell, Kept, LayerRows } from "./protocol.ts";
import type { Column, Sink, SinkMaker } from "./sink.ts";

/** A file of the corpus and the key of what is kept of it. */
export type Entry = { file: string; key: string };

/** What stands first in every table. */
const FIRST: Column[] = [
  { key: "file", type: "text" },
  { key: "place", type: "text" },
  { key: "level", type: "text" },
  { key: "year", type: "integer" },
];

/**
 * 各层汇总: writes one table a layer with the rows of all files, in the order of the files, and the comparison of
 * targets by place and year. One report at a time is in memory, beside the statements on headline indicators.
 */
export async function writeTables(
  folder: string,
  cache: string,
  entries: Entry[],
  makers: SinkMaker[],
): Promise<Outcome[]> {
  const make: OpenAll = (name, columns) => makers.map((maker) => maker(folder, name, columns));
  const sinks = new Map<string, Sink[]>();
  const statements: Statement[] = [];
  for (const { file, key } of entries) {
    const kept = await readKept(cache, key, file);
    statements.push(...kept.statements);
    for (const layer of kept.layers) addLayer(layer, { file, kept, sinks, make });
  }
  for (const sink of [...sinks.values()].flat()) sink.close();
  const outcomes = outcomesOf(statements);
  for (const { name, columns, rows } of [outcomeTable(outcomes), byPlaceTable(outcomes)])
    for (const sink of make(name, columns)) {
      sink.add(rows);
      sink.close();
    }
  return outcomes;
}

type OpenAll = (name: string, columns: Column[]) => Sink[];

function addLayer(
  { name, columns, rows }: LayerRows,
  { file, kept, sinks, make }: { file: string; kept: Kept; sinks: Map<string, Sink[]>; make: OpenAll },
) {
  if (!sinks.has(name)) sinks.set(name, make(name, [...FIRST, ...columns.map((column) => renamed(name, column))]));
  const first: Cell[] = [file, kept.place, kept.level, kept.year];
  for (const sink of sinks.get(name)!) sink.add(rows.map((row) => [...first, ...row]));
}

/** `year` of a measure is not the year of its report: what a layer calls like a first column gets the layer's name before it. */
function renamed(layer: string, { key, type }: Column): Column {
  const taken = FIRST.some((column) => column.key === key);
  return { key: taken ? `${layer.replace(/s$/, "")}_${key}` : key, type };
}
