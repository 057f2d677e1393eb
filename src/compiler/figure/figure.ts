import type { Comparator } from "#base/report";
import type { Quote, Sentence } from "../clause.ts";
import { comparatorAfter } from "./comparator.ts";
import { isArabic, isChinese, type Numeral, numeralAt } from "./numeral.ts";
import { isRankPlace, type Place, type RefusedNumeral, refuse } from "./refuse.ts";
import { type Dimension, type Unit, unitAt } from "./unit.ts";

/**
 * 数: a numeral with its unit: 441.2亿元, 第4, 35%以上, 1家至2家 (two figures).
 * Offsets count the bare text.
 */
export type Figure = {
  start: number;
  /** Where the numeral ends, its unit begins. */
  numeralEnd: number;
  /** Where the unit ends. */
  unitEnd: number;
  /** Where the figure ends: unit and comparator after it included. */
  end: number;
  value: number;
  unit: Unit | null;
  dimension: Dimension | "rank" | "fraction" | "ratio-part";
  /** From what stands after it (以上, 左右), or from 余; "" where nothing does. */
  after: Comparator | "";
  /** First and second figure of a range. */
  range: "lower" | "upper" | null;
  /** The other end of a range that begins with this figure. */
  upper: number | null;
};

/** A sentence's figures, and the numerals in it that are none. */
export type Figures = { figures: Figure[]; refused: RefusedNumeral[] };

const TO = /^(?:至|到|—|-|－|~|～|–)(?=\d|[一二两三四五六七八九十])/;
const RANK_UNITS = /^(?:位|名)/;

function quoteAt(sentence: Sentence, at: number): Quote | null {
  for (const quote of sentence.quotes) if (quote.start < at && at < quote.end) return quote;
  return null;
}

/** Reads the numerals of a sentence. */
export function figuresOf(codes: Uint16Array, text: string, sentence: Sentence): Figures {
  const found: Figures = { figures: [], refused: [] };
  for (let at = sentence.start; at < sentence.end; at++) {
    if (!isArabic(codes[at]) && !isChinese(codes[at])) continue;
    const numeral = numeralAt(codes, at);
    const quote = quoteAt(sentence, at);
    const place: Place = {
      text,
      codes,
      numeral,
      inside: quote?.kind ?? null,
      quote: quote ? text.slice(quote.start + 1, quote.end - 1) : "",
    };
    const next = read(place, sentence.end, found);
    at = Math.max(numeral.end, next) - 1;
  }
  return found;
}

/** Reads one numeral into `found`; returns where reading goes on. */
function read(place: Place, end: number, found: Figures): number {
  const { text, numeral } = place;
  const ratio = structure(place, found);
  if (ratio > 0) return ratio;
  if (isRankWord(place)) return push(found, rank(place));
  const refused = refuse(place);
  if (refused) {
    found.refused.push(refused);
    return numeral.end;
  }
  if (text[numeral.start - 1] === "第") return push(found, rank(place));
  const unit = unitOf(place, end) ?? unitOfSeries(place, end);
  if (!unit && numeral.kind !== "fraction" && numeral.kind !== "tenths") {
    found.refused.push({ start: numeral.start, end: numeral.end, why: "other", rule: "没有计量单位" });
    return numeral.end;
  }
  const figure = make(place, numeral, unit, end);
  const upper = rangeEnd(place, figure, end);
  if (!upper) {
    found.figures.push(figure);
    return figure.end;
  }
  const [lower, higher] = asRange(figure, upper);
  found.figures.push(lower, higher);
  return higher.end;
}

function push(found: Figures, figure: Figure): number {
  found.figures.push(figure);
  return figure.end;
}

const SERIES = /^(?:(?:、|和|—|-|－|~|～|至|到)\d+(?:\.\d+)?){1,6}/;

/** 45、38、35个工作日, 1-2个: the unit stands once, after the last number of a series. */
function unitOfSeries({ codes, text, numeral }: Place, end: number): Unit | null {
  if (numeral.kind !== "arabic") return null;
  const series = SERIES.exec(text.slice(numeral.end, Math.min(end, numeral.end + 40)));
  const unit = series ? unitAt(codes, numeral.end + series[0].length, end) : null;
  return unit && unit.dimension !== "none" && unit.dimension !== "noun" ? { ...unit, borrowed: true } : null;
}

/** The unit after a numeral. Powers alone (百亿) count only with 万 or 亿. */
function unitOf({ codes, text, numeral }: Place, end: number): Unit | null {
  const unit = unitAt(codes, numeral.end, end);
  if (!unit)
    return text[numeral.end] === "大" && !/^大[小致约概]/.test(text.slice(numeral.end, numeral.end + 2))
      ? greatOnes(text, numeral.end)
      : null;
  if (unit.dimension === "none") return { ...unit, ...impliedUnit(text, unit.end) };
  if (
    unit.dimension === "noun" &&
    !/^(?:[，。；、！？：）\n和及均全已入获被]|$)/.test(text.slice(unit.end, unit.end + 1))
  )
    return null;
  return unit;
}

/** 六大片区, 8大系列: 大 and what comes with it is the unit. */
function greatOnes(text: string, at: number): Unit {
  const together = /^大(?:系列|方面|类别|门类|板块|类)/.exec(text.slice(at, at + 3));
  return {
    start: at,
    end: at + (together?.[0].length ?? 1),
    dimension: "count",
    base: "大",
    scale: 1,
    over: false,
    borrowed: false,
  };
}

