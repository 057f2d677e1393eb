import type { Deadline } from "#base/report";
import type { Clause } from "../clause.ts";
import type { Name } from "../measure/name.ts";
import { measuresIn, type ReadReport, type ReadSentence } from "../read.ts";
import { phraseOf } from "./phrase.ts";
import { opensWithVerb, roleOf, type Signs } from "./role.ts";
import { splitOf } from "./split.ts";

/** 待办: the tasks of a sentence before they are written down. */

/** What the other layers know that a task needs. */
export type Around = {
  limitIn: (start: number, end: number) => Deadline | undefined;
  isTarget: (at: number) => boolean;
  projectIn: (start: number, end: number) => string | null;
};

export type Draft = {
  /** [start, end) in the bare text. */
  start: number;
  end: number;
  object: Name;
  action: string | null;
  measures: string[];
  due: string | null;
  rule: string;
  hasName: boolean;
  hasFigure: boolean;
  /** Index of the innermost section, -1 before the first. */
  section: number;
};

/** Makes a draft of the clause at hand. */
type Make = (object: Name, measures: string[], rule: string, due?: string | null) => Draft;
type Measured = ReturnType<typeof measuresIn>;

/** The tasks of a sentence. A clause that only adds a sum to the task before it is part of that task. */
export function draftsOf(read: ReadReport, one: ReadSentence, around: Around): Draft[] {
  const drafts: Draft[] = [];
  let position = 0;
  let continues = false;
  for (const clause of one.sentence.clauses) {
    if (around.isTarget(clause.start) || isHeading(read, one, clause) || clause.end - clause.start < 4) continue;
    const last = drafts.at(-1);
    if (last && addsSum(read, one, clause)) {
      last.measures.push(...measuresIn(one, clause).map(({ measure }) => measure.id));
      last.end = clause.end;
    } else {
      const found = taskIn(read, one, clause, position, continues, around);
      continues = found.length > 0;
      drafts.push(...found);
    }
    position++;
  }
  return drafts;
}

/** 总投资511.3亿元: a sum for what the clause before it named. */
function addsSum(_read: ReadReport, one: ReadSentence, clause: Clause): boolean {
  const found = measuresIn(one, clause);
  return (
    found.length > 0 &&
    found.every(({ draft }) => draft.facet === "investment" && draft.via === "inherited") &&
    clause.items.length === 1
  );
}

function taskIn(
  read: ReadReport,
  one: ReadSentence,
  clause: Clause,
  position: number,
  continues: boolean,
  around: Around,
): Draft[] {
  const { codes, text } = read;
  const all = measuresIn(one, clause);
  const measured = all.filter(({ measure }) => measure.aspect === "target" && measure.facet !== "duration");
  const limit = around.limitIn(clause.start, clause.end);
  const signs = signsOf(
    text,
    one,
    clause,
    { position, hasFigure: measured.length > 0, hasLimit: limit !== undefined },
    all,
  );
  if (roleOf(signs, opensWithVerb(codes, text, clause.start, clause.end), continues) !== "task") return [];
  const { action, object: direct } = phraseOf(codes, text, clause.start, clause.end);
  const { start, end } = clause;
  const { hasName, hasFigure } = signs;
  const said = action ? text.slice(action.start, action.end) : null;
  const make: Make = (object, measures, rule, due = limit?.due ?? null) => ({
    start,
    end,
    object,
    action: said,
    measures,
    due,
    rule,
    hasName,
    hasFigure,
    section: one.section,
  });
  return (
    perFigure(one, clause, measured, make, around) ??
    dealtOut(clause, measured, make) ??
    perMember(read, one, clause, measured, make) ?? [
      make(
        onlySubject(measured) ?? objectOf(read, direct, clause),
        all.map(({ measure }) => measure.id),
        hasFigure ? "有数的事" : limit ? "有期限的事" : "动宾分句",
      ),
    ]
  );
}

/** What the role of a clause is told by. */
function signsOf(
  text: string,
  one: ReadSentence,
  { start, end }: Clause,
  known: Pick<Signs, "position" | "hasFigure" | "hasLimit">,
  all: Measured,
): Signs {
  const words = text.slice(start, end);
  const isQuoting = one.sentence.quotes.some(
    (quote) => quote.kind === "quote" && quote.start >= start && quote.end <= end && quote.end - quote.start > 3,
  );
  return {
    text: words,
    position: known.position,
    hasFigure: known.hasFigure,
    hasLimit: known.hasLimit,
    hasName: isQuoting || /项目|工程/.test(words),
    describesProject:
      /(?:项目|工程)$/.test(words) ||
      all.some(({ measure }) => measure.facet === "investment" || measure.facet === "capacity"),
  };
}

