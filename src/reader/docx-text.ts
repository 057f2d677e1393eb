import { noteMark } from "./marks.ts";
import { type NoteBook, refer } from "./note-book.ts";
import type { Numbering } from "./numbering.ts";
import { isRaised, numberingOf, type Styles, switched } from "./styles.ts";
import { symbol } from "./symbol.ts";
import { tableRow } from "./table.ts";
import { child, type Element, elements, isOn, settingOf } from "./xml.ts";

/** What is known while a document is read from top to bottom. */
export type Story = {
  styles: Styles;
  numbering: Numbering;
  footnotes: NoteBook;
  endnotes: NoteBook;
  /** Of a note that is being read: its mark, for w:footnoteRef. */
  ownMark: string;
  /** Open fields 域: true while their instruction is read, false in their result. */
  fields: boolean[];
  /** Text of a paragraph whose mark was deleted: it runs on into the next. */
  carried: string;
  seen: Set<"tracked" | "hidden" | "embedded">;
};

/** What one paragraph has gathered so far. Text boxes 文本框 come after the paragraph that anchors them. */
type Gathered = { text: string; boxes: string[]; style: string | undefined };

/** Text of a block: paragraph, table, content control; lines separated by line feeds. Null where nothing is to be written. */
export function blockText(block: Element, story: Story): string | null {
  switch (block.name) {
    case "w:p":
      return paragraph(block, story);
    case "w:tbl":
      return table(block, story);
    case "w:sdt":
      return blocksText(elements(child(block, "w:sdtContent")), story);
    case "w:customXml":
    case "w:ins":
    case "w:moveTo":
      return blocksText(elements(block), story);
    case "mc:AlternateContent":
      return blocksText(elements(alternative(block)), story);
    case "w:altChunk":
    case "w:subDoc":
      story.seen.add("embedded");
      return null;
    default:
      return null;
  }
}

/** Several blocks, one under another. */
export function blocksText(blocks: Element[], story: Story): string | null {
  const texts = blocks.map((block) => blockText(block, story)).filter((text) => text !== null);
  return texts.length > 0 ? texts.join("\n") : null;
}

function paragraph(block: Element, story: Story): string | null {
  const properties = child(block, "w:pPr");
  const style = settingOf(properties, "w:pStyle") ?? story.styles.paragraphDefault;
  const gathered: Gathered = { text: "", boxes: [], style };
  inlines(elements(block), gathered, story);
  const { list, level } = numberingOf(properties, story.styles.of(style));
  const label = list && list !== "0" && gathered.text.trim() ? story.numbering.label(list, level, style) : "";
  const text = story.carried + label + gathered.text;
  story.carried = "";
  const mark = child(properties, "w:rPr");
  if (child(mark, "w:ins")) story.seen.add("tracked");
  if (child(mark, "w:del") || child(mark, "w:moveFrom")) {
    story.seen.add("tracked");
    story.carried = text;
    return gathered.boxes.length > 0 ? gathered.boxes.join("\n") : null;
  }
  return [text, ...gathered.boxes].join("\n");
}

/** A part of a paragraph: a run, or something that wraps runs. */
function inline(part: Element, to: Gathered, story: Story): void {
  switch (part.name) {
    case "w:r":
    case "m:r":
      run(part, to, story);
      return;
    case "w:del":
    case "w:moveFrom":
      story.seen.add("tracked");
      return;
    case "w:ins":
    case "w:moveTo":
      story.seen.add("tracked");
      break;
    case "w:pPr":
      return;
    case "mc:AlternateContent":
      inlines(elements(alternative(part)), to, story);
      return;
  }
  inlines(elements(part), to, story);
}

function inlines(parts: Element[], to: Gathered, story: Story): void {
  for (const part of parts) inline(part, to, story);
}

/** Word writes a text box twice, for new and for old programs; the first that is there is read. */
const alternative = (element: Element) => child(element, "mc:Choice") ?? child(element, "mc:Fallback");

