import type { CompiledReport, Located, Measure } from "#base/report";
import { heading, type Place, placeIn } from "./place.ts";
import * as words from "./words.ts";

/**
 * 逐条: every finding on a line of its own, so that an official can check what was read and a golden file can be compared.
 * Layers in a fixed order, findings as they stand in the text; no ids and no offsets, so that only a change of reading shows.
 *
 *     数据  地区生产总值  增长 ≈7%  目标 2024  〔二、〕
 */
export function lines(report: CompiledReport): string {
  const place = placeIn(report);
  const layers: [string, string[]][] = [
    ["层级", sections(report)],
    ["预期目标", read(report.targets, place, (t) => ["目标", t.indicator, words.aim(t) || place.words(t.span)])],
    ["数据", read(report.measures, place, measure)],
    ["任务", tasks(report, place)],
    ["时限", read(report.deadlines, place, (d) => ["时限", d.subject, d.milestone, until(d.due, d.within)])],
    ["项目", projects(report, place)],
    ["民生实事", read(report.promises, place, (p) => [`实事 ${p.n}`, p.text])],
    [
      "机制",
      read(report.mechanisms, place, (m) => ["机制", m.name, words.KINDS[m.kind], m.catalogue && `库 ${m.catalogue}`]),
    ],
    [
      "名词解释",
      read(report.terms, place, (t) => [t.n === null ? "名词" : `名词 ${t.n}`, `${t.term}：${t.definition}`]),
    ],
    ["存疑", report.diagnostics.map((d) => line(["存疑", words.SEVERITIES[d.severity], d.code, d.message]))],
  ];
  return [
    line(["报告", ...about(report)]),
    ...layers.flatMap(([title, found]) => ["", `# ${title} ${found.length}`, ...found]),
    "",
  ].join("\n");
}

type Parts = (string | null)[];

/** Two blanks between the parts; what would break the line is made a blank. */
const line = (parts: Parts) =>
  parts
    .filter((part) => part !== null && part !== "")
    .map((part) => part!.replace(/\s+/g, " ").trim())
    .join("  ");

const inOrder = <T extends Located>(found: T[]): T[] =>
  [...found].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);

function read<T extends Located>(found: T[], place: Place, parts: (one: T) => Parts): string[] {
  return inOrder(found).map((one) => line([...parts(one), at(one, place)]));
}

function at({ section }: Located, place: Place): string | null {
  const path = place.path(section);
  return path === "" ? null : `〔${path}〕`;
}

const until = (due: string | null, within: string | null) => (due === null ? within : words.before(due));

const measure = (m: Measure): Parts => [
  "数据",
  m.subject,
  words.figure(m),
  [words.ASPECTS[m.aspect], m.year].filter((part) => part !== null).join(" "),
];

function about({ meta }: CompiledReport): Parts {
  const says = [meta.title, meta.jurisdiction, meta.year && `${meta.year}年`, meta.date, meta.office, meta.speaker];
  return says.map((part) => part || null);
}

function sections(report: CompiledReport): string[] {
  return inOrder(report.sections).map((section) =>
    line([`层级 ${section.level}`, heading(section), `〔${words.PHASES[section.phase]}〕`]),
  );
}

function tasks(report: CompiledReport, place: Place): string[] {
  const measures = new Map(report.measures.map((m) => [m.id, m]));
  const names = new Map(report.projects.map((project) => [project.id, project.name]));
  return read(report.tasks, place, (task) => [
    "任务",
    task.text,
    task.object && `对象 ${task.object}`,
    label("指标", words.quantities(task.measures.map((id) => measures.get(id)).filter((m) => m !== undefined))),
    label("时限", task.due && words.before(task.due)),
    label("项目", names.get(task.project ?? "") ?? null),
    label("单位", task.agencies.map(({ agency }) => agency).join("、")),
    `${task.specificity}级`,
  ]);
}

const label = (name: string, value: string | null) => (value ? `${name} ${value}` : null);

function projects(report: CompiledReport, place: Place): string[] {
  return read(report.projects, place, (project) => [
    "项目",
    project.name,
    project.investment && `总投资 ${words.digits(project.investment.value)}${project.investment.unit}`,
    label("规模", project.capacity),
    project.stage && words.STAGES[project.stage],
    `提及 ${project.mentions.length} 次`,
  ]);
}
