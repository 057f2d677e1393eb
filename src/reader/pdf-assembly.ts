import { type Block, blocksOf, withEdges } from "./pdf-columns.ts";
import { sheetsOf } from "./pdf-furniture.ts";
import { type Line, lineText, type Piece } from "./pdf-layout.ts";
import { bodySize, withoutNotes } from "./pdf-notes.ts";
import { blockParagraphs } from "./pdf-paragraphs.ts";
import type { Reading } from "./reading.ts";
import { notice, pageList } from "./sentences.ts";

/**
 * 成文: the pieces of all pages → text in reading order. Running heads and page numbers stand on lines of their own at
 * the start and the end of a page, with a blank line between them and the text; a form feed ends a page. Footnotes are
 * collected behind the text of the last page, so that no sentence is cut by one.
 */
export function assembled(pages: Piece[][]): Reading {
  const starts: number[] = [];
  const columns: number[] = [];
  let text = "";
  const size = bodySize(pages);
  const notes: string[] = [];
  const sheets = sheetsOf(pages);
  const blocked = withEdges(sheets.map(({ pieces }) => blocksOf(pieces)));
  for (const [i, { head, foot }] of sheets.entries()) {
    if (i > 0) text += "\n\f";
    starts.push(text.length);
    const all = blocked[i]!;
    if (jumpsBack(all)) columns.push(i + 1);
    const { blocks, notes: found } = withoutNotes(all, size);
    notes.push(...found.map(blockParagraphs));
    const last = i + 1 === pages.length ? notes : [];
    text += [...head.map(plainLine), ...blocks.map(blockParagraphs), ...last, ...foot.map(plainLine)].join("\n\n");
  }
  const odd = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  const diagnostics = [
    ...(columns.length > 0 ? [notice("reader/two-columns", { pages: pageList(columns) })] : []),
    ...(odd > 0 ? [notice("reader/odd-glyphs", { count: odd })] : []),
  ];
  return { text, pages: starts, diagnostics };
}

const plainLine = (line: Line) => lineText(line);

/** True where a block begins above the end of the one before it: there are columns. */
const jumpsBack = (blocks: Block[]): boolean =>
  blocks.some((block, i) => i > 0 && block.lines[0]!.y < blocks[i - 1]!.lines.at(-1)!.y);