function run(part: Element, to: Gathered, story: Story): void {
  const properties = child(part, "w:rPr");
  const [own, outer] = [story.styles.of(settingOf(properties, "w:rStyle")), story.styles.of(to.style)];
  if (switched(properties, "w:vanish", own.hidden || outer.hidden)) {
    story.seen.add("hidden");
    return;
  }
  const raised = isRaised(properties, own.raised);
  for (const piece of elements(part)) {
    const text = pieceText(piece, to, story);
    if (story.fields.includes(true)) continue;
    to.text += raised && piece.name === "w:t" ? noteMark(text, to.text) : text;
  }
}

/** What one piece of a run adds to the text; fields and text boxes are noted on the way. */
function pieceText(piece: Element, to: Gathered, story: Story): string {
  switch (piece.name) {
    case "w:t":
    case "m:t":
      return piece.children.join("");
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      return piece.attributes["w:type"] === "page" ? "\f" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbol(piece.attributes["w:char"]);
    case "w:footnoteReference":
      return reference(piece, story.footnotes);
    case "w:endnoteReference":
      return reference(piece, story.endnotes);
    case "w:footnoteRef":
    case "w:endnoteRef":
      return story.ownMark;
    case "w:fldChar":
      field(piece.attributes["w:fldCharType"], story.fields);
      return "";
    case "w:ruby":
      inlines(elements(child(piece, "w:rubyBase")), to, story);
      return "";
    case "w:drawing":
    case "w:pict":
    case "w:object":
    case "mc:AlternateContent":
      textBoxes(piece, to, story);
      return "";
    default:
      return "";
  }
}

/** A mark of the author's own 自定义标记 stands in the text behind the reference; the note is numbered all the same. */
function reference(piece: Element, notes: NoteBook): string {
  const mark = refer(notes, piece.attributes["w:id"] ?? "");
  return /^(1|true|on)$/.test(piece.attributes["w:customMarkFollows"] ?? "") ? "" : mark;
}

function field(type: string | undefined, fields: boolean[]): void {
  if (type === "begin") fields.push(true);
  else if (type === "separate" && fields.length > 0) fields[fields.length - 1] = false;
  else if (type === "end") fields.pop();
}

function textBoxes(part: Element, to: Gathered, story: Story): void {
  const inside = part.name === "mc:AlternateContent" ? elements(alternative(part)) : elements(part);
  for (const inner of inside) {
    if (inner.name !== "w:txbxContent") textBoxes(inner, to, story);
    else {
      const text = blocksText(elements(inner), { ...story, fields: [], carried: "" });
      if (text?.trim()) to.boxes.push(text);
    }
  }
}

function table(block: Element, story: Story): string | null {
  const rows = rowsOf(block).filter((row) => !isDeleted(row, story));
  const lines = rows.map((row) => tableRow(cellsOf(row).flatMap((cell) => cellTexts(cell, story))));
  const filled = lines.filter((line) => line.trim());
  return filled.length > 0 ? filled.join("\n") : null;
}

/** Rows and cells may stand in content controls. */
const rowsOf = (block: Element): Element[] => unwrapped(block, "w:tr");
const cellsOf = (row: Element): Element[] => unwrapped(row, "w:tc");
const unwrapped = (block: Element, name: string): Element[] =>
  elements(block).flatMap((inner) => {
    if (inner.name === name) return [inner];
    return /^w:(sdt|sdtContent|customXml|ins|moveTo)$/.test(inner.name) ? unwrapped(inner, name) : [];
  });

function isDeleted(row: Element, story: Story): boolean {
  const deleted = isOn(child(row, "w:trPr"), "w:del");
  if (deleted) story.seen.add("tracked");
  return deleted;
}

/** One cell, with an empty one for every column that it covers; "" where it goes on from the row above 合并单元格. */
function cellTexts(cell: Element, story: Story): string[] {
  const properties = child(cell, "w:tcPr");
  const merge = child(properties, "w:vMerge");
  const goesOn = merge !== undefined && merge.attributes["w:val"] !== "restart";
  const text = goesOn ? "" : (blocksText(elements(cell), story) ?? "");
  const span = Math.min(Number(settingOf(properties, "w:gridSpan") ?? 1) || 1, 64);
  return [text, ...Array<string>(span - 1).fill("")];
}
