import { shipped } from '../../text/index.ts';
import { readTimeWords } from '../../time/index.ts';

export const times = readTimeWords(shipped('data', 'lexicon', 'en', 'times.tsv'), {
  futureEnding: null,
  dayFirst: null,
});
