import { type Name, nameAfter } from "./name.ts";
import { type FigureReading, type FigureRule, nameText, textAfter } from "./reading.ts";
import { base, isReached } from "./rules-amount.ts";

/** 项目的数: what a project costs and what it can do. */

const CAPACITY_UNITS = new Set(["power", "voltage", "rate", "energy", "digital"]);
const MADE_PER_YEAR =
  /(?:年|日|月|时)(?:产|处理|处置|加工|生产|出栏|存栏|孵化|供|供热|供气|发电|吞吐|消化|屠宰|利用|回收|出|销|接待|养|繁育|印刷|焚烧|均处理|综合利用|产能|产量)$/;
/** Areas and lengths are works done, masses and powers what a plant can do. */
const PLANT =
  /(?:厂|线|炉|电站|机组|装置|项目|工程|基地|煤矿|矿井|园|场|库|中心|设施|改造|加工|风电|光伏|储能|发电|井)/;

/** 产能: a number that is part of what a thing is: 年产30万吨甲醇, 4.3米焦炉, 220千伏变电站. */
export const capacity: FigureRule = {
  name: "N吨的X",
  read: (reading) => {
    const { figure, text, from, right } = reading;
    if (!right || isReached(reading)) return null;
    const perYear = MADE_PER_YEAR.test(text.slice(Math.max(from, figure.start - 7), figure.start));
    const made = figure.dimension === "mass" || figure.dimension === "volume";
    if (!perYear && !CAPACITY_UNITS.has(figure.dimension) && !made && !isSized(reading) && !isOwned(reading))
      return null;
    return { ...base(reading, "N吨的X", "capacity", right), aspect: "spec" };
  },
  examples: {
    "推进年产62万吨精品镀锌板带项目。": "capacity 精品镀锌板带项目 = 62万吨",
    "加快城西220千伏变电站建设。": "capacity 变电站建设 = 220千伏",
    "重点实施宏达100万吨绿色低碳薄带铸轧。": "capacity 绿色低碳薄带铸轧 = 100万吨",
    "两座4.3米焦炉关停到位。": "capacity 焦炉 = 4.3米",
    "粮食产量达到2.39亿公斤。": "",
    "新建3.5万亩高标准农田。": "",
  },
};

/** 4.3米焦炉, 23.4公里的堤防工程: a length that describes a plant or a work. */
function isSized(reading: FigureReading): boolean {
  const { figure, text, right } = reading;
  const name = nameText(reading, right);
  if (figure.dimension === "length" && /^(?:米|毫米|厘米)/.test(text.slice(figure.numeralEnd, figure.unitEnd)))
    return PLANT.test(name);
  return (
    (figure.dimension === "length" || figure.dimension === "area") &&
    textAfter(reading, 1) === "的" &&
    /工程|项目$/.test(name)
  );
}

/** 翟店300亩中药材基地: in a list of projects, an area after an owner or a place describes. */
function isOwned({ figure, left, clause, text }: FigureReading): boolean {
  if (figure.dimension !== "area" || left.name === null || left.opener !== "" || clause.items.length < 2) return false;
  return text[figure.start - 1] !== "等" && /亩$|公顷$/.test(text.slice(figure.numeralEnd, figure.unitEnd));
}

const INVESTED = /(?:投资|总投资|总投入|概算|造价)(?:总额|额|规模|约|达|共|金额|计划)?$/;
const NOT_INVESTED =
  /(?:固定资产|民间|工业|技改|技术改造|房地产|基础设施|社会|产业|制造业|民生|第[一二三]产业|交通|水利|农业|外来|省外|市外|政府)投资$/;
const VERBS_BETWEEN = /(?:达到|达|为|约|近|超过|突破|超|共|完成|累计|预计|至|到|不低于|新增|逾|共计|分别)+$/;

