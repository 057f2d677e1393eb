import type { Project, Stage } from "#base/report";
import type { Clause } from "../clause.ts";
import { identities } from "../identity.ts";
import { locate, spanOf, wordsOf } from "../locate.ts";
import { type Name, withoutOpeners } from "../measure/name.ts";
import { measuresIn, type ReadReport, type ReadSentence } from "../read.ts";
import { splitOf } from "../task/split.ts";

/** 项目: the named projects, one each, however often the report speaks of them. */

type Mention = {
  name: Name;
  text: string;
  key: string;
  stage: Stage | null;
  review: boolean;
  investment: Project["investment"];
  capacity: string | null;
};

/** Of later stages the later counts. */
const STAGES: [Stage, RegExp, RegExp][] = [
  ["at-capacity", /达产|达效/, /(?!)/],
  ["producing", /投产|投用|投入使用|投入运营|运营|启用|通车|通水|投运|开园|开业|入住/, /达产|达效/],
  ["finished", /竣工|完工|建成|封顶|主体完成|交付/, /(?!)/],
  [
    "building",
    /在建|续建|加快建设|加快推进|顺利推进|稳步推进|建设|施工|推进|实施|改造/,
    /竣工|完工|建成|投产|投用|通车|投入使用|交付|推进|续建|加快|实施|建设/,
  ],
  ["started", /开工|启动|奠基|动工/, /(?!)/],
  ["approved", /获批|批复|核准|立项/, /(?!)/],
  ["signed", /签约|签订|签署|落户/, /(?!)/],
  ["planned", /谋划|储备|前期|规划|申报|争取/, /开工|启动|谋划|储备|前期|规划|申报|争取|签约|动工/],
];

/** The stage that a clause tells: what was reached, in the review; what must have been reached already, in the plan. */
function stageOf(words: string, review: boolean): Stage | null {
  return STAGES.find(([, reached, intended]) => (review ? reached : intended).test(words))?.[0] ?? null;
}

const GENERIC =
  /^(?:[\d一二三四五六七八九十百两]+[个项处大批]?|一批|各类|相关|其他|所有|全部|更多|新|大|好)?(?:国家|省|市|县|区|省市|市县|中央|亿元|千万元|上亿元|[\d.]+[万亿]元)?级?(?:以上)?(?:的|重点|重大|新建|续建|在建|签约|招商|招商引资|产业|工业|民生|战新|基础设施|补短板|标志性|专项债券?|投资|储备|前期|开工|竣工|投产|建设|工程|农业|文旅|科技|技改|意向性?|合作|转型|支撑性|引领性|示范|试点|配套|惠民|社会|政府|企业|外资|优质|特色|各)*(?:项目|工程|建设|改造|任务|工作)?$/;
const ENDS =
  /(?:项目|工程|改造|扩建|电站|变电站|产业园|铁路|公路|高速|大道|水库|医院|学校|生产线|基地|中心|管网|园区|机场|二期|一期|三期)(?:项目|工程|建设)?$/;
const NOT_A_PROJECT =
  /机制|制度|行动|计划|活动|服务|政策|品牌|经验|体系|能力|水平|意识|^“[^”]*”$|素质|建设年|招商|审批|人才|消费/;

/** The projects that a clause names: members of its list, or what its verb is done to. */
function mentionsIn(read: ReadReport, one: ReadSentence, clause: Clause): Mention[] {
  const { codes, text } = read;
  const words = text.slice(clause.start, clause.end);
  if (
    !/项目|工程|投资|建成|开工|竣工|投产|投用|年产|建设/.test(words) ||
    words.length < 6 ||
    isHeading(read, one, clause)
  )
    return [];
  const opened = withoutOpeners(codes, text, clause.start, clause.end);
  const split = splitOf(codes, text, clause);
  const invested = measuresIn(one, clause).filter(
    ({ measure }) => measure.facet === "investment" && measure.subjectSpan !== null,
  );
  const names = split ? split.members : invested.length > 0 ? [] : singleProject(text, opened.name);
  const review = one.phase === "review";
  const stage = stageOf(words, review);
  const listed = names.map((name) => ({ name, text: text.slice(name.start, name.end) }));
  const funded = invested.map(({ draft }) => ({ name: draft.subject!.range, text: draft.subject!.text }));
  return [...listed, ...funded]
    .filter(({ name, text: said }) => isProject(said) && !counts(one, name))
    .map(({ name, text: said }) => ({
      name,
      text: said,
      key: keyOf(said),
      stage,
      review,
      investment: investmentOf(one, clause, name),
      capacity: capacityOf(read, one, name),
    }));
}

/** The clause is the heading of its section. */
function isHeading({ outline }: ReadReport, one: ReadSentence, clause: Clause): boolean {
  const section = outline.sections[one.section];
  return section !== undefined && section.start <= clause.start && clause.start < section.end;
}

/** 27个公园, 粮食播种面积240万亩: a count or an amount is no project, whatever list it stands in. */
const counts = (one: ReadSentence, name: Name) =>
  measuresIn(one, name).some(({ draft }) => draft.facet !== "capacity" && draft.facet !== "investment");

/** What the clause is about, where it is one thing with the name of a project. */
function singleProject(text: string, name: Name | null): Name[] {
  if (!name) return [];
  const found = /^(.{3,34}?(?:项目|工程|[一二三]期))/.exec(text.slice(name.start, name.end));
  return found ? [{ start: name.start, end: name.start + found[1]!.length }] : [];
}

