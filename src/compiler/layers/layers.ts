import type { CompiledReport } from "#base/report";
import type { ReadReport } from "../read.ts";
import { deadlinesOf } from "./deadline.ts";
import { mechanismsOf } from "./mechanism.ts";
import { promisesOf } from "./promise.ts";
import { targetsOf } from "./target.ts";
import { termsOf } from "./term.ts";

type Layers = Pick<CompiledReport, "targets" | "promises" | "terms" | "deadlines" | "mechanisms" | "tasks" | "projects">;

/** The layers that are read out of sentences and measures. */
export function layersOf(read: ReadReport): Layers {
  const targets = targetsOf(read);
  const spans = targets.map((target) => target.span);
  const isTarget = (at: number) => {
    const place = read.locator.bare.at[at]!;
    return spans.some(([start, end]) => start <= place + 60 && place < end);
  };
  return { targets, promises: promisesOf(read), terms: termsOf(read), deadlines: deadlinesOf(read, isTarget), mechanisms: mechanismsOf(read), tasks: [], projects: [] };
}
