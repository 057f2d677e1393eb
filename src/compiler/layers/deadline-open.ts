import type { Clause } from "../clause.ts";
import { type Name, nameBefore, withoutOpeners } from "../measure/name.ts";
import type { ReadReport, ReadSentence } from "../read.ts";
import type { TimeWord } from "./time.ts";

/** 到期办成的事: what a time limit binds that has no figure. Offsets count the bare text. */

/** One thing bound by a time word; `end` is where its words end. */
export type Row = {
  subject: string;
  milestone: string | null;
  due: string | null;
  within: string | null;
  start: number;
  end: number;
  rule: string;
};

/** A clause in the reach of a time word, with what has been read before it. */
export type Bound = {
  read: ReadReport;
  one: ReadSentence;
  clause: Clause;
  index: number;
  time: TimeWord;
  /** The rows that the figures in reach have made. */
  figures: Row[];
};

/** What is done by the time: 年底前|开工, 6月底|搬迁入驻. What comes after it, 招标完成后, is not. */
const MILESTONE =
  /(?:全部|全面|基本|主体|力争|确保|实现|正式|如期|具备)*(?:建成投用|建成投产|建成运营|竣工投产|竣工投用|投入使用|投入运营|建成通车|竣工通车|搬迁入驻|开工建设|主体完工|主体封顶|建成|竣工|投产|投用|完工|开工|开园|开馆|开街|开跑|开通|贯通|通车|通水|通气|通航|复工|启用|运营|开业|交付|封顶|达产|达效|挂牌|上线|完成|启动|落地|入驻|清零|摘帽|脱贫|开诊|开学|招生|见效|达标|达到|免提交|全覆盖|条件)(?!之?后|以后|[率区的])[\u4e00-\u9fff]{0,6}/;
/** 形成|全域旅游大格局: verbs whose object will then be there. */
const MAKES =
  /^(?:力争|确保|基本|全面|初步|全部|高标准|高质量)*(?:形成|打造(?:出|成)?|构建起?|建成|建立起?|实现|完成)(?!的|后)/;
/** What a plan for the year makes of a thing: 打造, 形成 speak of the purpose there, and of the thing itself in a goal of several years. */
const ENDS = /建成|完成/;
const GOAL = /^(?:到|至)?(?:19|20)\d\d年/;
/** 实现历史性飞跃: a word for success is no thing. */
const SUCCESS = /(?:目标|进展|飞跃|转变|跨越|突破|提升|要求|发展|效果|成效)$/;
/** 达到运营条件, 取得实质性进展: what becomes of the thing spoken of before; it is no thing itself. */
const BECOMES =
  /^(?:要|再)?(?:力争|确保|实现|全部|全面|基本|正式|主体|免费|如期|顺利)*(?:达到|具备|跻身|跃升|通过|取得|获得|获批|晋升|进入|向|有实质|初具|投入|竣工|完工|开工|投[产用]|建成(?:$|[投并通运])|封顶|通[车水气航]|运营|开[园馆街业工]|脱贫|清零|清仓|见效|达[产效标]|落地|交付|入驻|启用|局部|上市|收官|贯通|(?:有|实现)[^，]{0,6}(?:进展|突破))/;
/** A later clause is bound when it says what will then be so. */
const FOLLOWS = /全部|基本|实现|完成|形成|建成|达到|达标|摘帽|打造|覆盖|投/;
/** The head of a clause that speaks of a thing: 抓好|百里沁河生态经济带工程. */
const DRIVES =
  /^(?:同步|有序|稳步|大力|全力|扎实|重点|着力|积极|深入|高标准|高质量|继续)*(?:抓好|抓紧|加快|推进|推动|实施|启动|谋划|建设|开展|聚焦|运作|强化)+(?:[在续拟]建的)?/;
