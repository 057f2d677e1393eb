import type { Level, Meta } from "#base/report";
import { placeOf, splitPlace } from "./place.ts";

/** 报告自述: what the report says of itself in its title, its date line and its opening; null where it does not tell. */

const NATION = "中华人民共和国";
const DATE = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/;
const MEETING =
  /(?:日在?|在|——|\n|（)([^\n。，—―日（]{2,24}?第?[一二三四五六七八九十百]+届[^\n。，]{0,12}?(?:代表大会|人大|委员会)[^\n。，]{0,4}?第?[一二三四五六七八九十]+次(?:全体)?会议)/;
const OFFICE =
  /(?:^|\n|人民政府|政府|自治区|会议上|[市县区省州盟旗])(代理?(?:省长|市长|县长|区长|主席|州长)|(?:省|市|县|区|州|盟|旗|乡|镇)长|主席|国务院总理)([\u4e00-\u9fff]{2,3}(?:·[\u4e00-\u9fff]{1,10})?|[\u4e00-\u9fff]{4})(?=\n|$|各位|[，。（]|\d|作)/;
const PLACE_OF_ASSEMBLY =
  /(?:^|[在—―\n])([\u4e00-\u9fff]{2,14}?(?:省|自治区|市|县|区|州|盟|旗))(?:第[一二三四五六七八九十]+届|人民政府|[一二三四五六七八九十]+届人|20\d\d年)/;
const TITLE_PLACE =
  /(?:^|\n|：|年|—)([\u4e00-\u9fff]{1,12}?(?:省|自治区|市|县|区|州|盟|旗))(?:人民)?政府(?:\d{4}年)?工作报告/;
const CHAPTER = /\n(?:第?[一二三四五六七八九十]{1,2}(?:部分)?、|第[一二三四五六七八九十]{1,2}部分)([^\n。；]{2,40})/g;
const FILE_YEAR = /(?:^|[^\d])((?:19|20)\d\d)(?:$|[^\d])/;

/** What the front says. `text` is the bare text; `front` is where its body begins; `name` is the name of the file, asked last. */
export function metaOf(text: string, bodyStart: number, name: string): Meta {
  const front = text.slice(0, Math.min(text.length, Math.max(bodyStart, 300) + 400));
  const date = DATE.exec(front);
  const jurisdiction = placeIn(front);
  const place =
    jurisdiction === null
      ? null
      : registered(jurisdiction === NATION ? "全国" : jurisdiction, `${front.slice(0, 400)}${name}`);
  const years = yearsOf(text, front, date ? Number(date[1]) : null, name);
  const meeting = MEETING.exec(front)?.[1]?.replace(/^在/, "") ?? null;
  const office = OFFICE.exec(front);
  return {
    title: titleOf(front),
    jurisdiction,
    level: jurisdiction === NATION ? "nation" : (place?.level ?? levelOf(jurisdiction)),
    code: place?.code ?? null,
    ...years,
    date: date ? isoDate(date) : null,
    meeting,
    speaker: office?.[2] ?? null,
    office: office?.[1] ?? null,
  };
}

/** The place in the register: 保定市徐水区 is looked up from above down. */
function registered(name: string, hint: string): ReturnType<typeof placeOf> {
  const whole = placeOf(name, hint);
  if (whole) return whole;
  const split = splitPlace(name);
  return split && split.end === name.length ? split.place : null;
}

function isoDate([, year, month, day]: RegExpExecArray): string | null {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31
    ? `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`
    : null;
}

/** The first line that names the report. */
function titleOf(front: string): string | null {
  const line = front
    .split("\n")
    .find((each) => each.length <= 40 && /政府工作(?:的)?报告/.test(each) && !/^现在|^各位|审议/.test(each));
  return line?.replace(/^标题：/, "") ?? null;
}

function placeIn(front: string): string | null {
  if (/我代表国务院|国务院总理/.test(front)) return NATION;
  const titled = TITLE_PLACE.exec(front)?.[1];
  const assembled = PLACE_OF_ASSEMBLY.exec(front)?.[1];
  const place = (
    assembled ??
    titled ??
    /我代表([\u4e00-\u9fff]{2,10}?(?:省|自治区|市|县|区|州|盟|旗))(?:人民)?政府/.exec(front)?.[1] ??
    null
  )?.replace(/^.*在/, "");
  return place && place.length >= 2 && !/^[市县区省本我全]$/.test(place) ? place : null;
}

/** The level that a name tells which is not in the register: fictional places, former names. */
function levelOf(place: string | null): Level | null {
  if (place === null) return null;
  if (/(?:省|自治区)$/.test(place)) return "province";
  if (/(?:县|区|旗)$/.test(place)) return "county";
  return /(?:州|盟)$/.test(place) ? "prefecture" : /(?:乡|镇|街道)$/.test(place) ? "township" : null;
}

/** The year planned for and the year reported on: told by the chapters; the title and the date of the meeting have the last word. */
function yearsOf(
  text: string,
  front: string,
  metIn: number | null,
  name: string,
): { year: number | null; reviewYear: number | null } {
  const plans: number[] = [];
  const reviews: number[] = [];
  for (const [, title] of text.matchAll(CHAPTER)) {
    const years = [...title!.matchAll(/(?:19|20)\d\d(?=年)/g)].map(([digits]) => Number(digits));
    if (years.length > 0) (/回顾|总结|情况|成就|历程|过去/.test(title!) ? reviews : plans).push(Math.max(...years));
  }
  const told = titleYear(front) ?? metIn;
  const chapters = plans.length > 0 ? Math.max(...plans) : reviews.length > 0 ? Math.max(...reviews) + 1 : null;
  const near = told !== null && chapters !== null && Math.abs(told - chapters) <= 1;
  const plan = near ? told : (chapters ?? told ?? yearIn(name));
  const reviewed = reviews.filter((year) => plan === null || year < plan);
  return { year: plan, reviewYear: reviewed.length > 0 ? Math.max(...reviewed) : plan === null ? null : plan - 1 };
}

/** The year that the title line names; years elsewhere in the front speak of other things. */
const titleYear = (front: string) => {
  const line = front.split("\n").find((each) => each.length <= 40 && /工作报告/.test(each));
  return line ? yearIn(line) : null;
};

/** The year in the name of a report: 2022年安国市政府工作报告, 政府工作报告（2022年）. */
function yearIn(text: string): number | null {
  const found =
    /((?:19|20)\d\d)年?[\u4e00-\u9fff]{0,12}(?:政府)?工作报告/.exec(text) ??
    /工作报告.{0,3}[（(]((?:19|20)\d\d)/.exec(text) ??
    FILE_YEAR.exec(text);
  return found ? Number(found[1]) : null;
}
