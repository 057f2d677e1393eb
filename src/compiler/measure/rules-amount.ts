import { FALL, GROW, LESS, MORE, REACH, VERB, wordAt } from "../words/words.ts";
import { type Name, nameAfter } from "./name.ts";
import { comparatorOf, type FigureReading, type FigureRule, nameText, type Sense, textAfter } from "./reading.ts";

/** 量: amounts and counts: how much, how many, how much more; how long. What a thing can do and costs: rules-project.ts. */

export const base = (
  reading: FigureReading,
  rule: string,
  facet: Sense["facet"],
  subject: Sense["subject"],
): Sense => ({
  rule,
  facet,
  sign: 1,
  comparator: comparatorOf(reading),
  subject,
});

/** Counted things stand on the right, whatever else is said on the left: 改造7条城市背街小巷. */
const counted = ({ left, right }: FigureReading): Sense["subject"] => right ?? left.name ?? left.deed ?? "inherit";

/** 达到 and its like say that the figure is a state of what stands on the left. */
export const isReached = ({ lead, left }: FigureReading) =>
  left.name !== null && (lead.nearest & (REACH | GROW | FALL)) !== 0;

/** What a verb after the figure is done to: 每年拿出1800万元|设立|补偿基金, 仅用3个月时间|建成|产业园. */
export function objectAfter(reading: FigureReading, at: number): Name | null {
  const { codes, text, clause } = reading;
  const verb = wordAt(codes, at, clause.end, VERB);
  if (verb.length < 2) return null;
  const start = text[at + verb.length] === "了" ? at + verb.length + 1 : at + verb.length;
  return nameAfter(codes, text, start, clause.end, reading.starts);
}

/** 时长: 提前3个月, 20个工作日, 连续11年 */
export const duration: FigureRule = {
  name: "用时N天",
  read: (reading) => {
    const { figure, left, right, lead } = reading;
    if (figure.dimension !== "time" || (lead.nearest & (MORE | LESS)) !== 0) return null;
    const name = nameText(reading, left.name);
    if (/天数|日数|岁|寿命|年龄/.test(name)) return null;
    const age = /岁/.test(reading.text.slice(figure.numeralEnd, figure.unitEnd));
    if (age) return { ...base(reading, "N岁以上的人", "capacity", right ?? left.name ?? "inherit"), aspect: "spec" };
    const spent = /^(?:左右)?(?:的)?(?:时间|工期)/.exec(textAfter(reading, 5));
    const done = spent || right === null ? objectAfter(reading, figure.end + (spent?.[0].length ?? 0)) : null;
    return base(reading, "用时N天", "duration", left.name ?? done ?? (spent ? null : right) ?? "inherit");
  },
  examples: {
    "一般工业项目审批时限不超过20个工作日。": "duration 一般工业项目审批时限 <= 20个工作日",
    "仅用3个月时间建成现代服务业产业园。": "duration 现代服务业产业园 = 3个月",
    "空气质量优良天数达到244天。": "",
  },
};

/** 门槛: 10人以上加工点, 1000万元以上项目: the bound is part of the name of a class. */
export const threshold: FigureRule = {
  name: "N以上的X",
  read: (reading) => {
    const { figure, right } = reading;
    if (
      !right ||
      (figure.after !== ">=" && figure.after !== "<") ||
      ["percent", "count", "noun", "fraction"].includes(figure.dimension)
    )
      return null;
    if (isReached(reading) && textAfter(reading, 1) !== "的") return null;
    const facet =
      figure.dimension !== "money" ? "capacity" : /项目|工程/.test(nameText(reading, right)) ? "investment" : "level";
    return { ...base(reading, "N以上的X", facet, right), aspect: "spec" };
  },
  examples: {
    "目前10人以上加工点发展到251个。": "capacity 加工点 >= 10人",
    "五年来共实施1000万元以上项目248个。": "investment 项目 >= 1000万元",
    "固定资产投资增长10%以上。": "",
    "完成350个以上老旧小区改造。": "",
    "粮食播种面积达到48万亩以上。": "",
  },
};

