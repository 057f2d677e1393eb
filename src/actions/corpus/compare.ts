import type { Outcome, Statement } from "../outcomes.ts";
import type { Cell } from "./protocol.ts";
import type { Column } from "./sink.ts";

/** A table that is made in one go: its name, columns and rows. */
export type WholeTable = { name: string; columns: Column[]; rows: Cell[][] };

const text = (key: string): Column => ({ key, type: "text" });
const number = (key: string): Column => ({ key, type: "number" });

const SIDE: [Column, (one: Statement) => Cell][] = [
  [text(""), ({ says }) => says],
  [text("_comparator"), ({ comparator }) => comparator],
  [number("_value"), ({ value }) => value],
  [number("_upper"), ({ upper }) => upper],
  [text("_unit"), ({ unit }) => unit],
  [text("_file"), ({ file }) => file],
];

/** 目标与结果, long: one row for each place, year and headline indicator. */
export function outcomeTable(outcomes: Outcome[]): WholeTable {
  const side = (name: string) => SIDE.map(([{ key, type }]) => ({ key: name + key, type }));
  const cells = (one: Statement | null) => SIDE.map(([, value]) => (one === null ? null : value(one)));
  return {
    name: "outcomes",
    columns: [
      ...[text("place"), { key: "year", type: "integer" as const }, text("indicator"), text("name"), text("facet")],
      ...side("target"),
      ...side("result"),
    ],
    rows: outcomes.map(({ place, year, indicator, name, facet, target, result }) => [
      ...[place, year, indicator, name, facet],
      ...cells(target),
      ...cells(result),
    ]),
  };
}

/** 各地各年目标对照, wide: one row for each place and indicator, a target and a result column for each year. */
export function byPlaceTable(outcomes: Outcome[]): WholeTable {
  const years = [...new Set(outcomes.map(({ year }) => year))].filter((year) => year !== null).sort((a, b) => a - b);
  const columnOf = new Map(years.map((year, i) => [year, 4 + 2 * i]));
  const rows = new Map<string, Cell[]>();
  for (const { place, year, indicator, name, facet, target, result } of outcomes) {
    if (year === null) continue;
    const key = JSON.stringify([place, indicator, facet]);
    const row = rows.get(key) ?? [place, indicator, name, facet, ...years.flatMap(() => [null, null])];
    row[columnOf.get(year)!] = target?.says ?? null;
    row[columnOf.get(year)! + 1] = result?.says ?? null;
    rows.set(key, row);
  }
  return {
    name: "targets-by-place",
    columns: [
      ...["place", "indicator", "name", "facet"].map(text),
      ...years.flatMap((year) => [text(`${year}_target`), text(`${year}_result`)]),
    ],
    rows: [...rows.values()],
  };
}
