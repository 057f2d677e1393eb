import type { Phase } from "#base/report";
import type { Clause, Item, Sentence } from "../clause.ts";
import type { Figure } from "../figure/figure.ts";
import { compoundPair, listOf } from "./distribute.ts";
import type { MeasureDraft, Subject } from "./draft.ts";
import { leadTo } from "./left.ts";
import { type Name, nameAfter, nameBefore } from "./name.ts";
import type { FigureReading, FigureRule, Sense } from "./reading.ts";
import { FIGURE_RULES } from "./rules.ts";

/**
 * 承前省略: walks the clauses of a sentence and keeps what is being spoken of: a clause without a name of its own
 * (增长8.8%，总量全省第4) says more of the name before it; a list dealt out by 分别 goes on dealing in the next clause.
 */
type Spoken = {
  head: Subject | null;
  /** The list that was dealt out last, for clauses that deal to it again. */
  list: Subject[];
  /** What the figure before this one in its item was of. */
  before: Subject | null;
  /** Subjects that were named in this sentence, in order, for a 分别 that deals to the last ones. */
  named: Subject[];
  /** Only talked about, not measured: gives way to the next topic. */
  onlyTopic: boolean;
  /** 预计 was said: what follows in the sentence is an estimate. */
  estimated: boolean;
};

type Walk = {
  codes: Uint16Array;
  text: string;
  phase: Phase;
  figures: Figure[];
  starts: Map<number, Figure>;
  rules: FigureRule[];
  spoken: Spoken;
  drafts: MeasureDraft[];
};

/** Reads the measures of one sentence. */
export function measuresOf(
  codes: Uint16Array,
  text: string,
  sentence: Sentence,
  figures: Figure[],
  phase: Phase,
  rules = FIGURE_RULES,
): MeasureDraft[] {
  const walk: Walk = {
    codes,
    text,
    phase,
    figures,
    starts: new Map(figures.map((figure) => [figure.start, figure])),
    rules,
    spoken: { head: null, list: [], before: null, named: [], onlyTopic: true, estimated: false },
    drafts: [],
  };
  for (const clause of sentence.clauses) {
    const own = figures.filter((figure) => figure.start >= clause.start && figure.start < clause.end);
    if (phase === "review" && /预计/.test(text.slice(clause.start, own[0]?.start ?? clause.end)))
      walk.spoken.estimated = true;
    if (own.length > 0) readClause(walk, clause, own);
    else rememberTopic(walk, clause);
    walk.spoken.before = null;
  }
  return walk.drafts;
}

/** A clause without a figure still says what is spoken of: 实施了…等一批重大项目，累计投资… */
function rememberTopic(walk: Walk, clause: Clause): void {
  if (!walk.spoken.onlyTopic) return;
  const { codes, text } = walk;
  const total = /等(?:一批|一系列|各类|\d+[个项])?([\u4e00-\u9fff“”]{2,12})$/.exec(
    text.slice(clause.start, clause.end),
  );
  const start = total ? clause.end - total[1]!.length : (clause.items.at(-1)?.start ?? clause.start);
  const found = nameBefore(codes, text, start, clause.end).name;
  if (found) walk.spoken.head = subjectAt(walk, found);
}

function readClause(walk: Walk, clause: Clause, figures: Figure[]): void {
  for (let i = 0; i < figures.length; ) {
    const reading = readingOf(walk, clause, figures, i);
    const sense = walk.rules.reduce<Sense | null>((found, rule) => found ?? rule.read(reading), null);
    if (!sense) {
      i++;
      continue;
    }
    const group = sameGroup(walk, clause, figures, i, reading);
    if (reading.figure.range === "lower" && group.length === 2) range(walk, reading, sense, group);
    else if (group.length > 1) deal(walk, reading, sense, group);
    else single(walk, reading, sense);
    i += group.length;
  }
}

function itemAt(clause: Clause, at: number): Item {
  return clause.items.find((item) => item.start <= at && at < item.end) ?? clause;
}

function readingOf(walk: Walk, clause: Clause, figures: Figure[], index: number): FigureReading {
  const { codes, text, phase } = walk;
  const figure = figures[index]!;
  const item = itemAt(clause, figure.start);
  const previous = figures[index - 1];
  const from = previous && previous.end > item.start ? previous.end : item.start;
  const lead = leadTo(codes, text, figure.start, from);
  const last = figure.range === "lower" ? figures[index + 1]! : figure;
  const right = figure.dimension === "rank" ? null : nameAfter(codes, text, last.end, item.end, walk.starts);
  const left = nameBefore(codes, text, leftOf(walk, from, previous, item), lead.start);
  return {
    codes,
    text,
    figure,
    clause,
    item,
    from,
    lead,
    left,
    right,
    phase,
    starts: walk.starts,
    estimated: walk.spoken.estimated,
  };
}

/** The name of the figure before it does not belong to this one: 26个小区|4957套房屋. */
function leftOf(walk: Walk, from: number, previous: Figure | undefined, item: Item): number {
  if (!previous || previous.end <= item.start) return from;
  const taken = nameAfter(walk.codes, walk.text, previous.end, item.end, walk.starts);
  return taken && taken.end > from ? taken.end : from;
}

