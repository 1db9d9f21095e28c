import { compilePhrases, type Phrases, readTable } from '../text/index.ts';

/** What a phrase does in a sentence that reports or claims; data/lexicon/README.md explains each. */
export const codingRoles = [
  'counted',
  'kill',
  'die',
  'wound',
  'lose',
  'displace',
  'abduct',
  'arrest',
  'hold',
  'miss',
  'free',
  'deploy',
  'attack',
  'strike',
  'weapon',
  'rise',
  'fall',
  'versus',
  'number',
  'figure',
  'since',
  'according',
  'say',
  'earlier',
  'record',
  'lasting',
  'within',
  'having',
  'such',
  'part',
  'rate',
  'aggregate',
  'war',
  'agent',
  'where',
  'origin',
  'be',
  'plan',
  'not',
  'if',
  'deny',
  'accuse',
  'relative',
  'and',
  'word',
] as const;

export type CodingRole = (typeof codingRoles)[number];

export interface CodingEntry {
  readonly role: CodingRole;
  readonly value: string;
  readonly more: string;
}

/** Every entry that a phrase has; the longest phrase at a word is found. */
export type CodingWords = Phrases<readonly CodingEntry[]>;

const isRole = (role: string): role is CodingRole => (codingRoles as readonly string[]).includes(role);

/**
 * Reads a table of coding words (columns phrases, role, value, more; the phrases of a cell are parted by `|`). Throws
 * on a faulty line, naming it: a lexicon that is half read would code half of what it should.
 */
export function readCodingWords(path: string): CodingWords {
  const { rows, faults } = readTable(path, ['phrases', 'role', 'value', 'more']);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
  const entries = new Map<string, CodingEntry[]>();
  for (const { phrases, role, value, more, line } of rows) {
    if (!isRole(role))
      throw new Error(`${path}, line ${line}: role ${role} found, one of ${codingRoles.join(', ')} expected`);
    for (const phrase of phrases.split('|')) {
      const same = entries.get(phrase);
      if (same === undefined) entries.set(phrase, [{ role, value, more }]);
      else same.push({ role, value, more });
    }
  }
  return compilePhrases(entries);
}
