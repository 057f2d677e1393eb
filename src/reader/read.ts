import { createHash } from "node:crypto";
import type { SourceDocument } from "#base/document";
import type { Diagnostic } from "#base/report";
import { extensionOf, KINDS, type Kind, kindOf, lies } from "./kind.ts";
import { checkSize } from "./limits.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { notice, refusal } from "./sentences.ts";

/** Each reader is loaded when its first file comes: a text file should not wait for the PDF library. */
const READERS: Record<Kind, (bytes: Uint8Array, options: ReadOptions) => Promise<Reading>> = {
  text: async (bytes) => (await import("./text.ts")).readText(bytes),
  html: async (bytes, { mediaType }) => (await import("./html.ts")).readHtml(bytes, mediaType),
  docx: async (bytes) => (await import("./docx.ts")).readDocx(bytes),
  pdf: async (bytes, options) => (await import("./pdf.ts")).readPdf(bytes, options),
  png: async (bytes, options) => (await import("./scan.ts")).readPicture(bytes, options),
  jpeg: async (bytes, options) => (await import("./scan.ts")).readPicture(bytes, options),
};

/**
 * 读入: any file → its text. The kind is found out by the content; a name that says otherwise is told as a diagnostic.
 * `bytes` are left as they are. Throws only `Refusal`, with a code `reader/…`: empty, too large, damaged, encrypted,
 * a format that is not read, a scan without OCR.
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<SourceDocument> {
  if (bytes.length === 0) throw refusal("reader/empty");
  checkSize(bytes.length);
  const kind = kindOf(bytes);
  const { text, pages, diagnostics } = await READERS[kind](bytes, options);
  if (!/\S/.test(text)) throw refusal("reader/no-text");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const all = [...lie(name, kind), ...diagnostics];
  return { name, mediaType: KINDS[kind].mediaType, sha256, text, pages, diagnostics: all };
}

function lie(name: string, kind: Kind): Diagnostic[] {
  if (!lies(name, kind)) return [];
  return [notice("reader/extension", { extension: `.${extensionOf(name)}`, kind: KINDS[kind].name })];
}
