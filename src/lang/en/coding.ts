import { shipped } from '../../text/index.ts';
import { readCodingWords } from '../coding.ts';

export const coding = readCodingWords(shipped('data', 'lexicon', 'en', 'coding.tsv'));
