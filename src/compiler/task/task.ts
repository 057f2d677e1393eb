import type { Deadline, Task } from "#base/report";
import { fieldOf, suggestAgencies } from "../agency.ts";
import { namedAgencies } from "../agency-named.ts";
import type { Clause } from "../clause.ts";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { Name } from "../measure/name.ts";
import { measuresIn, type ReadReport, type ReadSentence } from "../read.ts";
import { phraseOf } from "./phrase.ts";
import { opensWithVerb, roleOf } from "./role.ts";
import { splitOf } from "./split.ts";

/** 任务: the accountable items of the plan. */

/** What the other layers know that a task needs. */
export type Around = {
  limitIn: (start: number, end: number) => Deadline | undefined;
  isTarget: (at: number) => boolean;
  projectIn: (start: number, end: number) => string | null;
};

type Draft = {
  clause: Clause;
  start: number;
  end: number;
  object: Name | null;
  action: string | null;
  measures: string[];
  due: string | null;
  rule: string;
  hasName: boolean;
  hasFigure: boolean;
  section: number;
};

/** The tasks of a sentence. A clause that only adds a sum to the task before it is part of that task. */
function draftsOf(read: ReadReport, one: ReadSentence, around: Around): Draft[] {
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
  const quote = one.sentence.quotes.some(
    ({ kind, start, end }) => kind === "quote" && start >= clause.start && end <= clause.end && end - start > 3,
  );
  const words = text.slice(clause.start, clause.end);
  const signs = {
    text: words,
    position,
    hasFigure: measured.length > 0,
    hasLimit: limit !== undefined,
    hasName: quote || /项目|工程/.test(words),
    describesProject:
      all.some(({ measure }) => measure.facet === "investment" || measure.facet === "capacity") ||
      /(?:项目|工程)$/.test(words),
  };
  if (roleOf(signs, opensWithVerb(codes, text, clause.start, clause.end), continues) !== "task") return [];
  const { action, object: direct } = phraseOf(codes, text, clause.start, clause.end);
  const base = {
    clause,
    start: clause.start,
    end: clause.end,
    action: action ? text.slice(action.start, action.end) : null,
    due: limit?.due ?? null,
    hasName: signs.hasName,
    hasFigure: signs.hasFigure,
    section: one.section,
  };
  const byFigure = measured.length > 1 && clause.items.length > 1 ? perFigure(one, clause, base, around) : [];
  if (byFigure.length > 1) return byFigure;
  const dealt =
    measured.length > 1 &&
    measured.every(({ draft }) => draft.via === "distributed" || draft.facet === measured[0]!.draft.facet);
  if (dealt && measured.some(({ draft }) => draft.via === "distributed"))
    return measured.map(({ draft, measure }) => ({
      ...base,
      object: draft.subject?.range ?? clause,
      measures: [measure.id],
      rule: "一个数一条",
    }));
  const isOneCount =
    measured.length === 1 && !/等/.test(words) && measured[0]!.draft.figure.start > (clause.items.at(-1)?.start ?? 0);
  const split = isOneCount ? null : splitOf(codes, text, clause);
  if (split) {
    const members = split.members.map((object) => ({
      ...base,
      object,
      measures: idsIn(one, object),
      rule: "并列的项目，一项一条",
    }));
    return split.total
      ? [...members, { ...base, object: split.total, measures: idsIn(one, split.total), rule: "并列项目的总数" }]
      : members;
  }
  const subjects = new Set(measured.map(({ draft }) => draft.subject?.text));
  const object =
    subjects.size === 1 && measured[0]!.draft.subject
      ? measured[0]!.draft.subject.range
      : objectOf(read, direct, clause);
  return [
    {
      ...base,
      object,
      measures: all.map(({ measure }) => measure.id),
      rule: signs.hasFigure ? "有数的事" : signs.hasLimit ? "有期限的事" : "动宾分句",
    },
  ];
}

