import { PROPERTY, RANK, REACH, wordBefore } from "../words/words.ts";
import { type Name, nameBefore } from "./name.ts";
import type { FigureReading, FigureRule, Sense } from "./reading.ts";

/** 名次: 总量全省第4, 位列全市前三, 退出后50名. */

/** The field a rank is in: 全省县（市）, 运城市, 168个重点城市, 同类城市. */
const SCOPE =
  /(?:(?:在|排)?(?:全[国省市县区州盟](?:[\u4e00-\u9fff]{0,6}(?:县|市|区|州|企业|园区|开发区))?(?:（[市区县、]+）)?(?:[^，；。]{0,4}县域)?|[\u4e00-\u9fff]{1,6}?[省市县区州盟]|世界|全球|亚洲|同类[\u4e00-\u9fff]{0,4}|同行业|行业|[\u4e00-\u9fff\d]{2,18}?(?:百强|强|城市|县市|县区|设区市|地级市|省份|省区|榜|开发区)))(?:中|内|里)?$/;
const WORDS_BEFORE = RANK | PROPERTY | REACH;

/** Reads leftwards from 第: rank words, the field, rank words again; what is left is the name. */
function parts(reading: FigureReading): { scope: Name | null; subject: Name | null } {
  const { codes, text, figure, from } = reading;
  const end = withoutWords(codes, text, figure.start, from);
  const field = SCOPE.exec(text.slice(Math.max(from, end - 24), end));
  const scope = field && field[0].length < end - from + 1 ? { start: end - field[0].length, end } : null;
  const nameEnd = scope ? withoutWords(codes, text, scope.start, from) : end;
  const named = nameEnd > from ? nameBefore(codes, text, from, nameEnd).name : null;
  return { scope: scope && trimmed(text, scope), subject: named && named.end - named.start >= 2 ? named : null };
}

function withoutWords(codes: Uint16Array, text: string, end: number, from: number): number {
  let at = end;
  for (;;) {
    const word = wordBefore(codes, at, from, WORDS_BEFORE);
    if (word.length > 0) at -= word.length;
    else if (at > from && "前后均在、倒的中和".includes(text[at - 1]!)) at--;
    else return at;
  }
}

function trimmed(text: string, scope: Name): Name {
  const lead = /^(?:在|居|列|排)/.exec(text.slice(scope.start, scope.end));
  return lead ? { start: scope.start + lead[0].length, end: scope.end } : scope;
}

export const rank: FigureRule = {
  name: "X排名第N",
  read: (reading): Sense | null => {
    if (reading.figure.dimension !== "rank") return null;
    const { scope, subject } = parts(reading);
    return {
      rule: "X排名第N",
      facet: "rank",
      sign: 1,
      comparator: reading.figure.after || "=",
      subject: subject ?? "inherit",
      rankScope: scope,
    };
  },
  examples: {
    "地区生产总值441.2亿元，总量全省县（市）第4，增速运城市第1。": "rank 地区生产总值 = 4名\nrank 地区生产总值 = 1名",
    "空气质量优良天数达到244天，位列全市第二。": "rank 空气质量优良天数 = 2名",
    "财政收入增长12%，总量、增速均排名全市第3。": "rank 财政收入 = 3名",
    "全面开展第三次全国土壤普查。": "",
    "坚持项目是第一支撑。": "",
  },
};