const ADDED = /新增|净增|新培育|净增加|新入库|新入统|新纳统|新升规|新认定|新登记|新注册/;
/** 新增 of works and flows says only how many were built or found; of a stock it says by how much the stock grew. */
/** 压减支出190亿元, 再减少贫困人口1000万人: the verb stands before the name. */
const CUT = /压减|削减|缩减|核减|(?:再|净)减少|压降/;
const FLOW =
  /就业|岗位|学位|床位|车位|泊位|停车|基站|造林|绿化|公里|路灯|充电|公厕|养老|托位|供热|供水|灌溉|水浇地|救助|培训|人次|耕地|高标准农田|个转企|小升规|规改股|管网|公路|道路|种植|面积|贷款|保障性|债券|退耕|配变|改造|投放/;

/** Whether 新增 reaches this figure: it opens its item, or the clause, and nothing else was done in between. */
function isAdded({ left, lead, clause, figure, text, item }: FigureReading): boolean {
  if ((lead.nearest & REACH) !== 0) return false;
  if (ADDED.test(left.opener) || ADDED.test(text.slice(lead.start, figure.start))) return true;
  return left.opener === "" && item.start > clause.start && ADDED.test(text.slice(clause.start, item.start));
}

/** 增减: by how much an amount changed: 同比增加3.4亿元, 新增高新技术企业2家. */
export const change: FigureRule = {
  name: "X增加N",
  read: (reading) => {
    const { figure, lead, left, right } = reading;
    if (["percent", "times", "fraction", "ratio-part", "rank"].includes(figure.dimension)) return null;
    const name = nameText(reading, right ?? left.name);
    if (isAdded(reading))
      return name === "" || FLOW.test(name) || figure.dimension === "time"
        ? null
        : base(reading, "X增加N", "change", counted(reading));
    if (CUT.test(left.opener) && left.name !== null && right === null && (lead.nearest & REACH) === 0)
      return { ...base(reading, "X增加N", "change", left.name), sign: -1 };
    const moved = (lead.nearest & (MORE | LESS | GROW | FALL)) !== 0 && (lead.nearest & REACH) === 0;
    if (!moved || left.deed || (right !== null && figure.dimension !== "money")) return null;
    return {
      ...base(reading, "X增加N", "change", left.name ?? right ?? "inherit"),
      sign: (lead.nearest & (MORE | GROW)) === 0 ? -1 : 1,
    };
  },
  examples: {
    "民生支出同比增加3.4亿元。": "change 民生支出 = 3.4亿元",
    "农村贫困人口减少1650万人。": "change 农村贫困人口 = -1650万人",
    "力争新增高新技术企业2家、专精特新企业3家。": "change 高新技术企业 = 2家\nchange 专精特新企业 = 3家",
    "空气优良天数达到242天、增加25天。": "change 空气优良天数 = 25天",
    "新建5G基站96个。": "",
    "规上企业增长到142家。": "",
    "优化提升27个公园。": "",
  },
};

/** 由A到B的A: what it was before. */
export const fromLevel: FigureRule = {
  name: "由A增加到B",
  read: (reading) => {
    const { dimension } = reading.figure;
    if (!reading.lead.from || ["percent", "rank", "ratio-part", "time"].includes(dimension)) return null;
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
    return base(
      reading,
      "X达到N",
      "level",
      reached || figure.dimension === "money" ? moneyOf(reading) : counted(reading),
    );
  },
  examples: {
    "一般公共预算收入完成22.7亿元。": "level 一般公共预算收入 = 22.7亿元",
    "改造7条城市背街小巷。": "level 城市背街小巷 = 7条",
    "规模企业逆势增长到142家。": "level 规模企业 = 142家",
    "市场主体总量突破5.3万户。": "level 市场主体 > 5.3万户",
    "今年至少创建1家市级以上专业镇。": "level 市级以上专业镇 >= 1家",
    "设立1000万元高效农业专项基金。": "level 高效农业专项基金 = 1000万元",
    "每年拿出1800万元设立补偿基金。": "level 补偿基金 = 1800万元",
    "建设108国道绕城段。": "",
  },
};

/** Money and reached amounts are of what stands on the left, unless nothing does. */
const moneyOf = (reading: FigureReading): Sense["subject"] =>
  reading.left.name ?? reading.right ?? objectAfter(reading, reading.figure.end) ?? reading.left.deed ?? "inherit";
