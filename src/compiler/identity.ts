/** 标识: stable ids: the same words in the same order give the same id, however the lines are wrapped. */

/** Two 32-bit hashes of the text, in base 36. */
function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return ((b >>> 0) * 0x20000 + (a >>> 15)).toString(36);
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