/** The clause is the heading of its section. */
function isHeading({ outline }: ReadReport, one: ReadSentence, clause: Clause): boolean {
  const section = outline.sections[one.section];
  return section !== undefined && section.start <= clause.start && clause.start < section.end;
}

const idsIn = (one: ReadSentence, name: Name) => measuresIn(one, name).map(({ measure }) => measure.id);

/** One task a figure: 高标准打造25个精品村、100个提升村. */
function perFigure(one: ReadSentence, clause: Clause, measured: Measured, make: Make, around: Around): Draft[] | null {
  if (measured.length < 2 || clause.items.length < 2) return null;
  const items = clause.items.map((item) => ({
    item,
    found: measuresIn(one, item).filter(
      ({ measure, draft }) => measure.aspect === "target" && draft.figure.range !== "upper",
    ),
  }));
  if (items.some(({ found }) => found.length === 0)) return null;
  return items.map(({ item, found }) => {
    const ids = found.map(({ measure }) => measure.id);
    const own = around.limitIn(item.start, item.end);
    return make(found[0]!.draft.subject?.range ?? item, ids, "一个数一条", own?.due ?? undefined);
  });
}

/** A、B分别达到1、2: one task a member. */
function dealtOut(clause: Clause, measured: Measured, make: Make): Draft[] | null {
  const facet = measured[0]?.draft.facet;
  const isDealt = ({ draft }: Measured[number]) => draft.via === "distributed";
  if (measured.length < 2 || !measured.some(isDealt)) return null;
  if (!measured.every((one) => isDealt(one) || one.draft.facet === facet)) return null;
  return measured.map(({ draft, measure }) => make(draft.subject?.range ?? clause, [measure.id], "一个数一条"));
}

/** A、B、C等10个项目: one task a member, and one for the whole number. */
function perMember({ codes, text }: ReadReport, one: ReadSentence, clause: Clause, measured: Measured, make: Make) {
  const isOneCount =
    measured.length === 1 &&
    measured[0]!.draft.figure.start > (clause.items.at(-1)?.start ?? 0) &&
    !text.slice(clause.start, clause.end).includes("等");
  const split = isOneCount ? null : splitOf(codes, text, clause);
  if (!split) return null;
  const members = split.members.map((name) => make(name, idsIn(one, name), MEMBER));
  return split.total ? [...members, make(split.total, idsIn(one, split.total), "并列项目的总数")] : members;
}

/** The one thing that all figures of the clause are of. */
function onlySubject(measured: Measured): Name | null {
  const subjects = new Set(measured.map(({ draft }) => draft.subject?.text));
  return subjects.size === 1 ? (measured[0]!.draft.subject?.range ?? null) : null;
}

/** The rule of the members of a list. */
export const MEMBER = "并列的项目，一项一条";

/** Too general to be handed out without the list before it: 等重点工作. */
const GENERIC =
  /^(?:重点|重大|相关|各项|系列|配套|主要|优秀)?(?:工作|活动|项目|设施|方面.{0,4}|领域.{0,4}|措施|问题|难题|风险|品牌|平台|赛事|工程|产业|行业|机制|任务|环节|事项|政策)$/;

/** The object as it is handed out: after 等 and the last 的 where much stands before them, unless what is left is too general. */
function objectOf({ text }: ReadReport, name: Name | null, clause: Clause): Name {
  if (!name) return { start: clause.start, end: clause.end };
  const said = text.slice(name.start, name.end);
  const total = /等([\u4e00-\u9fff]{4,})$/.exec(said);
  if (total && said.length > total[1]!.length * 4 && !GENERIC.test(total[1]!))
    return { start: name.end - total[1]!.length, end: name.end };
  const de = said.lastIndexOf("的");
  const rest = said.slice(de + 1);
  if (de > 0 && rest.length > 2 && said.length > 12 && !said.includes("“") && !GENERIC.test(rest))
    return { start: name.start + de + 1, end: name.end };
  return name;
}
