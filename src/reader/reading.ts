import type { Diagnostic } from "#base/report";

/** 读出的文字: what one format's reader hands back; `read` makes a `SourceDocument` of it. Offsets count UTF-16 code units. */
export type Reading = {
  text: string;
  /** Offset in `text` at which each page begins; null where the format has no pages. */
  pages: number[] | null;
  diagnostics: Diagnostic[];
};

/** 选项: what the caller may say about a file. */
export type ReadOptions = {
  /** As the sender declared it; its charset decides the encoding, its type is only compared with what is found. */
  mediaType?: string;
  /** 文字识别: true reads a PDF by OCR even where it has text, false never uses OCR. Default: where there is no text. */
  ocr?: boolean;
  /** Called after each page of a long document; `total` is the number of pages. */
  onProgress?: (done: number, total: number) => void;
};

/** Offsets at which pages begin in a text whose pages end with a form feed; null where there is none. */
export function pagesOf(text: string): number[] | null {
  if (!text.includes("\f")) return null;
  const starts = [0];
  for (let at = text.indexOf("\f"); at >= 0; at = text.indexOf("\f", at + 1))
    if (text.slice(at + 1, at + 1000).trim() || at + 1000 < text.length) starts.push(at + 1);
  return starts;
}
