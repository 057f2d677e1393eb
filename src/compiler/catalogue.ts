import type { MechanismKind } from "#base/report";
import mechanismFile from "#lexicon/mechanisms.yaml";
import { longestAt, trieOf } from "./words/trie.ts";

/** One row of lexicon/mechanisms.yaml: a mechanism and the names it goes by. */
type Row = {
  id: string;
  kind: MechanismKind;
  names: string[];
  /** Words of which one must stand near a name that means several things. */
  near?: string[];
};

/** Words that tell a kind. */
type Telling = { kind: MechanismKind; words: string[] };

const lexicon = mechanismFile as {
  heads: string[];
  kinds: Telling[];
  driveEnds: string[];
  drives: Telling[];
  mechanisms: Row[];
};

const SPECIAL = /[“”‘’"'「」『』《》〈〉＂＇ \t\r\n\u00a0\u3000*！-～•．・‧]/;
const DROPPED = /[“”‘’"'「」『』《》〈〉＂＇ \t\r\n\u00a0\u3000*]/g;

/** The form that names are compared in: no quotes, brackets or white space, half-width but for the comma. */
function plain(name: string): string {
  if (!SPECIAL.test(name)) return name;
  return name
    .replace(DROPPED, "")
    .replace(/[！-＋－-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[•．・‧]/g, "·");
}

const byName = new Map<string, Row[]>();
for (const row of lexicon.mechanisms)
  for (const name of row.names) byName.set(plain(name), [...(byName.get(plain(name)) ?? []), row]);

/** Of the rows of one name, the one that most words nearby speak for; a row that asks for such words and finds none is out. */
function decided(candidates: readonly Row[], near: string): Row | null {
  if (candidates.length === 1 && candidates[0]!.near === undefined) return candidates[0]!;
  const context = plain(near);
  let best: { row: Row; said: number } | null = null;
  for (const row of candidates) {
    const said = row.near?.filter((word) => context.includes(word)).length ?? 0;
    const isOut = row.near !== undefined && said === 0;
    if (!isOut && (!best || said > best.said)) best = { row, said };
  }
  return best?.row ?? null;
}

/** 五个一项目推进机制 → 五个一项目推进机制, 五个一: the name and what is left of it when its head nouns go, one after the other. */
function barer(key: string): string[] {
  const head = lexicon.heads.find((word) => key.length > word.length + 1 && key.endsWith(word));
  return head ? [key, ...barer(key.slice(0, -head.length))] : [key];
}

const INSIDE = 1;
/** Names long enough to be looked for inside longer ones: 三管三必须 in 煤矿三管三必须要求; short ones only where they end in 长制. */
const insideNames = trieOf(
  [...byName.keys()].filter((name) => name.length > 3 || name.endsWith("长制")).map((name) => [name, INSIDE] as const),
);

/** The longest name of the catalogue that stands inside a longer one. */
function inside(key: string, near: string): Row | null {
  const codes = Uint16Array.from({ length: key.length }, (_, i) => key.charCodeAt(i));
  const names: string[] = [];
  for (let at = 0; at < codes.length; at++) {
    const { length } = longestAt(insideNames, codes, at, codes.length, INSIDE);
    if (length > 0 && length < key.length) names.push(key.slice(at, at + length));
  }
  names.sort((one, other) => other.length - one.length);
  for (const name of names) {
    const row = decided(byName.get(name)!, near);
    if (row) return row;
  }
  return null;
}

function rowOf(name: string, near: string): Row | null {
  const key = plain(name);
  const context = `${near}\n${key}`;
  for (const form of key === name ? barer(key) : [...barer(key), ...quoted(name).flatMap(barer)]) {
    const rows = byName.get(form);
    const row = rows ? decided(rows, context) : null;
    if (row) return row;
  }
  return key.length > 60 ? null : inside(key, context);
}

/** What stands in quotes inside a name: the name proper. */
function quoted(name: string): string[] {
  return [...name.matchAll(/[“"‘「]([^”"’」]{2,30})[”"’」]/g)].map((found) => plain(found[1]!));
}

/**
 * 对目录: the catalogue id of a mechanism that a report names, null where the catalogue does not have it or where its name alone does not tell.
 * `near` is the text it stands in, a sentence or so: it decides what 五个一 means here.
 *
 *     catalogueOf("13710", "发挥“13710”督办平台作用")              // => "A-1"
 *     catalogueOf("“五个一”项目推进机制", "")                      // => "B-6"
 *     catalogueOf("五个一", "文明家庭“五个一”")                    // => null
 */
export function catalogueOf(name: string, near: string): string | null {
  return rowOf(name, near)?.id ?? null;
}

function told(text: string, table: readonly Telling[]): MechanismKind | undefined {
  return table.find(({ words }) => words.some((word) => text.includes(word)))?.kind;
}

/** What head nouns say; the name first, then what follows it in `near`. */
function kindByWords(name: string, near: string): MechanismKind {
  const key = plain(name);
  const text = plain(near);
  const at = text.indexOf(key);
  const behind = at < 0 ? "" : text.slice(at + key.length, at + key.length + 6);
  if (lexicon.driveEnds.some((end) => key.endsWith(end))) return told(key, lexicon.drives) ?? "other";
  return told(key, lexicon.kinds) ?? told(behind, lexicon.kinds) ?? "other";
}

/**
 * 机制类别: the kind of a mechanism: the catalogue's, otherwise what the head nouns of its name, or right behind it, say.
 *
 *     kindOf("路长制", "推行“路长制”")                 // => "responsibility"
 *     kindOf("三比三看", "开展“三比三看”考核")          // => "assessment"
 */
export function kindOf(name: string, near: string): MechanismKind {
  return mechanismNamed(name, near).kind;
}

/** Both at once: the catalogue id, where there is one, and the kind. */
export function mechanismNamed(name: string, near: string): { id: string | null; kind: MechanismKind } {
  const row = rowOf(name, near);
  return row ? { id: row.id, kind: row.kind } : { id: null, kind: kindByWords(name, near) };
}
