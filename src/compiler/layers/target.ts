import type { Comparator, Measure, Target } from "#base/report";
import type { Clause } from "../clause.ts";
import { identities } from "../identity.ts";
import { indicatorOf } from "../indicator.ts";
import { locate } from "../locate.ts";
import { measuresIn, type ReadReport, type ReadSentence } from "../read.ts";

/** 主要预期目标: the rows of the year's table of expected targets, in the report's order. */

const MARKER = /(?:预期|奋斗|主要|发展|总体|工作)目标(?:任务)?(?:建议)?(?:是|为|：|安排|如下|确定为)/;
const LATER =
  /今后[三四五]年|未来[三四五]年|到20\d\d年|(?:“?十[四五]五”?|十五五)(?:时期|期间|末)|五年(?:奋斗|主要|发展|的)/;
const CLOSING = /约束性指标|约束指标|节能减排|能耗|主要污染物|减排|其他指标|各项指标|环境质量|国际收支/;

/** Row under construction: everything but its place. */
type Row = Pick<Target, "indicator" | "relation" | "comparator" | "value" | "upper" | "unit" | "vs"> & {
  start: number;
  end: number;
  rule: string;
};

/** The sentences that hold the table; empty where the report has none. */
function tableOf(read: ReadReport): ReadSentence[] {
  const candidates = read.sentences
    .map((sentence, index) => ({ index, score: scoreOf(read, sentence, index) }))
    .filter(({ score }) => score > 0);
  const best = candidates.reduce<{ index: number; score: number } | null>(
    (top, each) => (top && top.score >= each.score ? top : each),
    null,
  );
  if (!best) return [];
  const table = [read.sentences[best.index]!];
  for (let i = best.index + 1; i < Math.min(best.index + 24, read.sentences.length); i++) {
    const next = read.sentences[i]!;
    const sameParagraph = !read.text.slice(table.at(-1)!.sentence.end, next.sentence.start).includes("\n");
    if (!sameParagraph && !isRow(read, next)) break;
    const isTable = CLOSING.test(textOf(read, next)) || known(next) >= 2 || isRow(read, next);
    if (!isTable || textOf(read, next).length > 220) break;
    table.push(next);
  }
  return table;
}

/** A table written one row a line. */
const isRow = (read: ReadReport, one: ReadSentence) => known(one) >= 1 && textOf(read, one).length <= 40;

const textOf = (read: ReadReport, { sentence }: ReadSentence) => read.text.slice(sentence.start, sentence.end);
/** How many figures of the sentence are of indicators that everybody knows. */
const known = ({ measures }: ReadSentence) =>
  measures.filter((measure) => measure.indicator !== null && measure.facet !== "rank").length;

/** How much a sentence looks like the table: told so, and full of indicators. */
function scoreOf(read: ReadReport, one: ReadSentence, index: number): number {
  if (one.phase !== "plan" && one.phase !== "other" && one.phase !== "review") return 0;
  const text = textOf(read, one);
  const before = index > 0 ? textOf(read, read.sentences[index - 1]!).slice(-40) : "";
  const told = MARKER.test(text) || (MARKER.test(`${before}：`) && /目标(?:是|为|如下)?$/.test(before));
  const indicators = known(one);
  const isLater =
    LATER.test(text.slice(0, 60)) ||
    (read.years.plan !== null &&
      one.measures.some((measure) => measure.year !== null && measure.year > read.years.plan!));
  if (
    isLater ||
    (indicators < (told ? 1 : 4) && !(told && /(?:高于|增长|同步)[^，。]*[，；]/.test(text))) ||
    (one.phase === "review" && !(told && /今年/.test(text)))
  )
    return 0;
  if (!told && (one.phase !== "plan" || one.measures.some((measure) => measure.aspect === "actual"))) return 0;
  return indicators + (told ? 20 : 0);
}

const SYNC = /^(.*?)(?:(?:增长|增速|增幅)?(?:保持)?)(?:与|同|和)(.{2,16}?)(?:增长|增速)?(?:基本|保持|大体|总体)*同步/;
const ABOVE =
  /^(.*?)(?:增速|增长|增幅)?(?:均|都|略|力争|努力)*(?:高于|快于|超过|不低于|优于|好于)((?:全国|全省|全市|全区|全州|省|市|经济|国家|地区|城镇|上年|GDP)[^，；]{0,14}?)$/;
const WITHIN =
  /^(.*?)(?:严格)?控制在((?:省|市|国家|上级|规定|核定|合理)[^，；]{0,8}?(?:目标|区间|范围|标准|水平|任务|指标))(?:以内|之内|内)?$/;
const OPEN =
  /(?:完成|达到|实现|控制在|好于)[^，；]{0,8}(?:省|市|国家|上级|核定|下达)[^，；]{0,14}(?:任务|目标|要求|标准|指标|计划)|(?:按照|按)(?:省|市|国家)[^，；]{0,6}(?:要求|目标)[^，；]{0,6}完成|约束性?指标.{0,4}(?:全面)?完成/;
