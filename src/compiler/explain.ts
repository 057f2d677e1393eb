import type { SourceDocument } from "#base/document";
import { FACETS } from "#base/words";
import { sentencesOf } from "./clause.ts";
import { figuresOf } from "./figure/figure.ts";
import { leadTo } from "./measure/left.ts";
import { measuresOf } from "./measure/machine.ts";
import { amountOf, normalOf, unitOf } from "./measure/measures.ts";
import { FIGURE_RULES } from "./measure/rules.ts";
import { prepare } from "./prepare.ts";

/** 说明: how a place of the report was read, step by step. */
export type Explanation = { steps: { title: string; text: string }[] };

/** Explains the figure, or the refused numeral, at `offset` of the source text; the next one in its sentence where none stands there. */
export function explain(document: SourceDocument, offset: number): Explanation {
  const { bare, reading, outline, phaseAt } = prepare(document);
  const place = bareOffset(bare.at, reading.toSource, offset);
  const sentence = sentencesOf(bare.codes, 0, bare.codes.length).find(
    ({ start, end }) => start <= place && place <= end,
  );
  if (!sentence)
    return { steps: [{ title: "位置", text: "这里不在正文里。 This place is not in the report's text." }] };
  const { figures, refused } = figuresOf(bare.codes, bare.text, sentence);
  const phase = phaseAt(sentence.start);
  const section = outline.sections
    .filter((each) => each.start <= place && place < each.bodyEnd)
    .map((each) => bare.text.slice(each.titleStart, each.titleEnd));
  const steps = [
    { title: "层级", text: section.length ? section.join(" › ") : "正文之前" },
    { title: "句子", text: bare.text.slice(sentence.start, sentence.end) },
  ];
  const none = refused.find(({ start, end }) => start <= place && place < end);
  if (none)
    return {
      steps: [
        ...steps,
        {
          title: "不是数据",
          text: `“${bare.text.slice(none.start, none.end)}”按规则“${none.rule}”不算数量（${none.why}）`,
        },
      ],
    };
  const draft = measuresOf(bare.codes, bare.text, sentence, figures, phase).find(({ figure }) => place < figure.end);
  if (!draft) return { steps: [...steps, { title: "数据", text: "这句里没有数据。 No figure in this sentence." }] };
  const { figure } = draft;
  const clause = sentence.clauses.find(({ start, end }) => start <= figure.start && figure.start < end)!;
  const lead = leadTo(bare.codes, bare.text, figure.start, clause.start);
  const unit = unitOf(draft, bare.text);
  const normal = normalOf(draft, unit);
  const via = { here: "就在本句里", inherited: "承前省略，沿用前面说的", distributed: "按“分别”逐个对应" }[draft.via];
  return {
    steps: [
      ...steps,
      {
        title: "数",
        text: `${bare.text.slice(figure.start, figure.end)} → ${amountOf(draft)} ${unit}（${normal.value} ${normal.unit}）`,
      },
      { title: "提示词", text: bare.text.slice(lead.start, figure.start) || "（没有）" },
      {
        title: "规则",
        text: `${draft.rule}，在${FIGURE_RULES.length}条规则中第${FIGURE_RULES.findIndex(({ name }) => name === draft.rule) + 1}条`,
      },
      { title: "口径", text: `${FACETS[draft.facet]} ${draft.comparator}` },
      { title: "说的是", text: draft.subject ? `${draft.subject.text}（${via}）` : "看不出" },
    ],
  };
}

/** The place of the bare text at or after an offset of the source. */
function bareOffset(at: Int32Array, toSource: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toSource[at[middle]!]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
