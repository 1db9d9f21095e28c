import type { NumberWords } from './number-words.ts';
import type { Word } from './words.ts';

/** A bare number: what the words from `at` to `next` say, without bounds and units. */
export interface Numeral {
  readonly value: number;
  readonly next: number;
  readonly ordinal: boolean;
  readonly form: 'digits' | 'words';
  /** It ends in a word or letter of size ("million", "K"), which also holds for the first part of a range. */
  readonly scale: number | null;
}

const grouped = /\d{1,3}(?:([,.'\u2019 \u00a0\u202f\u2009])\d{3})(?:\1\d{3}){0,5}(?!\d)/y;
const plain = /\d+/y;
const decimal = /([.,])(\d+)(?![\d])/y;
const clock = /:\d|[hH]\d/y;

interface Digits {
  readonly value: number;
  /** Index in the text. */
  readonly end: number;
}

/** Digits with their separators, by the habits of the language and by form where the form leaves no doubt. */
export function readDigits(text: string, start: number, mark: '.' | ','): Digits | null {
  grouped.lastIndex = start;
  const group = grouped.exec(text);
  let whole: string;
  let end: number;
  let separator = '';
  if (group !== null && groupsThousands(text, start, group, mark)) {
    whole = group[0].replace(/\D/g, '');
    separator = group[1] ?? '';
    end = start + group[0].length;
  } else {
    plain.lastIndex = start;
    const digits = plain.exec(text);
    if (digits === null) return null;
    whole = digits[0];
    end = start + whole.length;
  }
  decimal.lastIndex = end;
  const rest = decimal.exec(text);
  const another = rest === null ? '' : (text[end + rest[0].length] ?? '');
  // A second mark with digits behind it is a date, a version or an address, not a number.
  const chained = /[.,]/.test(another) && /\d/.test(text[end + (rest?.[0].length ?? 0) + 1] ?? '');
  if (rest !== null && rest[1] !== separator) {
    if (chained) return null;
    const isDecimal = rest[1] === mark || separator !== '' || (rest[2] ?? '').length !== 3;
    // In French "8.5" is as common as "8,5"; in English "2,5" is taken from other languages, "12,13" is a list.
    if (isDecimal && (rest[1] === mark || separator !== '' || mark === ',' || (rest[2] ?? '').length === 1))
      return { value: Number(`${whole}.${rest[2]}`), end: end + rest[0].length };
  }
  return { value: Number(whole), end };
}

function groupsThousands(text: string, start: number, group: RegExpExecArray, mark: '.' | ','): boolean {
  const separator = group[1] ?? '';
  const [whole] = group;
  if (whole.startsWith('0')) return false;
  const groups = whole.split(separator).length - 1;
  const after = text[start + whole.length] ?? '';
  const fraction = /^[.,]\d/.test(text.slice(start + whole.length, start + whole.length + 2));
  if (separator === mark) return groups > 1 || (fraction && after !== separator);
  return true;
}

/** An ordinal, digits, spelled or mixed number that begins at word `at`. */
export function readNumeral(text: string, words: readonly Word[], at: number, lexicon: NumberWords): Numeral | null {
  const { phrases } = lexicon;
  const first = words[at];
  if (first === undefined) return null;
  if (first.kind === 'digits') return digitsNumeral(text, words, at, lexicon);
  if (first.kind === 'mark' && first.form === '-') {
    const before = words[at - 1];
    const after = words[at + 1];
    if (after?.kind !== 'digits' || after.gap !== 'none' || (before !== undefined && first.gap === 'none')) return null;
    return negate(digitsNumeral(text, words, at + 1, lexicon));
  }
  if (first.kind !== 'word') return null;
  const minus = phrases.minus.at(words, at);
  if (minus !== null) {
    const digits = words[minus.next]?.kind === 'digits';
    const positive = digits ? digitsNumeral(text, words, minus.next, lexicon) : spelled(words, minus.next, lexicon);
    if (positive !== null && positive.value > 0 && !positive.ordinal) return negate(positive);
  }
  return spelled(words, at, lexicon);
}

const negate = (numeral: Numeral | null): Numeral | null =>
  numeral === null ? null : { ...numeral, value: -numeral.value };

function digitsNumeral(text: string, words: readonly Word[], at: number, lexicon: NumberWords): Numeral | null {
  const { phrases } = lexicon;
  const first = words[at] as Word;
  const digits = readDigits(text, first.start, lexicon.decimalMark);
  if (digits === null || !Number.isFinite(digits.value)) return null;
  clock.lastIndex = digits.end;
  if (clock.test(text)) return null;
  let next = at;
  while (next < words.length && (words[next] as Word).start < digits.end) next++;
  let value = digits.value;
  const touching = words[next]?.gap === 'none';
  const suffix = touching ? phrases['ordinal-suffix'].at(words, next) : null;
  if (suffix !== null && Number.isInteger(value) && endsWord(words, suffix.next))
    return { value, next: suffix.next, ordinal: true, form: 'digits', scale: null };
  const point = phrases.point.at(words, next);
  const decimals = words[point?.next ?? next];
  if (point !== null && Number.isInteger(value) && decimals?.kind === 'digits') {
    next = point.next + 1;
    value = Number(`${value}.${decimals.form}`);
  }
  const size = touching ? phrases.suffix.at(words, next) : null;
  if (size !== null && endsWord(words, size.next))
    return {
      value: value * size.value.value,
      next: size.next,
      ordinal: false,
      form: 'digits',
      scale: size.value.value,
    };
  // A letter that sticks to the digits and is no size makes a name: 2A, 3D, 737MAX.
  if (touching && words[next]?.kind === 'word' && phrases.measure.at(words, next) === null) return null;
  return withScales(words, { value, next, ordinal: false, form: 'digits', scale: null }, lexicon);
}

const endsWord = (words: readonly Word[], at: number): boolean =>
  words[at] === undefined || words[at]?.gap !== 'none' || words[at]?.kind === 'mark';

/** The index after an optional hyphen, where a word may follow inside one number. */
function joined(words: readonly Word[], at: number): number {
  const word = words[at];
  if (word === undefined || word.gap === 'paragraph') return at;
  return word.form === '-' && word.gap === 'none' && words[at + 1]?.gap === 'none' ? at + 1 : at;
}

interface Part {
  readonly value: number;
  readonly next: number;
  readonly ordinal: boolean;
}

const inside = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  return word !== undefined && word.kind === 'word' && word.gap !== 'paragraph';
};

function belowHundred(words: readonly Word[], at: number, lexicon: NumberWords): Part | null {
  const { phrases } = lexicon;
  const teen = phrases.teen.at(words, at);
  const ten = phrases.ten.at(words, at);
  const unit = phrases.unit.at(words, at);
  const ordinal = phrases.ordinal.at(words, at);
  const longest = Math.max(teen?.next ?? 0, ten?.next ?? 0, unit?.next ?? 0);
  if (ordinal !== null && ordinal.next >= longest)
    return { value: ordinal.value.value, next: ordinal.next, ordinal: true };
  if (ten !== null && ten.next === longest) {
    const { value, more } = ten.value;
    const and = phrases.and.at(words, joined(words, ten.next));
    const addedAt = joined(words, and?.next ?? ten.next);
    const added = inside(words, addedAt) ? belowTwenty(words, addedAt, phrases) : null;
    // "vingt et un", "soixante et onze": only these add with "and".
    const mayAdd = and === null || (lexicon.oneIsArticle && (added?.value === 1 || added?.value === 11));
    if (added !== null && mayAdd && added.value >= 1 && added.value <= Number(more))
      return { value: value + added.value, next: added.next, ordinal: added.ordinal };
    return { value, next: ten.next, ordinal: false };
  }
  if (teen !== null && teen.next === longest) return { value: teen.value.value, next: teen.next, ordinal: false };
  return unit === null ? null : { value: unit.value.value, next: unit.next, ordinal: false };
}

function belowTwenty(words: readonly Word[], at: number, phrases: NumberWords['phrases']): Part | null {
  const plain = phrases.teen.at(words, at) ?? phrases.unit.at(words, at);
  const ordinal = phrases.ordinal.at(words, at);
  if (ordinal !== null && ordinal.next >= (plain?.next ?? 0))
    return { value: ordinal.value.value, next: ordinal.next, ordinal: true };
  return plain === null ? null : { value: plain.value.value, next: plain.next, ordinal: false };
}

function belowThousand(words: readonly Word[], at: number, lexicon: NumberWords): Part | null {
  const { phrases } = lexicon;
  const bare = phrases.hundred.at(words, at);
  const small: Part | null =
    bare !== null && bare.value.more === 'alone'
      ? { value: 1, next: at, ordinal: false }
      : (articleBefore(words, at, phrases) ?? belowHundred(words, at, lexicon));
  if (small === null || small.ordinal) return small;
  const hundredAt = joined(words, small.next);
  const hundred = inside(words, hundredAt) || hundredAt === at ? phrases.hundred.at(words, hundredAt) : null;
  if (hundred !== null) {
    const value = small.value * 100;
    let next = joined(words, hundred.next);
    const and = lexicon.decimalMark === '.' ? phrases.and.at(words, next) : null;
    if (and !== null) next = and.next;
    const rest = inside(words, next) ? belowHundred(words, next, lexicon) : null;
    if (rest !== null && rest.value < 100 && !bareArticle(words, next, lexicon))
      return { value: value + rest.value, next: rest.next, ordinal: rest.ordinal };
    return { value, next: hundred.next, ordinal: false };
  }
  if (lexicon.leavesOutHundred && small.value < 10 && small.next === at + 1 && inside(words, small.next)) {
    const rest = belowHundred(words, small.next, lexicon);
    const hyphen = words[rest?.next ?? 0];
    if (rest !== null && rest.value >= 10 && rest.value < 100 && !rest.ordinal && hyphen?.form !== '-')
      return { value: small.value * 100 + rest.value, next: rest.next, ordinal: false };
  }
  return small;
}

/** "cent un" is 101, but "cent une fois" hardly occurs and "deux cents un peu" does. */
const bareArticle = (words: readonly Word[], at: number, lexicon: NumberWords): boolean =>
  lexicon.oneIsArticle && lexicon.phrases.article.at(words, at) !== null && words[at + 1]?.form === 'peu';

/** "a hundred", "un million": the article counts as one before a hundred or a scale. */
function articleBefore(words: readonly Word[], at: number, phrases: NumberWords['phrases']): Part | null {
  const article = phrases.article.at(words, at);
  if (article === null || !inside(words, article.next)) return null;
  const big = phrases.hundred.at(words, article.next) ?? phrases.scale.at(words, article.next);
  return big === null ? null : { value: 1, next: article.next, ordinal: false };
}

function spelled(words: readonly Word[], at: number, lexicon: NumberWords): Numeral | null {
  const { phrases } = lexicon;
  const zero = phrases['zero-numeral'].at(words, at);
  if (zero !== null) return { value: 0, next: zero.next, ordinal: false, form: 'words', scale: null };
  const round = phrases.round.at(words, at);
  if (round !== null) return { value: round.value.value, next: round.next, ordinal: false, form: 'words', scale: null };
  const alone = phrases.scale.at(words, at);
  const first: Part | null =
    alone !== null && alone.value.more === 'alone'
      ? { value: 1, next: at, ordinal: false }
      : belowThousand(words, at, lexicon);
  if (first === null) return null;
  return withScales(words, { ...first, form: 'words', scale: null }, lexicon);
}

/** Goes on with "million two hundred thousand": smaller scales add, greater ones multiply all that came before. */
function withScales(words: readonly Word[], first: Numeral, lexicon: NumberWords): Numeral {
  const { phrases } = lexicon;
  if (first.ordinal) return first;
  let total = 0;
  let part = first.value;
  let next = first.next;
  let last: number | null = null;
  for (;;) {
    const scaleAt = joined(words, next);
    const scale = words[scaleAt]?.gap === 'paragraph' ? null : phrases.scale.at(words, scaleAt);
    if (scale === null || total > 1e15) break;
    const size = scale.value.value;
    total = last !== null && size > last ? (total + part) * size : total + part * size;
    part = 0;
    next = scale.next;
    last = size;
    const half = phrases['plus-half'].at(words, next);
    if (half !== null) return { ...first, value: total + half.value.value * size, next: half.next, scale: size };
    if (first.form === 'digits' || size < 100) continue;
    const and = lexicon.decimalMark === '.' ? phrases.and.at(words, next) : null;
    const restAt = and?.next ?? joined(words, next);
    const rest = inside(words, restAt) ? belowThousand(words, restAt, lexicon) : null;
    if (rest === null || rest.value >= size) continue;
    if (rest.ordinal) return { ...first, value: total + rest.value, next: rest.next, ordinal: true };
    part = rest.value;
    next = rest.next;
  }
  return { ...first, value: total + part, next, scale: part === 0 ? last : null };
}
