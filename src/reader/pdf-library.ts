import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("pdfjs-dist/package.json"));

/** A file of the PDF library's package. */
export const libraryFile = (...path: string[]): string => join(home, ...path);
/** A folder of it, as the library wants it: character maps of Chinese fonts, metrics of fonts that a file may leave out. */
export const libraryFolder = (name: string): string => join(home, name) + sep;

/**
 * Loads the PDF library. It takes the browser's drawing classes from the optional package @napi-rs/canvas and can't be
 * loaded without them, though only drawing needs them: where the package is missing, empty ones stand in, and the
 * library's warnings about that are kept from the terminal.
 */
export async function loadPdfLibrary(): Promise<typeof import("pdfjs-dist/legacy/build/pdf.mjs")> {
  if (hasCanvas()) return import("pdfjs-dist/legacy/build/pdf.mjs");
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
  }
}

function hasCanvas(): boolean {
  try {
    require.resolve("@napi-rs/canvas");
    return true;
  } catch {
    return false;
  }
}
