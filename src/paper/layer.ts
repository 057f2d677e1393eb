import type { CompiledReport, Located, Measure, Project } from "#base/report";
import type { Place } from "./place.ts";
import type { Cell, Column, Room, Table } from "./table.ts";

/** What a column may look up beside its own finding. */
export type About = {
  report: CompiledReport;
  place: Place;
  measures: Map<string, Measure>;
  projects: Map<string, Project>;
  /** Texts that several tasks share, each with its own object: those rows name the object first. */
  shared: Set<string>;
};
/** 层: makes its table from a report. */
export type Layer = (about: About) => Table;
type Value<T> = (found: T, about: About, index: number) => Cell;
type Field<T> = Column & { value: Value<T> };
/** Makes one column: type, the least room it needs, key, title, width in Chinese characters, value. */
export type Make<T> = (
  type: Column["type"],
  room: Room,
  key: string,
  title: string,
  width: number,
  value: Value<T>,
) => Field<T>;

/** Makes a column, see {@link Make}. */
export const make = <T>(...[type, room, key, title, width, value]: Parameters<Make<T>>): Field<T> => ({
  key,
  title,
  type,
  width,
  room,
  value,
});

/** A layer with exactly these columns. */
export function layer<T>(
  name: string,
  title: string,
  of: (report: CompiledReport) => T[],
  fields: Field<T>[],
  id: (found: T) => string | null,
): Layer {
  return (about) => {
    const found = of(about.report);
    return {
      name,
      title,
      columns: fields.map(({ value: _, ...column }) => column),
      rows: found.map((one, i) => fields.map(({ value }) => value(one, about, i))),
      ids: found.map(id),
    };
  };
}

/** A layer of findings: its own columns, then where each was read and by which rule. */
export const findings = <T extends Located>(
  name: string,
  title: string,
  of: (report: CompiledReport) => T[],
  own: (field: Make<T>) => Field<T>[],
) => layer<T>(name, title, of, [...own(make), ...LOCATED], ({ id }) => id);

const field: Make<Located> = make;
/** 序号, counted down the table. */
export const nth = field("integer", "sheet", "n", "序号", 3, (_, __, index) => index + 1);
/** 原文: the whole sentence. */
export const sentence = (width: number) =>
  field("text", "sheet", "sentence", "原文", width, ({ span }, { place }) => place.sentence(span));
/** 位置 */
export const where = (width: number) =>
  field("text", "sheet", "position", "位置", width, (found, { place }) => place.where(found));

/** What every finding carries, for machines. */
const LOCATED: Field<Located>[] = [
  field("text", "data", "quote", "字句", 20, ({ span }, { place }) => place.words(span)),
  field("text", "data", "path", "层级", 8, ({ section }, { place }) => place.path(section)),
  field("integer", "data", "page", "页", 3, ({ page }) => page),
  field("integer", "data", "start", "起", 4, ({ span }) => span[0]),
  field("integer", "data", "end", "止", 4, ({ span }) => span[1]),
  field("integer", "data", "source_start", "源文起", 4, ({ source }) => source[0]),
  field("integer", "data", "source_end", "源文止", 4, ({ source }) => source[1]),
  field("text", "data", "rule", "规则", 10, ({ rule }) => rule),
  field("number", "data", "confidence", "把握", 3, ({ confidence }) => confidence),
  field("text", "data", "id", "编号", 6, ({ id }) => id),
];
