import type { FeatureBuffer, Scorer } from '../src/parse/scorer.ts';

/** Fisher-Yates in place. */
export function shuffle<T>(items: T[], next: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const kept = items[i] as T;
    items[i] = items[j] as T;
    items[j] = kept;
  }
}

/** Averaged weights before they are companded: features by ascending hash, each with its classes. */
export interface MeanWeights {
  readonly classes: number;
  /** Unsigned. */
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly classOf: Uint8Array;
  readonly means: Float32Array;
}

/** Averaged perceptron in training (Collins 2002). Features that never saw an update take no room. */
export interface Perceptron extends Scorer {
  /** Adds `by` to the weight of every feature for the class. */
  update(features: FeatureBuffer, of: number, by: number): void;
  /** Counts the features of an example before training: rare ones are not learnt. */
  count(features: FeatureBuffer): void;
  /** One more example seen: the clock of the average. */
  tick(): void;
  averaged(): MeanWeights;
}

/**
 * A perceptron of `classes` classes that learns the features met at least `least` times: rare ones cost room and time
 * and tell little.
 */
export function perceptron(classes: number, least: number): Perceptron {
  let capacity = 1 << 20;
  let keys = new Int32Array(capacity);
  let rowOf = new Int32Array(capacity);
  let rows = 0;
  let room = 1 << 16;
  let weights = new Float32Array(room * classes);
  let lagged = new Float32Array(room * classes);
  const met = new Uint8Array(1 << 24);
  let clock = 1;

  const find = (hash: number): number => {
    const mask = capacity - 1;
    let slot = hash & mask;
    for (;;) {
      const key = keys[slot] as number;
      if (key === hash) return slot;
      if (key === 0) return ~slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    const [oldKeys, oldRows] = [keys, rowOf];
    capacity *= 2;
    keys = new Int32Array(capacity);
    rowOf = new Int32Array(capacity);
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] === 0) continue;
      const slot = ~find(oldKeys[i] as number);
      keys[slot] = oldKeys[i] as number;
      rowOf[slot] = oldRows[i] as number;
    }
  };
  const wider = (old: Float32Array<ArrayBuffer>, made: Float32Array<ArrayBuffer>) => {
    made.set(old);
    return made;
  };
  const rowFor = (hash: number): number => {
    const slot = find(hash);
    if (slot >= 0) return rowOf[slot] as number;
    if (rows >= capacity * 0.6) {
      grow();
      return rowFor(hash);
    }
    if (rows === room) {
      room *= 2;
      weights = wider(weights, new Float32Array(room * classes));
      lagged = wider(lagged, new Float32Array(room * classes));
    }
    keys[~slot] = hash;
    rowOf[~slot] = rows;
    return rows++;
  };

  return {
    classes,
    score(buffer, scores) {
      scores.fill(0, 0, classes);
      for (let f = 0; f < buffer.length; f++) {
        const slot = find(buffer.hashes[f] as number);
        if (slot < 0) continue;
        const base = (rowOf[slot] as number) * classes;
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number);
      }
    },
    update(buffer, of, by) {
      for (let f = 0; f < buffer.length; f++) {
        const hash = buffer.hashes[f] as number;
        if ((met[hash >>> 8] as number) < least) continue;
        const row = rowFor(hash);
        const at = row * classes + of;
        weights[at] = (weights[at] as number) + by;
        lagged[at] = (lagged[at] as number) + clock * by;
      }
    },
    count(buffer) {
      for (let f = 0; f < buffer.length; f++) {
        const at = (buffer.hashes[f] as number) >>> 8;
        if ((met[at] as number) < 255) met[at] = (met[at] as number) + 1;
      }
    },
    tick() {
      clock++;
    },
    averaged() {
      const list: { hash: number; row: number }[] = [];
      for (let slot = 0; slot < capacity; slot++) {
        if (keys[slot] !== 0) list.push({ hash: (keys[slot] as number) >>> 0, row: rowOf[slot] as number });
      }
      list.sort((a, b) => a.hash - b.hash);
      const hashes = new Uint32Array(list.length);
      const starts = new Uint32Array(list.length + 1);
      const classOf: number[] = [];
      const means: number[] = [];
      list.forEach(({ hash, row }, i) => {
        for (let c = 0; c < classes; c++) {
          const at = row * classes + c;
          const mean = (weights[at] as number) - (lagged[at] as number) / clock;
          if (mean === 0) continue;
          classOf.push(c);
          means.push(mean);
        }
        hashes[i] = hash;
        starts[i + 1] = classOf.length;
      });
      return { classes, hashes, starts, classOf: Uint8Array.from(classOf), means: Float32Array.from(means) };
    },
  };
}
