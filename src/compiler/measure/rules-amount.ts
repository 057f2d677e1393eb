import { FALL, GROW, LESS, MORE, REACH } from "../words/words.ts";
import { comparatorOf, type FigureReading, type FigureRule, nameText, type Sense, textAfter } from "./reading.ts";
import type { Name } from "./name.ts";

/** 量: amounts and counts: how much, how many, how much more; what a thing can do; how long. */

const base = (reading: FigureReading, rule: string, facet: Sense["facet"], subject: Sense["subject"]): Sense => ({
  rule,
  facet,
  sign: 1,
  comparator: comparatorOf(reading),
  subject,
});

/** Counted things stand on the right, whatever else is said on the left: 改造7条城市背街小巷. */
const counted = ({ left, right }: FigureReading): Sense["subject"] => right ?? left.name ?? left.deed ?? "inherit";

const CAPACITY_UNITS = new Set(["power", "voltage", "rate", "energy", "digital"]);
const MADE_PER_YEAR = /(?:年|日|月|时)(?:产|处理|处置|加工|生产|出栏|存栏|孵化|供|供热|供气|发电|吞吐|消化|屠宰|利用|回收|出|销|接待|养|繁育|印刷|焚烧|均处理|综合利用|产能|产量)$/;
/** Areas and lengths are works done, masses and powers what a plant can do. */
const PLANT = /(?:厂|线|炉|电站|变电站|机组|装置|项目|工程|基地|煤矿|矿井|电厂|园|场|库|中心|设施|生产线|改造|加工|风电|光伏|储能|发电|井)/;

/** 产能: a number that is part of what a thing is: 年产30万吨甲醇, 4.3米焦炉, 220千伏变电站. */
export const capacity: FigureRule = {
  name: "N吨的X",
  read: (reading) => {
    const { figure, text, from, right, left } = reading;
    if (!right || isReached(reading)) return null;
    const before = text.slice(Math.max(from, figure.start - 7), figure.start);
    const perYear = MADE_PER_YEAR.test(before);
    const { dimension } = figure;
    const made = dimension === "mass" || dimension === "volume";
    const sized = dimension === "length" && /^米|^毫米|^厘米/.test(text.slice(figure.numeralEnd, figure.unitEnd)) && PLANT.test(nameText(reading, right));
    const owned = (dimension === "area" || dimension === "people") && left.name !== null && left.opener === "" && isListed(reading) && !/万?(?:平米|平方)/.test(text.slice(figure.numeralEnd, figure.unitEnd));
    const described = ["area", "length", "people", "count", "money"].includes(dimension) && textAfter(reading, 1) === "的" && PLANT.test(nameText(reading, right)) && dimension !== "money" && dimension !== "count";
    if (!perYear && !CAPACITY_UNITS.has(dimension) && !made && !sized && !owned && !described) return null;
    return { ...base(reading, "N吨的X", "capacity", right), aspect: "spec" };
  },
  examples: {
    "推进年产62万吨精品镀锌板带项目。": "capacity 精品镀锌板带项目 = 62万吨",
    "加快城西220千伏变电站建设。": "capacity 变电站建设 = 220千伏",
    "两座4.3米焦炉关停到位。": "capacity 焦炉 = 4.3米",
    "粮食产量达到2.39亿公斤。": "",
    "新建3.5万亩高标准农田。": "",
  },
};

/** 达到 and its like say that the figure is a state of what stands on the left. */
const isReached = ({ lead, left }: FigureReading) => left.name !== null && (lead.nearest & (REACH | GROW | FALL)) !== 0;
/** Inside a list of projects, an area after a name describes: 翟店300亩中药材基地. */
const isListed = ({ clause }: FigureReading) => clause.items.length > 1;

const INVESTED = /(?:投资|总投资|总投入|概算|造价)(?:总额|额|规模|约|达|共|金额)?$/;
const NOT_INVESTED = /(?:固定资产|民间|工业|技改|技术改造|房地产|基础设施|社会|项目|产业|制造业|民生|第[一二三]产业|建设项目|交通|水利|农业|外来|省外|市外|重点项目|政府)投资$/;

