import type { Deadline } from "#base/report";
import type { Clause } from "../clause.ts";
import { identities } from "../identity.ts";
import { locate } from "../locate.ts";
import { type Name, nameBefore, withoutOpeners } from "../measure/name.ts";
import { measuresIn, type ReadReport, type ReadSentence } from "../read.ts";
import { type TimeWord, timeWordsIn } from "./time.ts";

/** 完成时限: every time limit of the plan, one row for each thing it binds. */

type Row = {
  subject: string;
  milestone: string | null;
  due: string | null;
  within: string | null;
  start: number;
  end: number;
  rule: string;
};

/** What is done by the time: 年底前|开工, 6月底|搬迁入驻. */
const MILESTONE =
  /(?:全部|全面|基本|主体|力争|确保|实现|正式|如期|具备)*(?:建成投用|建成投产|建成运营|竣工投产|竣工投用|投入使用|投入运营|建成通车|竣工通车|搬迁入驻|开工建设|主体完工|主体封顶|建成|竣工|投产|投用|完工|开工|开园|通车|通水|通气|通航|复工|启用|运营|开业|交付|封顶|达产|达效|挂牌|上线|完成|启动|落地|入驻|清零|摘帽|脱贫|开诊|开学|招生|见效|达标|达到|免提交|全覆盖|条件)[\u4e00-\u9fff]{0,6}/;
const YEARLY_VERBS =
  /实施|完成|新增|新建|建成|引进|签约|培训|培育|创建|打造|谋划|储备|争取|办好|突破|达到|增长|不低于|不少于|力争|确保|改造|发展|接待|新|推进|开展|招|转化|入库|落地|演出|举办/;

/** What a clause in reach of a time word has done without a figure: the members of its list, or the object of its verb. */
function openRows(
  read: ReadReport,
  one: ReadSentence,
  clause: Clause,
  index: number,
  time: TimeWord,
  figures: Row[],
): Row[] {
  const { text } = read;
  const isOwn = clause.start <= time.start && time.start < clause.end;
  const from = isOwn ? time.end : clause.start;
  const hasFigure = figures.some((row) => row.end > clause.start && row.end <= clause.end);
  const tail = text.slice(from, clause.end);
  const milestone = MILESTONE.exec(tail)?.[0] ?? (isOwn && tail.length > 1 && tail.length <= 14 ? tail : null);
  if (hasFigure ? clause.items.length < 2 : milestone === null || (!isOwn && !FOLLOWS.test(tail))) return [];
  const names = hasFigure
    ? itemsWithoutFigure(read, clause, from, figures)
    : isOwn
      ? subjectsOf(read, one, clause, index, time, milestone)
      : subjectsIn(read, clause, from, milestone);
  return names.map((name) => ({
    subject: text.slice(name.start, name.end),
    milestone,
    due: time.due,
    within: time.within,
    start: isOwn ? Math.min(name.start, time.start) : name.start,
    end: clause.end,
    rule: "到期办成的事",
  }));
}

/** A later clause is bound when it says what will then be so. */
const FOLLOWS = /全部|基本|实现|完成|形成|建成|达到|达标|摘帽|打造|覆盖|投/;

function subjectsOf(
  read: ReadReport,
  one: ReadSentence,
  clause: Clause,
  index: number,
  time: TimeWord,
  milestone: string | null,
): Name[] {
  const before = membersBefore(read, clause, time);
  return before.length > 0 ? before : subjectAfter(read, one, clause, index, time, milestone);
}

/** 一季度|续建项目全部复工、新建项目开工40％: the members of a list that have no figure of their own. */
function itemsWithoutFigure(read: ReadReport, clause: Clause, from: number, figures: Row[]): Name[] {
  return clause.items
    .filter((item) => item.end > from && !figures.some((row) => row.end > item.start && row.end <= item.end))
    .flatMap((item) =>
      MILESTONE.test(read.text.slice(item.start, item.end))
        ? subjectsIn(
            read,
            { ...clause, start: item.start, end: item.end, items: [item] },
            Math.max(from, item.start),
            MILESTONE.exec(read.text.slice(Math.max(from, item.start), item.end))?.[0] ?? null,
          )
        : [],
    );
}

/** The members of a clause's list before its milestone, or what its verb is done to. */
function subjectsIn(read: ReadReport, clause: Clause, from: number, milestone: string | null): Name[] {
  const { codes, text } = read;
  const at = milestone ? text.indexOf(milestone, from) : -1;
  const end = at > from + 1 ? at : clause.end;
  const start =
    at > from + 1
      ? from
      : from +
        (at === from
          ? (milestone!.match(/^(?:全部|全面|基本|如期|力争|确保)*(?:实现|完成|形成|建成|打造|达到|启动|开工)/)?.[0]
              .length ?? 0)
          : 0);
  return clause.items
    .filter((item) => item.start < end && item.end > start)
    .map((item) => withoutOpeners(codes, text, Math.max(start, item.start), Math.min(end, item.end)).name)
    .filter((name): name is Name => name !== null && name.end - name.start >= 2);
}