const isProject = (name: string) =>
  name.length >= 4 &&
  name.length <= 40 &&
  !GENERIC.test(name) &&
  !NOT_A_PROJECT.test(name) &&
  !DEED.test(name) &&
  (name.match(/“/g)?.length ?? 0) === (name.match(/”/g)?.length ?? 0) &&
  (ENDS.test(name) || /\d/.test(name) || name.length >= 6) &&
  !/[，。；：]/.test(name);

/** What begins like a deed or ends like a state is a clause, not a name. */
const DEED =
  /^(?:学习|做到|始终|深刻|用好|推进|着力|聚力|重点|围绕|以|对|为|向|将|把|其中|力争|确保|完善|提升|优化|加强|强化|促进|带动|辐射|支持|鼓励|引导|打造)|(?:荣获|入选|达到|全部|纳入|参与|清零|获批|稳定在|突破)/;

/** The form that two mentions of one project share: without quotes, capacities, stages and the word project. */
function keyOf(name: string): string {
  return name
    .replace(/[“”‘’（）()·]/g, "")
    .replace(/(?:总投资|投资)[\d.]+[万亿]*元的?/g, "")
    .replace(/年(?:产|处理|处置|加工)/g, "")
    .replace(/(?:建设|改造|扩建|提升)?(?:项目|工程)?(?:建设)?$/g, "");
}

function investmentOf(one: ReadSentence, clause: Clause, name: Name): Project["investment"] {
  const found = measuresIn(one, clause).find(
    ({ draft }) => draft.facet === "investment" && draft.subject !== null && overlaps(draft.subject.range, name),
  );
  return found ? { value: found.measure.value, unit: found.measure.unit } : null;
}

function capacityOf({ text }: ReadReport, one: ReadSentence, name: Name): string | null {
  const found = measuresIn(one, name).find(({ draft }) => draft.facet === "capacity");
  return found ? text.slice(found.draft.figure.start, found.draft.figure.end) : null;
}

const overlaps = (a: Name, b: Name) => a.start < b.end && b.start < a.end;

/** Joins the mentions of one project: same key, or one key the longer form of the other. */
function grouped(mentions: Mention[]): Mention[][] {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const same = byKey.get(mention.key);
    if (same) same.push(mention);
    else byKey.set(mention.key, [mention]);
  }
  const groups = [...byKey].sort((a, b) => b[0].length - a[0].length);
  const starts = new Map<string, [string, Mention[]][]>();
  const result: Mention[][] = [];
  for (const [key, group] of groups) {
    const longer = starts
      .get(key.slice(0, 4))
      ?.find(
        ([other]) =>
          key.length >= 5 &&
          key.length >= other.length * 0.6 &&
          other.startsWith(key) &&
          !/[二三四]期/.test(other.slice(key.length)),
      );
    if (longer) for (const mention of group) longer[1].push(mention);
    else {
      const own: [string, Mention[]] = [key, [...group]];
      result.push(own[1]);
      starts.set(key.slice(0, 4), [...(starts.get(key.slice(0, 4)) ?? []), own]);
    }
  }
  return result
    .map((group) => group.sort((a, b) => a.name.start - b.name.start))
    .sort((a, b) => a[0]!.name.start - b[0]!.name.start);
}

/** How far along: what the review says was reached; otherwise what the plan takes for granted. */
function latest(group: Mention[]): Stage | null {
  const order = STAGES.map(([stage]) => stage);
  const told = (review: boolean) =>
    group.filter((mention) => mention.review === review && mention.stage !== null).map(({ stage }) => stage!);
  const best = (stages: Stage[]) => stages.sort((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? null;
  return best(told(true)) ?? best(told(false));
}

/** Projects, and where each is mentioned in the bare text. */
export function projectsOf(read: ReadReport): {
  projects: Project[];
  placesOf: (start: number, end: number) => string | null;
} {
  const idOf = identities("j");
  const mentions = read.sentences
    .filter(({ phase }) => phase === "plan" || phase === "review")
    .flatMap((one) => one.sentence.clauses.flatMap((clause) => mentionsIn(read, one, clause)));
  const places: { start: number; end: number; id: string }[] = [];
  const projects = grouped(mentions).map((group) => {
    const first = group[0]!;
    const id = idOf(first.key);
    for (const { name } of group) places.push({ ...name, id });
    const sure = first.investment || first.capacity ? 0.9 : 0.75;
    return Object.assign(locate(read.locator, id, first.name.start, first.name.end, "项目名称", sure), {
      name: wordsOf(read.locator, first.name.start, first.name.end),
      mentions: group.map(({ name }) => spanOf(read.locator, name.start, name.end)),
      investment: group.find(({ investment }) => investment)?.investment ?? null,
      capacity: group.find(({ capacity }) => capacity)?.capacity ?? null,
      stage: latest(group),
    });
  });
  places.sort((a, b) => a.start - b.start);
  return { projects, placesOf: (start, end) => placeAt(places, start, end) };
}

function placeAt(places: { start: number; end: number; id: string }[], start: number, end: number): string | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < start - 60) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < places.length && places[i]!.start < end; i++) if (places[i]!.end > start) return places[i]!.id;
  return null;
}
