/**
 * 字形归一: one form for each character that has several, so that rules are written once.
 * Digits, letters and % become half-width; , ; : ( ) ! ? become the Chinese ones; dashes and radicals are folded.
 * One code unit becomes one code unit: offsets never move.
 */

const SAME = new Uint16Array(0x10000).map((_, code) => code);

function fold(from: string, to: string) {
  for (let i = 0; i < from.length; i++) SAME[from.charCodeAt(i)] = to.charCodeAt(i);
}

for (let code = 0xff01; code <= 0xff5e; code++) SAME[code] = code - 0xfee0;
fold("，；：（）！？", "，；：（）！？");
fold(",;()!?", "，；（）！？");
fold("﹪﹐﹔﹕﹙﹚｡､", "%，；：（）。、");
fold("〞〝＂«»", "””“《》");
fold("–‒−﹣", "----");
fold("―─━", "———");
fold("∶︰﹕", ":::");
fold("₀₁₂₃₄₅₆₇₈₉", "0123456789");
fold("•∙⋅・‧", "·····");
fold("【】﹝﹞［］", "〔〕〔〕〔〕");
fold(
  "⼀⼆⼋⼗⼤⼩⼯⼈⼒⼝⼟⼦⼭⼿⽂⽅⽇⽉⽊⽔⽕⽣⽤⽥⽬⽯⽴⽼⾃⾏⾐⾛⾞⾥⾦⾨⾯⾰⾷⾼",
  "一二八十大小工人力口土子山手文方日月木水火生用田目石立老自行衣走车里金门面革食高",
);

const QUOTE = 0x22;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const COMMA = 0xff0c;
const isDigit = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39;

/** Folds `codes` in place. Straight quotes open and close in turn inside a paragraph; a comma between digits is no comma. */
export function foldWidths(codes: Uint16Array): void {
  let open = false;
  for (let i = 0; i < codes.length; i++) {
    const code = SAME[codes[i]!]!;
    codes[i] = code;
    if (code === 0x0a) open = false;
    else if (code === QUOTE) {
      codes[i] = open ? 0x201d : 0x201c;
      open = !open;
    } else if (code === COLON || code === WIDE_COLON)
      codes[i] = isDigit(codes[i - 1]) && isDigit(SAME[codes[i + 1] ?? 0]) ? COLON : WIDE_COLON;
    else if (code === COMMA && isThousands(codes, i)) codes[i] = 0x2c;
  }
}

/** The comma of 12,345: one to three digits before it, exactly three after. */
function isThousands(codes: Uint16Array, at: number): boolean {
  const digit = (i: number) => isDigit(SAME[codes[i] ?? 0]);
  if (!digit(at - 1) || !(digit(at + 1) && digit(at + 2) && digit(at + 3)) || digit(at + 4)) return false;
  return !(digit(at - 2) && digit(at - 3) && digit(at - 4));
}
