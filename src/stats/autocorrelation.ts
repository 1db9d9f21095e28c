import { NotEstimable } from './not-estimable.ts';
import { type SpatialWeights, weightConstants, weightedSums } from './spatial-weights.ts';
import { normalUpper } from './tails.ts';

/** A statistic of the whole map, what chance would give, and the one-sided p value of clustering. */
export interface SpatialTest {
  readonly value: number;
  readonly expectation: number;
  readonly variance: number;
  /** Above 0 where like is near like. */
  readonly z: number;
  readonly p: number;
}

/**
 * Moran's I of `values`, one a place: Moran 1950, doi:10.1093/biomet/37.1-2.17; variance under randomisation, Cliff &
 * Ord 1981; moran.test of the R package spdep. Throws NotEstimable with fewer than 4 places, no neighbours or values
 * that are all equal.
 */
export function moran(values: readonly number[], weights: SpatialWeights): SpatialTest {
  const { n, off, squares, kurtosis } = deviations(values, weights);
  const { s0, s1, s2 } = weightConstants(weights);
  const cross = weightedSums(off, weights).reduce((sum, lag, i) => sum + lag * (off[i] ?? 0), 0);
  const value = (n / s0) * (cross / squares);
  const expectation = -1 / (n - 1);
  const free = n * (s1 * (n ** 2 - 3 * n + 3) - n * s2 + 3 * s0 ** 2);
  const tied = kurtosis * (s1 * (n ** 2 - n) - 2 * n * s2 + 6 * s0 ** 2);
  const variance = (free - tied) / ((n - 1) * (n - 2) * (n - 3) * s0 ** 2) - expectation ** 2;
  return tested(value, expectation, variance, value - expectation);
}

/**
 * Geary's C of `values`, one a place: Geary 1954, doi:10.2307/2986645; below 1 where like is near like (z is turned so
 * that clustering is above 0). Variance under randomisation; geary.test of spdep. Throws as `moran`.
 */
export function geary(values: readonly number[], weights: SpatialWeights): SpatialTest {
  const { n, squares, kurtosis } = deviations(values, weights);
  const { s0, s1, s2 } = weightConstants(weights);
  const apart = weights.reduce(
    (sum, row, i) =>
      sum + row.reduce((of, { to, weight }) => of + weight * ((values[i] ?? 0) - (values[to] ?? 0)) ** 2, 0),
    0,
  );
  const value = ((n - 1) * apart) / (2 * s0 * squares);
  const variance =
    ((n - 1) * s1 * (n ** 2 - 3 * n + 3 - kurtosis * (n - 1)) -
      0.25 * (n - 1) * s2 * (n ** 2 + 3 * n - 6 - kurtosis * (n ** 2 - n + 2)) +
      s0 ** 2 * (n ** 2 - 3 - kurtosis * (n - 1) ** 2)) /
    (n * (n - 2) * (n - 3) * s0 ** 2);
  return tested(value, 1, variance, 1 - value);
}

function tested(value: number, expectation: number, variance: number, above: number): SpatialTest {
  const z = above / Math.sqrt(variance);
  return { value, expectation, variance, z, p: normalUpper(z) };
}

/** Deviations from the mean, their sum of squares and kurtosis; throws where no statistic can be had. */
export function deviations(
  values: readonly number[],
  weights: SpatialWeights,
): { n: number; mean: number; off: number[]; squares: number; kurtosis: number } {
  const n = values.length;
  if (weights.length !== n) throw new RangeError(`${n} values, but weights of ${weights.length} places`);
  if (n < 4) throw new NotEstimable(`${n} places are too few to see clusters.`);
  if (weights.every((row) => row.length === 0))
    throw new NotEstimable('No place has a neighbour, so nothing can be said about clusters.');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const off = values.map((value) => value - mean);
  const squares = off.reduce((sum, value) => sum + value ** 2, 0);
  if (!(squares > 0)) throw new NotEstimable('All places have the same value, so there are no clusters to see.');
  const kurtosis = (n * off.reduce((sum, value) => sum + value ** 4, 0)) / squares ** 2;
  return { n, mean, off, squares, kurtosis };
}
