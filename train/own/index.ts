import { seeded } from '../../src/stats/index.ts';
import type { GoldSentence } from '../treebank.ts';
import { englishSentence } from './en.ts';
import { frenchSentence } from './fr.ts';
import { chooser, sentenceOf } from './tree.ts';

/** Our own annotated sentences: the same number and seed give the same sentences. */
export function ownSentences(lang: 'en' | 'fr', number: number, seed: number): GoldSentence[] {
  const choose = chooser(seeded(seed));
  const make = lang === 'en' ? englishSentence : frenchSentence;
  return Array.from({ length: number }, () => sentenceOf(make(choose), lang === 'en'));
}
