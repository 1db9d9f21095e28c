import type { SentenceWords } from '../lang/index.ts';
import { charClass, charClasses } from './chars.ts';

const { space, upper, lower, letter, digit, terminal, open, close, quote } = charClass;

/** Longest piece looked at on either side of a full stop, in UTF-16 units: keeps the work per stop constant. */
const reach = 40;

const isWordClass = (c: number) => c === upper || c === lower || c === letter || c === digit;

/** The run of non-space characters that ends before `at`, without the marks that open it. */
function pieceBefore(text: string, at: number, from: number): string {
  const classes = charClasses();
  const least = Math.max(from, at - reach);
  let i = at;
  while (i > least && classes[text.charCodeAt(i - 1)] !== space) i--;
  while (i < at && !isWordClass(classes[text.charCodeAt(i)] as number)) i++;
  return text.slice(i, at);
}

/** The word that begins at or after `at`: marks that open (quotes, brackets, dashes) are passed over. */
function wordAfter(text: string, at: number, to: number): string {
  const classes = charClasses();
  const most = Math.min(to, at + reach);
  let i = at;
  while (i < most && !isWordClass(classes[text.charCodeAt(i)] as number)) i++;
  const start = i;
  while (i < most && (isWordClass(classes[text.charCodeAt(i)] as number) || "-'’".includes(text[i] as string))) i++;
  // An initial keeps its full stop: the "A." of "J. A. Smith" is not the article.
  return text.slice(start, i === start + 1 && text[i] === '.' ? i + 1 : i);
}

/** "al-Qaeda", "d'Ivoire": a name may open a sentence with a small letter. */
const smallName = /^(?:al|el|an|as|ash|ad|ar|at)[- ]\p{Lu}/u;

const isStarter = (word: string, words: SentenceWords) => {
  if (!/^\p{Lu}/u.test(word)) return false;
  const low = word.toLowerCase().replace('’', "'");
  return words.starter.has(low) || words.starter.has(low.slice(0, low.indexOf("'") + 1));
};

/** Whether the full stop after `piece` is part of an abbreviation; null: `piece` is none. */
function abbreviationGoesOn(piece: string, next: string, nextIsDigit: boolean, words: SentenceWords): boolean | null {
  const low = piece.toLowerCase().normalize('NFC');
  const last = low.slice(Math.max(low.lastIndexOf('('), low.lastIndexOf('/'), low.lastIndexOf('-')) + 1);
  const is = (set: ReadonlySet<string>) => set.has(low) || set.has(last);
  if (is(words.name)) return true;
  if (is(words.time)) return nextIsDigit || words.afterTime.has(next.toLowerCase());
  if (is(words.number) && nextIsDigit) return true;
  if (is(words.any) || is(words.number)) return !isStarter(next, words);
  // Initials and dotted capitals: "A. Jones", "L.F. Rothschild", "U.S.".
  if (/^(?:\p{Lu}\p{M}?[.-]{0,2})+$/u.test(piece) && (piece.length === 1 || piece.includes('.')))
    return !isStarter(next, words) && !nextIsDigit;
  return null;
}

