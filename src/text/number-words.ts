import { compilePhrases, type Phrases } from './phrases.ts';
import { readTable } from './tsv.ts';

/** What a phrase does in an amount; data/lexicon/README.md explains each. */
const roles = [
  'unit',
  'teen',
  'ten',
  'hundred',
  'scale',
  'suffix',
  'zero-numeral',
  'article',
  'and',
  'point',
  'minus',
  'ordinal',
  'ordinal-suffix',
  'fraction',
  'round',
  'plus-half',
  'approximate',
  'vague',
  'few',
  'qualifier',
  'multiple-qualifier',
  'after',
  'between',
  'between-and',
  'to',
  'or',
  'from',
  'percent',
  'currency',
  'multiple',
  'multiplied-by',
  'divided-by',
  'fold',
  'times',
  'times-more',
  'times-less',
  'measure',
  'age',
  'age-before',
  'nobody',
  'no',
  'single',
  'casualty',
  'before-pronoun',
  'after-pronoun',
  'label',
] as const;

export type NumberRole = (typeof roles)[number];

export interface NumberEntry {
  /** The value where it is a number; NaN where `text` is a name (a currency, a unit, a bound). */
  readonly value: number;
  readonly text: string;
  readonly more: string;
}

export interface NumberWords {
  readonly phrases: Readonly<Record<NumberRole, Phrases<NumberEntry>>>;
  /** "1,400" is a thousand and more in English, one and a bit in French. */
  readonly decimalMark: '.' | ',';
  /** "one twenty two" is 122 (English). */
  readonly leavesOutHundred: boolean;
  /** "un" and "une" are articles first, numerals second (French). */
  readonly oneIsArticle: boolean;
}

const isRole = (role: string): role is NumberRole => (roles as readonly string[]).includes(role);

/**
 * Reads a table of number words (columns phrase, role, value, more). Throws on a faulty line: the table is part of
 * griot, a fault in it is a broken program.
 */
export function readNumberWords(path: string, habits: Omit<NumberWords, 'phrases'>): NumberWords {
  const { rows, faults } = readTable(path, ['phrase', 'role', 'value', 'more']);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
  const entries = Object.fromEntries(roles.map((role) => [role, []])) as unknown as Record<
    NumberRole,
    [string, NumberEntry][]
  >;
  for (const { phrase, role, value, more, line } of rows) {
    if (!isRole(role))
      throw new Error(`${path}, line ${line}: role ${role} found, one of ${roles.join(', ')} expected`);
    entries[role].push([phrase, { value: Number(value), text: value, more }]);
  }
  // "twentyfive", "twenty-fifth" written in one word.
  for (const [ten, { value, more }] of [...entries.ten]) {
    if (/[ -]/.test(ten)) continue;
    const glue = (role: 'unit' | 'ordinal') => {
      for (const [last, entry] of [...entries[role]])
        if (entry.value > 0 && entry.value <= Math.min(9, Number(more)))
          entries[role === 'unit' ? 'teen' : 'ordinal'].push([
            ten + last,
            { value: value + entry.value, text: String(value + entry.value), more: '' },
          ]);
    };
    glue('unit');
    glue('ordinal');
  }
  const phrases = Object.fromEntries(roles.map((role) => [role, compilePhrases(entries[role])])) as unknown as Record<
    NumberRole,
    Phrases<NumberEntry>
  >;
  return { phrases, ...habits };
}
