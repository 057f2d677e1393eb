import type { Deadline } from "#base/report";
import type { Clause } from "../clause.ts";
import { identities } from "../identity.ts";
import { locate } from "../locate.ts";
import type { MeasureDraft } from "../measure/draft.ts";
import { withoutOpeners } from "../measure/name.ts";
import { measuresIn, type ReadReport, type ReadSentence } from "../read.ts";
import { membersBefore, openRows, type Row } from "./deadline-open.ts";
import { isName, type TimeWord, timeWordsIn } from "./time.ts";

/** 完成时限: every time limit of the plan, one row for each thing it binds. */

const YEARLY_VERBS =
  /实施|完成|新增|新建|建成|引进|签约|培训|培育|创建|打造|谋划|储备|争取|办好|突破|达到|增长|不低于|不少于|力争|确保|改造|发展|接待|新|推进|开展|招|转化|入库|落地|演出|举办/;
/** 突出抓好27个项目: work that goes on; the limit of an earlier clause does not reach it. */
const GOES_ON =
  /^(?:突出|持续|继续|进一步|不断|大力|深入)|^(?:全力|积极|有序|稳步|扎实|着力|全面|高质量|高标准)*(?:推进|推动|抓好|抓实|加快|加强|强化|统筹|支持|鼓励|引导|展现|提升|提高|优化|深化|探索|带动|助力|让|大幅)/;
/** 达到, 实现: a clause without a subject of its own goes on with that of the clause before. */
const GOES_WITH = /^(?:并|并且|力争|确保|全部|基本|实现|达到|完成|形成|建成|具备|正式|投入)/;
/** 4.今年计划：… in an annex: what is planned there is planned. */
const ANNEX_PLAN = /^(?:\d{1,2}[.、．])?(?:今年|本年度?|年度|下步|下一步)(?:工作)?(?:计划|目标|打算|安排)：/;
/** A limit further off than this is no limit: a misprint, or a vision. */
const FURTHEST_YEARS = 40;

/** One row a figure in the reach of a time word. */
function figureRows(read: ReadReport, one: ReadSentence, reach: Clause[], time: TimeWord): Row[] {
  return reach.flatMap((clause) =>
    measuresIn(one, clause)
      .filter(
        ({ draft, measure }) =>
          draft.figure.start > time.start - 1 &&
          measure.aspect === "target" &&
          !["capacity", "rank"].includes(measure.facet) &&
          draft.figure.range !== "upper" &&
          !isInBrackets(one, draft.figure.start),
      )
      .map(({ draft, measure }) => ({
        subject: subjectOf(measure.subject, subjectBefore(one, draft), read.years.plan),
        milestone: read.text.slice(milestoneStart(draft.figure.start, clause), draft.figure.end),
        due: time.due,
        within: time.within,
        start: Math.min(time.start, draft.figure.start),
        end: draft.figure.end,
        rule: time.kind === "wholeYear" ? "全年要达到的数" : "到期要达到的数",
      }))
      .filter(({ subject }) => subject !== "" && !PARTICLE.test(subject)),
  );
}

/** 三|年内达到26.5%: not a name, but what was left of a time word. */
const NUMERAL = /^[\d一二两三四五六七八九十]+$/;
const PARTICLE = /^[－—\-、和及等件]$/;

/** What stands in brackets explains what stands before them. */
const isInBrackets = ({ sentence }: ReadSentence, at: number) =>
  sentence.quotes.some(({ kind, start, end }) => kind === "bracket" && start < at && at < end);

/** 生产总值达到110亿元、人均达到4.6万元: 人均 is of what was counted before. 到2021年|全县生产总值: without the time word that opens it. */
function subjectOf(subject: string, before: string, year: number | null): string {
  if (NUMERAL.test(subject)) return before;
  if (subject === "人均" && before !== "") return `人均${before.replace(/^(?:全[县市省区]|人均)/, "")}`;
  const first = timeWordsIn(subject, 0, Math.min(subject.length, 10), year)[0];
  return first && first.start === 0 && subject.length > first.end + 1 ? subject.slice(first.end) : subject;
}

const subjectBefore = ({ drafts, measures }: ReadSentence, draft: MeasureDraft) =>
  measures[drafts.indexOf(draft) - 1]?.subject ?? "";

function milestoneStart(figureStart: number, clause: Clause): number {
  const item = clause.items.find((each) => each.start <= figureStart && figureStart < each.end);
  return Math.max(item?.start ?? clause.start, figureStart - 16);
}

