import type { PageSetup } from "exceljs";
import { columnPoints } from "./fit.ts";

/** 纸张 */
export type Paper = "A3" | "A4";

/** Number in the standard (ECMA-376, paperSize), and size lying on the long side, in centimetres. */
const PAPERS = { A3: { code: 8, width: 42, height: 29.7 }, A4: { code: 9, width: 29.7, height: 21 } } as const;
/** In centimetres; the file counts inches. */
const MARGINS = { left: 1.3, right: 1.3, top: 1.6, bottom: 1.7, header: 0.8, footer: 0.8 };
const INCH = 2.54;
const POINTS = 72 / INCH;

/** Landscape, as wide as the paper and as long as it takes, with the rows 1…`repeated` at the top of every page. */
export const pageSetup = (paper: Paper, repeated: number): Partial<PageSetup> => ({
  // The type lists only some papers by number; A3 is not among them.
  paperSize: PAPERS[paper].code as number,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: Object.fromEntries(Object.entries(MARGINS).map(([side, cm]) => [side, cm / INCH])) as typeof MARGINS,
  printTitlesRow: `1:${repeated}`,
});

/**
 * On which page, from 0, each row will be printed: `heights` and `repeated` (the rows at the top of each page) in points,
 * `widths` in Excel's column units. An estimate; a printer's driver may place a row on the next page.
 */
export function pagesOf(paper: Paper, heights: number[], repeated: number, widths: number[]): number[] {
  const { width, height } = PAPERS[paper];
  const columns = widths.reduce((sum, units) => sum + columnPoints(units), 0);
  const scale = Math.min(1, ((width - MARGINS.left - MARGINS.right) * POINTS) / columns);
  const room = ((height - MARGINS.top - MARGINS.bottom) * POINTS) / scale - repeated;
  let page = 0;
  let used = 0;
  return heights.map((row) => {
    if (used > 0 && used + row > room) {
      page += 1;
      used = 0;
    }
    used += row;
    return page;
  });
}
