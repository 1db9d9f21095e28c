import { coefficientTable, type Fitted, scaledRows } from './coefficients.ts';
import type { Design } from './design.ts';
import { leastSquares, linear, mustFit } from './least-squares.ts';
import { tQuantile } from './tails.ts';

export interface Ordinary extends Fitted {
  readonly residuals: readonly number[];
  readonly rSquared: number;
  /** Variance of the residuals, by degrees of freedom. */
  readonly variance: number;
}

/**
 * Ordinary least squares of `y` on the design (lm of R); p values and intervals by t. `rSquared` is about the mean, so the design
 * should hold an intercept. Throws NotEstimable with too few observations or a column that the others explain.
 */
export function ordinary(design: Design, y: readonly number[], level = 0.95): Ordinary {
  mustFit(design, y);
  const n = y.length;
  const solved = leastSquares(design, y, new Array<number>(n).fill(1));
  const fitted = linear(design, solved.coefficients, n);
  const residuals = y.map((value, i) => value - (fitted[i] ?? 0));
  const df = n - design.length;
  const rest = squares(residuals);
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const variance = rest / df;
  const covariance = solved.inverse.clone().mul(variance);
  return {
    coefficients: coefficientTable(design, solved.coefficients, covariance, df, tQuantile((1 + level) / 2, df)),
    covariance: covariance.to2DArray(),
    fitted,
    residuals,
    df,
    variance,
    rSquared: 1 - rest / squares(y.map((value) => value - mean)),
    scores: scaledRows(design, residuals),
    bread: solved.inverse.clone().mul(n),
  };
}

const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);
