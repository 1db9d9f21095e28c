import { NotEstimable } from './not-estimable.ts';
import { stretches } from './segments.ts';

export interface BreakModel {
  /** How many observations lie before each break. */
  readonly breaks: readonly number[];
  /** Sum of squares about the segments' means. */
  readonly squares: number;
  readonly bic: number;
}

export interface MeanBreaks {
  /** The best models with 0, 1, 2 … breaks. */
  readonly models: readonly BreakModel[];
  /** The one of least BIC. */
  readonly best: BreakModel;
}

/**
 * Breaks in the mean of a series, for each number of breaks the partition of least squares by dynamic programming: Bai &
 * Perron 2003, doi:10.1002/jae.659; breakpoints(y ~ 1, h) of the R package strucchange. `share`: least length of a
 * segment as a share of the series (0.15); `most`: breaks at most, as many as segments of that length allow, less one,
 * where not given. Errors are taken as uncorrelated and of one variance. Throws NotEstimable when the series is too
 * short or does not vary.
 */
export function meanBreaks(series: readonly number[], share = 0.15, most?: number): MeanBreaks {
  const n = series.length;
  const shortest = Math.floor(n * share);
  if (!(share > 0 && share < 0.5)) throw new RangeError(`${share} is no share of a series that could be broken`);
  if (shortest < 2) throw new NotEstimable(`A series of ${n} is too short to look for breaks in it.`);
  const { squares } = stretches(series);
  if (!(squares(0, n) > 0)) throw new NotEstimable('The series does not vary, so there is nothing to break.');
  const number = Math.min(most ?? Number.POSITIVE_INFINITY, Math.ceil(n / shortest) - 2);

  // costs[m][i]: least squares of the first i observations in m + 1 segments; origin[m][i]: where the last one begins.
  let costs = Array.from({ length: n + 1 }, (_, i) => (i >= shortest ? squares(0, i) : Number.POSITIVE_INFINITY));
  const origins: number[][] = [];
  const models = [modelOf([], costs[n] ?? 0, n)];
  for (let m = 1; m <= number; m++) {
    const next = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
    const origin = new Array<number>(n + 1).fill(0);
    for (let i = (m + 1) * shortest; i <= n; i++)
      for (let j = m * shortest; j <= i - shortest; j++) {
        const sum = (costs[j] ?? 0) + squares(j, i);
        if (sum < (next[i] ?? 0)) {
          next[i] = sum;
          origin[i] = j;
        }
      }
    origins.push(origin);
    costs = next;
    const breaks: number[] = [];
    for (let at = n, k = m - 1; k >= 0; k--) {
      at = origins[k]?.[at] ?? 0;
      breaks.unshift(at);
    }
    models.push(modelOf(breaks, costs[n] ?? 0, n));
  }
  return { models, best: models.reduce((a, b) => (b.bic < a.bic ? b : a)) };
}

function modelOf(breaks: readonly number[], squares: number, n: number): BreakModel {
  const parameters = 2 * (breaks.length + 1);
  return { breaks, squares, bic: n * (Math.log(squares / n) + 1 + Math.log(2 * Math.PI)) + Math.log(n) * parameters };
}
