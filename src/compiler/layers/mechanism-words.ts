import wordFile from "#lexicon/mechanism-words.yaml";
import mechanismFile from "#lexicon/mechanisms.yaml";
import { longestAt, type Match, trieOf } from "../words/trie.ts";

/** 机制用词: the groups of lexicon/mechanism-words.yaml as bits of one trie, with the names of the catalogue. */

export const CARRY = 1;
export const OPEN = 2;
export const HEAD = 4;
export const PROMOTION = 8;
export const DUTY = 16;
export const GOES_ON = 32;
export const BREAKS = 64;
export const BARE = 128;
export const NAME = 256;
export const FED = 512;
export const FED_BY = 1024;
export const BEHIND = 2048;
export const SILENT = 4096;
export const CAMPAIGN = 8192;
export const BUILT = 16384;
export const PLATFORM = 32768;
export const INSTITUTION = 65536;

const words = wordFile as Record<string, string[]>;
const catalogue = mechanismFile as { notAlone: string[]; mechanisms: { names: string[] }[] };

const notAlone = new Set(catalogue.notAlone.map(String));
/** A shorter name of the catalogue may mean several things: without quotation marks it is not looked for. */
const SHORTEST = 4;
const catalogueNames = catalogue.mechanisms
  .flatMap(({ names }) => names.map(String))
  .filter((name) => name.length >= SHORTEST && !notAlone.has(name) && !/^[\d+.]+$/.test(name));

const BITS: Record<string, number> = {
  carry: CARRY,
  open: OPEN,
  heads: HEAD,
  promotions: PROMOTION,
  duties: DUTY,
  goesOn: GOES_ON,
  breaks: BREAKS,
  bare: BARE,
  names: NAME,
  fed: FED,
  fedBy: FED_BY,
  behind: BEHIND,
  silent: SILENT,
  campaigns: CAMPAIGN,
  built: BUILT,
  platforms: PLATFORM,
  institutions: INSTITUTION,
};
const entries = [
  ...Object.entries(BITS).flatMap(([group, bit]) => words[group]!.map((word) => [String(word), bit] as const)),
  ...catalogueNames.map((name) => [name, NAME] as const),
];
const trie = trieOf(entries);

/** First characters of names and heads, so that most places are passed over at once. */
export const STARTS = NAME | HEAD | PROMOTION | DUTY | FED | CAMPAIGN | PLATFORM | INSTITUTION;
const starts = new Uint8Array(0x10000);
for (const [word, bit] of entries) if ((bit & STARTS) !== 0) starts[word.charCodeAt(0)] = 1;

/** Whether a name or a head may begin with this character. */
export const mayStart = (code: number): boolean => starts[code] === 1;

/** The longest word of the wanted groups that begins at `at`. */
export const wordAt = (codes: Uint16Array, at: number, end: number, wanted: number): Match =>
  longestAt(trie, codes, at, end, wanted);

/** Whether the catalogue's name, standing alone in a text, is no mention: 民生实事. */
export const isNotAlone = (name: string): boolean => notAlone.has(name);

const listOf = (group: string): string[] => words[group]!.map(String);
const politics = new Set(listOf("politics"));

/** 政治提法: “四个意识”. */
export const isPolitics = (name: string): boolean => politics.has(name);

/** Whether a text ends with a word of the group, its last few characters only being looked at. */
function ending(group: string): (text: string) => boolean {
  const list = listOf(group);
  return (text) => list.some((word) => text.endsWith(word));
}

export const endsWithGoal = ending("goals");
export const endsDriven = ending("driven");
export const endsNotDriven = ending("notDriven");
const honours = listOf("honours");

/** Whether the words before a quoted name tell that it is a title somebody won: 荣获“…”. */
export const saysHonour = (before: string): boolean => honours.some((word) => before.includes(word));
