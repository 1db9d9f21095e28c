import quantile from '@stdlib/stats-base-dists-gamma-quantile';
import { exactP } from './exact-test.ts';
import { type Interval, shareInterval, shareP, sureP } from './proportion.ts';
import { type Alternative, poissonLog, poissonLower, poissonUpper } from './tails.ts';

/** Events counted over a time (any unit, the same for all that are compared). */
export interface Counted {
  readonly count: number;
  readonly time: number;
}

/**
 * Exact interval of a Poisson count: Garwood 1936, doi:10.1093/biomet/28.3-4.437, by quantiles of the gamma
 * distribution. `count` is a whole number of 0 or more. For a one-sided `alternative` the other end is 0 or infinite.
 */
export function countInterval(count: number, level = 0.95, alternative: Alternative = 'two-sided'): Interval {
  if (!(count >= 0)) throw new RangeError(`${count} is no count`);
  const tail = alternative === 'two-sided' ? (1 - level) / 2 : 1 - level;
  return {
    low: count === 0 || alternative === 'less' ? 0 : quantile(tail, count, 1),
    high: alternative === 'greater' ? Number.POSITIVE_INFINITY : quantile(1 - tail, count + 1, 1),
  };
}

/**
 * P value of a Poisson `count` when `expected` were the mean (0 or more): the exact test of poisson.test in R.
 * Throws RangeError when these are no counts.
 */
export function countP(count: number, expected: number, alternative: Alternative = 'two-sided'): number {
  if (!(Number.isInteger(count) && count >= 0 && expected >= 0)) throw new RangeError(`${count} is no count`);
  if (expected === 0) return sureP(count, 0, alternative);
  return exactP(
    count,
    {
      mean: expected,
      most: Number.POSITIVE_INFINITY,
      log: (k) => poissonLog(k, expected),
      lower: (k) => poissonLower(k, expected),
      upper: (k) => poissonUpper(k, expected),
    },
    alternative,
  );
}

/**
 * Ratio of two Poisson rates, `after` over `before`, with its exact interval: given the sum of both counts the later
 * count is binomial (Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313), so the interval is that of its
 * share, carried over; the same as `poisson.test` in R. Infinite where nothing was counted before; NaN where nothing
 * was counted at all.
 */
export function rateRatio(
  after: Counted,
  before: Counted,
  level = 0.95,
  alternative: Alternative = 'two-sided',
): Interval & { readonly ratio: number } {
  mustHaveTime(after, before);
  const share = shareInterval(after.count, after.count + before.count, level, alternative);
  const scale = before.time / after.time;
  const odds = (p: number) => (p === 1 ? Number.POSITIVE_INFINITY : (p / (1 - p)) * scale);
  if (after.count + before.count === 0) return { ratio: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY };
  return { ratio: (after.count / before.count) * scale, low: odds(share.low), high: odds(share.high) };
}

/**
 * P value of two counts when the ratio of their rates, `after` over `before`, were `ratio` (1): the exact conditional
 * test behind `rateRatio`, as `poisson.test` in R. 1 where nothing was counted at all.
 */
export function rateRatioP(after: Counted, before: Counted, ratio = 1, alternative: Alternative = 'two-sided'): number {
  mustHaveTime(after, before);
  if (!(ratio > 0)) throw new RangeError(`${ratio} is no ratio of rates`);
  const share = (ratio * after.time) / (ratio * after.time + before.time);
  return shareP(after.count, after.count + before.count, share, alternative);
}

function mustHaveTime(...all: readonly Counted[]): void {
  if (!all.every(({ time }) => time > 0)) throw new RangeError('times must be above 0');
}
