import { contractionFeatures } from '../src/parse/contract.ts';
import { best, featureBuffer } from '../src/parse/scorer.ts';
import { seeded } from '../src/stats/index.ts';
import { type MeanWeights, perceptron, shuffle } from './perceptron.ts';
import type { GoldSentence } from './treebank.ts';

/** Learns whether an ambiguous written word ("des") holds two words. */
export function trainContractions(
  sentences: readonly GoldSentence[],
  ambiguous: ReadonlyMap<string, unknown>,
  iterations: number,
  seed: number,
): MeanWeights {
  const items: { pieces: readonly string[]; i: number; two: number }[] = [];
  for (const { surface } of sentences) {
    const pieces = surface.map(({ form }) => form);
    surface.forEach(({ form, first, last }, i) => {
      if (ambiguous.has(form.toLowerCase())) items.push({ pieces, i, two: last > first ? 1 : 0 });
    });
  }
  const model = perceptron(2, 2);
  const buffer = featureBuffer();
  const scores = new Float64Array(2);
  for (const { pieces, i } of items) {
    contractionFeatures(buffer, pieces, i);
    model.count(buffer);
  }
  const next = seeded(seed);
  for (let iteration = 0; iteration < iterations; iteration++) {
    shuffle(items, next);
    for (const { pieces, i, two } of items) {
      contractionFeatures(buffer, pieces, i);
      model.score(buffer, scores);
      const said = best(scores, 2);
      if (said !== two) {
        model.update(buffer, two, 1);
        model.update(buffer, said, -1);
      }
      model.tick();
    }
  }
  return model.averaged();
}
