import verbFile from "#lexicon/verbs.yaml";
import cueFile from "#lexicon/words.yaml";
import { longestAt, longestBefore, type Match, trieOf } from "./trie.ts";

/** What a word may do beside a figure. See lexicon/words.yaml and lexicon/verbs.yaml. */
export const GROW = 1;
export const FALL = 2;
export const MORE = 4;
export const LESS = 8;
export const REACH = 16;
export const ADVERB = 32;
export const NOUN = 64;
export const RANK = 128;
export const PROPERTY = 256;
export const MODAL = 512;
export const SCOPE = 1024;
export const TIME = 2048;
export const VERB = 4096;
export const STRONG = 8192;
export const HEAD = 16384;
export const DEED = 32768;
export const DRIVE = 65536;

const BITS: Record<string, number> = {
  grow: GROW,
  fall: FALL,
  more: MORE,
  less: LESS,
  reach: REACH,
  adverb: ADVERB,
  noun: NOUN,
  rank: RANK,
  property: PROPERTY,
  modal: MODAL,
  scope: SCOPE,
  time: TIME,
  done: VERB,
  strong: STRONG,
  heads: HEAD,
  deeds: DEED,
  drive: DRIVE,
};

const entries = Object.entries({
  ...(cueFile as Record<string, string[]>),
  ...(verbFile as Record<string, string[]>),
}).flatMap(([group, words]) => words.map((word) => [String(word), BITS[group]!] as const));

const forwards = trieOf(entries);
const backwards = trieOf(entries, true);

/** The longest word of the wanted kinds that begins at `at`. */
export const wordAt = (codes: Uint16Array, at: number, end: number, wanted: number): Match =>
  longestAt(forwards, codes, at, end, wanted);

/** The longest word of the wanted kinds that ends at `at`. */
export const wordBefore = (codes: Uint16Array, at: number, start: number, wanted: number): Match =>
  longestBefore(backwards, codes, at, start, wanted);
