import { NotEstimable } from './not-estimable.ts';
import type { Interval } from './proportion.ts';
import { seeded } from './seeded.ts';
import { quantile } from './spread.ts';

export interface BootstrapOptions {
  readonly level?: number;
  readonly replicates?: number;
  readonly seed?: number;
}

/** Clusters below which an interval of the bootstrap means little. */
const fewest = 5;

/**
 * Percentile interval of a statistic by drawing `clusters` with replacement: Efron & Tibshirani 1993, An Introduction to
 * the Bootstrap, 13. What depends on each other belongs in one cluster (the reports of one document, say), so that
 * copies do not count as evidence (Field & Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x). A draw on which the
 * statistic is NaN is left out. The same `seed` gives the same interval. Throws NotEstimable for fewer than 5 clusters or
 * where the statistic is NaN on all of them or on more than one draw in ten.
 */
export function bootstrap<T>(
  clusters: readonly T[],
  statistic: (drawn: readonly T[]) => number,
  { level = 0.95, replicates = 1999, seed = 1 }: BootstrapOptions = {},
): Interval & { readonly value: number } {
  if (clusters.length < fewest)
    throw new NotEstimable(
      `${clusters.length} independent pieces are too few for an interval: at least ${fewest} are needed.`,
    );
  const value = statistic(clusters);
  const random = seeded(seed);
  const drawn: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const draw = clusters.map(() => clusters[Math.floor(random() * clusters.length)] as T);
    const found = statistic(draw);
    if (!Number.isNaN(found)) drawn.push(found);
  }
  if (Number.isNaN(value) || drawn.length < 0.9 * replicates)
    throw new NotEstimable('The figure rests on so few pieces that most draws leave it undefined: take a longer time.');
  return { value, low: quantile(drawn, (1 - level) / 2), high: quantile(drawn, (1 + level) / 2) };
}
