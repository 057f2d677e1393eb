/**
 * 噪声: what copying between web pages, PDFs and word processors leaves in a text.
 * Every character of the result knows the place it came from; nothing is lost without a place.
 */
export type Flow = {
  /** UTF-16 code units. */
  codes: Uint16Array;
  /** The same as a string. */
  text: string;
  /** `from[i]`: offset in the source of `codes[i]`; one entry more than codes, the end. */
  from: Int32Array;
};

const ENTITIES: Record<string, string> = {
  nbsp: " ",
  ensp: " ",
  emsp: "\u3000",
  thinsp: " ",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  middot: "·",
  bull: "•",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  quot: '"',
  apos: "'",
  amp: "&",
  lt: "<",
  gt: ">",
  times: "×",
  permil: "‰",
  deg: "°",
};

const LF = 0x0a;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const QUESTION = 0x3f;
const LESS = 0x3c;
const UNDERSCORE = 0x5f;

/** What one piece of noise stands for: how long it is in the source, and the code unit it means (-1: nothing). */
type Piece = { length: number; code: number };

const LONGEST_ENTITY = 10;

/** &nbsp; &ldquo; &#8220; &#x201c; */
function entity(text: string, at: number): Piece | null {
  const length = text.slice(at, at + LONGEST_ENTITY).indexOf(";");
  if (length < 2) return null;
  const end = at + length;
  const name = text.slice(at + 1, end);
  const named = ENTITIES[name];
  if (named) return { length: end - at + 1, code: named.charCodeAt(0) };
  const numbered = /^#(?:x([0-9a-f]{1,4})|(\d{1,5}))$/i.exec(name);
  if (!numbered) return null;
  const code = numbered[1] ? Number.parseInt(numbered[1], 16) : Number(numbered[2]);
  return { length: end - at + 1, code: code === 0 || code > 0xffff ? 0x20 : code };
}

/** A line break written out as the characters `\r\n`, `\n` or `\t`. */
function escaped(text: string, at: number): Piece | null {
  if (text.startsWith("\\r\\n", at)) return { length: 4, code: LF };
  if (text.startsWith("\\n", at) || text.startsWith("\\r", at)) return { length: 2, code: LF };
  return text.startsWith("\\t", at) ? { length: 2, code: 0x20 } : null;
}

/** `????`: what a failed conversion makes of wide spaces. One or two question marks may be meant. */
function lostSpaces(text: string, at: number): Piece | null {
  let end = at;
  while (text.charCodeAt(end) === QUESTION) end++;
  return end - at >= 3 ? { length: end - at, code: 0x3000 } : null;
}

function noiseAt(text: string, at: number, code: number): Piece | null {
  switch (code) {
    case AMPERSAND:
      return entity(text, at);
    case BACKSLASH:
      return escaped(text, at);
    case QUESTION:
      return lostSpaces(text, at);
    case LESS:
      return text.startsWith("<U+00A0>", at) ? { length: 8, code: 0x20 } : null;
    // What one converter of old word-processor files makes of a per cent sign.
    case UNDERSCORE:
      return text.startsWith("_M_M_", at) ? { length: 5, code: 0x25 } : null;
    case 0x0d:
      return text.charCodeAt(at + 1) === LF ? { length: 2, code: LF } : { length: 1, code: LF };
    case 0x2028:
    case 0x2029:
    case 0x85:
    case 0x0b:
      return { length: 1, code: LF };
    default:
      return null;
  }
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/** A string of code units; lone surrogates stay as they are. */
export function stringOf(codes: Uint16Array): string {
  const isLone = codes.some((code) => code >= 0xd800 && code <= 0xdfff);
  if (!isLone) return decoder.decode(codes);
  let text = "";
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.subarray(at, at + 8192));
  return text;
}

/** Replaces noise by what it stands for: line breaks become LF, entities their character. */
export function withoutNoise(source: string): Flow {
  const codes = new Uint16Array(source.length);
  const from = new Int32Array(source.length + 1);
  let to = 0;
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    const piece = noiseAt(source, at, code);
    codes[to] = piece ? piece.code : code;
    from[to++] = at;
    at += piece ? piece.length : 1;
  }
  from[to] = source.length;
  const kept = codes.subarray(0, to);
  return { codes: kept, text: stringOf(kept), from: from.subarray(0, to + 1) };
}
