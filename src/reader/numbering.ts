import { ordinal } from "./ordinal.ts";
import { child, type Element, elements, settingOf } from "./xml.ts";

type Level = {
  start: number;
  format: string;
  text: string;
  restart: number | null;
  legal: boolean;
  style: string | undefined;
};
type List = { abstract: string; levels: (Level | undefined)[]; restarts: (number | undefined)[] };

/** 自动编号: gives each numbered paragraph its number. Call it in the order of the document: it counts. */
export type Numbering = {
  /** `list` is w:numId, `level` 0 to 8, `style` the paragraph's style, which may be bound to a level. */
  label: (list: string, level: number | undefined, style: string | undefined) => string;
};

const DEEPEST = 9;

/** The lists of a document, from the children of w:numbering. An unknown list gives empty labels. */
export function numbering(definitions: Element[]): Numbering {
  const lists = listsOf(definitions);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    label(id, level, style) {
      const list = lists.get(id);
      if (!list) return "";
      const at = Math.min(
        level ??
          Math.max(
            0,
            list.levels.findIndex((l) => l?.style && l.style === style),
          ),
        DEEPEST - 1,
      );
      const counter = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counter);
      if (!begun.has(id)) restart(list, counter);
      begun.add(id);
      advance(list, counter, at);
      return written(list, counter, at);
    },
  };
}

/** A list that begins anew although it shares its definition with an earlier one 重新编号. */
function restart(list: List, counter: (number | undefined)[]): void {
  list.restarts.forEach((start, level) => {
    if (start !== undefined) counter[level] = undefined;
  });
}

/** Counts on at one level; the levels below begin again, unless they say that they don't. */
function advance(list: List, counter: (number | undefined)[], at: number): void {
  const startOf = (level: number) => list.restarts[level] ?? list.levels[level]?.start ?? 1;
  for (let above = 0; above < at; above++) counter[above] ??= startOf(above);
  const now = counter[at];
  counter[at] = now === undefined ? startOf(at) : now + 1;
  for (let below = at + 1; below < DEEPEST; below++) {
    const restartsAfter = list.levels[below]?.restart ?? below;
    if (restartsAfter !== 0 && at < restartsAfter) counter[below] = undefined;
  }
}

/** “（%1）” → （三）. A space parts a number from the words where it does not end in a mark of punctuation. */
function written({ levels }: List, counter: (number | undefined)[], at: number): string {
  const level = levels[at];
  if (!level || level.format === "bullet") return "";
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const of = Number(digit) - 1;
    const format = level.legal && of < at ? "decimal" : (levels[of]?.format ?? "decimal");
    return ordinal(counter[of] ?? 1, format);
  });
  return label && !/[、，。：；）】〕》」\s]$/.test(label) ? `${label} ` : label;
}

function listsOf(definitions: Element[]): Map<string, List> {
  const abstracts = new Map<string, Element>();
  const byStyle = new Map<string, Element>();
  for (const definition of definitions.filter(({ name }) => name === "w:abstractNum")) {
    abstracts.set(definition.attributes["w:abstractNumId"] ?? "", definition);
    const style = settingOf(definition, "w:styleLink");
    if (style) byStyle.set(style, definition);
  }
  const lists = definitions.filter(({ name }) => name === "w:num");
  return new Map(
    lists.map((num) => {
      const named = abstracts.get(settingOf(num, "w:abstractNumId") ?? "");
      const abstract = byStyle.get(settingOf(named, "w:numStyleLink") ?? "") ?? named;
      return [num.attributes["w:numId"] ?? "", listOf(num, abstract)];
    }),
  );
}

function listOf(num: Element, abstract: Element | undefined): List {
  const list: List = { abstract: abstract?.attributes["w:abstractNumId"] ?? "", levels: [], restarts: [] };
  for (const level of elements(abstract, "w:lvl")) list.levels[levelIndex(level)] = levelOf(level);
  for (const override of elements(num, "w:lvlOverride")) {
    const level = child(override, "w:lvl");
    if (level) list.levels[levelIndex(override)] = levelOf(level);
    const start = settingOf(override, "w:startOverride");
    if (start !== undefined) list.restarts[levelIndex(override)] = whole(start, 1);
  }
  return list;
}

function levelOf(level: Element): Level {
  const restart = settingOf(level, "w:lvlRestart");
  return {
    start: whole(settingOf(level, "w:start"), 0),
    format: formatOf(level),
    text: settingOf(level, "w:lvlText") ?? "",
    restart: restart === undefined ? null : whole(restart, 0),
    legal: child(level, "w:isLgl") !== undefined,
    style: settingOf(level, "w:pStyle"),
  };
}

/** Newer formats stand in an alternative beside a plain one; their name is all that is needed. */
function formatOf(level: Element): string {
  const alternative = child(child(level, "mc:AlternateContent"), "mc:Fallback");
  return settingOf(level, "w:numFmt") ?? settingOf(alternative, "w:numFmt") ?? "decimal";
}

const levelIndex = (element: Element) => Math.min(whole(element.attributes["w:ilvl"], 0), DEEPEST - 1);

function whole(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 0 ? number : otherwise;
}
