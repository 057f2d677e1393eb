/**
 * 词表: finds the longest word at a place, forwards or backwards, in one step a character.
 * Words carry bits: one for each thing that a word may do.
 */
export type Trie = { slots: Int32Array; keys: Float64Array; mask: number; bits: Int32Array };

/** What was found: how many code units, and the bits of the word; length 0 where nothing was. */
export type Match = { length: number; bits: number };

const slotOf = (mask: number, key: number) => (Math.imul(key % 0x7fffffff, 0x9e3779b1) >>> 7) & mask;

function find(trie: Pick<Trie, "slots" | "keys" | "mask">, node: number, code: number): number {
  const key = node * 0x10000 + code + 1;
  for (let slot = slotOf(trie.mask, key); ; slot = (slot + 1) & trie.mask) {
    const there = trie.keys[slot]!;
    if (there === key) return trie.slots[slot]!;
    if (there === 0) return -1;
  }
}

/** Builds a trie; `backwards` reads each word from its end. */
export function trieOf(words: Iterable<readonly [string, number]>, backwards = false): Trie {
  const list = [...words];
  const size = list.reduce((sum, [word]) => sum + word.length, 0) + 1;
  let capacity = 16;
  while (capacity < size * 3) capacity *= 2;
  const trie: Trie = {
    slots: new Int32Array(capacity),
    keys: new Float64Array(capacity),
    mask: capacity - 1,
    bits: new Int32Array(size + 1),
  };
  let nodes = 1;
  for (const [word, bits] of list) {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(backwards ? word.length - 1 - i : i);
      let next = find(trie, node, code);
      if (next < 0) {
        next = nodes++;
        const key = node * 0x10000 + code + 1;
        let slot = slotOf(trie.mask, key);
        while (trie.keys[slot] !== 0) slot = (slot + 1) & trie.mask;
        trie.keys[slot] = key;
        trie.slots[slot] = next;
      }
      node = next;
    }
    trie.bits[node]! |= bits;
  }
  return trie;
}

/** The longest word that begins at `at` and whose bits meet `wanted`; none reaches past `end`. */
export function longestAt(trie: Trie, codes: Uint16Array, at: number, end: number, wanted: number): Match {
  let node = 0;
  let length = 0;
  let bits = 0;
  for (let i = at; i < end; i++) {
    node = find(trie, node, codes[i]!);
    if (node < 0) break;
    if ((trie.bits[node]! & wanted) !== 0) {
      length = i - at + 1;
      bits = trie.bits[node]!;
    }
  }
  return { length, bits };
}

/** The longest word that ends at `at`, in a trie built backwards; none begins before `start`. */
export function longestBefore(trie: Trie, codes: Uint16Array, at: number, start: number, wanted: number): Match {
  let node = 0;
  let length = 0;
  let bits = 0;
  for (let i = at - 1; i >= start; i--) {
    node = find(trie, node, codes[i]!);
    if (node < 0) break;
    if ((trie.bits[node]! & wanted) !== 0) {
      length = at - i;
      bits = trie.bits[node]!;
    }
  }
  return { length, bits };
}
