/**
 * 编号: the number of a list item as Word and HTML write it. Keys are the names of OOXML (ST_NumberFormat);
 * HTML's `type` and `list-style-type` are translated into them by `html-list.ts`.
 */

const DIGITS = [..."〇一二三四五六七八九"];
const PLACES = ["", "十", "百", "千"];
const LEGAL = { digits: [..."零壹贰叁肆伍陆柒捌玖"], places: ["", "拾", "佰", "仟"] };
const COUNTING = { digits: [..."零一二三四五六七八九"], places: PLACES };

/** 105 → 一百零五; 12 → 十二. Four digits at most; larger numbers are no list numbers. */
function counted(n: number, { digits, places }: typeof COUNTING): string {
  const figures = [...String(n)].map(Number);
  const words = figures.map((figure, i) => (figure ? digits[figure]! + places[figures.length - 1 - i]! : digits[0]!));
  const zero = digits[0]!;
  return words
    .join("")
    .replace(new RegExp(`${zero}+`, "g"), zero)
    .replace(new RegExp(`(?<=.)${zero}$`), "");
}

const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
function roman(n: number): string {
  let rest = n;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return letters.repeat(times);
  }).join("");
}

/** 1 → a, 26 → z, 27 → aa, 28 → bb: Word doubles the letter. */
const letter = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
/** The n-th character from `first`, for the rows of enclosed numbers in Unicode; plain digits beyond `last`. */
const enclosed = (first: number, last: number) => (n: number) =>
  n >= 1 && n <= last ? String.fromCodePoint(first + n - 1) : String(n);
const circled = (n: number) => {
  if (n === 0) return "⓪";
  if (n <= 20) return enclosed(0x2460, 20)(n);
  return n <= 35 ? enclosed(0x3251, 15)(n - 20) : enclosed(0x32b1, 15)(n - 35);
};
const cycle = (signs: string) => (n: number) => signs[(n - 1) % signs.length]!;
const positional = (n: number) => [...String(n)].map((figure) => DIGITS[Number(figure)]).join("");
/** 十一, 一十一 only from Japanese; Chinese counting drops the leading 一 of ten to nineteen. */
const chinese = (n: number) => (n < 10000 ? counted(n, COUNTING).replace(/^一十/, "十") : positional(n));
const fullWidth = (n: number) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

const FORMATS: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerLetter: letter,
  // Word's 一, 二 … 十, 十一 come under all of these names; ideographDigital writes digit by digit: 一〇, 一一.
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: (n) => (n < 10000 ? counted(n, LEGAL) : String(n)),
  ideographLegalTraditional: (n) => (n < 10000 ? counted(n, LEGAL) : String(n)),
  japaneseLegal: (n) => (n < 10000 ? counted(n, LEGAL) : String(n)),
  ideographTraditional: cycle("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: cycle("子丑寅卯辰巳午未申酉戌亥"),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  numberInDash: (n) => `- ${n} -`,
  ordinal: (n) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`,
  none: () => "",
  bullet: () => "",
};

/** 编号: `ordinal(12, "chineseCounting")` → 十二. An unknown format counts in decimal, as Word does. */
export function ordinal(n: number, format: string): string {
  const write = FORMATS[format];
  return write && (n >= 1 || /^decimal|Digital/.test(format)) && n < 1e6 ? write(n) : String(n);
}