const LEFT_OVER = /(?:力争|确保|争取|力促|预计|计划|努力|保证|全部|全线|也|将|要|均|都|在|于|到)$/;
/** 项目的|工程进度: what is done about a thing is not its name. */
const ABOUT = /的?(?:开发|推进|工程|工作|后续|主体|建设)?(?:力度|进度|步伐|后续建设)$|的(?:开发)?建设$/;
const GENERIC =
  /^(?:\d.*)?(?:项目|工程|建设|工作|任务|实事|各项|全部|项施工工作|措施|水平|机制)$|^[\d.]+[万亿]?(?:平方公里|公里|亩|元|个|家|人|%)$/;
/** 7月份完成可研报告: what another limit binds is not what this one speaks of. */
const DATED = /\d月|年[底末内]|季度|半年/;
/** A、B|等6个重点项目: where a list of things ends. */
const AND_OTHERS = /等(?:重点|重大|\d+个)*(?:项目|工程|企业|产业)?[^、]{0,4}$/;
/** 土地征迁|等前期工作: what is done first is not what is done by the time. */
const FIRST_STEPS = /(?:工作|手续|难题|问题|制约)$/;
/** 总投资2亿元的|刹车盘项目 */
const PRICE = /^(?:总|新增|计划)*(?:投资)?[约近]?[\d.]+[万亿]+元的/;
/** 前期手续|并开工建设 */
const AND_THEN = /并(?:开工|投|启|交|竣|通|正式)/;

/** What a clause in reach of a time word has done without a figure: the members of its list, or the object of its verb. */
export function openRows(bound: Bound): Row[] {
  const { read, clause, time, figures } = bound;
  const { text } = read;
  const isOwn = clause.start <= time.start && time.start < clause.end;
  const from = isOwn ? time.end : clause.start;
  const tail = text.slice(from, clause.end);
  const hasFigure = figures.some((row) => row.end > clause.start && row.end <= clause.end);
  const { milestone, names } = hasFigure
    ? { milestone: MILESTONE.exec(tail)?.[0] ?? null, names: listed(bound, from) }
    : unfigured(bound, from, tail, isOwn);
  return names.map((name) => ({
    subject: text.slice(name.start, name.end),
    milestone: name.milestone ?? milestone,
    due: time.due,
    within: time.within,
    start: isOwn ? Math.min(name.start, time.start) : name.start,
    end: clause.end,
    rule: "到期办成的事",
  }));
}

type Deed = { milestone: string | null; names: (Name & { milestone?: string })[] };
const NOTHING: Deed = { milestone: null, names: [] };

function unfigured(bound: Bound, from: number, tail: string, isOwn: boolean): Deed {
  const { read, clause } = bound;
  const before = isOwn ? membersBefore(bound) : [];
  if (isSharedNext(bound)) return NOTHING;
  if (!isOwn && SHARED.test(tail)) return { milestone: tail.slice(0, 20), names: listBefore(bound) };
  if (BECOMES.test(tail) && before.length === 0) {
    const names = topicOf(bound);
    if (names.length > 0) return { milestone: tail.slice(0, 20), names };
    if (isOwn && tail.length > 3) return { milestone: tail.slice(0, 20), names: [{ start: from, end: clause.end }] };
  }
  const makes = MAKES.exec(tail);
  const speaksOfThing =
    isOwn || ENDS.test(makes?.[0] ?? "") || GOAL.test(read.text.slice(bound.time.start, bound.time.end));
  if (makes && before.length === 0 && tail.length > makes[0].length + 3 && !speaksOfThing) return NOTHING;
  if (before.length === 0 && isListOfDeeds(bound, from))
    return { milestone: MILESTONE.exec(tail)![0], names: listed(bound, from) };
  if (makes && before.length === 0 && tail.length > makes[0].length + (isOwn ? 3 : 1))
    return { milestone: makes[0], names: objectsOf(read, clause, from + makes[0].length) };
  const milestone =
    MILESTONE.exec(tail)?.[0] ??
    (isOwn ? (tail.length > 1 && tail.length <= 14 ? tail : null) : (/(?:实现|形成).{2,12}/.exec(tail)?.[0] ?? null));
  if (milestone === null || (!isOwn && !FOLLOWS.test(tail))) return NOTHING;
  if (!isOwn) return { milestone, names: subjectsIn(read, clause, from, milestone) };
  return { milestone, names: before.length > 0 ? before : subjectAfter(bound, milestone) };
}

