import { FALL, GROW, LESS, MORE, REACH } from "../words/words.ts";
import {
  comparatorOf,
  type FigureReading,
  type FigureRule,
  nameText,
  nearestName,
  type Sense,
  textAfter,
} from "./reading.ts";

/** 率: percentages, multiples, fractions: how fast something grew, by how many points it moved, what share it is. */

const grows = ({ lead }: FigureReading) => (lead.bits & (GROW | FALL)) !== 0;
const falls = ({ lead }: FigureReading) =>
  ((lead.bits & GROW) === 0 && (lead.bits & FALL) !== 0) ||
  ((lead.bits & GROW) === 0 && (lead.bits & LESS) !== 0 && (lead.bits & MORE) === 0);

const sense = (reading: FigureReading, rule: string, facet: Sense["facet"]): Sense => ({
  rule,
  facet,
  sign: 1,
  comparator: comparatorOf(reading),
  subject: ownName(reading),
});

/** The name on the left; 占全部出口的52% has none of its own, it is of what was spoken of before. */
function ownName({ text, left }: FigureReading): Sense["subject"] {
  if (!left.name || text[left.name.start] === "占") return "inherit";
  const at = text.slice(left.name.start, left.name.end).indexOf("占");
  return at >= 3 && text[left.name.start + at + 1] !== "地"
    ? { start: left.name.start, end: left.name.start + at }
    : left.name;
}

/** 增幅: by how much something rose. A fall is a negative growth. */
export const growth: FigureRule = {
  name: "X增长Y%",
  read: (reading) => {
    const { figure } = reading;
    if (figure.dimension !== "percent" || isPoints(reading)) return null;
    const after = /^的?(?:高速|较快|年均)?(?:增长|增速|增幅|涨幅|速度递增|速度增长)/.test(textAfter(reading, 8));
    const cut = CUT.test(reading.left.opener) && (reading.lead.nearest & REACH) === 0;
    if (cut && !isRate(reading)) return { ...sense(reading, "X增长Y%", "growth"), sign: -1 };
    if (isRate(reading) || (!after && !grows(reading) && !moved(reading))) return null;
    return { ...sense(reading, "X增长Y%", "growth"), sign: !after && falls(reading) ? -1 : 1 };
  },
  examples: {
    "地区生产总值增长7%左右。": "growth 地区生产总值 ≈ 7%",
    "空气质量综合指数下降5.4%。": "growth 空气质量综合指数 = -5.4%",
    "规上工业增加值增长6%。": "growth 规上工业增加值 = 6%",
    "规上工业增加值增速保持在15%以上。": "growth 规上工业增加值 >= 15%",
    "全县经济保持了8%的增长。": "growth 经济 = 8%",
    "打造新的增长极。": "",
    "煤炭先进产能占比提高到95%。": "",
  },
};

/** 压减公用经费15%: the verb stands before the name. */
const CUT = /压减|削减|缩减|减少|精简|核减|压降|降低/;
/** 失业率, 自然增长率: a rate is a share, whatever is said of it. */
const isRate = (reading: FigureReading) =>
  /(?:失业率|自然增长率|覆盖率|达标率|合格率|参保率|占比|比重)$/.test(nameText(reading, reading.left.name)) &&
  (reading.lead.bits & FALL) === 0;

/** 提高5%, 多增3%: the plain words for more and less, with a percentage. */
const moved = ({ lead }: FigureReading) => (lead.nearest & REACH) === 0 && (lead.nearest & (MORE | LESS)) !== 0;
const isPoints = ({ text, figure }: FigureReading) => /点/.test(text.slice(figure.numeralEnd, figure.unitEnd));

/** 百分点: by how many points a rate moved, or stands above another. */
export const points: FigureRule = {
  name: "X提高Y个百分点",
  read: (reading) => {
    if (reading.figure.dimension !== "percent" || !isPoints(reading)) return null;
    const falling = (reading.lead.bits & (FALL | LESS)) !== 0 && (reading.lead.bits & GROW) === 0;
    const comparator =
      reading.figure.after ||
      (reading.lead.comparator === ">" || reading.lead.comparator === "<" ? "=" : reading.lead.comparator) ||
      "=";
    return {
      ...sense(reading, "X提高Y个百分点", "change"),
      sign: falling ? -1 : 1,
      comparator,
      subject: beforeComparison(reading),
    };
  },
  examples: {
    "森林覆盖率提高2个百分点。": "change 森林覆盖率 = 2个百分点",
    "贫困发生率下降0.8个百分点。": "change 贫困发生率 = -0.8个百分点",
    "增速高于全市平均0.3个百分点。": "change ? = 0.3个百分点",
  },
};

