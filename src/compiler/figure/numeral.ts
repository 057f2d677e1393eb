/**
 * 数词: 441.2, 12,345, 三十五, 两百, 百 (in 百亿), 1/3, 三分之一, 八成, 2×100.
 * A multiplier 万 or 亿 belongs to the unit (亿元), as the contract writes it; 十 百 千 belong to the number.
 */
export type Numeral = {
  start: number;
  end: number;
  value: number;
  /** arabic 441.2; chinese 三十五; bare: multipliers alone 百, 千, 两百亿; fraction 1/3; tenths 八成 */
  kind: "arabic" | "chinese" | "bare" | "fraction" | "tenths";
  /** 余 or 多 stood between the number and its multiplier: more than that. */
  over: boolean;
};

const DIGITS = new Map(
  [..."〇零一二两三四五六七八九"].map((char, i) => [char.charCodeAt(0), [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][i]!]),
);
DIGITS.set("壹".charCodeAt(0), 1);
const POWERS = new Map([
  ["十".charCodeAt(0), 10],
  ["百".charCodeAt(0), 100],
  ["千".charCodeAt(0), 1000],
]);
const DOT = 0x2e;
const COMMA = 0x2c;
const SLASH = 0x2f;
const TIMES = new Set(["×", "x", "X", "*", "✕"].map((char) => char.charCodeAt(0)));
const FEN = "分".charCodeAt(0);
const ZHI = "之".charCodeAt(0);
const CHENG = "成".charCodeAt(0);
const HALF = "半".charCodeAt(0);
const OVER = new Set(["余", "多", "几"].map((char) => char.charCodeAt(0)));

export const isArabic = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39;
export const isChinese = (code: number | undefined) => code !== undefined && (DIGITS.has(code) || POWERS.has(code));

/** 12,345.67: the digits from `at` on. */
function arabic(codes: Uint16Array, at: number): { end: number; value: number } {
  let value = 0;
  let i = at;
  for (; isArabic(codes[i]) || (codes[i] === COMMA && isArabic(codes[i + 1])); i++)
    if (codes[i] !== COMMA) value = value * 10 + codes[i]! - 0x30;
  if (codes[i] === DOT && isArabic(codes[i + 1])) {
    let digits = "0.";
    for (i++; isArabic(codes[i]); i++) if (digits.length < 17) digits += String.fromCharCode(codes[i]!);
    return { end: i, value: Number(`${value}${digits.slice(1)}`) };
  }
  return { end: i, value };
}

/** 三百二十五, 二〇二五, 两百, 十五: the Chinese number from `at` on. */
function chinese(codes: Uint16Array, at: number): { end: number; value: number; bare: boolean } {
  let total = 0;
  let digit = -1;
  let digits = 0;
  let bare = true;
  let i = at;
  for (; isChinese(codes[i]); i++) {
    const power = POWERS.get(codes[i]!);
    if (power === undefined) {
      bare = false;
      digit = digit >= 0 ? digit * 10 + DIGITS.get(codes[i]!)! : DIGITS.get(codes[i]!)!;
      digits++;
    } else {
      total += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    }
  }
  return { end: i, value: total + Math.max(0, digit), bare: bare || digits === 0 };
}

/** 2×100: the product, where two numbers are multiplied. */
function product(codes: Uint16Array, first: { end: number; value: number }): { end: number; value: number } {
  if (!TIMES.has(codes[first.end] ?? 0) || !isArabic(codes[first.end + 1])) return first;
  const second = arabic(codes, first.end + 1);
  return { end: second.end, value: round(first.value * second.value) };
}

const round = (value: number) => Number(value.toPrecision(12));

/** The numeral that begins at `at`, which must be a digit or a Chinese number word. */
export function numeralAt(codes: Uint16Array, at: number): Numeral {
  const isDigits = isArabic(codes[at]);
  const first = isDigits ? { ...product(codes, arabic(codes, at)), bare: false } : chinese(codes, at);
  const fraction = fractionAt(codes, first);
  if (fraction) return { start: at, ...fraction, kind: "fraction", over: false };
  if (codes[first.end] === CHENG && first.value > 0 && first.value < 10) return tenths(codes, at, first);
  const powered = mixed(codes, first) ?? thousand(codes, first);
  const over = OVER.has(codes[powered.end] ?? 0) && !isDigitAfterOver(codes, powered.end);
  const kind = isDigits ? "arabic" : first.bare ? "bare" : "chinese";
  return { start: at, end: powered.end, value: powered.value, kind, over };
}

const isDigitAfterOver = (codes: Uint16Array, at: number) => isArabic(codes[at + 1]);

/** 220千伏, 600千瓦, 5千克: here 千 belongs to the unit. */
const UNITS_OF_THOUSAND = new Set([..."伏瓦米克升卡焦"].map((char) => char.charCodeAt(0)));

/** 3千, 5百: Chinese powers after Arabic digits. */
function thousand(codes: Uint16Array, first: { end: number; value: number }): { end: number; value: number } {
  const power = isArabic(codes[first.end - 1]) ? POWERS.get(codes[first.end] ?? 0) : undefined;
  const isUnit = UNITS_OF_THOUSAND.has(codes[first.end + 1] ?? 0);
  return power && power > 10 && !isUnit ? { end: first.end + 1, value: first.value * power } : first;
}

const WAN = "万".charCodeAt(0);

/** 1万6千: 1.6, with 万 left to the unit. The power that follows the second number is stepped over by the unit's reader. */
function mixed(codes: Uint16Array, first: { end: number; value: number }): { end: number; value: number } | null {
  if (codes[first.end] !== WAN || !isArabic(codes[first.end + 1])) return null;
  const second = arabic(codes, first.end + 1);
  const power = POWERS.get(codes[second.end] ?? 0);
  if (power === undefined || second.value >= 10) return null;
  return { end: second.end + 1, value: first.value * 10_000 + second.value * power };
}

/** 1/3, 三分之一; the value is a number under one. */
function fractionAt(codes: Uint16Array, first: { end: number; value: number }): { end: number; value: number } | null {
  if (codes[first.end] === SLASH && isArabic(codes[first.end + 1])) {
    const below = arabic(codes, first.end + 1);
    return below.value > first.value && below.value < 100
      ? { end: below.end, value: thousandths(first.value / below.value) }
      : null;
  }
  if (codes[first.end] !== FEN || codes[first.end + 1] !== ZHI) return null;
  const isDigits = isArabic(codes[first.end + 2]);
  if (!isDigits && !isChinese(codes[first.end + 2])) return null;
  const above = isDigits ? arabic(codes, first.end + 2) : chinese(codes, first.end + 2);
  return first.value > 0 ? { end: above.end, value: thousandths(above.value / first.value) } : null;
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000;

/** 八成, 七成五, 六成半 */
function tenths(codes: Uint16Array, at: number, first: { end: number; value: number }): Numeral {
  let end = first.end + 1;
  let value = first.value / 10;
  if (codes[end] === HALF) {
    value += 0.05;
    end++;
  } else if (DIGITS.has(codes[end] ?? 0)) value += DIGITS.get(codes[end++]!)! / 100;
  return { start: at, end, value: thousandths(value), kind: "tenths", over: false };
}
