import { keyBits, type Scorer, type SparseWeights, sparseScorer } from '../src/parse/scorer.ts';
import type { MeanWeights } from './perceptron.ts';

/** How finely weights are kept. */
export interface Companding {
  /** Steps on either side of zero, at most 127. */
  readonly levels: number;
  /** Weights below this many steps are left out, and features of which nothing is left. */
  readonly least: number;
}

export const fine: Companding = { levels: 127, least: 1 };

/**
 * Square-root-companded weights: small weights, which are most, keep more of their precision than by equal steps. Of
 * features that share a key the one with the greater weights stays.
 */
export function compand(weights: MeanWeights, { levels, least }: Companding): SparseWeights {
  const { classes, hashes: full, starts: from, classOf: of, means } = weights;
  let greatest = 0;
  for (const mean of means) greatest = Math.max(greatest, Math.abs(mean));
  const scale = levels / Math.sqrt(greatest || 1);
  const most = (i: number) => {
    let found = 0;
    for (let e = from[i] as number; e < (from[i + 1] as number); e++)
      found = Math.max(found, Math.abs(means[e] as number));
    return found;
  };
  const hashes: number[] = [];
  const starts: number[] = [0];
  const classOf: number[] = [];
  const companded: number[] = [];
  const keyOf = (i: number) => (full[i] as number) >>> (32 - keyBits);
  for (let i = 0; i < full.length; ) {
    // Features with the same key stand together: the strongest stays.
    let strongest = i;
    const key = keyOf(i);
    for (i++; i < full.length && keyOf(i) === key; i++) if (most(i) > most(strongest)) strongest = i;
    if (Math.round(Math.sqrt(most(strongest)) * scale) < least) continue;
    for (let e = from[strongest] as number; e < (from[strongest + 1] as number); e++) {
      const mean = means[e] as number;
      const q = Math.sign(mean) * Math.round(Math.sqrt(Math.abs(mean)) * scale);
      if (Math.abs(q) < least) continue;
      classOf.push(of[e] as number);
      companded.push(q);
    }
    hashes.push(key);
    starts.push(classOf.length);
  }
  return {
    classes,
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    classOf: Uint8Array.from(classOf),
    companded: Int8Array.from(companded),
  };
}

/** A scorer of averaged weights, for use within training. */
export const scorerOf = (weights: MeanWeights): Scorer => sparseScorer(compand(weights, fine));
