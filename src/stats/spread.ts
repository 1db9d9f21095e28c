/** Middle value; of an even number of values the mean of the middle two. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Value below which a `share` (0 to 1) of `values` lies, straight between the two nearest: definition 7 of Hyndman & Fan
 * 1996, doi:10.2307/2684934, the usual one of R. NaN for none.
 */
export function quantile(values: readonly number[], share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share`);
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low] ?? Number.NaN;
  return below + (place - low) * ((sorted[low + 1] ?? below) - below);
}

/**
 * Share of the variance of `values` that lies between groups, 0 to 1 (one-way eta squared: Fisher 1925, Statistical
 * Methods for Research Workers, on the intraclass table). 0 when there is no variance or only one group.
 */
export function etaSquared(values: readonly number[], groups: readonly string[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const total = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  if (!(total > 0)) return 0;
  const sums = new Map<string, { n: number; sum: number }>();
  values.forEach((value, i) => {
    const group = groups[i] ?? '';
    const { n, sum } = sums.get(group) ?? { n: 0, sum: 0 };
    sums.set(group, { n: n + 1, sum: sum + value });
  });
  let between = 0;
  for (const { n, sum } of sums.values()) between += n * (sum / n - mean) ** 2;
  return between / total;
}
