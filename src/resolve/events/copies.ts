import { nameWords } from '../../text/index.ts';
import { hashOf } from './facts.ts';

/** Words of a shingle; hashes of a print; hashes of a band. */
const [shingle, hashes, band] = [5, 64, 2];
/** Share of shingles in common from which two texts are copies of one: an article with another head, foot or a cut. */
const least = 0.5;

/** A text as its copies are known: the least hash of its shingles by each of 64 orders (Broder 1997, MinHash). */
export type Print = readonly number[];

/** The print of a text, or null for a text too short to be told from others. */
export function printOf(text: string): Print | null {
  const words = nameWords(text).map(({ folded }) => hashOf(folded));
  if (words.length < 4 * shingle) return null;
  const print = new Array<number>(hashes).fill(0xffffffff);
  for (let i = 0; i + shingle <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < shingle; k++) hash = Math.imul(hash ^ (words[i + k] as number), 0x01000193);
    for (let n = 0; n < hashes; n++) {
      const ordered = scatter(hash ^ Math.imul(n + 1, 0x9e3779b1));
      if (ordered < (print[n] as number)) print[n] = ordered;
    }
  }
  return print;
}

/** A permutation of 32 bits (the finaliser of MurmurHash3). */
function scatter(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Keys of which copies share at least one: of two texts with half their shingles in common all but one in 10,000. */
export function bandsOf(print: Print): string[] {
  return Array.from({ length: hashes / band }, (_, n) => `${n}:${print.slice(n * band, (n + 1) * band).join(',')}`);
}

/** True when the texts of two prints are copies of one, but for small changes. */
export function areCopies(a: Print, b: Print): boolean {
  return a.filter((hash, n) => hash === b[n]).length >= least * hashes;
}
