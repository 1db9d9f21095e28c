import { type NameWord, nameWords } from '../text/index.ts';

/**
 * How a name must be written to count: `caps` only in capitals (short acronyms: US, CAR), `acronym` in capitals or
 * with a capital first (Minusma), `capital` with a capital somewhere, `any` as it comes ("army").
 */
export type Casing = 'caps' | 'acronym' | 'capital' | 'any';

export function casingOf(name: string): Casing {
  const words = nameWords(name);
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (words.length > 0 && words.every((word) => word.caps || /^\d+$/.test(word.folded)) && /\p{L}/u.test(name)) {
    if (words.length > 1 && letters.length > 5) return 'capital';
    return letters.length <= 3 ? 'caps' : 'acronym';
  }
  return words.some((word) => word.capital) ? 'capital' : 'any';
}

/** True when words `from` to `end` are written as `casing` asks; in a line all in capitals short acronyms are no evidence. */
export function written(
  casing: Casing,
  words: readonly NameWord[],
  from: number,
  end: number,
  shouting: boolean,
): boolean {
  if (casing === 'any') return true;
  let caps = true;
  let capital = false;
  for (let i = from; i < end; i++) {
    const word = words[i] as NameWord;
    caps &&= word.caps || /^\d/.test(word.folded);
    capital ||= word.capital;
  }
  if (casing === 'caps') return caps && !shouting;
  return capital;
}

/** True for a text written in capitals throughout, as headlines are: case then tells nothing. */
export function isShouting(words: readonly NameWord[]): boolean {
  let letters = 0;
  let caps = 0;
  for (const word of words) {
    const length = word.end - word.start;
    if (length < 2) continue;
    letters += length;
    if (word.caps) caps += length;
  }
  return words.length >= 3 && caps > letters * 0.8;
}

/** True when no sentence or bracket ends between words `from` and `end`: "the PMC). Wagner" names no "PMC Wagner". */
export function unbroken(text: string, words: readonly NameWord[], from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) {
    const before = words[i - 1] as NameWord;
    const gap = text.slice(before.end, (words[i] as NameWord).start);
    if (/[)\]!?;:\n]/.test(gap)) return false;
    // Initials and "St." go on; a full stop after a longer word does not.
    if (before.end - before.start > 2 && /\.\s/.test(gap)) return false;
  }
  return true;
}
