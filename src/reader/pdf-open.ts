import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { refusal } from "./sentences.ts";

/** No picture above this is decoded, in pixels: an A3 scan at 600 dpi. */
const LARGEST_PICTURE = 7016 * 9933;

/** The tables that come with the library: character maps of Chinese fonts, metrics of the fonts that a file may leave out. */
const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const folder = (name: string) => join(home, name) + sep;

/**
 * Opens a PDF. Scripts in it are never run and nothing is fetched. The caller must `destroy` it.
 * Throws `reader/encrypted` where it asks for a password, `reader/damaged` where it can't be opened.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    // A copy: the library takes the buffer away from whoever lent it.
    data: new Uint8Array(bytes),
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_PICTURE,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw (error as Error).name === "PasswordException"
      ? refusal("reader/encrypted")
      : refusal("reader/damaged", { kind: " PDF ", reason: "结构无法解析" });
  }
}
