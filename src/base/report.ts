/**
 * The report contract 报告契约: what `compile` returns and `luoshi compile --format json` prints.
 *
 * `span` counts UTF-16 code units of `CompiledReport.text`, `source` those of the decoded source text;
 * both are half-open, [start, end). White space may stand inside a span.
 */

/** [start, end) in UTF-16 code units. */
export type Range = [start: number, end: number];

/** 比较词: = 等于  ≈ 左右、约  >= 以上、不低于  > 超过、突破、余  <= 以内、不超过  < 不足 */
export type Comparator = "=" | "≈" | ">=" | ">" | "<=" | "<";

/** 口径面: what a figure says of its subject. A fall is a negative growth. */
export type Facet = "level" | "growth" | "change" | "share" | "rank" | "investment" | "capacity" | "duration";

/** 完成数 actual, 目标数 target, or a figure that only describes a thing (spec: 总投资、产能). */
export type Aspect = "actual" | "target" | "spec";

/** 篇章性质: front matter, review of last year 回顾, plan 安排, 自身建设, notes 附注. */
export type Phase = "front" | "review" | "plan" | "self" | "notes" | "other";

/** 行政层级 */
export type Level = "nation" | "province" | "prefecture" | "county" | "township";

/** Anything that was read out of the report, with the place it was read from. */
export type Located = {
  /** Stable: the same input gives the same id. */
  id: string;
  span: Range;
  source: Range;
  /** 1-based page of the source, null where it has none. */
  page: number | null;
  /** Id of the innermost section that holds it. */
  section: string | null;
  /** Name of the rule that made it. */
  rule: string;
  /** 0 to 1. */
  confidence: number;
};

/** 层级: a heading of the report. `span` and `source` are those of the heading itself. */
export type Section = Located & {
  /** 1 一、 2 （一） 3 run-in headings and 一是 */
  level: number;
  number: string | null;
  title: string;
  phase: Phase;
  parent: string | null;
  /** What the heading governs, [start, end) in `text`. */
  body: Range;
};

/** 数据: one quantity that says how much, how many, what rank, or by how much it changed. */
export type Measure = Located & {
  subject: string;
  subjectSpan: Range | null;
  /** Id in the indicator catalogue, where the subject is a known one. */
  indicator: string | null;
  value: number;
  unit: string;
  /** In the base unit: 441.2 亿元 is 44120000000 元. */
  normal: { value: number; unit: string };
  upper: number | null;
  facet: Facet;
  comparator: Comparator;
  aspect: Aspect;
  year: number | null;
  rankScope: string | null;
};

/** 预期目标: one row of the year's main expected targets. */
export type Target = Located & {
  indicator: string;
  relation: "growth" | "level" | "share" | "sync" | "above" | "other";
  comparator: Comparator;
  value: number | null;
  upper: number | null;
  unit: string | null;
  vs: string | null;
};

/** 民生实事: one promised work of the coming year. */
export type Promised = Located & { n: number; text: string };

/** 名词解释: one entry of the report's own glossary. */
export type Term = Located & { n: number | null; term: string; definition: string };

/** 完成时限 */
export type Deadline = Located & {
  subject: string;
  milestone: string | null;
  /** YYYY-MM-DD, the last day included. */
  due: string | null;
  within: string | null;
};

export type MechanismKind =
  | "supervision"
  | "project"
  | "investment-promotion"
  | "assessment"
  | "ranking"
  | "service"
  | "grid"
  | "closed-loop"
  | "responsibility"
  | "platform"
  | "list"
  | "other";

/** 机制: one mention of a named management mechanism, method, platform or campaign. */
export type Mention = Located & { name: string; kind: MechanismKind; catalogue: string | null };

/** 任务: one item of the plan that one unit could be held to account for. */
export type Task = Located & {
  text: string;
  object: string;
  action: string | null;
  /** Ids of the measures in it. */
  measures: string[];
  due: string | null;
  /** Id in `projects`. */
  project: string | null;
  /** 5 quantity and limit, 4 quantity or limit, 3 named object, 2 named action, 1 direction. */
  specificity: 1 | 2 | 3 | 4 | 5;
  field: string | null;
  /** 建议责任单位, best first; the ones that the report itself names come with score 1. */
  agencies: { agency: string; score: number }[];
};

export type Stage =
  | "planned"
  | "signed"
  | "approved"
  | "started"
  | "building"
  | "finished"
  | "producing"
  | "at-capacity";

/** 项目: one named project, however often it is mentioned. */
export type Project = Located & {
  name: string;
  mentions: Range[];
  investment: { value: number; unit: string } | null;
  capacity: string | null;
  stage: Stage | null;
};

/** 存疑: what the compiler could not read or is unsure of. */
export type Diagnostic = {
  code: string;
  message: string;
  source: Range | null;
  severity: "info" | "warning" | "error";
};

/** What the report says of itself; null where it does not tell. */
export type Meta = {
  title: string | null;
  jurisdiction: string | null;
  level: Level | null;
  /** GB/T 2260 division code. */
  code: string | null;
  /** The year planned for. */
  year: number | null;
  /** The year reported on. */
  reviewYear: number | null;
  date: string | null;
  meeting: string | null;
  speaker: string | null;
  office: string | null;
};

/** 已编译的报告 */
export type CompiledReport = {
  schema: "luoshi-report/1";
  source: { name: string; mediaType: string; sha256: string; characters: number; pages: number | null };
  meta: Meta;
  text: string;
  sections: Section[];
  measures: Measure[];
  targets: Target[];
  promises: Promised[];
  terms: Term[];
  deadlines: Deadline[];
  mechanisms: Mention[];
  tasks: Task[];
  projects: Project[];
  diagnostics: Diagnostic[];
};