/** A numeral or letter that numbers a list: it opens the paragraph and a full stop follows it. */
const listMark = /^\(?(?:\d{1,3}|\p{L}|[ivxlcIVXLC]{1,6})$/u;

/**
 * "…that night. plus we can": careless writing goes on in small letters. The word before must be a plain one, long
 * enough not to be an abbreviation that the lists lack.
 */
function careless(text: string, at: number, after: number, from: number, to: number, words: SentenceWords): boolean {
  const before = pieceBefore(text, at, from);
  if (
    !/^[\p{Ll}'’]{4,}$/u.test(before) &&
    !/^(?:it|me|us|up|in|on|so|too|you|her|him|now|out|one|day|lol)$/.test(before)
  )
    return false;
  const { name, number, any, time } = words;
  if ([name, number, any, time].some((set) => set.has(before))) return false;
  return /^\p{Ll}+$/u.test(wordAfter(text, after, to));
}

/** "can you help? where is it": a question goes on with another opening, but not with who asks ("why? he said"). */
const asksOn = (next: string, words: SentenceWords) =>
  /^\p{Ll}/u.test(next) && words.starter.has(next) && !/^(?:he|she|they|it|a|il|elle|on|the|le|la|les)$/.test(next);

export interface Stop {
  /** After the run of marks and what closes behind it: the end of the sentence if `ends`, and where to read on. */
  readonly end: number;
  readonly ends: boolean;
}

/** "processed.On Wednesday": a plain word on both sides and nothing that smells of an address or a file name. */
function joined(text: string, at: number, after: number, from: number, to: number, single: boolean): boolean {
  const before = pieceBefore(text, at, from);
  if (!/^[\p{L}\p{M}'’-]*\p{Ll}{2}["”»)]?$/u.test(before)) return false;
  let end = after;
  const most = Math.min(to, after + reach);
  while (end < most && charClasses()[text.charCodeAt(end)] !== space) end++;
  const next = text.slice(after, end);
  if (!/^["“«‘]?\p{Lu}[\p{L}'’-]*[,.;:!?"”»)]*$/u.test(next)) return false;
  // "Node.Js" and "Yahoo!Mail" are names: the word before is then capitalised and stands alone.
  return !single || !/^\p{Lu}/u.test(before) || /^\p{Lu}\p{Ll}{2}/u.test(next);
}

/**
 * Judges the terminal mark at `at` inside the paragraph [from, to). Looks at a bounded window on both sides, apart
 * from runs of marks and white space, which the caller passes over as well.
 */
export function judgeStop(text: string, at: number, from: number, to: number, words: SentenceWords): Stop {
  const classes = charClasses();
  const classAt = (i: number) => (i < to ? (classes[text.charCodeAt(i)] as number) : space);
  let i = at + 1;
  // A run of marks, spaced ellipses (". . .") included.
  for (;;) {
    while (classAt(i) === terminal) i++;
    if (text[i - 1] === '.' && text[i] === ' ' && text[i + 1] === '.' && i + 1 < to) i += 2;
    else break;
  }
  const runEnd = i;
  const single = runEnd === at + 1 && text[at] === '.';
  const bracketed = text[i] === ']' || (text[i] === ')' && runEnd - at >= 3);
  // What closes after the mark, French spacing ("! »") included; a straight quote closes when it touches the mark.
  for (;;) {
    const c = classAt(i);
    if (c === close || c === quote || c === terminal) i++;
    else if (c === space && text[i + 1] === '»' && i + 1 < to) i += 2;
    else break;
  }
  if (bracketed && i > runEnd && runEnd - at >= 3) return { end: i, ends: i >= to };
  if (i >= to) return { end: i, ends: true };

  // Note marks: "martyr.[1] The", "2).10 This".
  const note = /^(?:\[\d{1,3}\])+|^\d{1,3}(?=\s+\p{Lu})/u.exec(text.slice(i, Math.min(to, i + 24)));
  if (note !== null && (note[0].startsWith('[') || !/\d$/.test(text.slice(at - 1, at)))) i += note[0].length;
  const end = i;
  if (i >= to) return { end, ends: true };

  const code = text.charCodeAt(at);
  const next = classAt(i);
  if (next !== space) {
    // Full-width and Arabic-script stops need no space; others only where two words are plainly run together.
    if (code > 0x2fff) return { end, ends: isWordClass(next) && next !== digit };
    if (next !== upper && next !== open && text[i] !== '“') return { end, ends: false };
    if (i > runEnd && classAt(runEnd) === quote) return { end, ends: false };
    return { end, ends: joined(text, at, i, from, to, single) };
  }
  let after = i;
  while (after < to && classAt(after) === space) after++;
  const first = classAt(after);
  if (first === lower) {
    const small =
      smallName.test(text.slice(after, after + 6)) ||
      (single && careless(text, at, after, from, to, words)) ||
      (text[runEnd - 1] === '?' && asksOn(wordAfter(text, after, to), words));
    return { end, ends: small && runEnd === end };
  }
  const head = text.slice(after, Math.min(to, after + 3));
  if (/^[,;:)\]}»%=/]/.test(head)) return { end, ends: false };
  if (/^[-–—]/.test(head)) {
    // A dash after a stop carries on a reported speech inside guillemets, or stands between two parts of a title.
    const before = text.slice(Math.max(from, at - 500), end);
    const guillemet = before.lastIndexOf('«');
    if (guillemet !== -1 && !before.includes('»', guillemet)) return { end, ends: false };
  }
  const follows = wordAfter(text, after, to);
  if (/^\p{Ll}/u.test(follows) && first !== digit && !smallName.test(text.slice(after, after + 8))) {
    // An opening quote or bracket before a small letter: the sentence goes on.
    if (first === open || first === quote || /^[-–—]/.test(head)) return { end, ends: false };
  }
  if (!single) {
    // "Leave me alone! he" went above; an ellipsis before a capital ends, unless it is bracketed.
    return { end, ends: true };
  }
  const piece = pieceBefore(text, at, from);
  // A stop that stands by itself, or behind marks only: "a good idea . Read on", "$$$. Work".
  if (piece === '') return { end, ends: end > runEnd || first === upper };
  const opens = at - piece.length - 2 <= from && listMark.test(piece);
  if (opens && end <= runEnd + 1) return { end, ends: false };
  if (/^\d[\d.,]*$/.test(piece) && first === digit && classAt(after + 1) === terminal) return { end, ends: true };
  const goesOn = abbreviationGoesOn(piece, follows, first === digit, words);
  if (goesOn === null) return { end, ends: true };
  if (!goesOn) return { end, ends: true };
  return { end, ends: false };
}
