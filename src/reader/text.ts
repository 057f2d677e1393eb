import { decode } from "./encoding.ts";
import { pagesOf, type Reading } from "./reading.ts";
import { notice } from "./sentences.ts";

/**
 * 纯文本: the decoded text without its BOM, otherwise untouched (line ends, spaces and odd characters stay; the compiler
 * maps them). Offsets count UTF-16 code units of it. Form feeds, as pdftotext writes them, end pages.
 */
export function readText(bytes: Uint8Array): Reading {
  const { text, encoding, replaced } = decode(bytes);
  const diagnostics = encoding === "UTF-8" ? [] : [notice("reader/encoding", { encoding })];
  const first = text.indexOf("\ufffd");
  if (replaced > 0) diagnostics.push(notice("reader/replaced", { count: replaced }, [first, first + 1]));
  return { text, pages: pagesOf(text), diagnostics };
}
