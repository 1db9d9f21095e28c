import { NotEstimable } from './not-estimable.ts';
import { chiSquareUpper, normalTwoSided } from './tails.ts';

/**
 * Autocorrelations of a series at lags 1 to `most`, about its mean, divided by n at each lag (acf of R; Box & Jenkins
 * 1976, Time Series Analysis, 2.1). Throws NotEstimable when the series does not vary or is not longer than the lags.
 */
export function autocorrelations(series: readonly number[], most: number): number[] {
  if (series.length <= most)
    throw new NotEstimable(`A series of ${series.length} is too short for autocorrelations up to lag ${most}.`);
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const off = series.map((value) => value - mean);
  const at = (lag: number) => off.slice(lag).reduce((sum, value, i) => sum + value * (off[i] ?? 0), 0);
  const all = at(0);
  if (!(all > 0)) throw new NotEstimable('The series does not vary, so it has no autocorrelation.');
  return Array.from({ length: most }, (_, i) => at(i + 1) / all);
}

/**
 * Whether a series (residuals) is correlated over time up to `lag`: Ljung & Box 1978, doi:10.1093/biomet/65.2.297;
 * Box.test(type = 'Ljung') of R. `estimated`: parameters fitted before, taken off the degrees of freedom.
 */
export function ljungBox(series: readonly number[], lag: number, estimated = 0): { statistic: number; p: number } {
  if (!(lag > estimated)) throw new RangeError('the lag must be above the number of fitted parameters');
  const n = series.length;
  const sum = autocorrelations(series, lag).reduce((total, r, i) => total + r ** 2 / (n - i - 1), 0);
  const statistic = n * (n + 2) * sum;
  return { statistic, p: chiSquareUpper(statistic, lag - estimated) };
}

/** 2 where residuals in order of time are uncorrelated: Durbin & Watson 1950, doi:10.1093/biomet/37.3-4.409. */
export function durbinWatson(residuals: readonly number[]): number {
  let steps = 0;
  let all = 0;
  residuals.forEach((value, i) => {
    all += value ** 2;
    if (i > 0) steps += (value - (residuals[i - 1] ?? 0)) ** 2;
  });
  if (!(all > 0)) throw new NotEstimable('The residuals are all zero, so they have no autocorrelation.');
  return steps / all;
}

/**
 * Monotone trend of a series in order of time: Kendall's tau-b and its normal approximation with the variance for ties
 * and, unless `continuity` is false, the continuity correction (Kendall 1970, Rank Correlation Methods; cor.test(exact
 * = FALSE) of R; the trend test of Mann 1945, doi:10.2307/1907187). Assumes independent observations: with serial
 * correlation p is too small. Throws NotEstimable for fewer than 3 values or a constant series.
 */
export function kendallTrend(series: readonly number[], continuity = true): { tau: number; z: number; p: number } {
  const n = series.length;
  if (n < 3) throw new NotEstimable(`${n} values are too few for a trend.`);
  let score = 0;
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) score += Math.sign((series[i] ?? 0) - (series[j] ?? 0));
  const ties = new Map<number, number>();
  for (const value of series) ties.set(value, (ties.get(value) ?? 0) + 1);
  const sizes = [...ties.values()];
  const tied = sizes.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const pairs = (n * (n - 1)) / 2;
  if (tied === pairs) throw new NotEstimable('The series does not vary, so it has no trend.');
  const varied = n * (n - 1) * (2 * n + 5) - sizes.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const corrected = continuity ? Math.sign(score) * (Math.abs(score) - 1) : score;
  const z = corrected / Math.sqrt(varied / 18);
  return { tau: score / Math.sqrt((pairs - tied) * pairs), z, p: normalTwoSided(z) };
}
