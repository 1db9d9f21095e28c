import { seeded } from '../src/stats/index.ts';
import { shuffle } from './perceptron.ts';

/** An example: the numbers of the features that are present, and whether the answer is yes. */
export interface Example {
  readonly features: Int32Array;
  readonly yes: boolean;
}

export interface Fitting {
  readonly epochs: number;
  /** Step of the first update of a weight. */
  readonly rate: number;
  /** Pull of the weights towards nought (L2), per example with the feature. */
  readonly decay: number;
  readonly seed: number;
}

/** The last epochs whose weights are averaged. */
const averaged = 3;

/**
 * Logistic regression over features present or absent, `size` of them, by stochastic gradients with a step of its own
 * for each weight (AdaGrad; Duchi, Hazan and Singer 2011). The same examples in the same order give the same weights.
 */
export function fitLogistic(examples: readonly Example[], size: number, fitting: Fitting): Float64Array {
  const { epochs, rate, decay, seed } = fitting;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const mean = new Float64Array(size);
  const order = [...examples];
  const next = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const { features, yes } of order) {
      const error = 1 / (1 + Math.exp(-scoreOf(weights, features))) - (yes ? 1 : 0);
      if (Math.abs(error) < 1e-4) continue;
      for (const at of features) {
        const weight = weights[at] as number;
        const gradient = error + decay * weight;
        squares[at] = (squares[at] as number) + gradient * gradient;
        weights[at] = weight - (rate * gradient) / Math.sqrt(squares[at] as number);
      }
    }
    if (epoch >= epochs - averaged)
      for (let at = 0; at < size; at++) mean[at] = (mean[at] as number) + (weights[at] as number) / averaged;
  }
  return mean;
}

/** Sum of the weights of an example's features. */
export function scoreOf(weights: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (const at of features) sum += weights[at] as number;
  return sum;
}