/** 千亿级, 百亿产业: money that is not called money; 4200万 before a noun is a count of it. */
function impliedUnit(text: string, at: number): Pick<Unit, "dimension" | "base"> {
  const before = text.slice(Math.max(0, at - 1), at);
  const people = /^(?:人口|劳动力|人民|农民|群众|网民|市民|消费者|用户|居民|参保)/.test(text.slice(at, at + 4));
  return before === "亿" && !people ? { dimension: "money", base: "元" } : { dimension: "none", base: "" };
}

function make({ codes, text }: Place, numeral: Numeral, unit: Unit | null, end: number): Figure {
  const unitEnd = unit && !unit.borrowed ? unit.end : numeral.end;
  const compared = comparatorAfter(codes, unitEnd, end);
  const isPlace = compared?.sign === ">=" && /^以上(?:领导|干部|地方|人民政府)/.test(text.slice(unitEnd, unitEnd + 6));
  const over = numeral.over || unit?.over === true;
  return {
    start: numeral.start,
    numeralEnd: numeral.end,
    unitEnd,
    end: unitEnd + (compared && !isPlace ? compared.length : 0),
    value: signed(text, numeral),
    unit,
    dimension: unit ? unit.dimension : "fraction",
    after: compared && !isPlace ? compared.sign : over ? ">" : "",
    range: null,
    upper: null,
  };
}

/** 增长-0.5%: a minus before the number and after a word. */
function signed(text: string, numeral: Numeral): number {
  const minus = /[^\d.%％)）－—-][-－]$/.test(text.slice(Math.max(0, numeral.start - 2), numeral.start));
  return minus ? -numeral.value : numeral.value;
}

/** The second end of 1家至2家, 6.0%—6.5%, 3—5个; null where the figure is no range. */
function rangeEnd(place: Place, first: Figure, end: number): Figure | null {
  const { codes, text } = place;
  const to = TO.exec(text.slice(first.end, first.end + 2));
  if (!to) return null;
  const at = first.end + to[0].length;
  if (!isArabic(codes[at]) && !isChinese(codes[at])) return null;
  const numeral = numeralAt(codes, at);
  const unit = unitAt(codes, numeral.end, end);
  if (!unit) return null;
  const second = make(place, numeral, unit, end);
  return second.value > first.value && second.dimension === first.dimension ? second : null;
}

function asRange(lower: Figure, upper: Figure): [Figure, Figure] {
  return [
    { ...lower, after: ">=", range: "lower", upper: upper.value },
    { ...upper, after: "<=", range: "upper" },
  ];
}

/** 前三, 前两位, 后50名, 倒10, 全省10强 */
function isRankWord(place: Place): boolean {
  const { text, numeral } = place;
  const before = text.slice(Math.max(0, numeral.start - 8), numeral.start);
  const after = text.slice(numeral.end, numeral.end + 2);
  if (/倒数?$/.test(before)) return true;
  if (after.startsWith("强") && numeral.value <= 20)
    return /(?:进入|跻身|入围|位列|保持)[\u4e00-\u9fff]{0,6}(?:全[国省市县区]|[省市国])前?$/.test(
      text.slice(Math.max(0, numeral.start - 14), numeral.start),
    );
  if (/(?:排名|排|位列|位居|居|列|进入|跻身|保持|稳居|进|入围|全[国省市县区]|[省市国县]).{0,4}[前后]$/.test(before))
    return /^(?:位|名|强|[，。；、！）]|$|行列|$)/.test(after);
  return /退出后$/.test(before) && RANK_UNITS.test(after);
}

function rank(place: Place): Figure {
  const { text, numeral } = place;
  const unit = RANK_UNITS.test(text.slice(numeral.end, numeral.end + 1)) || text[numeral.end] === "强" ? 1 : 0;
  const before = text[numeral.start - 1];
  const after: Comparator | "" =
    before === "前" ? "<=" : before === "后" || before === "倒" || before === "数" ? ">" : "";
  const end = numeral.end + unit;
  const start = before === "第" ? numeral.start - 1 : numeral.start;
  return {
    start,
    numeralEnd: numeral.end,
    unitEnd: end,
    end,
    value: numeral.value,
    unit: null,
    dimension: "rank",
    after,
    range: null,
    upper: null,
  };
}

/** 21:50:29, 11.8:48.3:39.9: the shares of a structure; returns where it ends, 0 where it is none. */
function structure({ text, numeral }: Place, found: Figures): number {
  const parts = /^[\d.]+:[\d.]+(?::[\d.]+)?/.exec(text.slice(numeral.start, numeral.start + 24));
  if (
    !parts ||
    numeral.kind !== "arabic" ||
    !/(?:结构|比例|比重|占比|比|为|到|至)[^。；]{0,12}$/.test(
      text.slice(Math.max(0, numeral.start - 20), numeral.start),
    )
  )
    return 0;
  let at = numeral.start;
  for (const digits of parts[0].split(":")) {
    const end = at + digits.length;
    found.figures.push({
      start: at,
      numeralEnd: end,
      unitEnd: end,
      end,
      value: Number(digits),
      unit: null,
      dimension: "ratio-part",
      after: "",
      range: null,
      upper: null,
    });
    at = end + 1;
  }
  return at - 1;
}

export { isRankPlace };
