import { ordinal } from "./ordinal.ts";
import { child, type Element, settingOf } from "./xml.ts";

/** 注释: the notes of one kind in the order in which the text refers to them. */
export type NoteBook = { kind: "footnote" | "endnote"; order: string[]; format: string };

export const noteBook = (kind: NoteBook["kind"]): NoteBook => ({ kind, order: [], format: "decimal" });

/**
 * The mark of a note, as a placeholder: how notes are numbered is said at the end of a section, behind the references.
 * XML can't hold these control characters, so that no text of the author is taken for one.
 */
export function refer(book: NoteBook, id: string): string {
  const known = book.order.indexOf(id);
  const number = known >= 0 ? known + 1 : book.order.push(id);
  return `\x01${book.kind[0]}${number}\x02`;
}

/** Takes up how a section (or the settings) numbers its notes. */
export function adoptFormat(properties: Element | undefined, books: NoteBook[]): void {
  for (const book of books) {
    const format = settingOf(child(properties, `w:${book.kind}Pr`), "w:numFmt");
    if (format) book.format = format;
  }
}

/** Puts the marks in: `[1]`, or ① where the document counts so; bare where the author put brackets round the reference. */
export function settleMarks(text: string, books: NoteBook[]): string {
  const formatOf = new Map(books.map(({ kind, format }) => [kind[0]!, format]));
  return text.replace(/([[［〔【(（]?)\x01([fe])(\d+)\x02/g, (_, bracket: string, kind: string, digits: string) => {
    const number = ordinal(Number(digits), formatOf.get(kind) ?? "decimal");
    return bracket ? bracket + number : /^[\da-zA-Z]+$/.test(number) ? `[${number}]` : number;
  });
}
