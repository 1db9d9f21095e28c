import { shipped } from '../../text/index.ts';
import { readTimeWords } from '../../time/index.ts';

export const times = readTimeWords(shipped('data', 'lexicon', 'fr', 'times.tsv'), {
  futureEnding: /[a-z]{2}(?:era|eront|ira|iront|ndra|ndront|vra|vront|aura|auront)$/,
  dayFirst: true,
});
