/** 标题: a heading as it stands in the bare text, before its place in the outline is known. */
export type Heading = {
  /** [start, end) in the bare text, number included. */
  start: number;
  end: number;
  titleStart: number;
  titleEnd: number;
  number: string | null;
  form: Form;
  /** Where its paragraph ends. */
  paragraphEnd: number;
  /** Whether body text follows in the same paragraph. */
  runIn: boolean;
};

/** chapter 一、 section （一） dash —— circle ① item 一是 line: a line by itself; opening: the first sentence of a paragraph; notes: 附注 */
export type Form = "chapter" | "section" | "dash" | "circle" | "item" | "line" | "opening" | "notes";

const NUMBERED: { form: Form; pattern: RegExp }[] = [
  { form: "chapter", pattern: /^(?:第[一二三四五六七八九十]{1,2}部分[、：]?|[一二三四五六七八九十]{1,2}、)/ },
  { form: "section", pattern: /^（[一二三四五六七八九十]{1,3}）、?/ },
  { form: "circle", pattern: /^[①-⑳]/ },
  { form: "dash", pattern: /^——/ },
  { form: "item", pattern: /^[一二三四五六七八九十]{1,2}是/ },
];

const NOTES =
  /^[※*〔《（]*(?:附(?:注|录|件[一二三1-3]?)?[：:]?|注释|注：|(?:附件?[一二三1-3]?[：:]?)?.{0,14}(?:名词|术语|用语)(?:解释|注释|说明))[※*〕》）：:]*$/;
const END = /[。！？：；，]/;
const DATED = /\d{4}年\d{1,2}月\d{1,2}日/;
/** A line that would read like a heading but belongs to the front or is spoken to the assembly. */
const NOT_A_TITLE =
  /^(?:各位|同志们|现在|谢谢|来源|标题|发文|报告人|时间|作者|正文|关于|摘要|（?摘)|[市县区省州旗]长|主席|代表大会/;
/** 站在新起点：2012年工作回顾 */
const YEARLY = /^.{2,14}：(?=\d{4}年.{0,10}(?:回顾|安排|任务|工作)$)/;
const LONGEST_TITLE = 46;

/** Where a chapter title that ran into its text ends: 一、2019年工作回顾|刚刚过去的一年，… */
const CHAPTER_ENDS =
  /^.{2,26}?(?:工作回顾|主要工作回顾|回顾|工作总结|主要任务|重点任务|工作任务|重点工作|工作安排|工作部署|工作重点|总体安排|自身建设|奋斗目标)/;

/** The heading that a paragraph opens with, or is; null where it is text. */
export function headingOf(text: string, start: number, end: number): Heading | null {
  const paragraph = text.slice(start, Math.min(end, start + 120));
  const numbered = NUMBERED.find(({ pattern }) => pattern.test(paragraph));
  if (!numbered) return lineHeading(paragraph, start, end);
  const number = numbered.pattern.exec(paragraph)![0];
  const title = paragraph.slice(number.length);
  const length = titleLength(title, numbered.form, end - start - number.length);
  return length === 0
    ? null
    : make(
        start,
        end,
        number.length,
        length,
        numbered.form,
        numbered.form === "dash" || numbered.form === "circle" ? null : number,
      );
}

function make(start: number, end: number, skip: number, length: number, form: Form, number: string | null): Heading {
  const titleStart = start + skip;
  const titleEnd = titleStart + length;
  return { start, end: titleEnd, titleStart, titleEnd, number, form, paragraphEnd: end, runIn: titleEnd + 1 < end };
}

/** How much of what follows a number is its title: the whole line, or the first sentence; 0 where it is no title. */
function titleLength(title: string, form: Form, rest: number): number {
  const stop = title.search(/[。！？；]/);
  const whole = stop < 0 && rest <= title.length ? rest : stop;
  if (form === "chapter" && (whole < 0 || whole > LONGEST_TITLE)) return CHAPTER_ENDS.exec(title)?.[0].length ?? 0;
  if (form === "dash" && (DATED.test(title.slice(0, 20)) || whole === 0)) return 0;
  if (whole <= 0 || whole > LONGEST_TITLE + 8) return 0;
  if (form === "item") return isItemHead(title, whole) ? whole : 0;
  if (title[whole - 1] === "：" || title[whole - 1] === "，") return 0;
  return whole;
}

/** 一是着力推动产业转型。 opens a paragraph and more sentences follow: then it is a head, otherwise an item of a list. */
const isItemHead = (title: string, length: number) =>
  length <= 30 && !/\d/.test(title.slice(0, length)) && title[length] === "。" && title.length > length + 12;

/** A line of its own without a number. */
function lineHeading(paragraph: string, start: number, end: number): Heading | null {
  const length = end - start;
  if (length <= 20 && NOTES.test(paragraph))
    return make(start, end, 0, length - (/[：:]$/.test(paragraph) ? 1 : 0), "notes", null);
  if (length < 4 || length > 40 || END.test(paragraph.slice(-1)) || /[。！？；：]/.test(paragraph.replace(YEARLY, "")))
    return null;
  if (NOT_A_TITLE.test(paragraph) || DATED.test(paragraph) || /工作报告/.test(paragraph)) return null;
  return make(start, end, 0, length, "line", null);
}
