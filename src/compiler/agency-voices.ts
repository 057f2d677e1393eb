import divisionFile from "#lexicon/divisions.yaml";
import quietWords from "#lexicon/quiet.yaml";
import { type Agency, fields } from "./agency-catalogue.ts";

/** What one word says: of which agencies and fields, and how loudly; `…In` is the hearing that last counted it. */
type Voice = {
  agencies: [index: number, weight: number][];
  fields: number[];
  /** A name silences what stands inside it, a phrase also what begins inside it; 静默词 are phrases. */
  quiet: "name" | "phrase" | null;
  agenciesIn: number;
  fieldsIn: number;
};
type Node = { next: Map<number, Node>; voice: Voice | null };

/** How much was said for each agency of the catalogue and for each field. */
export type Tally = { agencies: Float64Array; fields: Float64Array };

/** A catalogue with all its words in one tree, and the tallies of headings heard before. */
export type Lexicon = {
  /** The nodes below the root by character code: most characters begin no word, and an array says so fastest. */
  first: (Node | undefined)[];
  agencies: readonly Agency[];
  headings: Map<string, Tally>;
  hearings: number;
  /** What was heard last; kept, for the field of a task is asked for right after its agencies. */
  last: { text: string | null; heading: string | null; tally: Tally };
};

type DivisionFile = { prefectures: Record<string, string>; provinces: Record<string, string> };

/** What a field word adds; an agency's own weights run from 8 to 1. */
export const FIELD_WEIGHT = 3;
/** A heading says of all tasks below it what one of them may not mean. */
const HEADING_SHARE = 0.3;

function voiceOf(root: Node, word: string): Voice {
  let node = root;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const next: Node = node.next.get(code) ?? { next: new Map(), voice: null };
    node.next.set(code, next);
    node = next;
  }
  node.voice ??= { agencies: [], fields: [], quiet: null, agenciesIn: 0, fieldsIn: 0 };
  return node.voice;
}

/** 地名 and its 简称: 河津市 → 河津市, 河津; of an autonomous county the 简称 is taken to have two characters. */
function namesOf(written: string): string[] {
  const name = written.replace(/^\d+/, "");
  const short = name.includes("自治") ? name.slice(0, 2) : name.replace(/(?:林区|地区|[省市盟县区旗])$/, "");
  return short.length > 1 ? [name, short] : [name];
}

/** Place names with a character that would speak in them: 河北, 涞水, 运城市. One that is a word itself, 平安, goes on speaking. */
function misleadingNames(speaking: ReadonlySet<string>): string[] {
  const { provinces, prefectures } = divisionFile as DivisionFile;
  const names = [...Object.values(provinces), ...Object.values(prefectures)].flatMap((line) => line.split(" "));
  return names.flatMap((written) => {
    const own = namesOf(written);
    const misleads = written.endsWith("城市") || [...own.at(-1)!].some((character) => speaking.has(character));
    return misleads && !own.some((name) => speaking.has(name)) ? own : [];
  });
}

function emptyTally(catalogue: readonly Agency[]): Tally {
  return { agencies: new Float64Array(catalogue.length), fields: new Float64Array(fields.length) };
}

function lexiconOf(catalogue: readonly Agency[]): Lexicon {
  const root: Node = { next: new Map(), voice: null };
  const speaking = new Set<string>();
  const speak = (word: string): Voice => {
    speaking.add(word);
    return voiceOf(root, word);
  };
  catalogue.forEach(({ answers }, index) => {
    for (const [weight, words] of Object.entries(answers))
      for (const word of words) speak(word).agencies.push([index, Number(weight)]);
  });
  fields.forEach(({ words }, index) => {
    for (const word of words) speak(word).fields.push(index);
  });
  for (const name of misleadingNames(speaking)) voiceOf(root, name).quiet = "name";
  for (const phrase of quietWords as string[]) voiceOf(root, phrase).quiet = "phrase";
  const first = Array.from({ length: 0x10000 }, (_, code) => root.next.get(code));
  const last = { text: null, heading: null, tally: emptyTally(catalogue) };
  return { first, agencies: catalogue, headings: new Map(), hearings: 0, last };
}