/** The clause is the heading of its section. */
function isHeading({ outline }: ReadReport, one: ReadSentence, clause: Clause): boolean {
  const section = outline.sections[one.section];
  return section !== undefined && section.start <= clause.start && clause.start < section.end;
}

const idsIn = (one: ReadSentence, name: Name) => measuresIn(one, name).map(({ measure }) => measure.id);

/** One task a figure: 高标准打造25个精品村、100个提升村. */
function perFigure(
  one: ReadSentence,
  clause: Clause,
  base: Omit<Draft, "object" | "measures" | "rule">,
  around: Around,
): Draft[] {
  const items = clause.items.map((item) => ({
    item,
    found: measuresIn(one, item).filter(
      ({ measure, draft }) => measure.aspect === "target" && draft.figure.range !== "upper",
    ),
  }));
  if (items.some(({ found }) => found.length === 0)) return [];
  return items.map(({ item, found }) => {
    const own = around.limitIn(item.start, item.end);
    return {
      ...base,
      object: found[0]!.draft.subject?.range ?? item,
      measures: found.map(({ measure }) => measure.id),
      due: own?.due ?? base.due,
      rule: "一个数一条",
    };
  });
}

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

/** 5 数量和期限俱全, 4 有其一, 3 有名有姓, 2 有具体动作, 1 方向 */
function specificityOf(draft: Draft): Task["specificity"] {
  if (draft.hasFigure && draft.due) return 5;
  if (draft.hasFigure || draft.due) return 4;
  if (draft.hasName || draft.rule === "并列的项目，一项一条") return 3;
  return draft.action ? 2 : 1;
}

export function tasksOf(read: ReadReport, around: Around): Task[] {
  const idOf = identities("w");
  return read.sentences
    .filter(
      ({ phase, sentence }) =>
        phase === "plan" && !/^各位代表/.test(read.text.slice(sentence.start, sentence.start + 4)),
    )
    .flatMap((one) => {
      const drafts = draftsOf(read, one, around);
      return isForeword(read, one) ? drafts.filter(({ hasFigure, due }) => hasFigure || due !== null) : drafts;
    })
    .map((draft) => taskOf(read, draft, around, idOf));
}

/**
 * 章首的总体要求: what stands between the heading of a chapter and its first section says in what spirit the year's work
 * is done; only what carries a figure or a limit is handed out from it.
 */
function isForeword({ outline, locator }: ReadReport, { section }: ReadSentence): boolean {
  const chapter = locator.sections[section];
  return chapter !== undefined && chapter.level === 1 && outline.sections[section + 1]?.level === 2;
}

function taskOf(read: ReadReport, draft: Draft, around: Around, idOf: (text: string) => string): Task {
  const { locator, text } = read;
  const heading =
    draft.section < 0
      ? null
      : text.slice(locator.sections[draft.section]!.titleStart, locator.sections[draft.section]!.titleEnd);
  const words = wordsOf(locator, draft.start, draft.end);
  const object = draft.object ? wordsOf(locator, draft.object.start, draft.object.end) : words;
  const suggested = suggestAgencies(text.slice(draft.start, draft.end), { heading });
  const named =
    "（〔(".includes(text[draft.end + 1] ?? "-") || "（〔(".includes(text[draft.end] ?? "-")
      ? namedAgencies(text.slice(draft.end, draft.end + 90))
      : null;
  const sure = draft.rule === "动宾分句" ? 0.7 : 0.85;
  return Object.assign(locate(locator, idOf(`${object}${words}`), draft.start, draft.end, draft.rule, sure), {
    text: words,
    object,
    action: draft.action,
    measures: draft.measures,
    due: draft.due,
    project: draft.object ? around.projectIn(draft.object.start, draft.object.end) : null,
    specificity: specificityOf(draft),
    field: fieldOf(text.slice(draft.start, draft.end), heading),
    agencies: named && named.start <= 2 ? named.agencies.map((agency) => ({ agency, score: 1 })) : suggested,
  });
}
