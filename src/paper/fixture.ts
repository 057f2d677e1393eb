import type { CompiledReport, Range, Section } from "#base/report";
import type { At } from "./fixture-findings.ts";
import * as found from "./fixture-findings.ts";
import { TEXT } from "./fixture-text.ts";

/** Source offsets run ahead of the text by a running head of this many characters. */
const HEAD = 12;

/** A paragraph of headings: [level, number, title, phase, parent]. */
const HEADINGS: [number, string | null, string, Section["phase"], number | null][] = [
  [1, "一、", "2023年工作回顾", "review", null],
  [2, "（一）", "产业根基更加稳固", "review", 0],
  [2, "（二）", "生态环境持续改善", "review", 0],
  [1, "二、", "2024年工作安排", "plan", null],
  [2, "（一）", "聚焦强链补链，加快构建现代产业体系", "plan", 3],
  [3, null, "做强主导产业", "plan", 4],
  [3, null, "提升园区能级", "plan", 4],
  [2, "（二）", "聚焦强村富民，全面推进乡村振兴", "plan", 3],
  [3, null, "扛牢粮食安全责任", "plan", 7],
  [2, "（三）", "聚焦改革创新，持续优化营商环境", "plan", 3],
  [2, "（四）", "聚焦民生福祉，用心办好民生实事", "plan", 3],
  [1, "三、", "加强政府自身建设", "self", null],
  [1, null, "附：名词解释", "notes", null],
];

/** The report read out of `text`: the one above unless a test brings its own version of it. */
export function fixture(text = TEXT): CompiledReport {
  const sections = sectionsOf(text);
  const at = located(text, sections);
  const measures = found.measures(at);
  const report: CompiledReport = {
    schema: "luoshi-report/1",
    source: {
      name: "青禾县.pdf",
      mediaType: "application/pdf",
      sha256: "0".repeat(64),
      characters: text.length,
      pages: 4,
    },
    meta: {
      title: "政府工作报告",
      jurisdiction: "青禾县",
      level: "county",
      code: null,
      year: 2024,
      reviewYear: 2023,
      date: "2024-01-18",
      meeting: "青禾县第十八届人民代表大会第四次会议",
      speaker: "林知远",
      office: "县长",
    },
    text,
    sections,
    measures,
    targets: found.targets(at),
    promises: found.promises(at),
    terms: found.terms(at),
    deadlines: found.deadlines(at),
    mechanisms: found.mechanisms(at),
    tasks: found.tasks(at, measures),
    projects: found.projects(text, at),
    diagnostics: [
      {
        code: "compile/promise-count",
        message: "报告写“五件民生实事”，读出五件，数目相符。",
        source: null,
        severity: "info",
      },
      { code: "measure/unsure", message: "“八成”按0.8读，请核对原文。", source: [1180, 1182], severity: "warning" },
    ],
  };
  return report;
}

function sectionsOf(text: string): Section[] {
  let from = 0;
  const spans = HEADINGS.map(([, number, title]): Range => {
    from = text.indexOf((number ?? "") + title, from);
    return [from, from + (number ?? "").length + title.length];
  });
  return HEADINGS.map(([level, number, title, phase, parent], i) => {
    const after = HEADINGS.findIndex(([other], j) => j > i && other <= level);
    const body: Range = [spans[i]![1], after < 0 ? text.length : spans[after]![0]];
    const place = { span: spans[i]!, source: shifted(spans[i]!), page: page(spans[i]![0]), section: id("s", parent) };
    return {
      id: `s${i}`,
      ...place,
      rule: "层级",
      confidence: 1,
      level,
      number,
      title,
      phase,
      parent: id("s", parent),
      body,
    };
  });
}

const id = (kind: string, i: number | null) => (i === null ? null : `${kind}${i}`);
const shifted = ([start, end]: Range): Range => [start + HEAD, end + HEAD];
const page = (offset: number) => 1 + Math.floor(offset / 420);

/** Finds quotes in reading order: each kind goes on from where its last quote began. */
function located(text: string, sections: Section[]): At {
  const seen = new Map<string, { from: number; count: number }>();
  return (kind, quote, rule, confidence = 0.95) => {
    const { from, count } = seen.get(kind) ?? { from: 0, count: 0 };
    const start = text.indexOf(quote, from);
    if (start < 0) throw new Error(`the fixture has no “${quote}” after ${from}`);
    seen.set(kind, { from: start, count: count + 1 });
    const span: Range = [start, start + quote.length];
    const section = sections.filter(({ body }) => body[0] <= start && start < body[1]).at(-1)?.id ?? null;
    return { id: `${kind}${count}`, span, source: shifted(span), page: page(start), section, rule, confidence };
  };
}
