/** A word of running text: letters and digits only, so "Al-Qaïda" is two words and "Mali's" is `mali` and `s`. */
export interface NameWord {
  /** Lower case, without accents: what names are compared by. */
  readonly folded: string;
  /** [start, end) in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Has letters, and all of them are capitals. */
  readonly caps: boolean;
}

const ascii = /^[\0-\x7f]*$/;
// Letters that Unicode does not take apart into a base letter and a mark.
const undivided: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Lower case, without accents and modifier letters: `Ségou` and `SEGOU` are both `segou`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}\p{Lm}]/gu, '')
    .replace(/[øłıßæœđðþ]/g, (letter) => undivided[letter] ?? letter);
}

/** The words of a text in order; linear in its length. */
export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const form = match[0];
    const first = form[0] as string;
    const upper = form.toUpperCase();
    const caps = form === upper && form !== form.toLowerCase();
    words.push({
      folded: fold(form),
      start: match.index,
      end: match.index + form.length,
      capital: caps || first !== first.toLowerCase(),
      caps,
    });
  }
  return words;
}
