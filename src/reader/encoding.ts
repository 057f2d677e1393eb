import { refusal } from "./sentences.ts";

/** 解码的文字: `encoding` as it is called in the notice; `replaced` counts the characters that could not be decoded. */
export type Decoded = { text: string; encoding: string; replaced: number };

const BOMS: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x84, 0x31, 0x95, 0x33], "gb18030"],
];

/**
 * 解码: finds out the encoding and decodes: BOM, then UTF-8, then UTF-16 by its look, then GB18030.
 * The BOM is no part of the text; nothing else is changed. `declared` (of a web page) only counts where the bytes leave
 * a choice: pages that declare GB2312 and send UTF-8 are common. Throws `reader/binary` where the result is not text.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const [encoding, start] = encodingOf(bytes, declared);
  const text = decodeAs(bytes.subarray(start), encoding);
  if (looksBinary(text)) throw refusal("reader/binary");
  return { text, encoding: encoding.toUpperCase(), replaced: count(text, /\ufffd/g) };
}

/** The beginning of a file as text, for telling a web page from plain text; rubbish comes out as rubbish. */
export function sniff(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096);
  const [encoding, start] = encodingOf(head);
  return decodeAs(head.subarray(start), encoding);
}

function encodingOf(bytes: Uint8Array, declared = ""): [encoding: string, start: number] {
  const bom = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (bom) return [bom[1], bom[0].length];
  const guess = utf16(bytes.subarray(0, 2 ** 14)) ?? (isUtf8(bytes) ? "utf-8" : "gb18030");
  return [guess === "gb18030" && /^big5/i.test(declared) ? "big5" : guess, 0];
}

/** Valid UTF-8, or UTF-8 with a few broken places: a file cut in the middle of a character is still UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = decodeAs(bytes, "utf-8");
    return count(text, /[\u0800-\ufffc]/g) > 20 * count(text, /\ufffd/g);
  }
}

/** What stands in Chinese text: ideographs, punctuation, full-width forms, ASCII. GBK bytes read as UTF-16 fall outside. */
const PLAUSIBLE = /[\t\n\f\r -~\u00a0-\u00ff\u2010-\u203b\u2103\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/g;

/** UTF-16 without a BOM, found by its look: ASCII leaves a zero in every second byte, ideographs fall into one block. */
function utf16(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head.length < 8) return null;
  const even = head.subarray(0, head.length & ~1);
  const share = (encoding: string) => count(decodeAs(even, encoding), PLAUSIBLE) / (even.length / 2);
  const [little, big] = [share("utf-16le"), share("utf-16be")];
  if (Math.max(little, big) < 0.95 || Math.abs(little - big) < 0.2) return null;
  const zeros = even.includes(0);
  if (!zeros && isUtf8(even)) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

/** Control characters and undecodable bytes: a few occur in honest files, many mean that the file is not text. */
function looksBinary(text: string): boolean {
  const bad = count(text, /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g);
  return bad > 3 + text.length / 50;
}

const decodeAs = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
const count = (text: string, pattern: RegExp) => {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
};
