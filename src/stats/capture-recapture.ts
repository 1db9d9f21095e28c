import type { Coefficient } from './coefficients.ts';
import { type Column, type Design, intercept } from './design.ts';
import { NotEstimable } from './not-estimable.ts';
import { poissonModel } from './poisson-model.ts';
import type { Interval } from './proportion.ts';
import { normalQuantile } from './tails.ts';

/** How many there are in all, seen or not. */
export interface PopulationSize extends Interval {
  readonly size: number;
}

/**
 * Size of a population of which `first` and `second` are on two lists and `both` on either: Chapman 1951 (University of
 * California Publications in Statistics 1, 131-160), variance of Seber 1970, doi:10.2307/2528760, normal interval. The
 * lists must be independent and matched without error: where being on one makes being on the other likelier, the size
 * is too small. Throws RangeError when `both` is above either list, NotEstimable when it is 0.
 */
export function chapman(
  first: number,
  second: number,
  both: number,
  level = 0.95,
): PopulationSize & { readonly error: number } {
  if (!(both >= 0 && both <= first && both <= second)) throw new RangeError('both cannot be more than either list');
  if (both === 0)
    throw new NotEstimable('Nobody is on both lists, so they say nothing about who is on neither: find a longer list.');
  const size = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const error = Math.sqrt(
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2)),
  );
  const half = normalQuantile((1 + level) / 2) * error;
  return { size, error, low: size - half, high: size + half };
}

/** How many are on exactly these lists: `lists[i]` tells whether on list i. */
export interface CaptureCell {
  readonly lists: readonly boolean[];
  readonly count: number;
}

export interface LogLinear extends PopulationSize {
  /** How many are on no list. */
  readonly missing: number;
  readonly coefficients: readonly Coefficient[];
  readonly deviance: number;
  readonly df: number;
  readonly aic: number;
  readonly bic: number;
}

/**
 * Size of a population seen by three or more lists, by a log-linear model of the cells: Fienberg 1972,
 * doi:10.1093/biomet/59.3.591; Bishop, Fienberg & Holland 1975, Discrete Multivariate Analysis, 6. `cells`: each
 * combination of lists but none, once, also those of count 0. `dependent`: sets of lists (indices) that depend on each
 * other, e.g. [[0, 1]]; their subsets of two or more must be named too. The model cannot tell the dependence of all
 * lists at once. The interval is Wald's on the logarithm of the missing. Throws RangeError for wrong cells, NotEstimable
 * where an estimate runs away or there are more coefficients than cells.
 */
export function logLinear(
  cells: readonly CaptureCell[],
  dependent: readonly (readonly number[])[] = [],
  level = 0.95,
): LogLinear {
  const lists = cells[0]?.lists.length ?? 0;
  const patterns = new Set(cells.map(({ lists: on }) => on.map(Number).join('')));
  if (lists < 2 || patterns.size !== cells.length || cells.length !== 2 ** lists - 1 || patterns.has('0'.repeat(lists)))
    throw new RangeError('one cell is needed for each combination of lists, but none for those on no list');
  const terms = [...Array.from({ length: lists }, (_, i) => [i]), ...dependent];
  const design: Design = [intercept(cells.length), ...terms.map((set) => on(cells, set))];
  if (design.length > cells.length)
    throw new NotEstimable(`${cells.length} cells cannot carry ${design.length} coefficients: name fewer dependences.`);
  const counts = cells.map(({ count }) => count);
  const model = poissonModel(design, counts, { level, saturated: true });
  const seen = counts.reduce((sum, count) => sum + count, 0);
  const [none] = model.coefficients;
  const missing = Math.exp(none?.value ?? Number.NaN);
  return {
    size: seen + missing,
    low: seen + Math.exp(none?.low ?? Number.NaN),
    high: seen + Math.exp(none?.high ?? Number.NaN),
    missing,
    coefficients: model.coefficients,
    deviance: model.deviance,
    df: model.df,
    aic: model.aic,
    bic: model.bic,
  };
}

/** 1 for cells on all lists of the set. */
const on = (cells: readonly CaptureCell[], set: readonly number[]): Column => ({
  name: set.map((i) => `list ${i + 1}`).join(' and '),
  values: cells.map(({ lists }) => (set.every((i) => lists[i]) ? 1 : 0)),
});
