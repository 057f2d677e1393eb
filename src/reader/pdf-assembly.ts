import { type Block, blocksOf } from "./pdf-columns.ts";
import { sheetsOf } from "./pdf-furniture.ts";
import { lineText, type Piece } from "./pdf-layout.ts";
import { blockParagraphs } from "./pdf-paragraphs.ts";
import type { Reading } from "./reading.ts";
import { notice, pageList } from "./sentences.ts";

/**
 * 成文: the pieces of all pages → text in reading order. Running heads and page numbers stand on lines of their own at
 * the start and the end of a page, with a blank line between them and the text; a form feed ends a page.
 */
export function assembled(pages: Piece[][]): Reading {
  const starts: number[] = [];
  const columns: number[] = [];
  let text = "";
  for (const [i, { head, pieces, foot }] of sheetsOf(pages).entries()) {
    if (i > 0) text += "\n\f";
    starts.push(text.length);
    const blocks = blocksOf(pieces);
    if (jumpsBack(blocks)) columns.push(i + 1);
    text += [
      ...head.map((line) => lineText(line)),
      ...blocks.map(blockParagraphs),
      ...foot.map((line) => lineText(line)),
    ].join("\n\n");
  }
  const odd = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  const diagnostics = [
    ...(columns.length > 0 ? [notice("reader/two-columns", { pages: pageList(columns) })] : []),
    ...(odd > 0 ? [notice("reader/odd-glyphs", { count: odd })] : []),
  ];
  return { text, pages: starts, diagnostics };
}

/** True where a block begins above the end of the one before it: there are columns. */
const jumpsBack = (blocks: Block[]): boolean =>
  blocks.some((block, i) => i > 0 && block.lines[0]!.y < blocks[i - 1]!.lines.at(-1)!.y);
