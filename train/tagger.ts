import { type Attributes, attributesOf } from '../src/parse/attributes.ts';
import { best, featureBuffer, type Scorer } from '../src/parse/scorer.ts';
import { classesOf, tagFeatures, tagSentence } from '../src/parse/tag.ts';
import { seeded } from '../src/stats/index.ts';
import { scorerOf } from './compand.ts';
import { mixed } from './mix.ts';
import { type MeanWeights, perceptron, shuffle } from './perceptron.ts';

export interface TaggedSentence {
  readonly forms: readonly string[];
  /** Index of each word's tag. */
  readonly tags: readonly number[];
}

export interface TaggerWeights {
  readonly classes: ReadonlyMap<number, number>;
  readonly first: MeanWeights;
  readonly second: MeanWeights;
}

export interface TrainedTagger extends TaggerWeights {
  /** Tags of the training sentences by models that had not seen them: what the parser learns from. */
  readonly honest: readonly Int32Array[];
}

/** Words met less often than this are taken for unknown: their one tag would be too good a hint. */
const leastForClass = 4;

/** Ambiguity classes: words with the same set of tags (each at least 2 % of the word's uses) share a number. */
export function ambiguityClasses(sentences: readonly TaggedSentence[]): Map<number, number> {
  const uses = new Map<number, Map<number, number>>();
  for (const { forms, tags } of sentences) {
    const { low } = attributesOf(forms);
    for (let i = 0; i < forms.length; i++) {
      const of = uses.get(low[i] as number) ?? new Map<number, number>();
      of.set(tags[i] as number, (of.get(tags[i] as number) ?? 0) + 1);
      uses.set(low[i] as number, of);
    }
  }
  const numbers = new Map<string, number>();
  const out = new Map<number, number>();
  for (const [word, of] of uses) {
    const total = [...of.values()].reduce((sum, n) => sum + n, 0);
    if (total < leastForClass) continue;
    const kept = [...of].filter(([, n]) => n >= total * 0.02).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const key = kept.map(([tag]) => tag).join(' ');
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    out.set(word, numbers.get(key) as number);
  }
  return out;
}

interface Prepared {
  readonly words: Attributes;
  readonly classes: Int32Array;
  readonly gold: Int32Array;
}

function trainPass(
  items: readonly Prepared[],
  guesses: readonly Int32Array[] | null,
  tagCount: number,
  iterations: number,
  seed: number,
): MeanWeights {
  const model = perceptron(tagCount, 4);
  const buffer = featureBuffer();
  const scores = new Float64Array(tagCount);
  const order = items.map((_, i) => i);
  for (const i of order) {
    const { words, classes, gold } = items[i] as Prepared;
    for (let w = 0; w < words.count; w++) {
      tagFeatures(buffer, words, classes, gold, guesses === null ? null : (guesses[i] as Int32Array), w);
      model.count(buffer);
    }
  }
  const next = seeded(seed);
  for (let iteration = 0; iteration < iterations; iteration++) {
    shuffle(order, next);
    for (const i of order) {
      const { words, classes, gold } = items[i] as Prepared;
      const tags = new Int32Array(words.count);
      for (let w = 0; w < words.count; w++) {
        tagFeatures(buffer, words, classes, tags, guesses === null ? null : (guesses[i] as Int32Array), w);
        model.score(buffer, scores);
        const said = best(scores, tagCount);
        const right = gold[w] as number;
        if (said !== right) {
          model.update(buffer, right, 1);
          model.update(buffer, said, -1);
        }
        model.tick();
        tags[w] = said;
      }
    }
  }
  return model.averaged();
}

const prepare = (sentences: readonly TaggedSentence[], known: ReadonlyMap<number, number>): Prepared[] =>
  sentences.map(({ forms, tags }) => {
    const words = attributesOf(forms);
    return { words, classes: classesOf(words, known), gold: Int32Array.from(tags) };
  });

function guess(items: readonly Prepared[], scorer: Scorer): Int32Array[] {
  const buffer = featureBuffer();
  const scores = new Float64Array(scorer.classes);
  return items.map(({ words, classes }) => tagSentence(scorer, words, classes, null, buffer, scores));
}

/** The part of each sentence in `folds` parts: every `folds`-th belongs together, so that the parts are alike. */
export const foldOf = (index: number, folds: number): number => index % folds;

/**
 * Trains both passes. The second sees the first's tags on the right; it learns from guesses that the first made without
 * having seen the sentence (jackknifing), else it would trust them too much.
 */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  tagCount: number,
  iterations: number,
  seed: number,
): TrainedTagger {
  const known = ambiguityClasses(sentences);
  const items = prepare(sentences, known);
  const orders = [seed, seed + 100];
  const first = mixed(orders.map((order) => trainPass(items, null, tagCount, iterations, order)));
  const folds = 3;
  const guesses: Int32Array[] = new Array(items.length);
  for (let fold = 0; fold < folds; fold++) {
    const rest = items.filter((_, i) => foldOf(i, folds) !== fold);
    const scorer = scorerOf(trainPass(rest, null, tagCount, Math.min(3, iterations), seed + 1 + fold));
    items.forEach((item, i) => {
      if (foldOf(i, folds) === fold) guesses[i] = guess([item], scorer)[0] as Int32Array;
    });
  }
  const second = mixed(orders.map((order) => trainPass(items, guesses, tagCount, iterations, order + 9)));
  const honest: Int32Array[] = new Array(items.length);
  const buffer = featureBuffer();
  const scores = new Float64Array(tagCount);
  for (let fold = 0; fold < folds; fold++) {
    const inRest = (_: unknown, i: number) => foldOf(i, folds) !== fold;
    const scorer = scorerOf(
      trainPass(items.filter(inRest), guesses.filter(inRest), tagCount, Math.min(3, iterations), seed + 20 + fold),
    );
    items.forEach(({ words, classes }, i) => {
      if (foldOf(i, folds) === fold)
        honest[i] = tagSentence(scorer, words, classes, guesses[i] as Int32Array, buffer, scores);
    });
  }
  return { classes: known, first, second, honest };
}

/** Tags sentences with trained weights. */
export function tagAll(
  sentences: readonly TaggedSentence[],
  { classes, first, second }: TaggerWeights,
  tagCount: number,
): Int32Array[] {
  const items = prepare(sentences, classes);
  const one = scorerOf(first);
  const two = scorerOf(second);
  const buffer = featureBuffer();
  const scores = new Float64Array(tagCount);
  return items.map(({ words, classes: of }) => {
    const guesses = tagSentence(one, words, of, null, buffer, scores);
    return tagSentence(two, words, of, guesses, buffer, scores);
  });
}
