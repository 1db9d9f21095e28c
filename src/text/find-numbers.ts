import { type Estimate, exactly, overlaps, type Span } from '../model/index.ts';
import { bound, isBound } from './bounds.ts';
import type { NumberRole, NumberWords } from './number-words.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * What a number says: how many (`cardinal`), which one (`ordinal`), a share or a change in `percent`, a difference of
 * percentage `points`, how many times as much (`multiple`), a part (`fraction`), `money`, a length, weight or duration
 * (`measure`), or the `age` of somebody.
 */
export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'fraction'
  | 'money'
  | 'measure'
  | 'age';

/** A quantity in running text. */
export interface NumberMention {
  /** The bounding words, the numeral and its unit: "more than 8,000", "nearly 50 percent". */
  readonly span: Span;
  /** The numeral alone: "8,000", "50". */
  readonly numeral: Span;
  readonly value: Estimate;
  readonly kind: NumberKind;
  /** ISO 4217 for money; for measures and ages the unit in the singular (`km`, `day`, `year`); null: none. */
  readonly unit: string | null;
}

/** What one language brings for numbers; `Language` has it. */
export interface NumberLanguage {
  readonly numbers: NumberWords;
}

/** A quantity without its outer bound: words `[from, next)`, the numeral in `[numeralFrom, numeralNext)`. */
interface Quantity {
  readonly from: number;
  readonly next: number;
  readonly numeralFrom: number;
  readonly numeralNext: number;
  readonly value: Estimate;
  readonly kind: NumberKind;
  readonly unit: string | null;
}

/**
 * Finds the quantities of a text in one pass. Words of a date are left alone when their spans are given in `except`
 * (what `findTimes` found); without it "in 2022" holds the number 2022.
 *
 * `span` limits the search (a sentence); all spans are UTF-16 units of the whole text. "one" and "un" are numbers only
 * where they count; a number that names (Resolution 2164, G5, RPG-7) is none. How words bound: see `bound`.
 */
export function findNumbers(
  text: string,
  language: NumberLanguage,
  span: Span = { start: 0, end: text.length },
  except: readonly Span[] = [],
): NumberMention[] {
  const words = wordsOf(text, span);
  const taken = takenWords(words, except);
  const found: NumberMention[] = [];
  for (let at = 0; at < words.length; ) {
    const reader: Reader = { text, words, start: at, lexicon: language.numbers };
    const quantity = taken[at] ? null : boundedQuantity(reader, at, 0);
    if (quantity === null || taken[quantity.numeralFrom]) {
      at += 1;
      continue;
    }
    at = quantity.next;
    if (isName(reader, quantity)) continue;
    const { value, kind, unit } = quantity;
    found.push({
      span: spanOf(words, quantity.from, quantity.next),
      numeral: spanOf(words, quantity.numeralFrom, quantity.numeralNext),
      value,
      kind,
      unit,
    });
  }
  return found;
}

interface Reader {
  readonly text: string;
  readonly words: readonly Word[];
  /** The word at which the quantity begins; the only one that may open a paragraph. */
  readonly start: number;
  readonly lexicon: NumberWords;
}

function takenWords(words: readonly Word[], except: readonly Span[]): boolean[] {
  const spans = [...except].sort((a, b) => a.start - b.start);
  let s = 0;
  return words.map((word) => {
    while (s < spans.length && (spans[s] as Span).end <= word.start) s += 1;
    const span = spans[s];
    return span !== undefined && overlaps(span, word);
  });
}

const spanOf = (words: readonly Word[], from: number, next: number): Span => ({
  start: (words[from] as Word).start,
  end: (words[next - 1] as Word).end,
});

const is = ({ words, start, lexicon }: Reader, role: NumberRole, at: number) =>
  words[at]?.gap === 'paragraph' && at > start ? null : lexicon.phrases[role].at(words, at);