/** The figures that continue this one in a row, with nothing of their own: 增长6.3%、27%、20%. */
function sameGroup(walk: Walk, clause: Clause, figures: Figure[], index: number, reading: FigureReading): Figure[] {
  const group = [figures[index]!];
  if (reading.figure.range === "lower" && figures[index + 1]) return [figures[index]!, figures[index + 1]!];
  if (reading.figure.dimension === "ratio-part") return group;
  for (let i = index + 1; i < figures.length; i++) {
    const [last, next] = [figures[i - 1]!, figures[i]!];
    const between = walk.text.slice(last.end, next.start);
    if (
      (next.dimension !== reading.figure.dimension && !reading.lead.respectively) ||
      next.range ||
      !/^(?:[、和及与]|以及)(?:约|近|超|超过|达|达到|第)?$/.test(between)
    )
      break;
    if (
      next.dimension !== "rank" &&
      itemAt(clause, next.start).end > next.end + 1 &&
      !followedByFigure(walk, next) &&
      nameAfter(walk.codes, walk.text, next.end, itemAt(clause, next.start).end, walk.starts)
    )
      break;
    group.push(next);
  }
  return group;
}

/** 90%|和98%: the row of figures goes on. */
function followedByFigure({ text, starts }: Walk, { end }: Figure): boolean {
  const joint = /^(?:[和及与]|以及)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return joint > 0 && starts.has(end + joint);
}

function subjectOf(
  walk: Walk,
  sense: Sense,
  reading: FigureReading,
): { subject: Subject | null; via: MeasureDraft["via"] } {
  if (sense.subject !== "inherit") return { subject: subjectAt(walk, sense.subject), via: "here" };
  const sameItem = reading.from > reading.item.start ? walk.spoken.before : null;
  return { subject: sameItem ?? walk.spoken.head, via: "inherited" };
}

const subjectAt = (walk: Walk, range: Name): Subject => ({ text: walk.text.slice(range.start, range.end), range });

/**
 * 人大代表建议、政协提案923件: one figure of several things. The name on the left grows over the items before it,
 * as long as they hold neither a figure nor a verb.
 */
function joined(walk: Walk, reading: FigureReading, name: Name): Name {
  const { clause, item, left } = reading;
  const index = clause.items.indexOf(item);
  if (index <= 0 || name !== left.name || name.start !== item.start || reading.right !== null) return name;
  let start = name.start;
  for (let i = index - 1; i >= 0; i--) {
    const before = clause.items[i]!;
    const found = nameBefore(walk.codes, walk.text, before.start, before.end);
    const whole = found.name !== null && found.name.end === before.end && before.end - before.start <= 16;
    if (!whole || walk.figures.some((figure) => figure.start >= before.start && figure.start < before.end)) break;
    start = found.name!.start;
    if (found.opener !== "") break;
  }
  return { start, end: name.end };
}

function single(walk: Walk, reading: FigureReading, plain: Sense): void {
  const sense = plain.subject === "inherit" ? plain : { ...plain, subject: joined(walk, reading, plain.subject) };
  const { subject, via } = subjectOf(walk, sense, reading);
  push(walk, reading.figure, sense, subject, via);
  walk.spoken.before = subject;
  if (via === "here" && subject && sense.facet !== "capacity" && sense.facet !== "duration") {
    walk.spoken.head = subject;
    walk.spoken.list = [];
    walk.spoken.onlyTopic = false;
    if (walk.spoken.named.at(-1)?.text !== subject.text) walk.spoken.named.push(subject);
  }
}

/** Both ends of a range are of one subject. */
function range(walk: Walk, reading: FigureReading, sense: Sense, ends: Figure[]): void {
  single(walk, reading, { ...sense, comparator: ">=" });
  push(walk, ends[1]!, { ...sense, comparator: "<=" }, walk.spoken.before, "here");
}

/** Deals the figures of a group out to a list of as many members; where the counts differ they are all of one subject. */
function deal(walk: Walk, reading: FigureReading, sense: Sense, group: Figure[]): void {
  const { subject, via } = subjectOf(walk, sense, reading);
  const list = dealtTo(walk, reading, subject, via, group.length);
  const shared = group.at(-1)!.after;
  group.forEach((figure, i) => {
    push(
      walk,
      figure,
      { ...sense, comparator: figure.after || shared || sense.comparator },
      list[i] ?? subject,
      list.length ? "distributed" : via,
    );
  });
  walk.spoken.list = list;
  walk.spoken.head = subject ?? walk.spoken.head;
  walk.spoken.before = list.at(-1) ?? subject;
}

function dealtTo(
  walk: Walk,
  reading: FigureReading,
  subject: Subject | null,
  via: MeasureDraft["via"],
  count: number,
): Subject[] {
  if (via === "inherited" && walk.spoken.list.length === count) return walk.spoken.list;
  if (via === "inherited" && reading.lead.respectively && walk.spoken.named.length >= count)
    return walk.spoken.named.slice(-count);
  if (!subject) return [];
  const index = reading.clause.items.indexOf(reading.item);
  const members = via === "here" && index >= 0 ? listOf(walk.codes, walk.text, reading.clause, index, subject) : [];
  if (members.length >= count) return members.slice(-count);
  const pair = count === 2 ? compoundPair(subject) : null;
  return pair ?? [];
}

function push(walk: Walk, figure: Figure, sense: Sense, subject: Subject | null, via: MeasureDraft["via"]): void {
  walk.drafts.push({
    figure,
    subject,
    facet: sense.facet,
    sign: sense.sign,
    comparator: sense.comparator,
    aspect: sense.aspect ?? null,
    rankScope: sense.rankScope ?? null,
    years: sense.years ?? 0,
    rule: sense.rule,
    via,
    phase: walk.phase,
  });
}