/** 投资: money of a project. The project stands after it, or was named before. */
export const investment: FigureRule = {
  name: "投资N元的X",
  read: (reading) => {
    const { figure, text, from } = reading;
    if (figure.dimension !== "money") return null;
    if (isGrade(reading))
      return { ...base(reading, "投资N元的X", "investment", reading.right ?? "inherit"), aspect: "spec" };
    const said = text.slice(Math.max(from, figure.start - 16), figure.start).replace(VERBS_BETWEEN, "");
    if (!INVESTED.test(said) || NOT_INVESTED.test(said)) return null;
    const of = objectOf(reading);
    const spent = /(?:完成|累计)[^，]{0,4}投资|投资(?:计划|规模)$|(?:年度|计划)[^，]{0,2}投资$/.test(said);
    const described = !spent && (/总投资|概算|总投入/.test(said) || reading.phase === "plan" || of?.described === true);
    return {
      ...base(reading, "投资N元的X", "investment", of?.name ?? ownName(reading) ?? "inherit"),
      ...(described ? { aspect: "spec" as const } : {}),
    };
  },
  examples: {
    "对总投资617亿元的132个重点项目加快推进。": "investment 132个重点项目加快推进 = 617亿元",
    "全市重点抓好项目98个，总投资320.5亿元，当年计划投资71.2亿元。":
      "investment 重点项目 = 320.5亿元\ninvestment 重点项目 = 71.2亿元",
    "投资2.14亿元实施26个美丽乡村建设项目。": "investment 26个美丽乡村建设项目 = 2.14亿元",
    "投资3亿元实施农村饮水、小农水、水土保持等水利工程。": "investment 水利工程 = 3亿元",
    "固定资产投资完成41.9亿元。": "",
  },
};

/** 百亿级大项目: a class of projects by their size. */
const isGrade = (reading: FigureReading) => /^级/.test(textAfter(reading, 1)) && /项目/.test(textAfter(reading, 8));

/** The name before 投资, where nothing stands after the money: 绛州古城项目总投资13亿元. */
function ownName(reading: FigureReading): Name | null {
  const name = reading.left.name;
  if (!name) return null;
  const text = nameText(reading, name)
    .replace(/(?:累计|共)?(?:完成|计划|年度|预计|项目)?(?:总)?投资(?:总额|额|规模|计划)?$/, "")
    .replace(/^(?:年度|全年|计划|当年|累计|项目)+$/, "");
  return text.length >= 2 ? { start: name.start, end: name.start + text.length } : null;
}

const DOES =
  /^(?:建成|建设|实施|启动实施|新建|完成|改造|启动|改建|修建|打造|用于|推进|设立|扩建|开展|新改建|高标准|全面|集中|谋划)+了?(?:的)?/;
const NEXT_SUM = /(?:、|及|和|以及|，)[^、，]{0,14}?总?投资\d/;

/**
 * What the money is for: after 的 or a verb, the whole list until the next sum of money; 等水利工程 names the list.
 * `described`: no verb stands between, so the sum only describes the project.
 */
function objectOf(reading: FigureReading): { name: Name; described: boolean } | null {
  const { text, figure, clause, codes, starts } = reading;
  const rest = text.slice(figure.end, clause.end);
  const verb = DOES.exec(rest);
  if (!verb && (rest === "" || /^[、，；]/.test(rest))) return null;
  const start = figure.end + (verb?.[0].length ?? (rest.startsWith("的") ? 1 : 0));
  const list = text.slice(start, clause.end);
  const sum = NEXT_SUM.exec(list);
  const whole = sum ? list.slice(0, sum.index) : list;
  const total = /等(?:\d+[个处条家项]|一批|一系列)?((?:[\u4e00-\u9fff]{2,10})(?:项目|工程))/.exec(whole);
  if (total && !/^(?:重点|重大)?(?:项目|工程)$/.test(total[1]!)) {
    const at = start + total.index + total[0].length - total[1]!.length;
    return { name: { start: at, end: at + total[1]!.length }, described: !verb };
  }
  const first = nameAfter(codes, text, start, clause.end, starts);
  const inList = whole.includes("、")
    ? start + whole.replace(/等(?:项目|工程|建设).*$/, "").length
    : (first?.end ?? start);
  const withFigure = starts.has(start) ? start : (first?.start ?? start);
  return inList - withFigure >= 2 ? { name: { start: withFigure, end: inList }, described: !verb } : null;
}
