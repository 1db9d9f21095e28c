/** 32-bit hash of a string (FNV-1a over UTF-16 units). */
export function hashString(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Hash of one feature: the template's number and up to four values. Never 0, which marks an empty slot. */
export function feature(template: number, a: number, b: number, c: number, d: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f) ^ d;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  return h === 0 ? 1 : h | 0;
}

/**
 * Puts the feature of template `base + f` at place `f` of the list and returns the next place. A function of its own, not
 * a closure: it runs hundreds of times a word.
 */
export function put(list: Int32Array, f: number, base: number, a: number, b: number, c: number, d: number): number {
  list[f] = feature(base + f, a, b, c, d);
  return f + 1;
}
