import { Matrix } from 'ml-matrix';
import type { Design } from './design.ts';
import type { Interval } from './proportion.ts';
import { normalTwoSided, tTwoSided } from './tails.ts';

/** One line of a regression table. */
export interface Coefficient extends Interval {
  readonly name: string;
  readonly value: number;
  readonly error: number;
  /** Value over error; its p value by the normal distribution, or by t where the dispersion is estimated. */
  readonly statistic: number;
  readonly p: number;
}

/** What every fitted regression has; `scores` and `bread` are what robust covariances are made of. */
export interface Fitted {
  readonly coefficients: readonly Coefficient[];
  /** Covariance of the coefficients. */
  readonly covariance: readonly (readonly number[])[];
  readonly fitted: readonly number[];
  /** Observations less coefficients. */
  readonly df: number;
  /** Estimating functions: a row an observation, a column a coefficient. */
  readonly scores: Matrix;
  /** Inverse of X'WX times the number of observations. */
  readonly bread: Matrix;
}

/**
 * The regression table of values and their covariance. `df`: degrees of freedom of t for the p values; null for the normal
 * distribution. `reach`: errors from a value to each end of its interval.
 */
export function coefficientTable(
  design: Design,
  values: readonly number[],
  covariance: Matrix,
  df: number | null,
  reach: number,
): Coefficient[] {
  return design.map(({ name }, j) => {
    const value = values[j] ?? Number.NaN;
    const error = Math.sqrt(covariance.get(j, j));
    const statistic = value / error;
    const p = df === null ? normalTwoSided(statistic) : tTwoSided(statistic, df);
    return { name, value, error, statistic, p, low: value - reach * error, high: value + reach * error };
  });
}

/** Rows of the design, each times its own factor. */
export function scaledRows(design: Design, factors: readonly number[]): Matrix {
  const rows = new Matrix(factors.length, design.length);
  design.forEach(({ values }, j) => {
    factors.forEach((factor, i) => {
      rows.set(i, j, factor * (values[i] ?? 0));
    });
  });
  return rows;
}