/** 投资: money of a project. The project stands after it, or was named before. */
export const investment: FigureRule = {
  name: "投资N元的X",
  read: (reading) => {
    const { figure, text, from, right } = reading;
    if (figure.dimension !== "money") return null;
    const said = text.slice(Math.max(from, figure.start - 16), figure.start).replace(/(?:达到|达|为|约|近|超过|突破|超|共|完成|累计|预计|至|到|不低于|以上|新增|逾|共计|分别)+$/, "");
    if (!INVESTED.test(said) || NOT_INVESTED.test(said)) return null;
    const of = objectOfInvestment(reading);
    const planned = /(?:年度|年)(?:计划)?投资(?:计划)?$|计划(?:完成)?投资$|完成投资$/.test(said);
    const total = /总投资|概算|总投入/.test(said) || (textAfter(reading, 1) === "的" && !planned);
    const aspect: Pick<Sense, "aspect"> = total ? { aspect: "spec" } : {};
    return { ...base(reading, "投资N元的X", "investment", of ?? right ?? ownName(reading) ?? "inherit"), ...aspect };
  },
  examples: {
    "对总投资617亿元的132个重点项目加快推进。": "investment 132个重点项目 = 617亿元",
    "全市实施重点项目152个，总投资511.3亿元，年度计划投资95.4亿元。": "investment 重点项目 = 511.3亿元\ninvestment 重点项目 = 95.4亿元",
    "投资2.14亿元实施26个美丽乡村建设项目。": "investment 26个美丽乡村建设项目 = 2.14亿元",
    "固定资产投资完成41.9亿元。": "",
  },
};

/** The name before 投资, where nothing stands after the money: 绛州古城项目总投资13亿元. */
function ownName(reading: FigureReading): Name | null {
  const name = reading.left.name;
  if (!name) return null;
  const text = nameText(reading, name).replace(/(?:累计|共)?(?:完成|计划|年度|预计|项目)?(?:总)?投资(?:总额|额|规模)?$/, "").replace(/^(?:年度|全年|计划|当年|累计|项目)+$/, "");
  return text.length >= 2 ? { start: name.start, end: name.start + text.length } : null;
}

/** What the money is for: after 的, or after a verb: 投资2亿元实施…; the whole list until the next sum of money. */
function objectOfInvestment({ text, figure, clause, codes }: FigureReading): Name | null {
  const rest = text.slice(figure.end, clause.end);
  const begin = /^(?:的|(?:，)?(?:建成|建设|实施|新建|完成|改造|启动|改建|修建|打造|用于|推进|设立|对|扩建|开展|新改建|高标准|全面)(?:了|的)*)/.exec(rest);
  const quoted = rest.startsWith("“");
  if (!begin && !quoted) return null;
  const start = figure.end + (begin?.[0].length ?? 0);
  const stop = /(?:(?:、|及|和|以及)(?:[^、，]{0,12})?(?:总?投资)\d|等(?=[一-鿿]|\d)|$)/.exec(text.slice(start, clause.end));
  const end = start + (stop?.index ?? clause.end - start);
  return end - start >= 2 && codes[start] !== 0xff0c ? { start, end } : null;
}

/** 时长: 提前3个月, 20个工作日, 连续11年 */
export const duration: FigureRule = {
  name: "用时N天",
  read: (reading) => {
    const { figure, left, right } = reading;
    if (figure.dimension !== "time") return null;
    const name = nameText(reading, left.name);
    if (/天数|日数|岁|寿命|年龄/.test(name)) return null;
    const age = /岁/.test(reading.text.slice(figure.numeralEnd, figure.unitEnd));
    if (age) return { ...base(reading, "N岁以上的人", "capacity", right ?? left.name ?? "inherit"), aspect: "spec" };
    return base(reading, "用时N天", "duration", left.name ?? right ?? "inherit");
  },
  examples: {
    "一般工业项目审批时限不超过20个工作日。": "duration 一般工业项目审批时限 <= 20个工作日",
    "空气质量优良天数达到244天。": "",
  },
};

/** 门槛: 10人以上加工点, 1000万元以上项目: the bound is part of the name of a class. */
export const threshold: FigureRule = {
  name: "N以上的X",
  read: (reading) => {
    const { figure, right } = reading;
    if (!right || (figure.after !== ">=" && figure.after !== "<") || figure.dimension === "percent") return null;
    if (isReached(reading) && textAfter(reading, 1) !== "的") return null;
    const facet = figure.dimension !== "money" ? "capacity" : /项目|工程/.test(nameText(reading, right)) ? "investment" : "level";
    return { ...base(reading, "N以上的X", facet, right), aspect: "spec" };
  },
  examples: {
    "目前10人以上加工点发展到251个。": "capacity 加工点 >= 10人",
    "五年来共实施1000万元以上项目248个。": "investment 项目 >= 1000万元",
    "固定资产投资增长10%以上。": "",
    "粮食播种面积达到48万亩以上。": "",
  },
};

