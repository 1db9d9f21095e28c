import quantile from '@stdlib/stats-base-dists-gamma-quantile';
import { type Interval, shareInterval } from './proportion.ts';

/** Events counted over a time (any unit, the same for all that are compared). */
export interface Counted {
  readonly count: number;
  readonly time: number;
}

/**
 * Exact interval of a Poisson count: Garwood 1936, doi:10.1093/biomet/28.3-4.437, by quantiles of the gamma
 * distribution. `count` is a whole number of 0 or more.
 */
export function countInterval(count: number, level = 0.95): Interval {
  if (!(count >= 0)) throw new RangeError(`${count} is no count`);
  const tail = (1 - level) / 2;
  return { low: count === 0 ? 0 : quantile(tail, count, 1), high: quantile(1 - tail, count + 1, 1) };
}

/**
 * Ratio of two Poisson rates, `after` over `before`, with its exact interval: given the sum of both counts the later
 * count is binomial (Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313), so the interval is that of its
 * share, carried over; the same as `poisson.test` in R. Infinite where nothing was counted before; NaN where nothing
 * was counted at all.
 */
export function rateRatio(after: Counted, before: Counted, level = 0.95): Interval & { readonly ratio: number } {
  if (!(after.time > 0 && before.time > 0)) throw new RangeError('times must be above 0');
  const share = shareInterval(after.count, after.count + before.count, level);
  const scale = before.time / after.time;
  const odds = (p: number) => (p === 1 ? Number.POSITIVE_INFINITY : (p / (1 - p)) * scale);
  if (after.count + before.count === 0) return { ratio: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY };
  return { ratio: (after.count / before.count) * scale, low: odds(share.low), high: odds(share.high) };
}