/** 增速|高于全市平均: what is compared stands before the comparison; 增速 alone is of what was spoken of before. */
function beforeComparison({ text, left, from }: FigureReading): Sense["subject"] {
  if (!left.name) return "inherit";
  const at = text.slice(from, left.name.end).search(/(?:高于|低于|快于|慢于|高出|领先|好于|超过|超出|比全|较全)/);
  if (at < 0) return left.name;
  const own = text.slice(left.name.start, from + at).replace(/(?:增速|增幅|分别|均|也)+$/, "");
  return own.length >= 2 ? { start: left.name.start, end: left.name.start + own.length } : "inherit";
}

/** 占比、完成率、覆盖率: a percentage that is a share of a whole. What is counted may stand after it: 81%的财政支出. */
export const share: FigureRule = {
  name: "X达到Y%",
  read: (reading) => {
    const { figure, right, left } = reading;
    if (figure.dimension !== "percent") return null;
    const ofWhat = textAfter(reading, 1) === "的" && right ? right : null;
    const own = ownName(reading);
    const subject = isGoal(nameText(reading, left.name))
      ? "inherit"
      : own === "inherit" && !left.name
        ? (ofWhat ?? "inherit")
        : own;
    return { ...sense(reading, "X达到Y%", "share"), subject };
  },
  examples: {
    "5G网络覆盖率达到98%以上。": "share 5G网络覆盖率 >= 98%",
    "全年81.6%的财政支出用于民生。": "share 财政支出 = 81.6%",
    "在校生占比下降到6.1%以内。": "share 在校生占比 <= 6.1%",
    "全年招商签约305亿元，完成任务的122%。": "share 招商签约 = 122%",
    "规上工业增加值增长6%。": "",
  },
};

/** 完成任务的122%: the task is not what is measured. */
const isGoal = (name: string) =>
  /^(?:年度|全年|年|总|目标|计划|任务|年初|既定|预期|的)*(?:任务|目标|计划|目标任务|计划任务|进度)(?:数|量)?的?$/.test(
    name,
  );

/** 倍: 增长3倍, 是2011年的3.14倍 */
export const times: FigureRule = {
  name: "X是Y的N倍",
  read: (reading) =>
    reading.figure.dimension === "times"
      ? { ...sense(reading, "X是Y的N倍", "growth"), comparator: comparatorOf(reading) }
      : null,
  examples: {
    "居民储蓄存款余额是2011年的3.14倍。": "growth 居民储蓄存款余额 = 3.14倍",
    "光机电产业产值三年增长3倍。": "growth 光机电产业产值 = 3倍",
  },
};

/** 几分之几、几成 */
export const fraction: FigureRule = {
  name: "几分之几、几成",
  read: (reading) => {
    const { figure, left, right } = reading;
    if (figure.dimension !== "fraction") return null;
    const falling = falls(reading) && (reading.lead.nearest & REACH) === 0;
    return {
      ...sense(reading, "几分之几、几成", falling ? "growth" : "share"),
      sign: falling ? -1 : 1,
      subject: left.name ?? right ?? "inherit",
    };
  },
  examples: {
    "财政支出八成用于民生。": "share 财政支出 = 0.8比例",
    "全市2/3的村集体经济收入达到30万元。": "share 村集体经济收入 = 0.667比例",
  },
};

const followsAnother = ({ text, figure }: FigureReading) => text[figure.start - 1] === ":";

/** 结构: 三次产业结构由21:50:29调整为11:65:24 */
export const structureShare: FigureRule = {
  name: "三次产业结构",
  read: (reading) => {
    if (reading.figure.dimension !== "ratio-part") return null;
    return {
      ...sense(reading, "三次产业结构", "share"),
      subject: followsAnother(reading) ? "inherit" : nearestName(reading),
      ...(reading.lead.from ? { years: -1 } : {}),
    };
  },
  examples: {
    "三次产业结构调整为11:65:24。": "share 三次产业结构 = 11%\nshare 三次产业结构 = 65%\nshare 三次产业结构 = 24%",
  },
};
