import type { Span } from '../model/index.ts';

/** A word, a run of digits or a single mark, as the grammars of numbers and times see it. */
export interface Word extends Span {
  /** Lower case, composed (NFC), with one apostrophe (') and one hyphen (-) for all their look-alikes. */
  readonly form: string;
  readonly kind: 'word' | 'digits' | 'mark';
  /** What stands before it: nothing, white space, or the end of a paragraph (an empty line, a page break). */
  readonly gap: 'none' | 'space' | 'paragraph';
  /** Starts with a capital letter in the text. */
  readonly capital: boolean;
}

// The modifier letters that serve as apostrophes count as marks.
const piece = /(\s+)|((?:(?![\u02b9\u02bc])[\p{L}\p{M}])+)|([0-9]+)|([\s\S])/uy;
const apostrophes = new Set(['\u2019', '\u02bc', '\u02b9', '\u2018', '\u00b4', '`', '\u2032', '\u2035', '\uff07']);
const hyphens = new Set(['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212']);
const paragraph = /\n[^\S\n]*\r?\n|\f/;

function formOf(text: string): string {
  if (apostrophes.has(text)) return "'";
  if (hyphens.has(text)) return '-';
  return text.normalize('NFC').toLowerCase();
}

/** Cuts `[start, end)` of the text into words, digits and marks; white space is only remembered as a gap. */
export function wordsOf(text: string, span: Span = { start: 0, end: text.length }): Word[] {
  const words: Word[] = [];
  let gap: Word['gap'] = 'none';
  piece.lastIndex = span.start;
  while (piece.lastIndex < span.end) {
    const start = piece.lastIndex;
    const match = piece.exec(text);
    if (match === null) break;
    const end = Math.min(piece.lastIndex, span.end);
    if (match[1] !== undefined) {
      gap = paragraph.test(match[1]) ? 'paragraph' : 'space';
      continue;
    }
    const written = text.slice(start, end);
    // A soft hyphen is invisible: it must not come between the halves of a number.
    if (written === '\u00ad') continue;
    const kind = match[2] !== undefined ? 'word' : match[3] !== undefined ? 'digits' : 'mark';
    words.push({ start, end, form: formOf(written), kind, gap, capital: kind === 'word' && /^\p{Lu}/u.test(written) });
    gap = 'none';
  }
  return words;
}

/** The same letters without their accents, as hurried writers and old wires have them: "février" -> "fevrier". */
export function withoutAccents(form: string): string {
  return form.normalize('NFD').replace(/\p{M}+/gu, '');
}