const STOCK = /企业|平台|基地|主体|机构|公司|中心|示范|专业镇|合作社|农场|项目库|园区|实验室|工作站|产能|装机|商标|品牌|专利|人才|团队|单位|产值|债券|集群|链|股|贷款|存款|社|户$|耕地|面积|党员|会员|学科|专业|博士点|友城/;
const ADDED = /(?:新增|净增|新培育|净增加|新入库|新入统|新纳统|新升规|新认定|新登记|新注册)[^，；]{0,4}$/;
const FLOW = /就业|岗位|学位|床位|车位|泊位|停车|基站|造林|绿化|公里|路灯|充电|公厕|养老|托位|供热|供水|灌溉|水浇地|救助|培训|人次/;

/** 增减: by how much an amount changed: 同比增加3.4亿元, 新增高新技术企业2家. */
export const change: FigureRule = {
  name: "X增加N",
  read: (reading) => {
    const { figure, lead, left, right, clauseOpener } = reading;
    if (["percent", "times", "fraction", "ratio-part", "rank", "time"].includes(figure.dimension)) return null;
    const nearest = lead.nearest;
    const moved = (nearest & (MORE | LESS | GROW | FALL)) !== 0 && (nearest & REACH) === 0 && lead.start > reading.from - 1;
    const name = nameText(reading, right ?? left.name);
    const said = reading.text.slice(Math.max(reading.clause.start, lead.start - 0), figure.start);
    const added = ADDED.test(left.opener) || ADDED.test(clauseOpener) || /新增|净增/.test(said);
    if (added) return STOCK.test(name) && !FLOW.test(name) ? base(reading, "X增加N", "change", counted(reading)) : null;
    if (!moved || (left.name === null && right !== null && figure.dimension !== "money")) return null;
    return { ...base(reading, "X增加N", "change", left.name ?? right ?? "inherit"), sign: (nearest & (MORE | GROW)) === 0 ? -1 : 1 };
  },
  examples: {
    "民生支出同比增加3.4亿元。": "change 民生支出 = 3.4亿元",
    "农村贫困人口减少1650万人。": "change 农村贫困人口 = -1650万人",
    "力争新增高新技术企业2家、专精特新企业3家。": "change 高新技术企业 = 2家\nchange 专精特新企业 = 3家",
    "新建5G基站96个。": "",
    "规上企业增长到142家。": "",
  },
};

/** 由A到B的A: what it was before. */
export const fromLevel: FigureRule = {
  name: "由A增加到B",
  read: (reading) => {
    if (!reading.lead.from || ["percent", "rank", "ratio-part"].includes(reading.figure.dimension)) return null;
    return { ...base(reading, "由A增加到B", "level", reading.left.name ?? "inherit"), years: -1 };
  },
  examples: { "集体经济强村由4个增加到11个。": "level 集体经济强村 = 4个" },
};

/** 数量: an amount or a count of what stands nearest. */
export const level: FigureRule = {
  name: "X达到N",
  read: (reading) => {
    const { figure } = reading;
    if (["percent", "times", "fraction", "ratio-part", "rank"].includes(figure.dimension)) return null;
    const reached = isReached(reading) && figure.dimension !== "count" && figure.dimension !== "noun";
    return base(reading, "X达到N", "level", reached || figure.dimension === "money" ? moneyOf(reading) : counted(reading));
  },
  examples: {
    "一般公共预算收入完成22.7亿元。": "level 一般公共预算收入 = 22.7亿元",
    "改造7条城市背街小巷。": "level 城市背街小巷 = 7条",
    "规模企业数量逆势增长到142家。": "level 规模企业数量 = 142家",
    "市场主体突破5.3万户。": "level 市场主体 > 5.3万户",
    "设立1000万元高效农业专项基金。": "level 高效农业专项基金 = 1000万元",
    "建设108国道绕城段。": "",
  },
};

/** Money and reached amounts are of what stands on the left, unless nothing does. */
const moneyOf = ({ left, right }: FigureReading): Sense["subject"] => left.name ?? right ?? left.deed ?? "inherit";
