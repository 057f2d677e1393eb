/**
 * 重复的正文: some pages hold the report twice, once run together and once set properly.
 * The opening formula stands once in a report, so a text that has it twice holds the report twice.
 */
const OPENING = /现在[，,]\s*我?代表/g;
const LOOKS_AT = 200;

const bare = (text: string) => text.replace(/\s+/g, "");

/** How far the two places agree going backwards, white space aside; a title before the opening belongs to the report. */
function agreeBefore(text: string, first: number, again: number): number {
  let a = first;
  let b = again;
  while (a > 0 && b > first && again - b < 400) {
    if (/\s/.test(text[a - 1]!)) a--;
    else if (/\s/.test(text[b - 1]!)) b--;
    else if (text[a - 1] === text[b - 1]) {
      a--;
      b--;
    } else break;
  }
  return b;
}

/** Offset in `text` before which everything is said again after it; 0 where nothing is. */
export function repeatedFront(text: string): number {
  const places = [...text.matchAll(OPENING)].map((found) => found.index);
  if (places.length < 2) return 0;
  const [first, again] = [places[0]!, places.at(-1)!];
  const same =
    bare(text.slice(first, first + LOOKS_AT)).slice(0, 120) === bare(text.slice(again, again + LOOKS_AT)).slice(0, 120);
  return same && text.length - again >= (again - first) * 0.8 ? agreeBefore(text, first, again) : 0;
}
