import { existsSync } from 'node:fs';
import { readTable, shipped } from '../text/index.ts';

/**
 * What the end of a sentence depends on in a language. Abbreviations are lower case, without the last full stop:
 * `name` stands before a name (Gen.), `number` before a number (No. 5, Jan. 3), `time` after one (6 p.m.), `any`
 * anywhere (Inc.); `starter` is no abbreviation but a word that opens a sentence when it is capitalised after one.
 */
export interface SentenceWords {
  readonly name: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly time: ReadonlySet<string>;
  readonly any: ReadonlySet<string>;
  readonly starter: ReadonlySet<string>;
  /** Capitalised words that go on after a time: `6 p.m. Monday`, `5 p.m. GMT`. */
  readonly afterTime: ReadonlySet<string>;
}

const cache = new Map<string, SentenceWords>();

function read(code: string): SentenceWords {
  const kinds = { name: '', number: '', time: '', any: '', starter: '', afterTime: '' };
  const sets = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, new Set<string>()])) as Record<
    keyof typeof kinds,
    Set<string>
  >;
  const path = shipped('data', 'lexicon', code, 'sentences.tsv');
  if (!existsSync(path)) return sets;
  for (const { kind, words } of readTable(path, ['kind', 'words'] as const).rows) {
    const set = sets[kind as keyof typeof kinds];
    if (set === undefined) throw new Error(`${path}: unknown kind ${kind}; ${Object.keys(kinds).join(', ')} expected.`);
    for (const word of words.split(' ')) set.add(word);
  }
  return sets;
}

/** The sentence words of a language by its ISO 639-1 code; English ones where the language is not known or has none. */
export function sentenceWords(code: string | null): SentenceWords {
  const key = code !== null && /^[a-z]{2}$/.test(code) ? code : 'en';
  let words = cache.get(key);
  if (words === undefined) {
    words =
      existsSync(shipped('data', 'lexicon', key, 'sentences.tsv')) || key === 'en' ? read(key) : sentenceWords('en');
    cache.set(key, words);
  }
  return words;
}
