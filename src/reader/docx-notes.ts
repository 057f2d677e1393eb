import { blocksText, type Story } from "./docx-text.ts";
import type { NoteBook } from "./note-book.ts";
import { type Element, elements } from "./xml.ts";

/** Each note that was referred to, under its own mark: `[1] …`. Notes may refer to further notes. */
export function notesText(definitions: Element[], book: NoteBook, story: Story): string[] {
  const byId = new Map(definitions.map((note) => [note.attributes["w:id"] ?? "", note]));
  const lines: string[] = [];
  for (let i = 0; i < book.order.length; i++) {
    const ownMark = `\x01${book.kind[0]}${i + 1}\x02 `;
    const text = blocksText(elements(byId.get(book.order[i]!)), { ...story, ownMark, carried: "", fields: [] });
    if (text?.trim()) lines.push(text.trim());
  }
  return lines;
}
