import agencyFile from "#lexicon/agencies.yaml";
import fieldFile from "#lexicon/fields.yaml";

/** 单位: a department of a county or city as lexicon/agencies.yaml has it. */
export type Agency = {
  id: string;
  /** The usual full name, without 县/市/区 before it. */
  name: string;
  /** 简称, as a 任务分解表 writes it. */
  short: string;
  /** Other names it goes by, earlier names and merged offices too. */
  aliases: string[];
  /** 政策领域: id of lexicon/fields.yaml. */
  field: string;
  /** What it answers for: weight → words. */
  answers: Record<string, string[]>;
};

/** Where a task stands: the headings above it, the inner one last. */
export type Context = { heading: string | null; phase?: string };

/** 建议单位: the short name of an agency and how sure the suggestion is, 0 to 1. */
export type Suggestion = { agency: string; score: number };

/** 报告自己点名的单位: as written, the lead first; `start` and `end` count UTF-16 code units of the text given. */
export type Named = { agencies: string[]; start: number; end: number };

type Field = { id: string; name: string; words: string[] };
/** What one word says: of which agencies and fields, and how loudly. */
type Voice = { agencies: [index: number, weight: number][]; fields: number[] };
type Node = { next: Map<number, Node>; voice: Voice | null };
type Tally = { agencies: Float64Array; fields: Float64Array };
type Lexicon = {
  root: Node;
  agencies: readonly Agency[];
  fields: readonly Field[];
  headings: Map<string, Tally>;
  last: { text: string; heading: string | null; tally: Tally } | null;
};

/** 单位目录, in the order of the file. */
export const agencies = agencyFile as readonly Agency[];
const fields = fieldFile as readonly Field[];

const fieldOfAgency = agencies.map(({ field }) => fields.findIndex(({ id }) => id === field));

const FIELD_WEIGHT = 3;
/** A heading says of all tasks below it what one of them may not mean. */
const HEADING_SHARE = 0.3;
/** Half-way point of the score: a task with one strong word is suggested with about .6. */
const HALF = 5;

function voiceOf(root: Node, word: string): Voice {
  let node = root;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const next: Node = node.next.get(code) ?? { next: new Map(), voice: null };
    node.next.set(code, next);
    node = next;
  }
  node.voice ??= { agencies: [], fields: [] };
  return node.voice;
}

function lexiconOf(catalogue: readonly Agency[]): Lexicon {
  const root: Node = { next: new Map(), voice: null };
  catalogue.forEach(({ answers }, index) => {
    for (const [weight, words] of Object.entries(answers))
      for (const word of words) voiceOf(root, word).agencies.push([index, Number(weight)]);
  });
  fields.forEach(({ words }, index) => {
    for (const word of words) voiceOf(root, word).fields.push(index);
  });
  return { root, agencies: catalogue, fields, headings: new Map(), last: null };
}

const built = new WeakMap<readonly Agency[], Lexicon>();
/** Each catalogue is indexed once. */
function indexOf(catalogue: readonly Agency[]): Lexicon {
  const lexicon = built.get(catalogue) ?? lexiconOf(catalogue);
  built.set(catalogue, lexicon);
  return lexicon;
}

/** The longest words of agencies and of fields that begin at one place, with their ends. */
type Heard = { agencies: Voice | null; agenciesEnd: number; fields: Voice | null; fieldsEnd: number };

function wordsAt(root: Node, text: string, at: number): Heard {
  const found: Heard = { agencies: null, agenciesEnd: at + 1, fields: null, fieldsEnd: at + 1 };
  let node = root.next.get(text.charCodeAt(at));
  for (let end = at + 1; node; node = node.next.get(text.charCodeAt(end++))) {
    const { voice } = node;
    if (voice && voice.agencies.length > 0) [found.agencies, found.agenciesEnd] = [voice, end];
    if (voice && voice.fields.length > 0) [found.fields, found.fieldsEnd] = [voice, end];
  }
  return found;
}

/** Adds what the words of a text say; a word counts once, and nothing inside a longer one of its kind counts. */
function listen(text: string, share: number, { root }: Lexicon, tally: Tally): void {
  const known = new Set<Voice[keyof Voice]>();
  let agenciesFrom = 0;
  let fieldsFrom = 0;
  for (let at = 0; at < text.length; at++) {
    if (!root.next.has(text.charCodeAt(at))) continue;
    const { agencies, agenciesEnd, fields, fieldsEnd } = wordsAt(root, text, at);
    if (agencies && at >= agenciesFrom) {
      agenciesFrom = agenciesEnd;
      if (!known.has(agencies.agencies))
        for (const [index, weight] of agencies.agencies) tally.agencies[index]! += weight * share;
      known.add(agencies.agencies);
    }
    if (fields && at >= fieldsFrom) {
      fieldsFrom = fieldsEnd;
      if (!known.has(fields.fields)) for (const index of fields.fields) tally.fields[index]! += FIELD_WEIGHT * share;
      known.add(fields.fields);
    }
  }
}

