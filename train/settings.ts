import type { Companding } from './compand.ts';

/** How one language is trained. */
export interface Settings {
  /** Files below the folder of treebanks. */
  readonly treebanks: readonly string[];
  /** Number of sentences of our own. */
  readonly own: number;
  readonly seed: number;
  readonly taggerIterations: number;
  readonly parserIterations: number;
  /** In how many orders of the sentences the parser is trained; the weights are summed (mix.ts). */
  readonly parserOrders: number;
  /** States that the parser keeps at each step, in training and in use. */
  readonly beam: number;
  /** Features of parser states met less often than this are not learnt. */
  readonly leastMet: number;
  /** How finely the weights are kept (compand.ts). */
  readonly companding: Readonly<Record<'tagger' | 'actions' | 'labels', Companding>>;
  /** Whether tags hold the treebank's own tags, to be given as XPOS. */
  readonly xpos: boolean;
  /** The tag to learn: part of speech and what else tells forms apart. */
  tagOf(upos: string, xpos: string, feats: string): string;
}

const frenchFeats = /^(?:Mood|Tense|VerbForm|Number|Person)=/;

export const settings: Readonly<Record<'en' | 'fr', Settings>> = {
  en: {
    treebanks: ['en-ewt/train.conllu.gz', 'en-gum-open/train.conllu.gz'],
    own: 500,
    seed: 1,
    taggerIterations: 6,
    parserIterations: 8,
    parserOrders: 2,
    beam: 4,
    leastMet: 7,
    companding: {
      tagger: { levels: 31, least: 4 },
      actions: { levels: 31, least: 3 },
      labels: { levels: 31, least: 4 },
    },
    xpos: true,
    tagOf: (upos, xpos) => `${upos}|${xpos}`,
  },
  fr: {
    treebanks: [
      'fr-sequoia/train.conllu.gz',
      'fr-fqb/train.conllu.gz',
      'fr-rhapsodie/train.conllu.gz',
      'fr-rhapsodie/dev.conllu.gz',
      'fr-parisstories/train.conllu.gz',
      'fr-parisstories/dev.conllu.gz',
    ],
    own: 450,
    seed: 1,
    taggerIterations: 6,
    parserIterations: 10,
    parserOrders: 2,
    beam: 4,
    leastMet: 7,
    companding: {
      tagger: { levels: 31, least: 3 },
      actions: { levels: 31, least: 2 },
      labels: { levels: 31, least: 2 },
    },
    xpos: false,
    tagOf: (upos, _, feats) => [upos, ...feats.split('|').filter((feat) => frenchFeats.test(feat))].join('|'),
  },
};