const SHARED = /^(?:均|都|全部)/;

/** A、B、C，|均达到目标值: a clause that is only a list is read with the clause that follows it. */
function isSharedNext({ read: { text }, one, clause, index }: Bound): boolean {
  const next = one.sentence.clauses[index + 1];
  return clause.items.length > 1 && next !== undefined && SHARED.test(text.slice(next.start, next.start + 2));
}

/** 一季度|续建项目全部复工、新建项目开工40％: the members of a list that have no figure of their own. */
function listed({ read, clause, figures }: Bound, from: number): Deed["names"] {
  if (clause.items.length < 2) return [];
  return clause.items
    .filter((item) => item.end > from && !figures.some((row) => row.end > item.start && row.end <= item.end))
    .flatMap((item) => {
      const start = Math.max(from, item.start);
      const milestone = MILESTONE.exec(read.text.slice(start, item.end))?.[0];
      if (!milestone) return [];
      const names = subjectsIn(read, { ...clause, ...item, items: [item] }, start, milestone);
      return names.map((name) => ({ ...name, milestone }));
    });
}

/** 主干路全线贯通、净水厂投用: every member says what is done with it. */
const isListOfDeeds = ({ read: { text }, clause }: Bound, from: number) =>
  clause.items.length > 1 &&
  clause.items.every(({ start, end }) => end > from && text.slice(Math.max(start, from), end).search(MILESTONE) > 1);

/** The objects of a verb that ends at `from`: its list; where the list only describes, the thing described. */
function objectsOf({ codes, text }: ReadReport, clause: Clause, from: number): Name[] {
  const de = clause.start + text.slice(clause.start, clause.end).lastIndexOf("的");
  const described = de > from && clause.end - de > 2;
  const then = text.slice(from, clause.end).search(AND_THEN);
  const end = then > 1 ? from + then : clause.end;
  const isOne = described || text.slice(from - 2, from) === "实现";
  const items = isOne
    ? [{ start: described ? de + 1 : from, end }]
    : clause.items
        .filter((item) => item.end > from && item.start < end)
        .map((item) => ({ start: Math.max(from, item.start), end: Math.min(end, item.end) }));
  return items
    .map((item) => withoutOpeners(codes, text, item.start, item.end).name)
    .filter(isThing)
    .filter((name) => !isOne || !isSuccess(text, name));
}

const isSuccess = (text: string, { start, end }: Name) =>
  SUCCESS.test(text.slice(start, end)) && !text.slice(start, end).includes("”");

const isThing = (name: Name | null): name is Name => name !== null && name.end - name.start >= 2;

/** 学校、医院及覆盖城乡的公共设施: the last word is the head of all of them. */
const SHARES_HEAD = /^[^、的]{2,4}、(?:[^、的]{2,4}、)*[^、的]{2,4}及[^、]{2,12}的[^、的]{4,}$/;

/** The members of a clause's list before its milestone, or what its verb is done to. */
function subjectsIn({ codes, text }: ReadReport, clause: Clause, from: number, milestone: string): Name[] {
  const at = text.indexOf(milestone, from);
  if (at > from + 1 && SHARES_HEAD.test(text.slice(from, at))) return [{ start: from, end: at }];
  if (at > from + 1)
    return clause.items
      .filter((item) => item.start < at && item.end > from)
      .map((item) =>
        trimmed(text, withoutOpeners(codes, text, Math.max(from, item.start), Math.min(at, item.end)).name),
      )
      .filter(isThing);
  const verb =
    MAKES.exec(milestone)?.[0].length ?? /^(?:全部|全面)?(?:达到|启动|开工)/.exec(milestone)?.[0].length ?? 0;
  return objectsOf({ codes, text } as ReadReport, clause, from + verb);
}