/** A quantity with the words that bound it, before and after. Two bounding words may follow each other. */
function boundedQuantity(reader: Reader, at: number, depth: number): Quantity | null {
  const { words, lexicon } = reader;
  const qualifier = lexicon.phrases.qualifier.at(words, at);
  const multiplied = lexicon.phrases['multiple-qualifier'].at(words, at);
  // "quelques" and "some" bound a number; before a noun they are an amount of their own.
  if (qualifier !== null && depth < 2 && isBound(qualifier.value.text)) {
    const inner = boundedQuantity(reader, qualifier.next, depth + 1);
    if (inner !== null && inner.kind !== 'ordinal' && words[qualifier.next]?.gap !== 'paragraph')
      return { ...inner, from: at, value: bound(inner.value, qualifier.value.text) };
  }
  if (multiplied !== null && isBound(multiplied.value.text)) {
    const inner = oneWordMultiple(reader, multiplied.next);
    if (inner !== null) return { ...inner, from: at, value: bound(inner.value, multiplied.value.text) };
  }
  const quantity = readQuantity(reader, at, depth > 0);
  if (quantity === null) return null;
  const after = is(reader, 'after', quantity.next);
  if (after !== null && quantity.kind !== 'ordinal' && isBound(after.value.text) && closes(words, after.next))
    return { ...quantity, next: after.next, value: bound(quantity.value, after.value.text) };
  return quantity;
}

/** A bound after the number must not belong to the next one ("500, plus 20 more", "12 environ 30"). */
const closes = (words: readonly Word[], at: number): boolean => words[at]?.kind !== 'digits';

function readQuantity(reader: Reader, at: number, bounded: boolean): Quantity | null {
  return (
    oneWordMultiple(reader, at) ??
    indefinite(reader, at) ??
    nobody(reader, at) ??
    fraction(reader, at) ??
    range(reader, at) ??
    single(reader, at, bounded)
  );
}

function plainQuantity(at: number, next: number, value: Estimate, kind: NumberKind): Quantity {
  return { from: at, next, numeralFrom: at, numeralNext: next, value, kind, unit: null };
}

function oneWordMultiple(reader: Reader, at: number): Quantity | null {
  const multiple = is(reader, 'multiple', at);
  if (multiple !== null) return plainQuantity(at, multiple.next, exactly(multiple.value.value), 'multiple');
  const divided = is(reader, 'divided-by', at);
  const by = is(reader, 'multiplied-by', at) ?? divided;
  if (by === null) return null;
  const inner = single(reader, by.next, true);
  if (inner === null || inner.kind !== 'cardinal' || !(inner.value.best ?? 0)) return null;
  const factor = inner.value.best as number;
  return { ...inner, from: at, value: exactly(divided === null ? factor : 1 / factor), kind: 'multiple' };
}

/** "dozens", "several", "une vingtaine". */
function indefinite(reader: Reader, at: number): Quantity | null {
  const { words } = reader;
  const approximate = is(reader, 'approximate', at);
  if (approximate !== null)
    return withUnit(
      reader,
      plainQuantity(at, approximate.next, { low: null, best: approximate.value.value, high: null }, 'cardinal'),
    );
  const vague = is(reader, 'vague', at);
  if (vague !== null)
    return withUnit(
      reader,
      plainQuantity(at, vague.next, { low: vague.value.value, best: null, high: null }, 'cardinal'),
    );
  const few = is(reader, 'few', at);
  // "the few", "few believe": only a bare "few" that is the whole amount is read, and it has no figure.
  return few !== null && words.length === 1
    ? plainQuantity(at, few.next, { low: few.value.value, best: null, high: null }, 'cardinal')
    : null;
}

/** How far a casualty word may stand behind "no one": "none of the five soldiers on board was seriously hurt". */
const reach = 9;

/** "no one was hurt", "no casualties", "aucun blessé": nought people. */
function nobody(reader: Reader, at: number): Quantity | null {
  const { words } = reader;
  const no = is(reader, 'no', at);
  if (no !== null) {
    for (let i = no.next; i <= no.next + 1; i++)
      if (is(reader, 'casualty', i) !== null) return plainQuantity(at, no.next, exactly(0), 'cardinal');
  }
  const person = is(reader, 'nobody', at);
  if (person === null) return null;
  for (let i = person.next; i < Math.min(words.length, person.next + reach); i++) {
    if (/[.;:!?,]/.test(words[i]?.form ?? '')) break;
    if (is(reader, 'casualty', i) !== null) return plainQuantity(at, person.next, exactly(0), 'cardinal');
  }
  return null;
}

