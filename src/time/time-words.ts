import { compilePhrases, type Phrases, readTable } from '../text/index.ts';

/** What a phrase does in an expression of time; data/lexicon/README.md explains each. */
const roles = [
  'month',
  'month-short',
  'month-needs-capital',
  'weekday',
  'weekday-short',
  'unit',
  'day-offset',
  'overnight',
  'before-unit',
  'whole',
  'rolling',
  'after-name',
  'previous-day',
  'previous-night',
  'same-period',
  'year-back',
  'since-decade',
  'ago',
  'later',
  'from-now',
  'earlier',
  'ahead',
  'part',
  'name-after',
  'name-before',
  'day-part',
  'before-day',
  'holiday',
  'determiner',
  'during',
  'of',
  'on-date',
  'year-comes',
  'since',
  'until',
  'by',
  'after',
  'before',
  'between',
  'from',
  'and',
  'to',
  'quarter',
  'half',
  'next-words',
  'past-words',
  'indefinite',
  'first',
  'decade-before',
  'weekend',
  'event-follows',
  'preposition',
  'counted-people',
  'last',
  'after-unit',
  'after-previous',
  'ago-before',
  'ahead-surely',
] as const;

export type TimeWordRole = (typeof roles)[number];

export interface TimeEntry {
  /** The value where it is a number; NaN where `text` is a name. */
  readonly value: number;
  readonly text: string;
}

export interface TimeWords {
  readonly phrases: Readonly<Record<TimeWordRole, Phrases<TimeEntry>>>;
  /** The forms of the words that some phrase of any role begins with. */
  readonly openings: ReadonlySet<string>;
  /** Endings of words in the future tense ("concerteront"); null where the language has none. */
  readonly futureEnding: RegExp | null;
  /** How 3/4/2022 is meant: true for 3 April, null where both ways are in use. */
  readonly dayFirst: boolean | null;
}

const isRole = (role: string): role is TimeWordRole => (roles as readonly string[]).includes(role);

/** Reads a table of time words (columns phrase, role, value). Throws on a faulty line: the table is part of griot. */
export function readTimeWords(path: string, habits: Omit<TimeWords, 'phrases' | 'openings'>): TimeWords {
  const { rows, faults } = readTable(path, ['phrase', 'role', 'value']);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
  const entries = new Map<TimeWordRole, [string, TimeEntry][]>(roles.map((role) => [role, []]));
  for (const { phrase, role, value, line } of rows) {
    if (!isRole(role))
      throw new Error(`${path}, line ${line}: role ${role} found, one of ${roles.join(', ')} expected`);
    entries.get(role)?.push([phrase, { value: Number(value), text: value }]);
  }
  const phrases = Object.fromEntries(
    roles.map((role) => [role, compilePhrases(entries.get(role) ?? [])]),
  ) as unknown as Record<TimeWordRole, Phrases<TimeEntry>>;
  const openings = new Set(Object.values(phrases).flatMap((of) => [...of.openings]));
  return { phrases, openings, ...habits };
}
