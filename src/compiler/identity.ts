/** 标识: stable ids: the same words in the same order give the same id, however the lines are wrapped. */

/** A hash of the text as six digits in base 36. */
function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return ((a ^ (b >>> 7)) & 0x3fffffff).toString(36).padStart(6, "0");
}

/** Gives out ids of one layer; a text that comes again gets a number. */
export function identities(prefix: string): (text: string) => string {
  const times = new Map<string, number>();
  return (text) => {
    const id = `${prefix}-${hashOf(text)}`;
    const before = times.get(id) ?? 0;
    times.set(id, before + 1);
    return before === 0 ? id : `${id}-${before + 1}`;
  };
}
