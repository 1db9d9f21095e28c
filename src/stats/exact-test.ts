import type { Alternative } from './tails.ts';

/** A distribution of counts: its mean, its largest value (or Infinity), log probability and both tails. */
export interface CountLaw {
  readonly mean: number;
  readonly most: number;
  log(k: number): number;
  lower(k: number): number;
  upper(k: number): number;
}

/** Probabilities this close count as equal, as in R. */
const slack = Math.log1p(1e-7);

/**
 * P value of a count under a law. Two-sided: all counts no likelier than the one seen (Fisher's "minimum likelihood",
 * as binom.test and poisson.test of R 4.2; Fay 2010, doi:10.32614/RJ-2010-008), found by bisection in the other tail.
 */
export function exactP(count: number, law: CountLaw, alternative: Alternative): number {
  if (alternative === 'greater') return law.upper(count);
  if (alternative === 'less') return law.lower(count);
  if (count === law.mean) return 1;
  const limit = law.log(count) + slack;
  if (count < law.mean) {
    const first = firstUnlikely(law, Math.ceil(law.mean), limit);
    return Math.min(1, law.lower(count) + (first > law.most ? 0 : law.upper(first)));
  }
  const last = lastUnlikely(law, Math.floor(law.mean), limit);
  return Math.min(1, law.upper(count) + (last < 0 ? 0 : law.lower(last)));
}

/** Smallest count from `from` on that is no likelier than `limit`; one above the largest when there is none. */
function firstUnlikely(law: CountLaw, from: number, limit: number): number {
  let high = from;
  for (let step = 1; high <= law.most && law.log(high) > limit; step *= 2) high += step;
  high = Math.min(high, law.most + 1);
  let low = from;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (law.log(middle) <= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Largest count up to `to` that is no likelier than `limit`; -1 when there is none. */
function lastUnlikely(law: CountLaw, to: number, limit: number): number {
  let low = -1;
  let high = to;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (law.log(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
