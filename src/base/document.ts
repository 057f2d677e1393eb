import type { Diagnostic } from "./report.ts";

/**
 * 读入的文件: the text that a reader took out of a file, before anything is understood.
 *
 * Paragraphs are separated by line feeds; a line feed inside a paragraph (hard wrap) is allowed, the compiler joins it.
 * A page ends with a form feed (U+000C). Table cells of one row are separated by tabs.
 * Offsets into `text` are what every `source` range of the report counts.
 */
export type SourceDocument = {
  name: string;
  mediaType: string;
  /** SHA-256 of the bytes, in hex. */
  sha256: string;
  text: string;
  /** Offset in `text` at which each page begins; null where the file has no pages. */
  pages: number[] | null;
  diagnostics: Diagnostic[];
};
