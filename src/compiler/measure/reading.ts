import type { Aspect, Comparator, Facet, Phase } from "#base/report";
import type { Clause, Item } from "../clause.ts";
import type { Figure } from "../figure/figure.ts";
import type { Lead } from "./left.ts";
import type { LeftName, Name } from "./name.ts";

/** A figure with all that stands around it: what the rules look at. */
export type FigureReading = {
  codes: Uint16Array;
  text: string;
  figure: Figure;
  clause: Clause;
  item: Item;
  /** Where the words that may belong to this figure begin: its item, or the end of the figure before it. */
  from: number;
  lead: Lead;
  left: LeftName;
  right: Name | null;
  phase: Phase;
  /** The figures of the sentence by where they begin. */
  starts: Map<number, Figure>;
  /** 预计 was said earlier in the sentence. */
  estimated: boolean;
};

/** What a rule makes of a figure. */
export type Sense = {
  rule: string;
  facet: Facet;
  /** -1 where the words say that it fell. */
  sign: 1 | -1;
  comparator: Comparator;
  /** Only where it does not follow from the chapter. */
  aspect?: Aspect;
  /** Which name the figure is of: on its left, on its right, or the one spoken of before. */
  subject: Name | "inherit";
  rankScope?: Name | null;
  /** Added to the year that the sentence is about: -1 for what it was a year before. */
  years?: number;
};

/** One way to read a figure. `read` answers null where it is not this way. */
export type FigureRule = {
  name: string;
  read: (reading: FigureReading) => Sense | null;
  /** Sentence → what this rule reads in it, one finding a line; "" where it must stay silent. */
  examples: Record<string, string>;
};

/** The comparator of a figure: what stands after it goes before what stands before it. */
export const comparatorOf = ({ figure, lead, left, estimated }: FigureReading): Comparator =>
  figure.after || lead.comparator || (/至少|不少于|不低于/.test(left.opener) ? ">=" : estimated ? "≈" : "=");

/** The nearest name: right of the figure where it counts things, otherwise left. */
export const nearestName = ({ left, right }: FigureReading): Name | "inherit" => left.name ?? right ?? "inherit";

/** The text of a name, as the rules see it. */
export const nameText = ({ text }: FigureReading, name: Name | null): string =>
  name ? text.slice(name.start, name.end) : "";

/** The text right after a figure, `count` code units of it. */
export const textAfter = ({ text, figure, clause }: FigureReading, count: number): string =>
  text.slice(figure.end, Math.min(clause.end, figure.end + count));
