import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Refusal } from "#base/refusal";
import type { Diagnostic } from "#base/report";
import { assembled } from "./pdf-assembly.ts";
import { cellsOf, gridsOf } from "./pdf-grid.ts";
import { linesOf, type Piece } from "./pdf-layout.ts";
import { openPdf, type Pdf } from "./pdf-open.ts";
import { piecesOf } from "./pdf-pieces.ts";
import { rulesOf } from "./pdf-rules.ts";
import { runsOf } from "./pdf-runs.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { notice, pageList, refusal } from "./sentences.ts";

/** Pages, by number, of which something is to be told. */
type Told = { empty: number[]; broken: number[]; slanted: number[] };

/** Fewer characters in the whole file than this, and it is a scan with a stamp, no document with text. */
const FEWEST = 20;

/**
 * PDF: the text layer in reading order: columns one after another, paragraphs parted by blank lines, table rows with tabs.
 * Running heads and page numbers stand on lines of their own at the start and the end of a page; a form feed ends a page.
 * A scan goes to OCR. Throws `reader/encrypted`, `reader/damaged`, `reader/no-text-layer`, `reader/ocr-…`.
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const pdf = await openPdf(bytes);
  try {
    if (options.ocr) return await recognised(pdf, options);
    const told: Told = { empty: [], broken: [], slanted: [] };
    const pages = await piecesOfPages(pdf, options, told);
    const characters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
    if (told.broken.length === pages.length) throw refusal("reader/damaged", { kind: " PDF ", reason: "没有一页能读" });
    if (characters < FEWEST) return await scanned(pdf, options);
    const { text, pages: starts, diagnostics } = assembled(pages);
    return { text, pages: starts, diagnostics: [...pageNotices(told), ...diagnostics] };
  } finally {
    await pdf.close();
  }
}

async function scanned(pdf: Pdf, options: ReadOptions): Promise<Reading> {
  if (options.ocr === false) throw refusal("reader/no-text-layer");
  return recognised(pdf, options);
}

async function recognised(pdf: Pdf, options: ReadOptions): Promise<Reading> {
  return (await import("./scan.ts")).readScan(pdf, options);
}

/** Page after page; each is let go before the next, only its pieces are kept. A page that can't be read does not stop the others. */
async function piecesOfPages(pdf: Pdf, options: ReadOptions, told: Told): Promise<Piece[][]> {
  const pages: Piece[][] = [];
  const total = pdf.document.numPages;
  for (let number = 1; number <= total; number++) {
    pages.push(await piecesOfPage(pdf, number, told));
    options.onProgress?.(number, total);
  }
  return pages;
}

async function piecesOfPage({ document, wait }: Pdf, number: number, told: Told): Promise<Piece[]> {
  try {
    const page = await wait(document.getPage(number));
    const { runs, slanted } = await wait(runsOf(page));
    const pieces = await wait(withTables(page, runs));
    page.cleanup();
    if (slanted > 0) told.slanted.push(number);
    if (runs.length === 0) told.empty.push(number);
    return pieces;
  } catch (error) {
    // The parser itself is gone; a broken page is only that page.
    if (error instanceof Refusal) throw error;
    told.broken.push(number);
    return [];
  }
}

/** Pieces of a page, with the cells of its ruled tables. Lines are only looked for where words stand apart as in a table. */
async function withTables(page: PDFPageProxy, runs: Piece[]): Promise<Piece[]> {
  const pieces = piecesOf(runs);
  if (linesOf(pieces).filter((line) => line.pieces.length > 1).length < 2) return pieces;
  let rest = runs;
  const tables = gridsOf(await rulesOf(page)).flatMap((grid, table) => {
    const taken = cellsOf(grid, rest, table);
    rest = taken.rest;
    return taken.cells;
  });
  return [...piecesOf(rest), ...tables];
}

function pageNotices({ broken, empty, slanted }: Told): Diagnostic[] {
  const of = (code: Parameters<typeof notice>[0], pages: number[]) =>
    pages.length > 0 ? [notice(code, { pages: pageList(pages) })] : [];
  return [
    ...of("reader/page-unreadable", broken),
    ...of("reader/page-without-text", empty),
    ...of("reader/rotated-text", slanted),
  ];
}
