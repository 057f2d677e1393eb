/** Code points that a terminal draws two columns wide (East Asian Wide and Fullwidth), as [first, last]. */
const WIDE: [number, number][] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1b000, 0x1b2fb],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Drawn over the character before them, or not at all. */
const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

function columnsOf(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  const code = character.codePointAt(0)!;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** How many columns of a terminal a text takes: 汉 is two, a is one, a combining mark none. */
export const displayWidth = (text: string): number => [...text].reduce((sum, one) => sum + columnsOf(one), 0);

/** The text with spaces after it (before it, where `right`) up to `width` columns. */
export function pad(text: string, width: number, right = false): string {
  const spaces = " ".repeat(Math.max(0, width - displayWidth(text)));
  return right ? spaces + text : text + spaces;
}

/** The text cut to `width` columns, with … where something was left out. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const one of text) {
    used += columnsOf(one);
    if (used > width) break;
    kept += one;
  }
  return `${kept}…`;
}