/**
 * The clauses a time word binds: its own, and those after it up to the next time word, ；, or work that goes on.
 * A limit that stands after its subject, 一期11月底前入住，二期完成主体, does not pass to a clause with another subject.
 */
function reachOf(read: ReadReport, one: ReadSentence, index: number, time: TimeWord, next: number): Clause[] {
  const { clauses } = one.sentence;
  const own = clauses[index]!;
  const hasSubject = membersBefore({ read, one, clause: own, index, time, figures: [] }).length > 0;
  const reach: Clause[] = [];
  for (let i = index; i < clauses.length; i++) {
    const clause = clauses[i]!;
    if (i > index) {
      const opening = read.text.slice(clause.start, clause.start + 8);
      if (clause.end > next || GOES_ON.test(opening) || (hasSubject && !GOES_WITH.test(opening))) break;
    }
    reach.push(clause.end > next ? { ...clause, end: next } : clause);
    if (clause.closes === "；") break;
  }
  return reach;
}

function rowsOf(read: ReadReport, one: ReadSentence): Row[] {
  const words = one.sentence.clauses.flatMap((clause, index) =>
    timeWordsIn(read.text, clause.start, clause.end, read.years.plan).map((time) => ({ time, index })),
  );
  return words.flatMap(({ time, index }, i) => {
    if (isName(read.text, time) || !isWithinReason(time, read.years.plan)) return [];
    const next = words[i + 1]?.time.start ?? one.sentence.end;
    const reach = reachOf(read, one, index, time, next);
    const figures = figureRows(read, one, reach, time);
    if (time.kind === "wholeYear") return isTask(read, one, time) ? figures : [];
    if (time.kind === "span") return spanRows(read, one, index, time);
    const open = (clause: Clause, at: number) => openRows({ read, one, clause, index: index + at, time, figures });
    return [...figures, ...reach.flatMap(open)];
  });
}

/** A plan sets no limit before its own year. */
function isWithinReason({ due }: TimeWord, year: number | null): boolean {
  if (due === null || year === null) return true;
  const dueYear = Number(due.slice(0, 4));
  return dueYear >= year && dueYear <= year + FURTHEST_YEARS;
}

/** 全年, 今年 limit only where something is to be done: a figure of the plan, not a statement about the year. */
function isTask(read: ReadReport, one: ReadSentence, time: TimeWord): boolean {
  const after = read.text.slice(time.end, Math.min(one.sentence.end, time.end + 40));
  if (
    /^(?:今年|今)/.test(read.text.slice(time.start, time.end)) &&
    !/^(?:，?我们)?[^，]{0,8}?(?:新|力争|至少|完成|创建|培育|引进|实现|承诺|要)|办好[^，。]{0,6}实事/.test(
      read.text.slice(time.end, one.sentence.end),
    )
  )
    return false;
  return (
    YEARLY_VERBS.test(after) ||
    YEARLY_VERBS.test(read.text.slice(Math.max(one.sentence.start, time.start - 4), time.start))
  );
}

function spanRows(read: ReadReport, one: ReadSentence, index: number, time: TimeWord): Row[] {
  const clause = one.sentence.clauses[index]!;
  const next = clause.end - time.end < 3 ? one.sentence.clauses[index + 1] : { ...clause, start: time.end };
  if (!next) return [];
  const name = withoutOpeners(read.codes, read.text, next.start, next.end).name;
  if (!name) return [];
  return [
    {
      subject: read.text.slice(name.start, name.end),
      milestone: read.text.slice(next.start, next.end),
      due: null,
      within: time.within,
      start: time.start,
      end: next.end,
      rule: "用若干年办成的事",
    },
  ];
}

/** Whether a sentence plans: one of the plan, or one of an annex that says so. */
function isPlanned({ text }: ReadReport, { phase, sentence: { start } }: ReadSentence): boolean {
  if (phase === "plan") return true;
  const opensParagraph = start === 0 || text[start - 1] === "\n";
  return phase === "notes" && opensParagraph && ANNEX_PLAN.test(text.slice(start, start + 16));
}

/** The time limits of the plan. `isTarget` tells whether a place of the bare text stands in the paragraph of annual targets. */
export function deadlinesOf(read: ReadReport, isTarget: (at: number) => boolean): Deadline[] {
  const idOf = identities("d");
  return read.sentences
    .filter((one) => isPlanned(read, one) && !isTarget(one.sentence.start))
    .flatMap((one) => rowsOf(read, one))
    .map(({ start, end, rule, ...row }) => ({
      ...locate(read.locator, idOf(`${row.subject}${row.due}${row.milestone}`), start, end, rule, 0.85),
      ...row,
    }));
}
