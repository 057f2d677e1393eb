import { itemLabels } from "./html-list.ts";
import { attribute, childElements, isElement, type PageElement, type PageNode, rawText } from "./html-page.ts";
import { noteMark } from "./marks.ts";
import { tableRow } from "./table.ts";

/** What is left out 不读: hidden elements, the site around the article. */
export type Skipped = (element: PageElement) => boolean;

/** The text so far, in pieces; `label` is the number of a list item, which waits for the first word of it. */
type Page = { pieces: string[]; label: string; skipped: Skipped };

const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table ul".split(
    " ",
  ),
);
const CJK = "\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u2014-\\u201d\\u2026";
/** A line break in the source, until it is known what stands on its both sides. */
const WRAP = "\x01";
const WRAP_IN_CHINESE = new RegExp(`(?<=[${CJK}]) *${WRAP}[ ${WRAP}]*(?=[${CJK}])`, "g");

/** 网页文字: one paragraph a line, table rows with tabs, list items with their numbers. */
export function pageText(node: PageNode, skipped: Skipped): string {
  const page: Page = { pieces: [], label: "", skipped };
  write(node, page);
  const lines = page.pieces.join("").replace(WRAP_IN_CHINESE, "").replaceAll(WRAP, " ").split("\n");
  return lines
    .map((line) => line.replace(/ {2,}/g, " ").replace(/^[ \xa0\u2000-\u200b\u3000]+|[\s\xa0]+$/g, ""))
    .filter((line) => line !== "")
    .join("\n");
}

function write(node: PageNode, page: Page): void {
  if (node.nodeName === "#text" && "value" in node) writeText(node.value, page);
  if (!isElement(node) || page.skipped(node)) return;
  if (BLOCKS.has(node.tagName)) breakLine(page);
  element(node, page);
  if (BLOCKS.has(node.tagName)) breakLine(page);
}

function element(node: PageElement, page: Page): void {
  switch (node.tagName) {
    case "br":
      add("\n", page);
      return;
    case "pre":
      writePlain(rawText(node), page);
      return;
    case "table":
      writePlain(table(node, page.skipped), page);
      return;
    case "sup":
      writePlain(noteMark(pageText({ ...node, tagName: "span" } as PageElement, page.skipped), before(page)), page);
      return;
    case "a":
      // The way back from a note to its mark.
      if (/^([\s↩↑⏎^]|\ufe0e)*$/.test(rawText(node)) && attribute(node, "href").startsWith("#")) return;
      break;
    case "ol":
    case "ul":
      list(node, page);
      return;
  }
  for (const inner of node.childNodes) write(inner, page);
}

function list(node: PageElement, page: Page): void {
  const labels = itemLabels(node);
  for (const inner of node.childNodes) {
    breakLine(page);
    page.label = (isElement(inner) && labels.get(inner)) || "";
    write(inner, page);
    page.label = "";
  }
}

/** White space counts as one space; a line break between two Chinese characters as none. */
function writeText(value: string, page: Page): void {
  const text = value.replace(/[ \t\n\r\f]+/g, (space) => (/[\n\r]/.test(space) ? WRAP : " "));
  if (/[^ \x01]/.test(text)) takeLabel(page);
  add(text, page);
}

function writePlain(value: string, page: Page): void {
  if (value.trim()) takeLabel(page);
  add(value, page);
}

function takeLabel(page: Page): void {
  add(page.label, page);
  page.label = "";
}

function add(text: string, page: Page): void {
  if (text !== "") page.pieces.push(text);
}

const before = (page: Page): string => page.pieces.slice(-3).join("");

function breakLine(page: Page): void {
  const last = page.pieces.at(-1);
  if (last !== undefined && !last.endsWith("\n")) page.pieces.push("\n");
}

/** Rows of a table; a merged cell is written once and leaves the places that it covers empty. */
function table(node: PageElement, skipped: Skipped): string {
  const covered = new Map<string, true>();
  const rows = rowsOf(node, skipped).map((row, y) => {
    const cells: string[] = [];
    for (const cell of cellsOf(row, skipped)) {
      while (covered.has(`${y}:${cells.length}`)) cells.push("");
      const [across, down] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
      for (let dy = 1; dy < down; dy++)
        for (let dx = 0; dx < across; dx++) covered.set(`${y + dy}:${cells.length + dx}`, true);
      cells.push(pageText({ ...cell, tagName: "div" } as PageElement, skipped), ...Array<string>(across - 1).fill(""));
    }
    return tableRow(cells);
  });
  const caption = childElements(node).find(({ tagName }) => tagName === "caption");
  const lines = caption ? [pageText({ ...caption, tagName: "div" } as PageElement, skipped), ...rows] : rows;
  return lines.filter((line) => line.trim()).join("\n");
}

const rowsOf = (node: PageElement, skipped: Skipped): PageElement[] =>
  childElements(node)
    .filter((inner) => !skipped(inner))
    .flatMap((inner) => {
      if (inner.tagName === "tr") return [inner];
      return /^(thead|tbody|tfoot)$/.test(inner.tagName) ? rowsOf(inner, skipped) : [];
    });
const cellsOf = (row: PageElement, skipped: Skipped): PageElement[] =>
  childElements(row).filter((cell) => /^t[dh]$/.test(cell.tagName) && !skipped(cell));
/** Spans are cut at 50: no table of a report is wider, and a page may claim thousands. */
const spanOf = (cell: PageElement, name: string) =>
  Math.min(Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1), 50);
