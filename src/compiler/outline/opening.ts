import type { Heading } from "./heading.ts";

/**
 * 段首标题: the first sentence of a paragraph that heads it: 提升乡村产业水平。
 * It looks like a short task; what tells them apart is that its neighbours open the same way.
 */

const LONGEST = 26;
/** What a head does not hold: a figure that is not in a name, an address to the assembly, a statement. */
const STATEMENT =
  /^(?:各位|同志们|我们|这|以上|同时|此外|其中|当前|目前|今年|去年|全年|一年来|五年来|过去一年|当年|为此|对此|下一步|在此|总之|同样|但|让)|\d|已经|就是|势在必行|不是|[一二三四五六七八九十]是/;

/** The length of the opening sentence, where it may be a head; 0 where it may not. */
export function openingLength(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST + 1);
  let commas = 0;
  for (let at = start; at < limit; at++) {
    const char = text[at]!;
    if (char === "。") return accept(text.slice(start, at), end - at) ? at - start : 0;
    if (char === "，") commas++;
    if (commas > 1 || "！？；：".includes(char)) return 0;
  }
  return 0;
}

function accept(sentence: string, rest: number): boolean {
  const longest = sentence.includes("，") ? LONGEST : sentence.includes("、") ? 24 : 22;
  return (
    sentence.length >= 4 && sentence.length <= longest && rest > 18 && !STATEMENT.test(sentence.replace(/“[^”]*”/g, ""))
  );
}

/**
 * 段内标题: heads inside a paragraph: three or more short sentences without comma or figure, each with text of its own after it;
 * two are enough when the first stands right where the text begins. Returns [start, length] of each.
 */
export function innerHeads(text: string, start: number, end: number): [number, number][] {
  const heads: [number, number][] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text[at] !== "。") continue;
    const length = at - from;
    if (length >= 5 && length <= 20 && isHead(text, from, at, end)) heads.push([from, length]);
    from = at + 1;
  }
  const apart = heads.every(([head, length], i) => (heads[i + 1]?.[0] ?? end) - head - length > 36);
  return apart && heads.length >= (heads[0]?.[0] === start ? 2 : 3) ? heads : [];
}

const isHead = (text: string, from: number, at: number, end: number) =>
  end - at > 40 && !/[，：；]/.test(text.slice(from, at)) && accept(text.slice(from, at), end - at);

/**
 * Whether the sentences that open a stretch's paragraphs are heads: at least two and more than a third of them;
 * in a report that is full of such heads (`usual`) one is enough for a short stretch.
 */
export function areHeads(found: number, paragraphs: number, usual: boolean): boolean {
  return usual ? found * 2 >= paragraphs && found > 0 : found >= 2 && found * 3 >= paragraphs;
}

export function openingHeading(start: number, length: number, paragraphEnd: number): Heading {
  const end = start + length;
  return { start, end, titleStart: start, titleEnd: end, number: null, form: "opening", paragraphEnd, runIn: true };
}
