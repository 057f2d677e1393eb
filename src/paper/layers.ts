import type { Diagnostic, Measure, Range } from "#base/report";
import { FACETS } from "#base/words";
import { findings, type Layer, layer, type Make, make, nth, sentence, where } from "./layer.ts";
import * as words from "./words.ts";

const known = <T>(ids: string[], map: Map<string, T>): T[] =>
  ids.map((id) => map.get(id)).filter((one) => one !== undefined);
const inside = (measures: Measure[], [start, end]: Range) =>
  measures.filter(({ span }) => span[0] >= start && span[1] <= end);

const tasks = findings(
  "tasks",
  "任务分解",
  (report) => report.tasks,
  (field) => [
    nth,
    field("text", "sheet", "category", "类别", 7, ({ section }, { place }) => place.category(section)),
    field("text", "page", "text", "任务内容", 20, (task, { shared }) =>
      shared.has(task.text) ? `${task.object}：${task.text}` : task.text,
    ),
    field("text", "page", "quantities", "量化指标", 12, (t, a) => words.quantities(known(t.measures, a.measures))),
    field("date", "page", "due", "完成时限", 9, ({ due }) => due),
    field("text", "page", "lead", "建议牵头单位", 8, ({ agencies }) => agencies[0]?.agency ?? ""),
    field("text", "sheet", "assisting", "配合单位", 9, ({ agencies }) =>
      agencies
        .slice(1)
        .map((a) => a.agency)
        .join("、"),
    ),
    sentence(24),
    where(9),
    field("text", "data", "object", "对象", 10, ({ object }) => object),
    field("text", "data", "action", "动作", 10, ({ action }) => action),
    field("text", "data", "project", "项目", 10, ({ project }, a) => a.projects.get(project ?? "")?.name ?? null),
    field("integer", "data", "specificity", "具体等级", 4, ({ specificity }) => specificity),
    field("text", "data", "specificity_words", "具体程度", 8, (task) => words.SPECIFICITIES[task.specificity]),
    field("text", "data", "field", "领域", 5, (task) => task.field),
  ],
);

const targets = findings(
  "targets",
  "预期目标",
  (report) => report.targets,
  (field) => [
    nth,
    field("text", "page", "indicator", "指标", 12, ({ indicator }) => indicator),
    field("text", "page", "aim", "目标值", 10, (target, { place }) => words.aim(target) || place.words(target.span)),
    field("text", "sheet", "relation", "关系", 3, ({ relation }) => words.RELATIONS[relation]),
    field("number", "sheet", "value", "数值", 4, ({ value }) => value),
    field("number", "sheet", "upper", "上限", 4, ({ upper }) => upper),
    field("text", "sheet", "unit", "单位", 4, ({ unit }) => unit),
    field("text", "sheet", "versus", "参照", 6, ({ vs }) => vs),
    field("text", "sheet", "words", "原文", 13, ({ span }, { place }) => place.words(span)),
    where(8),
    field("text", "data", "comparator", "比较", 3, ({ comparator }) => comparator),
  ],
);

const measures = findings(
  "measures",
  "指标数据",
  (report) => report.measures,
  (field) => [
    nth,
    field("text", "page", "subject", "指标", 11, ({ subject }) => subject),
    field("text", "page", "figure", "读数", 8, (measure) => words.figure(measure)),
    field("text", "sheet", "facet", "口径", 3, ({ facet }) => FACETS[facet]),
    field("number", "sheet", "value", "数值", 5, ({ value }) => value),
    field("number", "sheet", "upper", "上限", 4, ({ upper }) => upper),
    field("text", "sheet", "unit", "单位", 4, ({ unit }) => unit),
    field("text", "page", "aspect", "性质", 3, ({ aspect }) => words.ASPECTS[aspect]),
    field("integer", "page", "year", "年份", 3.5, ({ year }) => year),
    field("text", "sheet", "clause", "原文", 13, ({ span }, { place }) => place.clause(span)),
    where(8),
    field("text", "data", "comparator", "比较", 3, ({ comparator }) => comparator),
    field("text", "data", "rank_scope", "位次范围", 6, ({ rankScope }) => rankScope),
    field("text", "data", "indicator", "指标编号", 6, ({ indicator }) => indicator),
    field("number", "data", "normal_value", "基本单位数值", 8, ({ normal }) => normal.value),
    field("text", "data", "normal_unit", "基本单位", 4, ({ normal }) => normal.unit),
  ],
);

