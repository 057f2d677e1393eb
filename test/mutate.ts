/** What copying, printing and typesetting do to a report without changing what it says, and what damage does to a text. */

/** The same numbers for the same seed (mulberry32), from 0 up to `below`. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * How a text is set in lines: how wide, in characters or in columns (a Chinese character takes two, and words and numbers stay whole);
 * where empty lines stand; whether each paragraph is set in by two wide spaces.
 */
export type Setting = {
  width: number;
  unit: "characters" | "columns";
  empty: "none" | "between lines" | "between paragraphs";
  indented: boolean;
};

const paragraphsOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
const columnsOf = (words: string) => [...words].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

/** Marks that may not begin a line: they stay with the character before them. */
const WORDS = /[“《（‘]*(?:[0-9A-Za-z.%]+|.)[，。、；：！？”’）》〉]*/gs;

/** The lines of one paragraph, each as full as can be. */
function wrap(paragraph: string, { width, unit, indented }: Setting): string[] {
  const said = (indented ? "　　" : "") + paragraph.trim();
  if (unit === "characters") return said.match(new RegExp(`.{1,${width}}[，。、；：！？”’）》〉]*`, "gs")) ?? [];
  const lines = [""];
  for (const word of said.match(WORDS) ?? []) {
    if (columnsOf(lines.at(-1)! + word) > width * 2 && lines.at(-1) !== "") lines.push("");
    lines[lines.length - 1] += word;
  }
  return lines;
}

/** 硬换行: the text as a page prints it, every line ended by a line feed. */
export function wrapped(text: string, setting: Setting): string {
  const paragraphs = paragraphsOf(text).map((paragraph) =>
    wrap(paragraph, setting).join(setting.empty === "between lines" ? "\n\n" : "\n"),
  );
  return paragraphs.join(setting.empty === "none" ? "\n" : "\n\n");
}

/** 页码和页眉: `foot(n)` stands after every `each` lines, as on paper; n counts from 1. */
export function paged(text: string, each: number, foot: (page: number) => string): string {
  const lines = text.split("\n");
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += each) pages.push(lines.slice(at, at + each).join("\n"));
  return pages.map((page, i) => (i + 1 < pages.length ? `${page}\n${foot(i + 1)}` : page)).join("\n");
}

const FULL = new Map([..."0123456789%"].map((char) => [char, String.fromCharCode(char.charCodeAt(0) + 0xfee0)]));
const HALF = new Map([..."，；：（）！？"].map((char) => [char, String.fromCharCode(char.charCodeAt(0) - 0xfee0)]));

/** 全角: digits and % take the width of a Chinese character. */
export const fullWidth = (text: string): string => text.replace(/[0-9%]/g, (char) => FULL.get(char)!);

/** 半角: Chinese marks take half the width. */
export const halfWidth = (text: string): string => text.replace(/[，；：（）！？]/g, (mark) => HALF.get(mark)!);

/** A blank between Chinese characters and digits or letters, as some editors set it. */
export const spaced = (text: string): string =>
  text.replace(/(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])/g, " ");

/** `**` around what stands in quotation marks. */
export const starred = (text: string): string => text.replace(/“[^“”\n]*”/g, (quote) => `**${quote}**`);

/** Damage: one cut, double, shuffle, loss or piece of rubbish. */
export function damaged(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(2000));
  switch (random(7)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(at);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return text.slice(0, at) + text.slice(end);
    case 4:
      return shuffled(text.split("\n"), random).join("\n");
    case 5:
      return text.slice(0, at) + RUBBISH[random(RUBBISH.length)]!.repeat(1 + random(40)) + text.slice(at);
    default:
      return [...text].map((char) => (random(200) === 0 ? RUBBISH[random(RUBBISH.length)]! : char)).join("");
  }
}

/** What no report holds on purpose. */
export const RUBBISH = [
  ..."“”‘’《》（）〔〕[]【】\"'、，。；：！？…—·*_{}^&\\<>|?%‰+-×=/～",
  ..."0123456789一二两三十百千万亿余多约第前后比由到至年月日",
  ...["\u0000", "\ufffd", "\ud83d", "\udc00", "\u202e", "\u200b", "\ufeff", "\u00a0", "\u3000", "\t", "\f", "\v"],
  ...["\r\n", "\r", "\n", "\u2028", "\u0085", "\\r\\n", "\\t", "&nbsp;", "&#8220;", "&amp;", "<U+00A0>", "????"],
  ...["😀", "👨‍👩‍👧", "الميزانية", "תקציב", "e\u0301", "１", "％", "⼀", "①", "_{2.5}", "**", "〔12〕", "^[3]"],
  ...[
    "各位代表：",
    "一、",
    "（一）",
    "一是",
    "——",
    "附：名词解释",
    "现在，我代表",
    "政府工作报告",
    "1.",
    "- 3 -",
    "目标是",
    "办好十件民生实事：",
  ],
];

function shuffled<T>(items: T[], random: (below: number) => number): T[] {
  const left = [...items];
  for (let i = left.length - 1; i > 0; i--) {
    const other = random(i + 1);
    [left[i], left[other]] = [left[other]!, left[i]!];
  }
  return left;
}
