import { bodyOf } from "./agency-body.ts";
import { agencies, fields } from "./agency-catalogue.ts";
import { FIELD_WEIGHT, hear, lexiconFor } from "./agency-voices.ts";

/** Where a task stands: the headings above it, the inner one last. */
export type Context = { heading: string | null; phase?: string };

/** 建议单位: the short name of an agency and how sure the suggestion is, 0 to 1. */
export type Suggestion = { agency: string; score: number };

const fieldOfAgency = agencies.map(({ field }) => fields.findIndex(({ id }) => id === field));

/** Half-way point of the score: a task with one strong word is suggested with about .6. */
const HALF = 5;
/** Below this the words are those of any task, and a lead would be a guess. */
const LEAST_LEAD = 0.36;

/** The three loudest of at least 1, loudest first; of equal ones the earlier. */
function loudest(said: Float64Array): number[] {
  const best: number[] = [];
  for (let index = 0; index < said.length; index++) {
    if (said[index]! < 1) continue;
    let rank = best.length;
    while (rank > 0 && said[best[rank - 1]!]! < said[index]!) rank--;
    if (rank < 3) best.splice(rank, 0, index);
    if (best.length > 3) best.length = 3;
  }
  return best;
}

/**
 * 建议责任单位: who would answer for a task in most counties, best first, none to three; an empty list where no word tells,
 * or where the loudest would score under .36. A body that the task itself begins with (每个县都要…) leads with score 1.
 * Equal scores keep the order of the catalogue, so the same task always gets the same answer.
 *
 *     suggestAgencies("完成农村公路大中修70公里", { heading: null })[0]!.agency  // => "交通局"
 */
export function suggestAgencies(text: string, context: Context, catalogue = agencies): Suggestion[] {
  const said = hear(text, context.heading, lexiconFor(catalogue)).agencies;
  const heard = loudest(said).map((index) => {
    const loudness = said[index]!;
    return { agency: catalogue[index]!.short, score: Math.round((loudness / (loudness + HALF)) * 100) / 100 };
  });
  const sure = heard.length > 0 && heard[0]!.score >= LEAST_LEAD ? heard : [];
  const body = bodyOf(text);
  if (!body) return sure;
  return [{ agency: body, score: 1 }, ...sure.filter(({ agency }) => agency !== body)].slice(0, 3);
}

/**
 * 政策领域 of a task, an id of lexicon/fields.yaml; null where no word tells.
 *
 *     fieldOf("新建中小学3所", null)  // => "education"
 */
export function fieldOf(text: string, heading: string | null): string | null {
  const { agencies: said, fields: spoken } = hear(text, heading, lexiconFor(agencies));
  const lead = loudest(said)[0];
  const fieldOfLead = lead === undefined ? -1 : fieldOfAgency[lead]!;
  let best = -1;
  let most = 0;
  for (let index = 0; index < spoken.length; index++) {
    const loudness = spoken[index]! + (index === fieldOfLead ? FIELD_WEIGHT / 2 : 0);
    if (loudness > most) [best, most] = [index, loudness];
  }
  return best < 0 ? null : fields[best]!.id;
}