const BALANCED = /^(国际收支)(?:保持)?基本平衡|^(.{2,14}?)(?:继续下降|稳中向好|回稳向好|稳中提质|进一步下降|持续改善)$/;
const DOUBLE_DIGIT = /^(.{2,20}?)(?:实现|保持|达到)?两位数(?:以上)?(?:增长|增速)/;
const RANKED = /前列|前茅|进位|中上游|第一方阵|前\d位/;
const OPENERS =
  /^(?:(?:今年|全年|全[国省市县区]|我[省市县区]|其他|各项|努力|力争|确保|不折不扣|全面|实现|完成|并|同时|其中)+)/;

/** Rows of a clause without a figure: 同步, 高于, 控制在…以内, 完成上级下达任务. */
function openRow(text: string, clause: Clause): Row | null {
  const said = text.slice(clause.start, clause.end).replace(/^.*目标(?:任务)?(?:是|为|如下)/, "");
  const offset = clause.end - said.length;
  const row = (
    indicator: string,
    relation: Row["relation"],
    comparator: Comparator,
    vs: string | null,
    rule: string,
    more: Partial<Row> = {},
  ): Row => ({
    indicator: indicator.replace(OPENERS, ""),
    relation,
    comparator,
    value: null,
    upper: null,
    unit: null,
    vs,
    start: offset,
    end: clause.end,
    rule,
    ...more,
  });
  const sync = SYNC.exec(said);
  if (sync) return row(sync[1]!.replace(/(?:增长|增速)$/, ""), "sync", "=", sync[2]!, "与经济增长同步");
  const double = DOUBLE_DIGIT.exec(said);
  if (double) return row(double[1]!, "growth", ">=", null, "两位数增长", { value: 10, unit: "%" });
  if (RANKED.test(said)) return null;
  const within = WITHIN.exec(said);
  if (within) return row(within[1]!, "share", "<=", within[2]!, "控制在规定目标以内");
  if (OPEN.test(said)) return row(openIndicator(said), "other", "=", null, "完成下达任务");
  const above = ABOVE.exec(said);
  if (above && above[1]!.length >= 2)
    return row(
      above[1]!.replace(/(?:增长|增速)$/, ""),
      "above",
      ">",
      above[2]!.replace(/增长水平$/, "增长水平"),
      "高于平均水平",
    );
  const balanced = BALANCED.exec(said);
  return balanced && indicatorOf(balanced[1] ?? balanced[2]!) !== null
    ? row(balanced[1] ?? balanced[2]!, "other", "=", null, "定性目标")
    : null;
}

/** What an open target is of: the name before 完成, or the constraints that are handed down. */
function openIndicator(said: string): string {
  const named = /^(?:其他|各项|主要)?(.{2,24}?)(?:确保|全面|均|都|按照|力争|努力)*(?:完成|达到|实现|控制在|好于)/.exec(
    said.replace(/^(?:不折不扣|全面|确保|努力)+/, ""),
  );
  if (named && !/^(?:全面|不折不扣|确保|努力|力争)$/.test(named[1]!)) return named[1]!.replace(/，$/, "");
  return /([\u4e00-\u9fff]{0,8}约束性?指标)/.exec(said)?.[1]?.replace(/^.*(?:下达|的)/, "") || "约束性指标";
}

/** A figure as a row; ranks, capacities and lengths of time are none. */
function figureRow(
  { measure, start, end }: { measure: Measure; start: number; end: number },
  clause: Clause,
): Row | null {
  const relation =
    measure.facet === "growth"
      ? "growth"
      : measure.facet === "share"
        ? "share"
        : measure.facet === "level" || measure.facet === "investment" || measure.facet === "change"
          ? "level"
          : null;
  if (!relation || measure.subject === "") return null;
  return {
    indicator: measure.subject,
    relation: measure.facet === "change" && measure.unit.includes("点") ? "growth" : relation,
    comparator: measure.comparator,
    value: measure.value,
    upper: measure.upper,
    unit: measure.unit,
    vs: null,
    start: Math.max(clause.start, Math.min(start, clause.start)),
    end: Math.max(end, start),
    rule: measure.rule,
  };
}

function rowsOf(read: ReadReport, one: ReadSentence): Row[] {
  const marker = MARKER.exec(textOf(read, one));
  const from = marker ? one.sentence.start + marker.index : one.sentence.start;
  return one.sentence.clauses
    .filter((clause) => clause.end > from)
    .flatMap((clause) => {
      const found = measuresIn(one, clause).filter(({ draft }) => draft.figure.range !== "upper");
      const rows = found
        .map(({ draft, measure }) => figureRow({ measure, start: draft.figure.start, end: draft.figure.end }, clause))
        .filter((row) => row !== null);
      const open = rows.length === 0 ? openRow(read.text, clause) : null;
      return open ? [open] : rows.flatMap(bothOf);
    });
}

/** 全部财政收入和一般预算收入均增长17%以上: one figure, two rows. */
function bothOf(row: Row): Row[] {
  const members = row.indicator.split(/、|和|及|与/);
  const each = members.length > 1 && members.every((member) => indicatorOf(member) !== null);
  return each ? members.map((indicator) => ({ ...row, indicator })) : [row];
}

export function targetsOf(read: ReadReport): Target[] {
  const idOf = identities("t");
  return tableOf(read)
    .flatMap((one) => rowsOf(read, one))
    .map(({ start, end, rule, ...row }) => ({
      ...locate(read.locator, idOf(`${row.indicator}${row.relation}`), start, end, rule, 0.95),
      ...row,
    }));
}
