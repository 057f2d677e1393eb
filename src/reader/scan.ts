import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { checkPixels, type Ocr, type OcrLine, startOcr } from "./ocr.ts";
import { repaired } from "./ocr-text.ts";
import { assembled } from "./pdf-assembly.ts";
import type { Piece } from "./pdf-layout.ts";
import type { Pdf } from "./pdf-open.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { notice, pageList, refusal } from "./sentences.ts";

/** Resolution at which pages are drawn for recognition, and the most pixels of one page. */
const [DPI, MOST_PIXELS] = [200, 40_000_000];
/** Mean confidence of a page, of 100, below which it is named. */
const POOR = 75;

/** 图片: one page by OCR. Throws `reader/no-text-layer` where OCR is forbidden, `reader/ocr-…`. */
export async function readPicture(bytes: Uint8Array, { ocr: wanted, onProgress }: ReadOptions): Promise<Reading> {
  if (wanted === false) throw refusal("reader/no-text-layer");
  checkPixels(bytes);
  return withOcr(async (ocr) => {
    const lines = await ocr.recognise(bytes);
    onProgress?.(1, 1);
    return reading([lines]);
  });
}

/** 扫描件: every page of a PDF, drawn and recognised; three to ten seconds a page. */
export async function readScan({ document, wait }: Pdf, { onProgress }: ReadOptions): Promise<Reading> {
  return withOcr(async (ocr) => {
    const pages: OcrLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await wait(document.getPage(number));
      pages.push(await ocr.recognise(await wait(drawn(page, ocr))));
      page.cleanup();
      onProgress?.(number, document.numPages);
    }
    return reading(pages);
  });
}

async function withOcr(run: (ocr: Ocr) => Promise<Reading>): Promise<Reading> {
  const ocr = await startOcr();
  try {
    return await run(ocr);
  } finally {
    await ocr.close();
  }
}

/** A page as a PNG. */
async function drawn(page: PDFPageProxy, ocr: Ocr): Promise<Uint8Array> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(DPI / 72, Math.sqrt(MOST_PIXELS / (width * height))) });
  const canvas = ocr.canvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport, background: "white" }).promise;
  return canvas.toBuffer("image/png");
}

function reading(pages: OcrLine[][]): Reading {
  const { text, pages: starts, diagnostics } = assembled(pages.map(piecesOf));
  const poor = pages.flatMap((lines, i) => (lines.length > 0 && confidence(lines) < POOR ? [i + 1] : []));
  const told = poor.length > 0 ? [notice("reader/ocr-poor", { pages: pageList(poor) })] : [];
  return { text, pages: starts, diagnostics: [notice("reader/ocr"), ...told, ...diagnostics] };
}

/** Heights of recognised lines waver with the characters in them: those near the middle one are taken for it. */
function piecesOf(lines: OcrLine[]): Piece[] {
  const heights = lines.map(({ height }) => height).toSorted((a, b) => a - b);
  const middle = heights[heights.length >> 1] ?? 0;
  return lines
    .map(({ text, x, right, y, height }) => {
      const size = height > 0.6 * middle && height < 1.5 * middle ? middle : height;
      return { text: repaired(text), x, right, y, size };
    })
    .filter(({ text, size }) => text !== "" && size > 0);
}

const confidence = (lines: OcrLine[]) => {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0) || 1;
  return lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / characters;
};
