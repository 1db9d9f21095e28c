import { deviations } from './autocorrelation.ts';
import { type SpatialWeights, weightedSums, weightSquares, weightSum } from './spatial-weights.ts';
import { normalTwoSided } from './tails.ts';

export interface LocalMoran {
  readonly value: number;
  readonly expectation: number;
  readonly variance: number;
  /** NaN, as p, where the place has the mean value or no neighbours: nothing can be said. */
  readonly z: number;
  readonly p: number;
  /** Is the place above the mean of places (first), are its neighbours above the mean of neighbourhoods (second)? */
  readonly quadrant: 'high-high' | 'high-low' | 'low-high' | 'low-low';
}

/**
 * Local Moran's I of each place: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; expectation and variance given the
 * place's own value: Sokal, Oden & Thomson 1998, doi:10.1111/j.1538-4632.1998.tb00406.x; localmoran(conditional = TRUE)
 * of the R package spdep, two-sided p by the normal approximation, not corrected for the number of places (see
 * `falseDiscovery`). Throws NotEstimable with fewer than 4 places, no neighbours or values that are all equal.
 */
export function localMoran(values: readonly number[], weights: SpatialWeights): LocalMoran[] {
  const { n, mean, off, squares } = deviations(values, weights);
  const spread = squares / n;
  const lags = weightedSums(off, weights);
  const around = weightedSums(values, weights);
  const usual = around.reduce((sum, value) => sum + value, 0) / n;
  return off.map((own, i) => {
    const row = weights[i] ?? [];
    const all = weightSum(row);
    const value = (own / spread) * (lags[i] ?? 0);
    const expectation = -(own ** 2 * all) / ((n - 1) * spread);
    const variance =
      (own / spread) ** 2 * (n / (n - 2)) * (weightSquares(row) - all ** 2 / (n - 1)) * (spread - own ** 2 / (n - 1));
    const z = (value - expectation) / Math.sqrt(variance);
    const here = (values[i] ?? 0) > mean ? 'high' : 'low';
    const near = (around[i] ?? 0) > usual ? 'high' : 'low';
    return { value, expectation, variance, z, p: normalTwoSided(z), quadrant: `${here}-${near}` };
  });
}

export interface HotSpot {
  /** Above 0: more around here than elsewhere (hot); below 0: less (cold). NaN, as p, without neighbours. */
  readonly z: number;
  /** Two-sided, not corrected for the number of places (see `falseDiscovery`). */
  readonly p: number;
}

/**
 * Getis and Ord's local G of each place as a z score: Gi* where the weights hold the place itself, else Gi. Getis & Ord
 * 1992, doi:10.1111/j.1538-4632.1992.tb00261.x; Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x; localG of the R
 * package spdep. Throws NotEstimable with fewer than 4 places, no neighbours or values that are all equal.
 */
export function hotSpots(values: readonly number[], weights: SpatialWeights): HotSpot[] {
  const { n, mean, squares } = deviations(values, weights);
  const sums = weightedSums(values, weights);
  const total = mean * n;
  const totalSquares = values.reduce((sum, value) => sum + value ** 2, 0);
  return weights.map((row, i) => {
    const own = values[i] ?? 0;
    const self = row.some(({ to }) => to === i);
    const others = self ? n : n - 1;
    const usual = self ? mean : (total - own) / others;
    const spread = self ? squares / n : (totalSquares - own ** 2) / others - usual ** 2;
    const all = weightSum(row);
    const variance = (spread * (others * weightSquares(row) - all ** 2)) / (others - 1);
    const z = ((sums[i] ?? 0) - all * usual) / Math.sqrt(variance);
    return { z, p: normalTwoSided(z) };
  });
}
