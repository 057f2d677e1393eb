import type { CompiledReport, Deadline } from "#base/report";
import type { ReadReport } from "../read.ts";
import { tasksOf } from "../task/task.ts";
import { deadlinesOf } from "./deadline.ts";
import { mechanismsOf } from "./mechanism.ts";
import { projectsOf } from "./project.ts";
import { promisesOf } from "./promise.ts";
import { targetsOf } from "./target.ts";
import { termsOf } from "./term.ts";

type Layers = Pick<
  CompiledReport,
  "targets" | "promises" | "terms" | "deadlines" | "mechanisms" | "tasks" | "projects"
>;

/** The layers that are read out of sentences and measures. */
export function layersOf(read: ReadReport): Layers {
  const targets = targetsOf(read);
  const isTarget = insideOf(
    targets.map(({ span }) => [span[0] - 60, span[1]]),
    read.locator.bare.at,
  );
  const deadlines = deadlinesOf(read, isTarget);
  const { projects, placesOf } = projectsOf(read);
  const tasks = tasksOf(read, { limitIn: limits(read, deadlines), isTarget, projectIn: placesOf });
  return {
    targets,
    promises: promisesOf(read),
    terms: termsOf(read),
    deadlines,
    mechanisms: mechanismsOf(read),
    tasks,
    projects,
  };
}

/** Whether a place of the bare text stands in one of a few ranges of the reading text. */
function insideOf(ranges: [number, number][], at: Int32Array): (place: number) => boolean {
  const first = Math.min(...ranges.map(([start]) => start));
  const last = Math.max(...ranges.map(([, end]) => end));
  return (place) => {
    const there = at[place]!;
    return there >= first && there < last && ranges.some(([start, end]) => start <= there && there < end);
  };
}

/** The first time limit in a stretch of the bare text. Limits come in the order of the text. */
function limits(read: ReadReport, deadlines: Deadline[]): (start: number, end: number) => Deadline | undefined {
  const { at } = read.locator.bare;
  const sorted = [...deadlines].sort((a, b) => a.span[0] - b.span[0]);
  return (start, end) => {
    const [from, to] = [at[start]!, at[end]!];
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.span[0] < from - 400) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < sorted.length && sorted[i]!.span[0] < to; i++)
      if (sorted[i]!.span[1] > from) return sorted[i];
    return undefined;
  };
}