function emptyTally({ agencies, fields }: Lexicon): Tally {
  return { agencies: new Float64Array(agencies.length), fields: new Float64Array(fields.length) };
}

/** Many tasks stand under one heading, so what a heading says is kept; the oldest goes when there are too many. */
function headingTally(heading: string, lexicon: Lexicon): Tally {
  const known = lexicon.headings.get(heading);
  if (known) return known;
  const tally = emptyTally(lexicon);
  listen(heading, HEADING_SHARE, lexicon, tally);
  if (lexicon.headings.size >= 200) lexicon.headings.delete(lexicon.headings.keys().next().value!);
  lexicon.headings.set(heading, tally);
  return tally;
}

function heard(text: string, heading: string | null, lexicon: Lexicon): Tally {
  const { last } = lexicon;
  // The field of a task is asked for right after its agencies.
  if (last && last.text === text && last.heading === heading) return last.tally;
  const under = heading ? headingTally(heading, lexicon) : emptyTally(lexicon);
  const tally = { agencies: under.agencies.slice(), fields: under.fields.slice() };
  listen(text, 1, lexicon, tally);
  lexicon.last = { text, heading, tally };
  return tally;
}

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
 * 建议责任单位: who would answer for a task in most counties, best first, none to three; an empty list where no word tells.
 * Equal scores keep the order of the catalogue, so the same task always gets the same answer.
 *
 *     suggestAgencies("完成农村公路大中修70公里", { heading: null })[0]!.agency  // => "交通局"
 */
export function suggestAgencies(text: string, context: Context, catalogue = agencies): Suggestion[] {
  const lexicon = indexOf(catalogue);
  const said = heard(text, context.heading, lexicon).agencies;
  return loudest(said).map((index) => {
    const loudness = said[index]!;
    return { agency: catalogue[index]!.short, score: Math.round((loudness / (loudness + HALF)) * 100) / 100 };
  });
}

/**
 * 政策领域 of a task, an id of lexicon/fields.yaml; null where no word tells.
 *
 *     fieldOf("新建中小学3所", null)  // => "education"
 */
export function fieldOf(text: string, heading: string | null): string | null {
  const lexicon = indexOf(agencies);
  const tally = heard(text, heading, lexicon);
  const total = tally.fields.slice();
  const lead = loudest(tally.agencies)[0];
  if (lead !== undefined) total[fieldOfAgency[lead]!]! += FIELD_WEIGHT / 2;
  const most = Math.max(...total);
  return most > 0 ? fields[total.indexOf(most)]!.id : null;
}

const idsByName = new Map<string, string[]>();
for (const { id, name, short, aliases } of agencies)
  for (const known of new Set([name, short, ...aliases])) idsByName.set(known, [...(idsByName.get(known) ?? []), id]);

/**
 * 认单位: ids of the agencies that a name as written stands for: 县住建局, 区科技和经信局 (two), 市生态环境局咸安分局.
 * Empty where the catalogue does not have it.
 */
export function agenciesOf(written: string): string[] {
  const bare = written.replace(/[（(〔[【][^）)〕\]】]*[）)〕\]】]$/, "").replace(/\s+/g, "");
  for (const name of [written, bare, bare.slice(1)]) {
    const ids = idsByName.get(name);
    if (ids) return ids;
  }
  for (let length = bare.length - 1; length > 1; length--)
    for (let at = 0; at + length <= bare.length; at++) {
      const ids = idsByName.get(bare.slice(at, at + length));
      if (ids) return ids;
    }
  return [];
}

const ROLE =
  /(牵头|主办|主责|承办|责任|负责|实施|配合|协办|参与|协作|协同|分管|项目责任|联系|包联)(单位|部门|领导|人|主体)(?:及责任人)?\s*[:：]/g;
const UNIT_ROLE =
  /(?:牵头|主办|主责|承办|责任|负责|实施|配合|协办|参与|协作|协同)(?:责任)?(?:单位|部门|主体)(?:及责任人)?\s*[:：]/;
const OPEN = "（(〔[【";
const CLOSE = "）)〕]】";
const SAID_SO =
  /[（(〔[【]([^（(〔[【）)〕\]】。\n]{2,120}(?:牵头|负责|配合|落实|参与)(?:[^（(〔[【）)〕\]】。\n]{0,80}))[）)〕\]】]/;
