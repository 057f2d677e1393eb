import { isSpace } from "./lines.ts";
import type { Reading } from "./reading.ts";
import { foldWidths } from "./widths.ts";

/**
 * 净文: what the rules read: the reading text without white space, marks and typesetting debris, characters folded to one form.
 * Paragraphs are separated by LF. `at[i]` is the offset in the reading text of code unit i; one entry more than code units.
 */
export type Bare = { text: string; codes: Uint16Array; at: Int32Array };

const LF = 0x0a;
const STAR = 0x2a;
const OPEN = 0x3014; // 〔, also for [ and 【 after folding
const CLOSE = 0x3015;
const CARET = 0x5e;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Length of a note mark that starts here: 〔12〕 [3] ^[4]; 0 where there is none. Notes at the start of a paragraph are not marks. */
function noteMark(codes: Uint16Array, start: number): number {
  let at = start;
  if (codes[at] === CARET) at++;
  if (codes[at] !== OPEN && codes[at] !== 0x5b) return 0;
  const first = ++at;
  while (isDigit(codes[at] ?? 0)) at++;
  const closes = codes[at] === CLOSE || codes[at] === 0x5d;
  const opensParagraph = start === 0 || codes[start - 1] === LF;
  return closes && at > first && at - first <= 3 && !opensParagraph ? at - start + 1 : 0;
}

/** `_{2.5}`: TeX that was left in the text. */
const isTex = (codes: Uint16Array, at: number) =>
  (codes[at] === 0x5f && codes[at + 1] === 0x7b) || (codes[at] === 0x7b && codes[at - 1] === 0x5f);

export function bareOf(reading: Reading): Bare {
  const { text } = reading;
  const folded = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) folded[i] = text.charCodeAt(i);
  foldWidths(folded);
  const codes = new Uint16Array(text.length);
  const at = new Int32Array(text.length + 1);
  let to = 0;
  let tex = false;
  for (let i = 0; i < folded.length; i++) {
    const code = folded[i]!;
    if (code !== LF && isSpace(code)) continue;
    if (code === STAR && (folded[i + 1] === STAR || folded[i - 1] === STAR)) continue;
    if (isTex(folded, i)) {
      tex = true;
      continue;
    }
    if (tex && code === 0x7d) {
      tex = false;
      continue;
    }
    const mark = code === OPEN || code === CARET || code === 0x5b ? noteMark(folded, i) : 0;
    if (mark > 0) {
      i += mark - 1;
      continue;
    }
    codes[to] = code;
    at[to++] = i;
  }
  at[to] = text.length;
  const bare = codes.subarray(0, to);
  return { text: decodeUnits(bare), codes: bare, at: at.subarray(0, to + 1) };
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/** A string of code units; lone surrogates become U+FFFD, which no rule reads. */
function decodeUnits(codes: Uint16Array): string {
  return decoder.decode(codes);
}