/** A name without the adverbs left at its end: 东二环快速路|力争. */
function trimmed(text: string, name: Name | null): Name | null {
  if (!name) return null;
  let { end } = name;
  const start = name.start + (PRICE.exec(text.slice(name.start, end))?.[0].length ?? 0);
  for (let left = LEFT_OVER.exec(text.slice(start, end)); left; left = LEFT_OVER.exec(text.slice(start, end)))
    end -= left[0].length;
  return end > start ? { start, end } : null;
}

/** The members of the list before the time word: A、B等项目|年底前开工. */
export function membersBefore({ read: { codes, text }, clause, time }: Bound): Name[] {
  if (time.start - clause.start < 2) return [];
  return clause.items
    .filter((item) => item.start < time.start)
    .map((item) => {
      const end = Math.min(item.end, time.start);
      const cut = text.slice(item.start, end).search(AND_OTHERS);
      return trimmed(text, withoutOpeners(codes, text, item.start, cut > 1 ? item.start + cut : end).name);
    })
    .filter(isThing);
}

/** A、B、C，|均达到目标值: the members of the list that the clause before is. */
function listBefore({ read: { codes, text }, one, index }: Bound): Name[] {
  const previous = one.sentence.clauses[index - 1];
  if (!previous || previous.items.length < 2) return [];
  return previous.items.map((item) => withoutOpeners(codes, text, item.start, item.end).name).filter(isThing);
}

/** What the sentence speaks of before this clause: the nearest thing that it drives on, otherwise the clause before. */
function topicOf({ read, one, index }: Bound): Name[] {
  const { clauses } = one.sentence;
  for (let i = index - 1; i >= 0 && clauses[i]!.closes !== "；"; i--) {
    const driven = DRIVES.test(read.text.slice(clauses[i]!.start, clauses[i]!.start + 12));
    const topics = driven ? topicsIn(read, clauses[i]!) : [];
    if (topics.length > 0) return topics;
  }
  const previous = clauses[index - 1];
  return previous && previous.closes !== "；" ? topicsIn(read, previous) : [];
}

/** The things a clause speaks of: 加快|A、B等项目|建设 speaks of two. */
function topicsIn({ codes, text }: ReadReport, { start, end, items }: Clause): Name[] {
  const about = text.slice(start, end).search(ABOUT);
  const verb = text.slice(start, end).search(/实现|形成|达到|建成/);
  const to = verb > 3 ? start + verb : about > 3 ? start + about : end;
  const isTopic = (name: Name | null): name is Name =>
    isThing(name) && !GENERIC.test(text.slice(name.start, name.end)) && !DATED.test(text.slice(name.start, name.end));
  const from = start + (DRIVES.exec(text.slice(start, to))?.[0].length ?? 0);
  const others = items.length > 1 ? text.slice(items.at(-1)!.start, to).search(AND_OTHERS) : -1;
  if (others > 1 && FIRST_STEPS.test(text.slice(start, to))) return [];
  if (others > 1) {
    const last = items.at(-1)!.start + others;
    const members = items.map((item) => ({ start: Math.max(from, item.start), end: Math.min(item.end, last) }));
    return members.map((member) => trimmed(text, member)).filter(isTopic);
  }
  return [trimmed(text, nameBefore(codes, text, from, to).name)].filter(isTopic);
}

/** What the time word's own clause, or the one before it, is about. */
function subjectAfter(bound: Bound, milestone: string): Name[] {
  const { read, clause, time } = bound;
  const { codes, text } = read;
  const tailEnd = text.indexOf(milestone, time.end);
  const quoted = text[time.start] === "“" ? withoutOpeners(codes, text, time.start, clause.end).name : null;
  if (quoted && quoted.end > time.end + 2) return [quoted];
  if (tailEnd > time.end + 1) {
    const inside = subjectsIn(read, clause, time.end, milestone);
    if (inside.length > 0) return inside;
  }
  const after = withoutOpeners(codes, text, time.end, clause.end).name;
  if (after && after.end - after.start >= 4) return [after];
  const topic = topicOf(bound);
  return topic.length > 0 ? topic : after ? [after] : [];
}