const BEHIND_NAME = /(?:(?:分别|共同)?(?:牵头|负责|配合|落实|参与)|按职责分工|等|[。.])+$/;
const UNIT_END =
  /(?:局|委|办|部|院|中心|公司|集团|政府|街道|乡镇|镇|乡|处|社|会|队|所|站|单位|部门|区|县|市|园|行|校|馆|厅)$/;
/** 主办单位 in the footer of a web page runs the site, not the task. */
const FOOTER = /网址|网站|版权|备案|https?:/;
/** The lead's roles, the answerable, the helping; in this order the units are given. */
const RANKS = ["牵头 主办 主责 承办", "责任 负责 实施", "配合 协办 参与 协作 协同"].map((roles) => roles.split(" "));

/** 县住建局、各乡镇等 → the names in it; 和 stays, for it is part of names: 自然资源和规划局. */
function namesIn(list: string): string[] {
  return list
    .split(/[、，,；;\s]+/)
    .map((name) => name.replace(/^(?:由|及)/, "").replace(BEHIND_NAME, ""))
    .filter((name) => name.length > 1 && name.length <= 30 && UNIT_END.test(name.replace(/[（(].*[）)]$/, "")));
}

/** Splits at the labels; people (责任领导, 责任人) are left out, the lead's units come first. */
function byRole(naming: string): string[] {
  const labels = [...naming.matchAll(ROLE)];
  const parts = labels.map((label, at) => ({
    rank: RANKS.findIndex((roles) => roles.includes(label[1]!)),
    isUnit: label[2] !== "领导" && label[2] !== "人",
    names: namesIn(naming.slice(label.index + label[0].length, labels[at + 1]?.index ?? naming.length)),
  }));
  const units = parts.filter(({ isUnit, rank }) => isUnit && rank >= 0).sort((a, b) => a.rank - b.rank);
  return [...new Set(units.flatMap(({ names }) => names))];
}

/** 县农业农村局牵头，县水利局配合: the role stands behind the names. */
function byVerb(naming: string): string[] {
  const parts = naming.split(/[，,；;]/).map((part) => {
    const verb = /(牵头|负责|配合|落实|参与)[^、]*$/.exec(part)?.[1] ?? "";
    return { rank: verb === "牵头" ? 0 : verb === "配合" || verb === "参与" ? 2 : 1, names: namesIn(part) };
  });
  return [...new Set(parts.sort((a, b) => a.rank - b.rank).flatMap(({ names }) => names))];
}

/** Where a naming that begins at `start` ends: with its bracket, counting those inside it, or else with its sentence or line. */
function ending(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (OPEN.includes(text[at]!)) depth++;
    else if (CLOSE.includes(text[at]!) && --depth === 0 && OPEN.includes(text[start]!)) return at + 1;
    else if (text[at] === "\n" || (text[at] === "。" && depth <= 0)) return at;
  }
  return text.length;
}

/** The bracket that a label stands in, if only names and other labels stand between. */
function opening(text: string, label: number): number {
  for (let at = label - 1; at >= Math.max(0, label - 60) && !"。\n".includes(text[at]!); at--) {
    if (CLOSE.includes(text[at]!)) return -1;
    if (OPEN.includes(text[at]!)) return at;
  }
  return -1;
}

/**
 * 点名: reads the agencies that a report itself names for an item: （责任单位：县住建局、各乡镇）, （牵头单位：…；配合单位：…）,
 * 责任单位：… on a line of its own, （县发改局牵头，县工信局配合）. The first is the lead; people's names are left out.
 * `start` and `end` are those of the naming with its brackets, in UTF-16 code units. Null where nobody is named.
 */
export function namedAgencies(text: string): Named | null {
  const label = UNIT_ROLE.exec(text);
  if (!label) return namedByVerb(text);
  const open = opening(text, label.index);
  const start = open < 0 ? label.index : open;
  const end = ending(text, start);
  if (FOOTER.test(text.slice(start, end + 40))) return null;
  const naming = text.slice(start, end);
  const named = byRole(open < 0 ? naming : naming.slice(1).replace(/[）)〕\]】]$/, ""));
  return named.length > 0 ? { agencies: named, start, end } : null;
}

function namedByVerb(text: string): Named | null {
  const found = SAID_SO.exec(text);
  const named = found ? byVerb(found[1]!) : [];
  const isSure = named.every((name) => !/以|为/.test(name)) && named.some((name) => agenciesOf(name).length > 0);
  return found && isSure ? { agencies: named, start: found.index, end: found.index + found[0].length } : null;
}
