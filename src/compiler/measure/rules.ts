import type { FigureRule } from "./reading.ts";
import { change, duration, fromLevel, level, threshold } from "./rules-amount.ts";
import { capacity, investment } from "./rules-project.ts";
import { rank } from "./rules-rank.ts";
import { fraction, growth, points, share, structureShare, times } from "./rules-rate.ts";

/** All ways to read a figure, in the order they are tried: the first that answers has it. */
export const FIGURE_RULES: FigureRule[] = [
  rank,
  structureShare,
  points,
  growth,
  share,
  times,
  fraction,
  threshold,
  fromLevel,
  investment,
  capacity,
  duration,
  change,
  level,
];
