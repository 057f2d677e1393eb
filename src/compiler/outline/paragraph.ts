/** 段落: a paragraph of the bare text: [start, end), the LF left out. */
export type Paragraph = { start: number; end: number };

/** The paragraphs of the bare text that hold something. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (end > start) paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}
