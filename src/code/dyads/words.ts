import { join } from 'node:path';
import { readTable, shipped } from '../../text/index.ts';
import { indexed, type Pattern, patternOf } from '../lexicon/index.ts';
import { type Category, categoryOf } from './weis.ts';

/** A word of `cameo.tsv`. */
export interface DyadWord {
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
export type DyadWords = Readonly<Record<(typeof classes)[number], DyadIndex>>;

const classes = ['verb', 'noun', 'govern', 'say', 'same', 'light'] as const;

const isClass = (text: string): text is (typeof classes)[number] => (classes as readonly string[]).includes(text);

const loaded = new Map<string, DyadWords>();

/** The shipped CAMEO words of a language (ISO 639-1); null where there are none. They are ours: a broken line throws. */
export function dyadWordsOf(lang: string | null): DyadWords | null {
  if (lang !== 'en') return null;
  let words = loaded.get(lang);
  if (words === undefined) {
    words = readDyadWords(shipped('data', 'lexicon', join(lang, 'cameo.tsv')));
    loaded.set(lang, words);
  }
  return words;
}

export function readDyadWords(path: string): DyadWords {
  const { rows, faults } = readTable(path, ['words', 'class', 'code', 'source', 'target', 'weis']);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
  const entries = rows.flatMap((row) => {
    if (!isClass(row.class))
      throw new Error(`${path}, line ${row.line}: class ${row.class} found, one of ${classes.join(', ')} expected.`);
    const slots = (cell: string, usual: string) => (cell === '' ? usual : cell).split('+');
    return row.words.split('|').map((words) => {
      const { head, pattern } = patternOf(words);
      const [code = '', back = null] = row.code.split(':');
      const entry: DyadWord = {
        pattern,
        code,
        back,
        weis: row.weis === '' ? null : categoryOf(row.weis),
        source: slots(row.source, row.class === 'noun' ? 'by+poss' : 'subj'),
        target: slots(row.target, 'obj'),
      };
      return { class: row.class, head, entry };
    });
  });
  const of = (wanted: (typeof classes)[number]) => indexed(entries.filter((entry) => entry.class === wanted));
  return {
    verb: of('verb'),
    noun: of('noun'),
    govern: of('govern'),
    say: of('say'),
    same: of('same'),
    light: of('light'),
  };
}
