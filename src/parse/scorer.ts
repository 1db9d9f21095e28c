/** A list of feature hashes that is filled again and again. */
export interface FeatureBuffer {
  readonly hashes: Int32Array;
  length: number;
}

export function featureBuffer(): FeatureBuffer {
  return { hashes: new Int32Array(256), length: 0 };
}

/** A linear classifier over hashed features: adds each feature's weights to `scores`, one entry a class. */
export interface Scorer {
  readonly classes: number;
  score(features: FeatureBuffer, scores: Float64Array): void;
}

/** Index of the greatest of the first `classes` scores; the first of equals. */
export function best(scores: Float64Array, classes: number): number {
  let at = 0;
  for (let i = 1; i < classes; i++) if ((scores[i] as number) > (scores[at] as number)) at = i;
  return at;
}

/**
 * Bits of a hash that are kept: enough that a feature which was not learnt is taken for one that was in one look-up of
 * fifty, few enough that the keys pack into a byte each.
 */
export const keyBits = 26;

/**
 * Weights as they ship: features in an open-addressing table of (hash, place) pairs; at its place a feature has its
 * classes and their companded weights.
 */
export interface SparseWeights {
  readonly classes: number;
  /** The upper {@link keyBits} bits of the features' hashes, ascending. */
  readonly hashes: Uint32Array;
  /** `starts[i]..starts[i + 1]`: the entries of the feature with the i-th hash. */
  readonly starts: Uint32Array;
  readonly classOf: Uint8Array;
  /** Square-root-companded: the weight is sign(q) q² times a scale that does not matter to the order of scores. */
  readonly companded: Int8Array;
}

/** Slots for `features` keys, a power of two with room to spare. */
function capacityFor(features: number): number {
  let capacity = 16;
  while (capacity < features * 1.6) capacity *= 2;
  return capacity;
}

const keyShift = 32 - keyBits;

/**
 * A bit for every feature by the upper 22 bits of its hash. Most features of a sentence were never learnt: half a
 * megabyte that stays in the cache turns them away before they reach the table.
 */
function filterOf(hashes: Uint32Array): Uint32Array {
  const bits = new Uint32Array(1 << 17);
  for (const hash of hashes) {
    const at = hash >>> (keyBits - 22);
    bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
  }
  return bits;
}

/** Makes the look-up structure of shipped weights. */
export function sparseScorer(weights: SparseWeights): Scorer {
  return weights.classes <= 4 ? packedScorer(weights) : listScorer(weights);
}

/** Up to four classes: key and all weights of a feature stand side by side, one access to memory a feature. */
function packedScorer({ classes, hashes, starts, classOf, companded }: SparseWeights): Scorer {
  const mask = capacityFor(hashes.length) - 1;
  const filter = filterOf(hashes);
  const table = new Int32Array((mask + 1) * 2);
  for (let i = 0; i < hashes.length; i++) {
    const key = (hashes[i] as number) + 1;
    let slot = key & mask;
    while (table[slot * 2] !== 0) slot = (slot + 1) & mask;
    table[slot * 2] = key;
    let packed = 0;
    for (let e = starts[i] as number; e < (starts[i + 1] as number); e++)
      packed |= ((companded[e] as number) & 255) << (8 * (classOf[e] as number));
    table[slot * 2 + 1] = packed;
  }
  return {
    classes,
    score(features, scores) {
      const list = features.hashes;
      const { length } = features;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let f = 0; f < length; f++) {
        const hash = list[f] as number;
        if ((((filter[hash >>> 15] as number) >>> ((hash >>> 10) & 31)) & 1) === 0) continue;
        const sought = (hash >>> keyShift) + 1;
        let slot = (sought & mask) << 1;
        let key = table[slot] as number;
        while (key !== sought && key !== 0) {
          slot = (slot + 2) & (2 * mask + 1);
          key = table[slot] as number;
        }
        if (key === 0) continue;
        const packed = table[slot + 1] as number;
        const a = (packed << 24) >> 24;
        const b = (packed << 16) >> 24;
        const c = (packed << 8) >> 24;
        const d = packed >> 24;
        s0 = (s0 + Math.imul(a, Math.abs(a))) | 0;
        s1 = (s1 + Math.imul(b, Math.abs(b))) | 0;
        s2 = (s2 + Math.imul(c, Math.abs(c))) | 0;
        s3 = (s3 + Math.imul(d, Math.abs(d))) | 0;
      }
      scores[0] = s0;
      scores[1] = s1;
      scores[2] = s2;
      scores[3] = s3;
    },
  };
}

/** Any number of classes: a slot tells where the feature's list of classes and weights begins. */
function listScorer({ classes, hashes, starts, classOf, companded }: SparseWeights): Scorer {
  const mask = capacityFor(hashes.length) - 1;
  const filter = filterOf(hashes);
  const table = new Int32Array((mask + 1) * 2);
  const entries = new Int32Array(companded.length);
  for (let i = 0; i < entries.length; i++) {
    const q = companded[i] as number;
    entries[i] = ((q < 0 ? -q * q : q * q) << 8) | (classOf[i] as number);
  }
  for (let i = 0; i < hashes.length; i++) {
    const key = (hashes[i] as number) + 1;
    let slot = key & mask;
    while (table[slot * 2] !== 0) slot = (slot + 1) & mask;
    table[slot * 2] = key;
    const start = starts[i] as number;
    // Start and number of entries share one word: no feature has more classes than 127.
    table[slot * 2 + 1] = (start << 7) | ((starts[i + 1] as number) - start);
  }
  return {
    classes,
    score(features, scores) {
      scores.fill(0, 0, classes);
      const list = features.hashes;
      const { length } = features;
      for (let f = 0; f < length; f++) {
        const hash = list[f] as number;
        if ((((filter[hash >>> 15] as number) >>> ((hash >>> 10) & 31)) & 1) === 0) continue;
        const sought = (hash >>> keyShift) + 1;
        let slot = (sought & mask) << 1;
        let key = table[slot] as number;
        while (key !== sought && key !== 0) {
          slot = (slot + 2) & (2 * mask + 1);
          key = table[slot] as number;
        }
        if (key === 0) continue;
        const place = table[slot + 1] as number;
        let at = place >>> 7;
        const end = at + (place & 127);
        for (; at < end; at++) {
          const entry = entries[at] as number;
          const c = entry & 255;
          scores[c] = (scores[c] as number) + (entry >> 8);
        }
      }
    },
  };
}
