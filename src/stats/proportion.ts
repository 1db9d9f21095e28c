import quantile from '@stdlib/stats-base-dists-beta-quantile';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Exact two-sided interval of a share: `successes` out of `trials` (whole numbers), confidence `level` (0.95).
 * Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404, by quantiles of the beta distribution.
 * Throws RangeError when 0 <= successes <= trials does not hold.
 */
export function shareInterval(successes: number, trials: number, level = 0.95): Interval {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no share`);
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : quantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : quantile(1 - tail, successes + 1, trials - successes),
  };
}