/** "half", "two thirds", "1/5". */
function fraction(reader: Reader, at: number): Quantity | null {
  const { words } = reader;
  const spelled = is(reader, 'fraction', at);
  const round = is(reader, 'round', at);
  if (spelled !== null && (round === null || round.next <= spelled.next))
    return plainQuantity(at, spelled.next, exactly(spelled.value.value), 'fraction');
  const [over, slash, under] = [words[at], words[at + 1], words[at + 2]];
  if (over?.kind !== 'digits' || slash?.form !== '/' || under?.kind !== 'digits') return null;
  if (slash.gap !== 'none' || under.gap !== 'none' || words[at + 3]?.form === '/') return null;
  const [a, b] = [Number(over.form), Number(under.form)];
  return a > 0 && a < b && b <= 1000 && words[at - 1]?.form !== '/'
    ? plainQuantity(at, at + 3, exactly(a / b), 'fraction')
    : null;
}

/** "30 to 40", "between 12 and 15", "6-8", "two or three"; the unit or size of the second part holds for both. */
function range(reader: Reader, at: number): Quantity | null {
  const { words } = reader;
  const between = is(reader, 'between', at);
  const from = between?.next ?? at;
  const left = withUnit(reader, one(reader, from));
  if (left === null || left.numeral.ordinal) return null;
  const link =
    between !== null
      ? is(reader, 'between-and', left.next)
      : (rangeHyphen(words, left.next) ?? is(reader, 'to', left.next) ?? is(reader, 'or', left.next));
  if (link === null) return null;
  // "rose from 14 to 15" and "de 14 à 15" are two figures of a change, not one uncertain figure.
  if (between === null && at > 0 && is(reader, 'from', at - 1) !== null) return null;
  const right = withUnit(reader, one(reader, link.next));
  if (right === null || right.numeral.ordinal) return null;
  if (left.unit !== null && right.unit !== null && left.unit !== right.unit) return null;
  // "rose by 68% to 1,907": a share and the figure that it leads to.
  if (left.kind === 'percent' && right.kind === 'cardinal') return null;
  // "2 to 3 million": the size said once holds for both.
  const size = right.numeral.scale ?? 1;
  const shared = left.numeral.scale === null && left.numeral.value < right.numeral.value / size;
  const low = left.numeral.value * (shared ? size : 1);
  const high = right.numeral.value;
  if (!(low < high)) return null;
  return {
    from: at,
    next: right.next,
    numeralFrom: left.numeralFrom,
    numeralNext: right.numeralNext,
    value: { low, best: null, high },
    kind: right.kind === 'cardinal' ? left.kind : right.kind,
    unit: right.unit ?? left.unit,
  };
}

function rangeHyphen(words: readonly Word[], at: number): { next: number } | null {
  const [hyphen, after] = [words[at], words[at + 1]];
  if (hyphen?.form !== '-' || after === undefined || hyphen.gap !== after.gap || hyphen.gap === 'paragraph')
    return null;
  return words[at - 1]?.kind === 'digits' && after.kind === 'digits' ? { next: at + 1 } : null;
}

type Read = Quantity & { readonly numeral: Numeral };

/** One numeral with a currency sign before it. */
function one(reader: Reader, at: number): Read | null {
  const { text, words, lexicon } = reader;
  const sign = is(reader, 'currency', at);
  const numeralFrom = sign?.next ?? at;
  const numeral = readNumeral(text, words, numeralFrom, lexicon);
  if (numeral === null) return null;
  return {
    from: at,
    next: numeral.next,
    numeralFrom,
    numeralNext: numeral.next,
    value: exactly(numeral.value),
    kind: numeral.ordinal ? 'ordinal' : sign !== null ? 'money' : 'cardinal',
    unit: sign?.value.text ?? null,
    numeral,
  };
}

function single(reader: Reader, at: number, bounded: boolean): Quantity | null {
  const { words } = reader;
  const lone = is(reader, 'single', at);
  if (lone !== null) return plainQuantity(at, lone.next, exactly(1), 'cardinal');
  const read = one(reader, at);
  if (read === null) return null;
  if (
    read.numeral.value === 1 &&
    read.numeral.form === 'words' &&
    !read.numeral.ordinal &&
    !counts(reader, read, bounded)
  )
    return null;
  const said = saidTwice(reader, read);
  const quantity = withUnit(reader, said ?? read);
  const age = is(reader, 'age-before', at - 1);
  return quantity.kind === 'cardinal' && age !== null && words[at]?.gap !== 'paragraph'
    ? { ...quantity, kind: 'age', unit: age.value.text }
    : quantity;
}

