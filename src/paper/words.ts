/** How an office writes what the contract says in English: names of facets, stages, kinds; figures; days. */
import type { Aspect, Comparator, Diagnostic, Measure, MechanismKind, Phase, Stage, Target, Task } from "#base/report";

/** 比较词 as signs; an exact figure has none. */
const SIGNS: Record<Comparator, string> = { "=": "", "≈": "≈", ">=": "≥", ">": ">", "<=": "≤", "<": "<" };

/** 性质: whether a figure was reached, is promised, or only describes. */
export const ASPECTS: Record<Aspect, string> = { actual: "完成", target: "目标", spec: "说明" };

/** 目标关系 */
export const RELATIONS: Record<Target["relation"], string> = {
  growth: "增长",
  level: "达到",
  share: "比率",
  sync: "同步",
  above: "高于",
  other: "定性",
};

/** 机制类型 */
export const KINDS: Record<MechanismKind, string> = {
  supervision: "督办",
  project: "项目推进",
  "investment-promotion": "招商",
  assessment: "考核",
  ranking: "赛评",
  service: "服务",
  grid: "网格",
  "closed-loop": "闭环",
  responsibility: "责任",
  platform: "平台",
  list: "清单",
  other: "其他",
};

/** 项目阶段 */
export const STAGES: Record<Stage, string> = {
  planned: "谋划",
  signed: "签约",
  approved: "立项",
  started: "开工",
  building: "在建",
  finished: "竣工",
  producing: "投产",
  "at-capacity": "达产",
};

/** 篇章性质 */
export const PHASES: Record<Phase, string> = {
  front: "题头",
  review: "回顾",
  plan: "安排",
  self: "自身建设",
  notes: "附注",
  other: "其他",
};

/** 存疑程度 */
export const SEVERITIES: Record<Diagnostic["severity"], string> = { info: "提示", warning: "留意", error: "有误" };

/** 具体程度: what a task lets itself be held to. */
export const SPECIFICITIES: Record<Task["specificity"], string> = {
  5: "有数量、有时限",
  4: "有数量或有时限",
  3: "有具体对象",
  2: "有具体动作",
  1: "只有方向",
};

const plain = new Intl.NumberFormat("en-US", { useGrouping: false, maximumFractionDigits: 12 });

/** A number in digits, never in powers of ten: `0.0000001`, `44120000000`. */
export const digits = (value: number): string => plain.format(value);

type Amount = { value: number; upper: number | null; unit: string | null; comparator: Comparator };

/** `≈7%`, `6%—6.5%`, `3200—3500人`: the size without its direction. */
function amount({ value, upper, unit, comparator }: Amount): string {
  const size = digits(Math.abs(value));
  if (upper === null) return SIGNS[comparator] + size + (unit ?? "");
  return `${size}${unit === "%" ? unit : ""}—${digits(Math.abs(upper))}${unit ?? ""}`;
}

const rank = (m: Measure) =>
  `第${digits(m.value)}${m.upper === null ? "" : `—${digits(m.upper)}`}${m.rankScope ? `（${m.rankScope}）` : ""}`;

/** 指标值: what a measure says of its subject. `增长 ≈7%`, `下降 5.4%`, `第4（全市）`, `投资 12亿元`. */
export function figure(measure: Measure): string {
  const size = amount(measure);
  switch (measure.facet) {
    case "growth":
      return `${measure.value < 0 ? "下降" : "增长"} ${size}`;
    case "change":
      return `${measure.value < 0 ? "减少" : "增加"} ${size}`;
    case "rank":
      return rank(measure);
    case "investment":
      return `投资 ${size}`;
    default:
      return measure.value < 0 ? `-${size}` : size;
  }
}

/** 目标值: `增长 ≈7%`, `≤4.5%`, `与经济增长同步`; empty where the target is only words. */
export function aim(target: Target): string {
  if (target.value !== null) {
    const size = amount({ ...target, value: target.value });
    if (target.relation !== "growth") return target.value < 0 ? `-${size}` : size;
    return `${target.value < 0 ? "下降" : "增长"} ${size}`;
  }
  if (target.relation === "sync") return target.vs ? `与${target.vs}同步` : "同步";
  if (target.relation === "above") return target.vs ? `高于${target.vs}` : "高于";
  return "";
}

/** 量化指标: measures written out one after the other, a subject said once. `高标准农田 5万亩；≥35%` */
export function quantities(measures: Measure[]): string {
  return measures
    .map((m, i) => (m.subject && m.subject !== measures[i - 1]?.subject ? `${m.subject} ${figure(m)}` : figure(m)))
    .join("；");
}

/** 完成时限 in words, from the last day included: `2024年底前`, `2024年6月底前`, `2024年6月15日前`. */
export function before(due: string): string {
  const [year, month, day] = due.split("-").map(Number) as [number, number, number];
  if (month === 12 && day === 31) return `${year}年底前`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day === last ? `${year}年${month}月底前` : `${year}年${month}月${day}日前`;
}

/** The report's name as the title of a table or a page: `《青禾县2024年政府工作报告》`. */
export function reportName({ meta }: { meta: { jurisdiction: string | null; year: number | null } }): string {
  return `《${meta.jurisdiction ?? ""}${meta.year === null ? "" : `${meta.year}年`}政府工作报告》`;
}