const projects = findings(
  "projects",
  "项目",
  (report) => report.projects,
  (field) => [
    nth,
    field("text", "page", "name", "项目名称", 14, ({ name }) => name),
    field("number", "page", "investment", "总投资", 4.5, ({ investment }) => investment?.value ?? null),
    field("text", "page", "investment_unit", "单位", 3, ({ investment }) => investment?.unit ?? null),
    field("text", "sheet", "capacity", "建设规模", 8, ({ capacity }) => capacity),
    field("text", "page", "stage", "阶段", 3, ({ stage }) => (stage === null ? null : words.STAGES[stage])),
    field("integer", "sheet", "mentions", "提及", 3, ({ mentions }) => mentions.length),
    sentence(21),
    where(8),
  ],
);

const promises = findings(
  "promises",
  "民生实事",
  (report) => report.promises,
  (field) => [
    field("integer", "page", "n", "序号", 3, ({ n }) => n),
    field("text", "page", "text", "实事内容", 32, ({ text }) => text),
    field("text", "sheet", "quantities", "量化指标", 20, ({ span }, { report }) =>
      words.quantities(inside(report.measures, span)),
    ),
    where(9),
  ],
);

const terms = findings(
  "terms",
  "名词解释",
  (report) => report.terms,
  (field) => [
    field("integer", "page", "n", "序号", 3, ({ n }) => n),
    field("text", "page", "term", "名词", 13, ({ term }) => term),
    field("text", "page", "definition", "释义", 42, ({ definition }) => definition),
    where(9),
  ],
);

const mechanisms = findings(
  "mechanisms",
  "机制",
  (report) => report.mechanisms,
  (field) => [
    nth,
    field("text", "page", "name", "名称", 12, ({ name }) => name),
    field("text", "page", "kind", "类型", 5, ({ kind }) => words.KINDS[kind]),
    field("text", "sheet", "catalogue", "机制库编号", 9, ({ catalogue }) => catalogue),
    sentence(29),
    where(9),
  ],
);

const deadlines = findings(
  "deadlines",
  "时限",
  (report) => report.deadlines,
  (field) => [
    nth,
    field("text", "page", "subject", "对象", 14, ({ subject }) => subject),
    field("text", "page", "milestone", "节点", 8, ({ milestone }) => milestone),
    field("date", "page", "due", "完成时限", 9, ({ due }) => due),
    field("text", "page", "within", "期间", 6, ({ within }) => within),
    field("text", "sheet", "clause", "原文", 18, ({ span }, { place }) => place.clause(span)),
    where(9),
  ],
);

const sections = findings(
  "sections",
  "层级",
  (report) => report.sections,
  (field) => [
    nth,
    field("integer", "page", "level", "级", 2, ({ level }) => level),
    field("text", "page", "number", "编号", 4, ({ number }) => number),
    field("text", "page", "title", "标题", 30, ({ title }) => title),
    field("text", "page", "phase", "篇章", 5, ({ phase }) => words.PHASES[phase]),
    where(9),
    field("integer", "data", "body_start", "正文起", 4, ({ body }) => body[0]),
    field("integer", "data", "body_end", "正文止", 4, ({ body }) => body[1]),
  ],
);

const note: Make<Diagnostic> = make;
const diagnostics = layer(
  "diagnostics",
  "存疑",
  (report) => report.diagnostics,
  [
    note("integer", "sheet", "n", "序号", 3, (_, __, index) => index + 1),
    note("text", "page", "severity", "程度", 4, ({ severity }) => words.SEVERITIES[severity]),
    note("text", "page", "message", "说明", 42, ({ message }) => message),
    note("text", "sheet", "code", "代码", 10, ({ code }) => code),
    note("text", "sheet", "position", "位置", 9, ({ source }) =>
      source === null ? null : `字位${source[0]}—${source[1]}`,
    ),
    note("integer", "data", "source_start", "源文起", 4, ({ source }) => source?.[0] ?? null),
    note("integer", "data", "source_end", "源文止", 4, ({ source }) => source?.[1] ?? null),
  ],
  () => null,
);

/** 各层, in the order an office turns the pages. */
export const LAYERS: Layer[] = [
  tasks,
  targets,
  measures,
  projects,
  promises,
  terms,
  mechanisms,
  diagnostics,
  deadlines,
  sections,
];