/** "forty-five (45)": the figure in brackets repeats the number. */
function saidTwice(reader: Reader, read: Read): Read | null {
  const { text, words, lexicon } = reader;
  if (words[read.next]?.form !== '(' || read.numeral.ordinal) return null;
  const again = readNumeral(text, words, read.next + 1, lexicon);
  if (again === null || again.value !== read.numeral.value || words[again.next]?.form !== ')') return null;
  return { ...read, next: again.next + 1, numeralNext: again.next + 1 };
}

/** Percent, multiples, money, measures and ages, by the words that follow. */
function withUnit<T extends Quantity>(reader: Reader, quantity: T): T;
function withUnit<T extends Quantity>(reader: Reader, quantity: T | null): T | null;
function withUnit<T extends Quantity>(reader: Reader, quantity: T | null): T | null {
  if (quantity === null || quantity.kind !== 'cardinal') return quantity;
  const { words } = reader;
  const at = quantity.next;
  const hyphen = words[at]?.form === '-' && words[at]?.gap === 'none' ? at + 1 : at;
  const percent = is(reader, 'percent', at) ?? is(reader, 'percent', hyphen);
  if (percent !== null) {
    const points = percent.value.text === 'points';
    return { ...quantity, next: percent.next, kind: points ? 'points' : 'percent', unit: null };
  }
  const fold = is(reader, 'fold', at);
  if (fold !== null) return { ...quantity, next: fold.next, kind: 'multiple' };
  const times = is(reader, 'times', at);
  if (times !== null) {
    const more = is(reader, 'times-more', times.next);
    if (more !== null) return { ...quantity, next: more.next, kind: 'multiple' };
    const less = is(reader, 'times-less', times.next);
    const { best } = quantity.value;
    if (less !== null && best !== null && best > 0)
      return { ...quantity, next: less.next, kind: 'multiple', value: exactly(1 / best) };
  }
  const of = words[at]?.form === 'of' || words[at]?.form === 'de' ? at + 1 : at;
  const elided = words[at]?.form === 'd' && words[at + 1]?.form === "'" ? at + 2 : of;
  const currency = is(reader, 'currency', at) ?? is(reader, 'currency', elided);
  if (currency !== null) return { ...quantity, next: currency.next, kind: 'money', unit: currency.value.text };
  const age = is(reader, 'age', at) ?? is(reader, 'age', hyphen);
  if (age !== null) return { ...quantity, next: age.next, kind: 'age', unit: age.value.text };
  const measure = is(reader, 'measure', at) ?? is(reader, 'measure', hyphen);
  if (measure !== null) return { ...quantity, next: measure.next, kind: 'measure', unit: measure.value.text };
  return quantity;
}

/** Whether "one" or "un" counts here. Both are pronouns or articles more often than numbers. */
function counts(reader: Reader, read: Read, bounded: boolean): boolean {
  const { words, lexicon } = reader;
  const alone = words.length === read.next - read.from;
  if (alone || bounded || words[read.next]?.form === '(') return true;
  if (lexicon.oneIsArticle) return is(reader, 'casualty', read.next) !== null;
  if (is(reader, 'after-pronoun', read.next) !== null) return false;
  if (is(reader, 'before-pronoun', read.from - 1) !== null) return false;
  // "the French one", "the deadliest one".
  const twoBefore = words[read.from - 2];
  const ends = words[read.next] === undefined || words[read.next]?.kind === 'mark';
  return !(ends && twoBefore !== undefined && is(reader, 'before-pronoun', read.from - 2) !== null);
}

/** A number that names something: behind a label, or grown together with letters (G5, RPG-7, M5-RFP). */
function isName(reader: Reader, quantity: Quantity): boolean {
  const { words } = reader;
  const at = quantity.numeralFrom;
  const first = words[at] as Word;
  if (first.kind !== 'digits') return false;
  const before = words[at - 1];
  if (before === undefined) return false;
  const touching = first.gap === 'none';
  if (touching && before.kind === 'word') return quantity.from === at;
  const twoBefore = words[at - 2];
  if (touching && before.form === '-' && before.gap === 'none' && twoBefore?.kind === 'word') return true;
  if (touching && (before.form === '.' || before.form === ':' || before.form === '/') && before.gap === 'none')
    return true;
  if (is(reader, 'label', at - 1) !== null) return quantity.kind === 'cardinal';
  return false;
}
