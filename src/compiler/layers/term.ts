import type { Term } from "#base/report";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import type { ReadReport } from "../read.ts";

/** 名词解释: the report's own glossary: 26.“五个一”：一季一签约… */

/** 26. 〔18〕 （3） 【2】 注4： ⑤ 1、 */
const NUMBER = /^(?:注?[〔（[]?(\d{1,3})[〕）\]]?[.、．：]?|([①-⑳])|〔注(\d{1,3})〕)/;
/** 7.〔三创四建〕即…: the term in brackets after its number. */
const BRACKETED = /^[〔【[]([^〔〕【】[\]\n]{1,40})[〕】\]]/;
const NAMED = /^(.{1,60}?)(?:：|——|—(?!—)|即(?=[“\u4e00-\u9fff])|，?是指|，指|主要(?:包括|指)|（见第\d+页）：)/;
const SEEN_ON_PAGE = /（见(?:报告)?(?:正文)?第?\d+[^）]{0,8}）$/;
const TITLE =
  /^[※*〔《【]?(?:附(?:件|录|注)?[一二三\d]*[：:]?)?[^\n，。；]{0,16}(?:名词|注释|用语|术语)(?:解释|注释|说明|名词)?[※*〕》】]?[：:]?$/;
const LONGEST_TITLE = 24;
/** How many numbers of a glossary may be missing in a row. */
const MOST_MISSING = 5;
/** What a web page puts after the report. */
const PAGE_FOOT =
  /^(?:分享到|上一篇|下一篇|免责声明|相关(?:文章|链接|阅读|评论)|标签(?:云)?(?:：|$)|责任编辑|责编|本栏(?:最新|推荐)|阅读排行|打印(?:本页)?$|关闭窗口|QQ空间)/;
/** 2.责任单位：水利局: the labels of an annex that reports on projects are no terms. */
const LABEL =
  /^(?:项目|建设|工程|工作)?(?:名称|内容|地点|规模|概况|进展|计划|目标|投资)$|^(?:责任|牵头|配合|实施|建设)单位$|^(?:牵头|责任|包联)(?:领导|人)$|^(?:事项|工程|目前|工作)进展(?:情况)?$|^(?:今年|下步|下一步)(?:工作)?(?:计划|打算|安排)$|^(?:完成)?时限$/;

type Entry = { n: number | null; start: number; end: number };
type Stretch = { start: number; end: number };

/** Where the notes are: under their title, or a tail of numbered entries after the last chapter. */
function notesOf({ text, outline }: ReadReport): Stretch | null {
  const { paragraphs, sections, bodyStart } = outline;
  const title = paragraphs.findLast(
    ({ start, end }) => end - start <= LONGEST_TITLE && start > bodyStart && TITLE.test(text.slice(start, end)),
  );
  const from = title?.end ?? sections.find(({ phase }) => phase === "notes")?.end;
  if (from !== undefined) return { start: from, end: footOf(text, paragraphs, from) };
  const end = footOf(text, paragraphs, bodyStart);
  const last = paragraphs.findLastIndex((paragraph) => paragraph.end <= end) + 1;
  let first = last;
  while (first > 0 && isEntry(text, paragraphs[first - 1]!)) first--;
  return last - first >= 3 ? { start: paragraphs[first]!.start, end } : null;
}

/** Where the report ends, and what the web page adds to it begins. */
const footOf = (text: string, paragraphs: Stretch[], from: number): number =>
  paragraphs.find(({ start }) => start >= from && PAGE_FOOT.test(text.slice(start, start + 8)))?.start ?? text.length;

const isEntry = (text: string, { start, end }: Stretch) =>
  /^[〔（[]?\d{1,3}[〕）\].、．]/.test(text.slice(start, start + 6)) &&
  NAMED.test(text.slice(start, Math.min(end, start + 90)));

/**
 * Entries begin at paragraphs that open with the next number; a paragraph without one belongs to the entry before it.
 * Where none is numbered, each paragraph that names a term is an entry.
 */
