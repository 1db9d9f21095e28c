import { stretches } from './segments.ts';

export interface Partition {
  /** How many observations lie before each change, in order: the change comes after observation number `changes[i]`. */
  readonly changes: readonly number[];
  /** Cost of all segments and a penalty for each change. */
  readonly objective: number;
}

/** Minus twice the log-likelihood of a segment, less what is the same for every partition. */
type Cost = (from: number, to: number) => number;

/**
 * The changes of a series that minimise cost plus `penalty` a change, exactly: optimal partitioning (Jackson et al. 2005,
 * doi:10.1109/LSP.2001.838216) with the pruning of PELT (Killick, Fearnhead & Eckley 2012,
 * doi:10.1080/01621459.2012.737745). `poisson`: counts with a mean a segment; `normal`: means of values of variance 1
 * (divide by the standard deviation first). Default penalty 2 log n; segments may be one observation long; of equal
 * partitions the one with the earlier last change. Throws RangeError for no or unusable values.
 */
export function optimalPartition(
  series: readonly number[],
  kind: 'poisson' | 'normal',
  penalty = 2 * Math.log(series.length),
): Partition {
  if (series.length === 0 || !series.every(Number.isFinite))
    throw new RangeError('a series of finite values is needed');
  if (!(penalty >= 0)) throw new RangeError(`${penalty} is no penalty`);
  const cost = kind === 'poisson' ? poissonCost(series) : stretches(series).squares;
  const best = [-penalty];
  const last = [0];
  let candidates = [0];
  for (let to = 1; to <= series.length; to++) {
    const costs = candidates.map((from) => (best[from] ?? 0) + cost(from, to));
    const least = Math.min(...costs);
    const reached = least + penalty;
    best[to] = reached;
    last[to] = candidates[costs.indexOf(least)] ?? 0;
    const limit = reached + 1e-9 * (1 + Math.abs(reached));
    candidates = [...candidates.filter((_, i) => (costs[i] ?? 0) <= limit), to];
  }
  const changes: number[] = [];
  for (let at = last[series.length] ?? 0; at > 0; at = last[at] ?? 0) changes.unshift(at);
  return { changes, objective: best[series.length] ?? 0 };
}

function poissonCost(counts: readonly number[]): Cost {
  if (!counts.every((count) => count >= 0)) throw new RangeError('counts must be 0 or more');
  const sums = [0];
  counts.forEach((count, i) => {
    sums.push((sums[i] ?? 0) + count);
  });
  return (from, to) => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return sum === 0 ? 0 : -2 * (sum * Math.log(sum / (to - from)) - sum);
  };
}
