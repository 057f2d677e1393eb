import type { CompiledReport } from "#base/report";
import type { About } from "./layer.ts";
import { LAYERS } from "./layers.ts";
import { placeIn } from "./place.ts";
import type { Table } from "./table.ts";

/** 各层表: every layer of a report as a table, in the order an office turns the pages. */
export function tables(report: CompiledReport): Table[] {
  const about: About = {
    report,
    place: placeIn(report),
    measures: new Map(report.measures.map((measure) => [measure.id, measure])),
    shared: shared(report),
    projects: new Map(report.projects.map((project) => [project.id, project])),
  };
  return LAYERS.map((layer) => layer(about));
}

function shared({ tasks }: CompiledReport): Set<string> {
  const seen = new Set<string>();
  return new Set(tasks.map(({ text }) => text).filter((text) => seen.has(text) || !seen.add(text)));
}
