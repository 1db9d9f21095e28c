import quantile from '@stdlib/stats-base-dists-beta-quantile';
import { exactP } from './exact-test.ts';
import { type Alternative, binomialLog, binomialLower, binomialUpper, normalQuantile } from './tails.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Exact interval of a share: `successes` out of `trials` (whole numbers), confidence `level` (0.95). Clopper & Pearson
 * 1934, doi:10.1093/biomet/26.4.404, by quantiles of the beta distribution; for a one-sided `alternative` the other end
 * is 0 or 1, as in binom.test of R. Throws RangeError when 0 <= successes <= trials does not hold.
 */
export function shareInterval(
  successes: number,
  trials: number,
  level = 0.95,
  alternative: Alternative = 'two-sided',
): Interval {
  mustBeShare(successes, trials);
  const tail = alternative === 'two-sided' ? (1 - level) / 2 : 1 - level;
  return {
    low: successes === 0 || alternative === 'less' ? 0 : quantile(tail, successes, trials - successes + 1),
    high: successes === trials || alternative === 'greater' ? 1 : quantile(1 - tail, successes + 1, trials - successes),
  };
}

/**
 * Score interval of a share: Wilson 1927, doi:10.1080/01621459.1927.10502953, without continuity correction, as
 * prop.test(correct = FALSE) of R. Narrower than the exact one; its coverage is right on average, not at least.
 * Throws RangeError when 0 <= successes <= trials, trials > 0 does not hold.
 */
export function scoreInterval(successes: number, trials: number, level = 0.95): Interval {
  mustBeShare(successes, trials);
  if (trials === 0) throw new RangeError('a share of nothing has no interval');
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const middle = share + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z / (2 * trials)) ** 2);
  const scale = 1 + z ** 2 / trials;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

/**
 * P value of `successes` out of `trials` when the true share were `share` (0 to 1): the exact binomial test, as
 * binom.test of R. Throws RangeError when these are no counts or no share.
 */
export function shareP(
  successes: number,
  trials: number,
  share: number,
  alternative: Alternative = 'two-sided',
): number {
  mustBeShare(successes, trials);
  if (!(Number.isInteger(successes) && Number.isInteger(trials) && share >= 0 && share <= 1))
    throw new RangeError(`${successes} of ${trials} at ${share} is no share`);
  if (share === 0 || share === 1) return sureP(successes, trials * share, alternative);
  return exactP(
    successes,
    {
      mean: trials * share,
      most: trials,
      log: (k) => binomialLog(k, trials, share),
      lower: (k) => binomialLower(k, trials, share),
      upper: (k) => binomialUpper(k, trials, share),
    },
    alternative,
  );
}

/** P value of a count when only one count is possible. */
export function sureP(count: number, only: number, alternative: Alternative): number {
  if (alternative === 'greater') return count <= only ? 1 : 0;
  if (alternative === 'less') return count >= only ? 1 : 0;
  return count === only ? 1 : 0;
}

function mustBeShare(successes: number, trials: number): void {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no share`);
}
