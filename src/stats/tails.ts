import gammaln from '@stdlib/math-base-special-gammaln';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

// Upper tails are reckoned as lower tails of the mirrored distribution, so that they keep their digits when tiny.

/** Which side of a test counts as extreme. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** Standard normal value below which the share `p` lies. */
export const normalQuantile = (p: number): number => normalQuantileOf(p, 0, 1);

/** Value of Student's t with `df` degrees of freedom below which the share `p` lies. */
export const tQuantile = (p: number, df: number): number => tQuantileOf(p, df);

/** P(Z >= z) of a standard normal value. */
export const normalUpper = (z: number): number => normalCdf(-z, 0, 1);

/** P(|Z| >= |z|) of a standard normal value. */
export const normalTwoSided = (z: number): number => 2 * normalCdf(-Math.abs(z), 0, 1);

/** P(|t| >= |value|) of Student's t with `df` degrees of freedom. */
export const tTwoSided = (value: number, df: number): number => 2 * tCdf(-Math.abs(value), df);

/**
 * P(chi-square >= value). Whole degrees of freedom by the finite sums of Abramowitz & Stegun 1964, 26.4.4 and 26.4.21;
 * others as one less the distribution function, good to about 1e-15 absolute.
 */
export function chiSquareUpper(value: number, df: number): number {
  if (value <= 0) return 1;
  if (df % 2 === 0) return poissonCdf(df / 2 - 1, value / 2);
  if (!Number.isInteger(df)) return 1 - chisquareCdf(value, df);
  const half = value / 2;
  let sum = normalTwoSided(Math.sqrt(value));
  for (let j = 0.5; j < df / 2; j += 1) sum += Math.exp(j * Math.log(half) - half - gammaln(j + 1));
  return sum;
}

/** P(X <= k) and P(X >= k) of a Poisson count with that mean above 0. */
export const poissonLower = (k: number, mean: number): number => (k < 0 ? 0 : poissonCdf(k, mean));
export const poissonUpper = (k: number, mean: number): number => (k <= 0 ? 1 : chisquareCdf(2 * mean, 2 * k));

/** log P(X = k) of a Poisson count. */
export const poissonLog = (k: number, mean: number): number => k * Math.log(mean) - mean - gammaln(k + 1);

/** P(X <= k) and P(X >= k) of a binomial count, 0 < share < 1. */
export const binomialLower = (k: number, trials: number, share: number): number =>
  k < 0 ? 0 : k >= trials ? 1 : binomialCdf(k, trials, share);

export function binomialUpper(k: number, trials: number, share: number): number {
  if (k <= 0) return 1;
  if (k > trials) return 0;
  if (share < rare) return rareUpper(k, trials, share);
  const rest = trials - k + 1;
  return fCdf((share * rest) / ((1 - share) * k), 2 * k, 2 * rest);
}

/** Below this share the F distribution is asked at places where it has few digits. */
const rare = 1e-4;

/** P(X >= k) as a sum of chances above the mean, as the rest of the sum below it. */
function rareUpper(k: number, trials: number, share: number): number {
  if (k <= trials * share) return 1 - binomialLower(k - 1, trials, share);
  let chance = Math.exp(binomialLog(k, trials, share));
  let sum = 0;
  for (let i = k; i <= trials && chance > sum * Number.EPSILON; i++) {
    sum += chance;
    chance *= ((trials - i) / (i + 1)) * (share / (1 - share));
  }
  return sum;
}

/** log P(X = k) of a binomial count. */
export const binomialLog = (k: number, trials: number, share: number): number =>
  gammaln(trials + 1) -
  gammaln(k + 1) -
  gammaln(trials - k + 1) +
  k * Math.log(share) +
  (trials - k) * Math.log1p(-share);
