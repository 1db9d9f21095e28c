import type { Language, SentenceWords } from '../lang/index.ts';
import type { Span } from '../model/index.ts';

/** A syntactic word before it is tagged. */
export interface Word {
  readonly span: Span;
  readonly form: string;
  /** The written word that it shares with others; null: it is one by itself. */
  readonly contraction: Span | null;
}

/** Decides whether the written word at `index` of `pieces`, one that may be either ("des"), holds two words. */
export type Contracts = (pieces: readonly string[], index: number) => boolean;

interface Piece {
  readonly start: number;
  readonly text: string;
  /** word: to be divided by the language; possessive: a plural with its apostrophe; whole: an address, a mark. */
  readonly kind: 'word' | 'possessive' | 'whole';
}

// What a piece can be; the first match wins. The name of an address is bounded, so that a miss costs little.
const shapes = (language: Language) => [
  String.raw`(?:https?:\/\/|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?')\]}’]`,
  String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*`,
  String.raw`[\p{L}\d_-]{1,63}(?:\.[\p{L}\d_-]{1,63}){0,8}\.(?:com|org|net|gov|edu|info|docx?|xlsx?|pdf|html?|txt|jpg|png|zip)(?![\p{L}\d])`,
  // U.S., p.m., J.-C.
  String.raw`\p{L}\.(?:-?\p{L}\.)+(?!\p{L})`,
  // 1 400, as French writes it.
  ...(language.tokens.spacedNumbers
    ? ['\\d{1,3}(?:[\u00a0\u202f ]\\d{3})+(?![\\d.,:/-]?\\d)', '(?<![^\\s(])[-−]\\d+(?:[.,]\\d+)*']
    : []),
  // Smileys; °C n° traité(e)
  String.raw`(?<!\S)[:;=]-?[()DPp|](?=\s|$)`,
  String.raw`°C(?!\p{L})|n°|\p{L}{2,40}\((?:s|e|es|S|E|ES)\)(?!\p{L})`,
  // 20th 1970s 14h30 10m
  String.raw`(?<mixed>\d+(?:[.,]\d+)*\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*)`,
  // Telephone numbers and ISO dates; 1,400 9/11 5:30
  String.raw`\d{4}-\d{2}-\d{2}(?!\d)|\d{3,}(?:-\d{3,})+(?!\d)|\d+(?:[.,:/]\d+)*`,
  // l'« armée »
  ...(language.tokens.elided === null ? [] : [language.tokens.elided]),
  String.raw`(?<word>[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:(?:[-‐‑'’${'`'}]|&(?=\p{Lu}))[\p{L}\p{M}\p{N}_]+)*)`,
  // Clitics that stand free: 's
  String.raw`['’](?:s|m|d|re|ve|ll|S)(?![\p{L}\d])`,
  String.raw`\.{2,}|-{2,}|[!?]{2,}|_{2,}|\*{2,}|={2,}|#{2,}|~{2,}|\${2,}|\+{2,}|,{2,}`,
  String.raw`\S`,
];

/** True when a full stop at `end` belongs to the word before it. */
function takesStop(text: string, end: number, word: string, language: Language, words: SentenceWords): boolean {
  if (text[end] !== '.' || text[end + 1] === '.') return false;
  const low = word.toLowerCase();
  // The last stop of a sentence is its end, unless hardly anybody writes the word without one.
  if (!/\p{L}|\p{N}/u.test(text.slice(end + 1, end + 12))) return language.tokens.keepsStop.has(low);
  if (/^\p{Lu}$/u.test(word)) return true;
  return words.name.has(low) || words.any.has(low) || words.number.has(low) || words.time.has(low);
}

function piecesOf(text: string, language: Language, words: SentenceWords): Piece[] {
  const shape = new RegExp(shapes(language).join('|'), 'gu');
  const out: Piece[] = [];
  let quoted = false;
  for (let found = shape.exec(text); found !== null; found = shape.exec(text)) {
    const start = found.index;
    const piece = found[0];
    const word = found.groups?.word ?? found.groups?.mixed;
    if (word === undefined) {
      if (piece === '‘' || (piece === "'" && /^$|\s/.test(text.slice(Math.max(0, start - 1), start)))) quoted = true;
      else if (piece === "'" || piece === '’') quoted = false;
      out.push({ start, text: piece, kind: 'whole' });
      continue;
    }
    const end = start + piece.length;
    if (takesStop(text, end, word, language, words)) {
      out.push({ start, text: `${piece}.`, kind: 'whole' });
      shape.lastIndex = end + 1;
    } else if (
      !quoted &&
      language.tokens.pluralPossessive &&
      /[sS]$/.test(word) &&
      /^['’](?!\p{L})/u.test(text.slice(end, end + 2))
    ) {
      out.push({ start, text: text.slice(start, end + 1), kind: 'possessive' });
      shape.lastIndex = end + 1;
    } else out.push({ start, text: piece, kind: 'word' });
  }
  return out;
}

/** The two words of an ambiguous contraction, in the case in which it is written. */
function shaped([first, second]: readonly [string, string], written: string): readonly [string, string] {
  if (written === written.toUpperCase()) return [first.toUpperCase(), second.toUpperCase()];
  return /^\p{Lu}/u.test(written) ? [(first[0] ?? '').toUpperCase() + first.slice(1), second] : [first, second];
}

/**
 * Words of one sentence, spans offset by `base`, in order: they cover all but white space, and only the words of a
 * contraction share a place.
 */
export function tokenise(
  sentence: string,
  base: number,
  language: Language,
  words: SentenceWords,
  contracts: Contracts,
): Word[] {
  const pieces = piecesOf(sentence, language, words);
  const texts = pieces.map((piece) => piece.text);
  const out: Word[] = [];
  const { ambiguous, divide } = language.tokens;
  pieces.forEach(({ start, text, kind }, index) => {
    const from = base + start;
    const span = { start: from, end: from + text.length };
    if (kind === 'whole') {
      out.push({ span, form: text, contraction: null });
      return;
    }
    const two = ambiguous.get(text.toLowerCase());
    if (two !== undefined) {
      if (contracts(texts, index)) {
        for (const form of shaped(two, text)) out.push({ span, form, contraction: span });
      } else out.push({ span, form: text, contraction: null });
      return;
    }
    if (kind === 'possessive') {
      const cut = span.end - 1;
      out.push({ span: { start: span.start, end: cut }, form: text.slice(0, -1), contraction: span });
      out.push({ span: { start: cut, end: span.end }, form: text.slice(-1), contraction: span });
      return;
    }
    // Neighbouring contracted parts are one written word ("don't" in "don't-know").
    const parts = divide(text);
    let group: Span | null = null;
    parts.forEach((part, p) => {
      const own = { start: from + part.start, end: from + part.end };
      const form = part.form ?? text.slice(part.start, part.end);
      if (!part.contracted) group = null;
      else if (group === null) {
        let last = p;
        while (parts[last + 1]?.contracted) last++;
        group = { start: own.start, end: from + (parts[last]?.end ?? part.end) };
      }
      out.push({ span: own, form, contraction: group });
    });
  });
  return out;
}
