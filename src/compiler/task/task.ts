import type { Task } from "#base/report";
import { fieldOf, suggestAgencies } from "../agency.ts";
import { namedAgencies } from "../agency-named.ts";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { ReadReport, ReadSentence } from "../read.ts";
import { type Around, type Draft, draftsOf, MEMBER } from "./draft.ts";

/** 任务: the accountable items of the plan. */

/** 5 数量和期限俱全, 4 有其一, 3 有名有姓, 2 有具体动作, 1 方向 */
function specificityOf(draft: Draft): Task["specificity"] {
  if (draft.hasFigure && draft.due) return 5;
  if (draft.hasFigure || draft.due) return 4;
  if (draft.hasName || draft.rule === MEMBER) return 3;
  return draft.action ? 2 : 1;
}

export function tasksOf(read: ReadReport, around: Around): Task[] {
  const idOf = identities("w");
  return read.sentences
    .filter(
      ({ phase, sentence }) =>
        phase === "plan" && !/^各位代表/.test(read.text.slice(sentence.start, sentence.start + 4)),
    )
    .flatMap((one) => {
      const drafts = draftsOf(read, one, around);
      return isForeword(read, one) ? drafts.filter(({ hasFigure, due }) => hasFigure || due !== null) : drafts;
    })
    .map((draft) => taskOf(read, draft, around, idOf));
}

/**
 * 章首的总体要求: what stands between the heading of a chapter and its first section says in what spirit the year's work
 * is done; only what carries a figure or a limit is handed out from it.
 */
function isForeword({ outline, locator }: ReadReport, { section }: ReadSentence): boolean {
  const chapter = locator.sections[section];
  return chapter !== undefined && chapter.level === 1 && outline.sections[section + 1]?.level === 2;
}

function taskOf(read: ReadReport, draft: Draft, around: Around, idOf: (text: string) => string): Task {
  const { locator, text } = read;
  const heading =
    draft.section < 0
      ? null
      : text.slice(locator.sections[draft.section]!.titleStart, locator.sections[draft.section]!.titleEnd);
  const words = wordsOf(locator, draft.start, draft.end);
  const object = wordsOf(locator, draft.object.start, draft.object.end);
  const suggested = suggestAgencies(text.slice(draft.start, draft.end), { heading });
  const named =
    "（〔(".includes(text[draft.end + 1] ?? "-") || "（〔(".includes(text[draft.end] ?? "-")
      ? namedAgencies(text.slice(draft.end, draft.end + 90))
      : null;
  const sure = draft.rule === "动宾分句" ? 0.7 : 0.85;
  return Object.assign(locate(locator, idOf(`${object}${words}`), draft.start, draft.end, draft.rule, sure), {
    text: words,
    object,
    action: draft.action,
    measures: draft.measures,
    due: draft.due,
    project: around.projectIn(draft.object.start, draft.object.end),
    specificity: specificityOf(draft),
    field: fieldOf(text.slice(draft.start, draft.end), heading),
    agencies: named && named.start <= 2 ? named.agencies.map((agency) => ({ agency, score: 1 })) : suggested,
  });
}
