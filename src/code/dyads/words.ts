import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '../../model/index.ts';
import { readTable } from '../../text/index.ts';
import { indexed, type Pattern, patternOf } from '../lexicon/index.ts';
import { type Category, categoryOf } from './weis.ts';

/** A word of `cameo.tsv`. */
export interface DyadWord {
  /** As written in the table. */
  readonly words: string;
  readonly pattern: Pattern;
  /** CAMEO code of a deed; the root that a governing word gives; empty for words that change nothing. */
  readonly code: string;
  /** The code of what the target does in turn: a clash is fought by both. */
  readonly back: string | null;
  /** The WEIS category, where the word tells more than the CAMEO code; null: that of the code. */
  readonly weis: Category | null;
  /** Where the doer and the one it is done to stand: `subj`, `obj`, `poss` or a preposition. */
  readonly source: readonly string[];
  readonly target: readonly string[];
}

export type DyadIndex = ReadonlyMap<string, readonly DyadWord[]>;

/** The CAMEO words of a language, by class; data/lexicon/README.md explains them. */
export type DyadWords = Readonly<Record<(typeof classes)[number], DyadIndex>> & {
  /** Verbs of a user's dictionaries, which stand before all others; empty: none. */
  readonly own: DyadIndex;
  /** Lines that could not be used. */
  readonly faults: readonly Refusal[];
};

const classes = ['verb', 'noun', 'govern', 'say', 'same', 'light'] as const;
const columns = ['words', 'class', 'code', 'source', 'target', 'weis'] as const;

const isClass = (text: string): text is (typeof classes)[number] => (classes as readonly string[]).includes(text);

/**
 * Reads the CAMEO words of a language (ISO 639-1), `LANG/cameo.tsv`, from a list of folders, the first of which has the
 * first word on a pattern. Broken lines are left out and told. Null where no folder has such words.
 */
export function readDyadWords(folders: readonly string[], lang: string): DyadWords | null {
  const paths = folders.map((folder) => join(folder, lang, 'cameo.tsv')).filter((path) => existsSync(path));
  if (paths.length === 0) return null;
  const faults: Refusal[] = [];
  const tell = (file: string, line: number, found: string, expected: string) =>
    faults.push({ file, line, found, expected, wayOut: 'See data/lexicon/README.md, cameo.tsv.' });
  const entries: { class: string; head: string; entry: DyadWord }[] = [];
  for (const path of paths) {
    const table = readTable(path, columns);
    for (const { line, message } of table.faults) tell(path, line, message, `the columns ${columns.join(', ')}`);
    for (const row of table.rows) {
      if (!isClass(row.class)) tell(path, row.line, `class ${row.class}`, `one of ${classes.join(', ')}`);
      else if (coded.has(row.class) && !/^\d{2,4}(:\d{2,4})?$/.test(row.code))
        tell(path, row.line, `code ${row.code}`, 'a CAMEO code of two to four digits');
      else for (const words of row.words.split('|')) entries.push({ class: row.class, ...entryOf(words, row) });
    }
  }
  const of = (wanted: (typeof classes)[number]) => indexed(entries.filter((entry) => entry.class === wanted));
  return {
    verb: of('verb'),
    noun: of('noun'),
    govern: of('govern'),
    say: of('say'),
    same: of('same'),
    light: of('light'),
    own: new Map(),
    faults,
  };
}

/** Classes whose words have a code. */
const coded = new Set(['verb', 'noun', 'govern']);

function entryOf(words: string, row: Readonly<Record<(typeof columns)[number], string>>) {
  const { head, pattern } = patternOf(words);
  const [code = '', back = null] = row.code.split(':');
  const slots = (cell: string, usual: string) => (cell === '' ? usual : cell).split('+');
  const entry: DyadWord = {
    words,
    pattern,
    code,
    back,
    weis: row.weis === '' ? null : categoryOf(row.weis),
    source: slots(row.source, row.class === 'noun' ? 'by+poss' : 'subj'),
    target: slots(row.target, 'obj'),
  };
  return { head, entry };
}
