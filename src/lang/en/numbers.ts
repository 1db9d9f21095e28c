import { readNumberWords, shipped } from '../../text/index.ts';

export const numbers = readNumberWords(shipped('data', 'lexicon', 'en', 'numbers.tsv'), {
  decimalMark: '.',
  leavesOutHundred: true,
  oneIsArticle: false,
});