const built = new WeakMap<readonly Agency[], Lexicon>();
/** The words of a catalogue; each catalogue is indexed once. */
export function lexiconFor(catalogue: readonly Agency[]): Lexicon {
  const lexicon = built.get(catalogue) ?? lexiconOf(catalogue);
  built.set(catalogue, lexicon);
  return lexicon;
}

/** The longest words of agencies and of fields that begin at one place, with their ends; where a quiet name or phrase ends. */
type Heard = {
  agencies: Voice | null;
  agenciesEnd: number;
  fields: Voice | null;
  fieldsEnd: number;
  nameEnd: number;
  phraseEnd: number;
};
// One for all places of all texts: a new one at each place would cost more than the looking up.
const found: Heard = { agencies: null, agenciesEnd: 0, fields: null, fieldsEnd: 0, nameEnd: 0, phraseEnd: 0 };

function lookUp(first: Node, text: string, at: number): void {
  found.agencies = found.fields = null;
  found.nameEnd = found.phraseEnd = 0;
  let node: Node | undefined = first;
  for (let end = at + 1; node; node = node.next.get(text.charCodeAt(end++))) {
    const { voice } = node;
    if (!voice) continue;
    if (voice.quiet === "name") found.nameEnd = end;
    if (voice.quiet === "phrase") found.phraseEnd = end;
    if (voice.agencies.length > 0) {
      found.agencies = voice;
      found.agenciesEnd = end;
    }
    if (voice.fields.length > 0) {
      found.fields = voice;
      found.fieldsEnd = end;
    }
  }
}

/**
 * Adds what the words of a text say. A word counts once, and nothing inside a longer one of its kind counts. Nothing inside a
 * place name counts, but what reaches out of it does: 响水 is a county, 影响水质 is of 水质. Nothing that begins in a quiet
 * phrase counts: 高质量提升 is no 质量提升.
 */
function listen(text: string, share: number, lexicon: Lexicon, tally: Tally): void {
  const words = lexicon.first;
  const hearing = ++lexicon.hearings;
  let agenciesFrom = 0;
  let fieldsFrom = 0;
  let name = 0;
  for (let at = 0; at < text.length; at++) {
    const first = words[text.charCodeAt(at)];
    if (!first) continue;
    lookUp(first, text, at);
    const { agencies, agenciesEnd, fields, fieldsEnd, phraseEnd } = found;
    if (found.nameEnd > name) name = found.nameEnd;
    const silent = Math.max(name, phraseEnd);
    if (agencies && at >= agenciesFrom && agenciesEnd > silent) {
      agenciesFrom = agenciesEnd;
      if (agencies.agenciesIn !== hearing)
        for (const [index, weight] of agencies.agencies) tally.agencies[index]! += weight * share;
      agencies.agenciesIn = hearing;
    } else if (phraseEnd > agenciesFrom) agenciesFrom = phraseEnd;
    if (fields && at >= fieldsFrom && fieldsEnd > silent) {
      fieldsFrom = fieldsEnd;
      if (fields.fieldsIn !== hearing) for (const index of fields.fields) tally.fields[index]! += FIELD_WEIGHT * share;
      fields.fieldsIn = hearing;
    } else if (phraseEnd > fieldsFrom) fieldsFrom = phraseEnd;
  }
}

/** Many tasks stand under one heading, so what a heading says is kept; the oldest goes when there are too many. */
function headingTally(heading: string, lexicon: Lexicon): Tally {
  const known = lexicon.headings.get(heading);
  if (known) return known;
  const tally = emptyTally(lexicon.agencies);
  listen(heading, HEADING_SHARE, lexicon, tally);
  if (lexicon.headings.size >= 200) lexicon.headings.delete(lexicon.headings.keys().next().value!);
  lexicon.headings.set(heading, tally);
  return tally;
}

/** What a text and the heading above it say together; good until the next hearing, which uses the same tally again. */
export function hear(text: string, heading: string | null, lexicon: Lexicon): Tally {
  const { last } = lexicon;
  if (last.text === text && last.heading === heading) return last.tally;
  last.text = text;
  last.heading = heading;
  const { agencies, fields } = last.tally;
  const under = heading ? headingTally(heading, lexicon) : null;
  if (under) {
    agencies.set(under.agencies);
    fields.set(under.fields);
  } else {
    agencies.fill(0);
    fields.fill(0);
  }
  listen(text, 1, lexicon, last.tally);
  return last.tally;
}