function entriesOf(text: string, notes: Stretch, paragraphs: Stretch[]): Entry[] {
  const inNotes = paragraphs
    .filter(({ start, end }) => end > notes.start && start < notes.end)
    .map(({ start, end }) => ({ start: Math.max(start, notes.start), end }));
  const numbers = inNotes.map(({ start, end }) => NUMBER.exec(text.slice(start, Math.min(end, start + 12))));
  const isNumbered = numbers.filter((number) => number !== null).length * 2 >= Math.min(inNotes.length, 6);
  const entries: Entry[] = [];
  inNotes.forEach(({ start, end }, i) => {
    const last = entries.at(-1);
    const number = numbers[i]!;
    const n = number && isNext(numberOf(number), last?.n ?? null) ? numberOf(number) : null;
    const line = text.slice(start, Math.min(end, start + 100));
    if (n !== null || (!isNumbered && NAMED.test(line)))
      entries.push({ n, start: start + (n === null ? 0 : number![0].length), end });
    else if (last) last.end = end;
  });
  return entries.flatMap((entry) => splitInline(text, entry));
}

/** A number that is not the next, or nearly, is no ordinal: 2025年… opens a line of its own. */
const isNext = (n: number, before: number | null) =>
  before === null ? n <= 3 : n > before && n <= before + MOST_MISSING;

const numberOf = (found: RegExpExecArray): number =>
  found[2] ? found[2].charCodeAt(0) - 0x245f : Number(found[1] ?? found[3]);

/** Several entries in one paragraph: 1.“双碳”：…。2.“三保”：… */
function splitInline(text: string, entry: Entry): Entry[] {
  if (entry.n === null) return [entry];
  const body = text.slice(entry.start, entry.end);
  const entries: Entry[] = [entry];
  for (let n = entry.n + 1; ; n++) {
    const last = entries.at(-1)!;
    const mark = new RegExp(`[。；」”）\\s](?:〔|（|\\[)?${n}(?:〕|）|\\]|[.、．])[、.．]?(?=[“\\u4e00-\\u9fff])`).exec(
      body.slice(last.start - entry.start),
    );
    if (!mark) return entries;
    const at = last.start + mark.index;
    entries.push({ n, start: at + mark[0].length, end: last.end });
    last.end = at + 1;
  }
}

/** The term without its outer quotes, and what it means. */
function parts(text: string, { start, end }: Entry): { term: [number, number]; definition: [number, number] } | null {
  const head = text.slice(start, Math.min(end, start + 120));
  const bracketed = BRACKETED.exec(head);
  if (bracketed)
    return withDefinition(text, [start + 1, start + 1 + bracketed[1]!.length], start + bracketed[0].length, end);
  const named = NAMED.exec(head);
  if (!named || LABEL.test(named[1]!)) return null;
  const separator = /(?:：|——|—)$/.test(named[0]) ? named[0].length : named[1]!.length;
  const page = /（见第\d+页）$/.exec(named[1]!)?.[0].length ?? 0;
  return withDefinition(text, [start, start + named[1]!.length - page], start + separator, end);
}

/** The definition without its colon, its page and its closing mark. */
function withDefinition(text: string, term: [number, number], start: number, end: number): ReturnType<typeof parts> {
  const from = text[start] === "：" ? start + 1 : start;
  const page = SEEN_ON_PAGE.exec(text.slice(from, end));
  let to = page ? from + page.index : end;
  while (to > from && /[。；\s\n]/.test(text[to - 1]!)) to--;
  return to > from && term[1] > term[0] ? { term, definition: [from, to] } : null;
}

/** The glossary, in the report's order. */
export function termsOf(read: ReadReport): Term[] {
  const notes = notesOf(read);
  if (!notes) return [];
  const idOf = identities("g");
  return entriesOf(read.text, notes, read.outline.paragraphs).flatMap((entry) => {
    const found = parts(read.text, entry);
    if (!found) return [];
    const term = wordsOf(read.locator, ...found.term).replace(/^[“"]([^“”"]*)[”"]$/, "$1");
    const definition = wordsOf(read.locator, ...found.definition);
    return [
      {
        ...locate(read.locator, idOf(term), found.term[0], found.definition[1], "名词解释", 1),
        n: entry.n,
        term,
        definition,
      },
    ];
  });
}
