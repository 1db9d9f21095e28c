import type { MeanWeights } from './perceptron.ts';

/**
 * Sum of weights learnt from the same examples in different orders: a vote of the models at the price of one
 * (parameter mixing, McDonald, Hall and Mann 2010).
 */
export function mixed(parts: readonly MeanWeights[]): MeanWeights {
  const classes = parts[0]?.classes ?? 0;
  const rows = new Map<number, Float32Array>();
  for (const { hashes, starts, classOf, means } of parts) {
    hashes.forEach((hash, i) => {
      const row = rows.get(hash) ?? new Float32Array(classes);
      for (let e = starts[i] as number; e < (starts[i + 1] as number); e++) {
        const c = classOf[e] as number;
        row[c] = (row[c] as number) + (means[e] as number);
      }
      rows.set(hash, row);
    });
  }
  const sorted = [...rows].sort((a, b) => a[0] - b[0]);
  const starts = new Uint32Array(sorted.length + 1);
  const classOf: number[] = [];
  const means: number[] = [];
  sorted.forEach(([, row], i) => {
    row.forEach((mean, c) => {
      if (mean === 0) return;
      classOf.push(c);
      means.push(mean);
    });
    starts[i + 1] = classOf.length;
  });
  return {
    classes,
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    starts,
    classOf: Uint8Array.from(classOf),
    means: Float32Array.from(means),
  };
}
