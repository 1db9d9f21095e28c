import { readNumberWords, shipped } from '../../text/index.ts';

export const numbers = readNumberWords(shipped('data', 'lexicon', 'fr', 'numbers.tsv'), {
  decimalMark: ',',
  leavesOutHundred: false,
  oneIsArticle: true,
});
