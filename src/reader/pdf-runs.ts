import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Piece } from "./pdf-layout.ts";
import { plain } from "./radicals.ts";

/** What one page gives before it is put together. `slanted` counts characters that don't run from left to right. */
export type PageRuns = { runs: Piece[]; slanted: number; width: number; height: number };

/** More pieces than any page of text has, one a character; a map or a drawing is not read. */
const MOST = 20_000;

type Matrix = number[];
type Item = { str: string; transform: Matrix; width: number };

/** 文字块 of a page as the file prints them, in the page's own turn, y downwards. */
export async function runsOf(page: PDFPageProxy): Promise<PageRuns> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const all = items.flatMap((item) => ("str" in item && item.str.trim() ? [placed(item, transform)] : []));
  if (all.length > MOST) throw new Error("more pieces than a page of text has");
  const turn = mainTurn(all);
  const runs = all.filter((run) => run.turn === turn).flatMap((run) => turned(run, turn, width, height) ?? []);
  const slanted = all.filter((run) => run.turn !== turn).reduce((sum, { text }) => sum + text.length, 0);
  return { runs, slanted, width, height };
}

type Placed = { text: string; x: number; y: number; width: number; size: number; turn: number };

/** `turn` counts quarter turns clockwise; null is anything between, as watermarks have it. */
function placed({ str, transform: [a, b, c, d, e, f], width }: Item, [va, vb, vc, vd, ve, vf]: Matrix): Placed {
  const direction = Math.atan2(vb! * a! + vd! * b!, va! * a! + vc! * b!) / (Math.PI / 2);
  const turn = Math.abs(direction - Math.round(direction)) < 0.04 ? (Math.round(direction) + 4) % 4 : Number.NaN;
  const size = Math.hypot(c!, d!);
  return { text: clean(str), x: va! * e! + vc! * f! + ve!, y: vb! * e! + vd! * f! + vf!, width, size, turn };
}

/** The turn that most characters have: a table laid sideways is read as if the page were turned. */
function mainTurn(all: Placed[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of all) if (!Number.isNaN(turn)) counts[turn]! += text.length;
  return counts.indexOf(Math.max(...counts));
}

function turned(
  { text, x, y, width, size }: Placed,
  turn: number,
  pageWidth: number,
  pageHeight: number,
): Piece | null {
  const [left, base] = [
    [x, y],
    [y, pageWidth - x],
    [pageWidth - x, pageHeight - y],
    [pageHeight - y, x],
  ][turn] as [number, number];
  if (![left, base, width, size].every(Number.isFinite) || size <= 0) return null;
  return trimmed({ text, x: left, right: left + Math.max(0, width), y: base, size });
}

/** Spaces at the ends of a run are moved out of it, so that an indent made of spaces is an indent. */
function trimmed(piece: Piece): Piece {
  const text = piece.text.trim();
  const total = weigh(piece.text) || 1;
  const perWeight = (piece.right - piece.x) / total;
  const before = weigh(piece.text.slice(0, piece.text.length - piece.text.trimStart().length));
  const after = weigh(piece.text.slice(piece.text.trimEnd().length));
  return { ...piece, text, x: piece.x + before * perWeight, right: piece.right - after * perWeight };
}

/** Width in half ems, roughly: enough to place spaces. */
const weigh = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** Ligatures that fonts make of plain characters, taken apart again. */
const LIGATURES: Record<string, string> = {
  "⸺": "——",
  "⸻": "———",
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
};

/** Radicals become ideographs; what a font gives no character for becomes �; its private bullets go. */
const clean = (text: string): string =>
  plain(text)
    .replace(/[⸺⸻ﬀ-ﬄ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[\uf06c\uf06e\uf0a7\uf0b7\uf0d8\uf075]/g, "")
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, "\ufffd");
