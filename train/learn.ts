import type { Language } from '../src/lang/index.ts';
import { parserInput } from '../src/parse/analyse.ts';
import { attributesOf } from '../src/parse/attributes.ts';
import type { Lemmas } from '../src/parse/lemma.ts';
import { trainContractions } from './contractions.ts';
import { type FeatureTables, trainFeats } from './feats.ts';
import { trainLemmas } from './lemmas.ts';
import { mixed } from './mix.ts';
import { ownSentences } from './own/index.ts';
import { type ParserWeights, type Tree, trainParser } from './parser.ts';
import type { MeanWeights } from './perceptron.ts';
import type { Settings } from './settings.ts';
import { type TrainedTagger, trainTagger } from './tagger.ts';
import type { GoldSentence } from './treebank.ts';

/** All that training finds out about a language. */
export interface Learnt {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly tagger: TrainedTagger;
  readonly parser: ParserWeights;
  readonly lemmas: Lemmas;
  readonly feats: FeatureTables;
  /** null where the language has no ambiguous contractions. */
  readonly contractions: MeanWeights | null;
}

/** Numbers for names in the order in which they are first met. */
function numbering() {
  const numbers = new Map<string, number>();
  return {
    of(name: string): number {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
    names: () => [...numbers.keys()],
  };
}

/** Number of each tag's part of speech, from 1. */
export function positionsOf(tags: readonly string[]): Int32Array {
  const upos = tags.map((tag) => tag.split('|')[0] as string);
  const names = [...new Set(upos)];
  return Int32Array.from(upos, (name) => names.indexOf(name) + 1);
}

/**
 * Trains every part of a language's model: tagger, then the parser on tags guessed by taggers that had not seen the
 * sentence, then relations, lemmas, features. Same treebanks and settings, same result.
 */
export function learn(
  treebanks: readonly GoldSentence[],
  language: Language,
  plan: Settings,
  say: (line: string) => void,
  ready?: TrainedTagger,
): Learnt {
  const own = ownSentences(language.code, plan.own, plan.seed);
  const sentences = [...treebanks, ...own];
  say(`${treebanks.length} treebank sentences, ${own.length} of our own`);

  const tagOf = ({ upos, xpos, feats }: GoldSentence, i: number) =>
    plan.tagOf(upos[i] as string, xpos[i] as string, feats[i] as string);
  const tagNumbers = numbering();
  const tagged = sentences.map((sentence) => ({
    forms: sentence.forms,
    tags: sentence.forms.map((_, i) => tagNumbers.of(tagOf(sentence, i))),
  }));
  const tags = tagNumbers.names();
  const tagger = ready ?? trainTagger(tagged, tags.length, plan.taggerIterations, plan.seed);
  const words = tagged.reduce((sum, sentence) => sum + sentence.tags.length, 0);
  const right = tagged.reduce(
    (sum, sentence, s) => sum + sentence.tags.filter((tag, i) => tagger.honest[s]?.[i] === tag).length,
    0,
  );
  say(`tagger: ${tags.length} tags, ${((100 * right) / words).toFixed(2)} % right on sentences not seen`);

  const posOf = positionsOf(tags);
  const labelNumbers = numbering();
  const trees: Tree[] = sentences.map((sentence, s) => ({
    input: parserInput(attributesOf(sentence.forms).low, tagger.honest[s] as Int32Array, posOf),
    heads: [0, ...sentence.heads.map((head) => head + 1)],
    labels: [0, ...sentence.deprels.map((deprel) => labelNumbers.of(deprel))],
  }));
  const labels = labelNumbers.names();
  const parsers = Array.from({ length: plan.parserOrders }, (_, order) =>
    trainParser(trees, {
      width: plan.beam,
      iterations: plan.parserIterations,
      seed: plan.seed + order * 100,
      labelCount: labels.length,
      least: plan.leastMet,
      onIteration: (iteration, share) =>
        say(`parser ${order + 1}, iteration ${iteration + 1}: ${(share * 100).toFixed(1)} % of trees right`),
    }),
  );
  const { ambiguous } = language.tokens;
  return {
    tags,
    labels,
    tagger,
    parser: {
      actions: mixed(parsers.map(({ actions }) => actions)),
      labels: mixed(parsers.map(({ labels: of }) => of)),
    },
    lemmas: trainLemmas(treebanks),
    feats: trainFeats(treebanks, tagOf),
    contractions: ambiguous.size === 0 ? null : trainContractions(treebanks, ambiguous, 10, plan.seed),
  };
}