/** The members of the list before the time word: A、B等项目|年底前开工. */
function membersBefore(read: ReadReport, clause: Clause, time: TimeWord): Name[] {
  const { codes, text } = read;
  if (time.start - clause.start < 2) return [];
  const names = clause.items
    .filter((item) => item.start < time.start)
    .map((item) => {
      const end = Math.min(item.end, time.start);
      const cut = text.slice(item.start, end).search(/等(?:重点|重大)?(?:项目|工程|企业|产业)?[^、]{0,4}$/);
      return withoutOpeners(codes, text, item.start, cut > 1 ? item.start + cut : end).name;
    })
    .filter(
      (name) =>
        name !== null &&
        name.end - name.start >= 2 &&
        !/^(?:力争|确保|争取|努力|保证)$/.test(text.slice(name.start, name.end)),
    );
  return names as Name[];
}

/** What the time word's own clause, or the one before it, is about. */
function subjectAfter(
  read: ReadReport,
  one: ReadSentence,
  clause: Clause,
  index: number,
  time: TimeWord,
  milestone: string | null,
): Name[] {
  const { codes, text } = read;
  const tailEnd = milestone ? text.indexOf(milestone, time.end) : clause.end;
  const quoted = text[time.start] === "“" ? withoutOpeners(codes, text, time.start, clause.end).name : null;
  if (quoted && quoted.end > time.end + 2) return [quoted];
  const inside = tailEnd > time.end + 1 ? withoutOpeners(codes, text, time.end, tailEnd).name : null;
  if (inside && inside.end - inside.start >= 2) return [inside];
  const after = withoutOpeners(codes, text, time.end, clause.end).name;
  if (after && after.end - after.start >= 4) return [after];
  const previous = one.sentence.clauses[index - 1];
  const topic = previous ? nameBefore(codes, text, previous.start, previous.end).name : null;
  return topic ? [topic] : after ? [after] : [];
}

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
          measure.subject !== "",
      )
      .map(({ draft, measure }) => ({
        subject: measure.subject,
        milestone: read.text.slice(milestoneStart(read, draft.figure.start, clause), draft.figure.end),
        due: time.due,
        within: time.within,
        start: Math.min(time.start, draft.figure.start),
        end: draft.figure.end,
        rule: time.kind === "wholeYear" ? "全年要达到的数" : "到期要达到的数",
      })),
  );
}

function milestoneStart(_read: ReadReport, figureStart: number, clause: Clause): number {
  const item = clause.items.find((each) => each.start <= figureStart && figureStart < each.end);
  return Math.max(item?.start ?? clause.start, figureStart - 16);
}

/** The clauses a time word binds: its own, and those after it up to the next time word or ；. */
function reachOf(one: ReadSentence, index: number, next: number): Clause[] {
  const reach: Clause[] = [];
  for (let i = index; i < one.sentence.clauses.length; i++) {
    const clause = one.sentence.clauses[i]!;
    if (i > index && clause.end > next) break;
    reach.push(clause.end > next ? { ...clause, end: next } : clause);
    if (clause.closes === "；") break;
  }
  return reach;
}

function rowsOf(read: ReadReport, one: ReadSentence): Row[] {
  const words = one.sentence.clauses.flatMap((clause, index) =>
    timeWordsIn(read.text, clause.start, clause.end, read.years.plan).map((time) => ({ time, clause, index })),
  );
  return words.flatMap(({ time, index }, i) => {
    if (isName(read.text, time)) return [];
    const next = words[i + 1]?.time.start ?? one.sentence.end;
    const reach = reachOf(one, index, next);
    const figures = figureRows(read, one, reach, time);
    if (time.kind === "wholeYear") return isTask(read, one, time) ? figures : [];
    if (time.kind === "span") return spanRows(read, one, one.sentence.clauses[index]!, time);
    return [...figures, ...reach.flatMap((clause, at) => openRows(read, one, clause, index + at, time, figures))];
  });
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

function spanRows(read: ReadReport, one: ReadSentence, clause: Clause, time: TimeWord): Row[] {
  const index = one.sentence.clauses.indexOf(clause);
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

/** 三季度有机蔬菜, “五一”劳动奖章, 年底考核: a time word inside a name. */
const isName = (text: string, time: TimeWord) =>
  /^(?:劳动|考核|分红|述职|总结|评比|来|的|国际)/.test(text.slice(time.end, time.end + 2)) &&
  time.kind !== "span" &&
  !text.slice(time.start, time.end).endsWith("前");

export function deadlinesOf(read: ReadReport, isTarget: (at: number) => boolean): Deadline[] {
  const idOf = identities("d");
  return read.sentences
    .filter(({ phase, sentence }) => phase === "plan" && !isTarget(sentence.start))
    .flatMap((one) => rowsOf(read, one))
    .map(({ start, end, rule, ...row }) => ({
      ...locate(read.locator, idOf(`${row.subject}${row.due}${row.milestone}`), start, end, rule, 0.85),
      ...row,
    }));
}
