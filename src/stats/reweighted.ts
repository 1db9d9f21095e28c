import { type Coefficient, coefficientTable, type Fitted, scaledRows } from './coefficients.ts';
import type { Design } from './design.ts';
import { leastSquares, linear, mustFit, type Solved } from './least-squares.ts';
import { NotEstimable } from './not-estimable.ts';
import { normalQuantile } from './tails.ts';

/** A distribution of counts around means, on the logarithmic link. */
export interface Family {
  /** The logarithm is its canonical link: rounds are Newton's steps and come to rest at once. */
  readonly canonical: boolean;
  /** First guess of the mean of an observed count. */
  guess(y: number): number;
  variance(mean: number): number;
  /** Contribution of one count to the deviance. */
  deviance(y: number, mean: number): number;
}

/**
 * Relative change of the deviance below which a fit stands, and the rounds allowed: closer than the 1e-8 usual in R, which
 * leaves no more than five digits of the errors.
 */
export const close = { epsilon: 1e-12, rounds: 200 };

/** Without canonical link, a fit that stands goes on for some rounds until no logarithm of a mean moves by more. */
const polish = { change: 1e-10, rounds: 8 };

export interface Weighted extends Solved {
  readonly eta: readonly number[];
  readonly fitted: readonly number[];
  /** Weights of the last round. */
  readonly weights: readonly number[];
  readonly deviance: number;
}

/**
 * Iteratively reweighted least squares with logarithmic link: McCullagh & Nelder 1989, Generalized Linear Models, 2.5;
 * the rounds, their start and their end are those of glm.fit of R. `offset` is on the logarithmic scale; `eta` a start.
 * Throws NotEstimable when the rounds do not settle or a rate runs to zero.
 */
export function reweighted(
  design: Design,
  y: readonly number[],
  offset: readonly number[],
  family: Family,
  start?: readonly number[],
): Weighted {
  let eta = start ?? y.map((count) => Math.log(family.guess(count)));
  let before = total(y, eta, family);
  let standing = 0;
  for (let round = 0; round < close.rounds; round++) {
    const means = eta.map(Math.exp);
    const weights = means.map((mean) => mean ** 2 / family.variance(mean));
    const working = eta.map((value, i) => value - (offset[i] ?? 0) + ((y[i] ?? 0) - (means[i] ?? 0)) / (means[i] ?? 1));
    const solved = leastSquares(design, working, weights);
    const next = linear(design, solved.coefficients, y.length).map((value, i) => value + (offset[i] ?? 0));
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - (eta[i] ?? 0))), 0);
    eta = next;
    const deviance = total(y, eta, family);
    if (!Number.isFinite(deviance)) break;
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < close.epsilon) standing += 1;
    if (standing > 0 && (family.canonical || moved < polish.change || standing > polish.rounds))
      return { ...solved, eta, fitted: eta.map(Math.exp), weights, deviance };
    before = deviance;
  }
  throw new NotEstimable('The model does not settle on these counts: take a simpler model or a longer time.');
}

const total = (y: readonly number[], eta: readonly number[], family: Family): number =>
  y.reduce((sum, count, i) => sum + family.deviance(count, Math.exp(eta[i] ?? 0)), 0);

/** The regression table (intervals by normal quantiles, as confint.default of R), covariance and estimating functions. */
export function described(
  design: Design,
  y: readonly number[],
  fit: Weighted,
  dispersion: number,
  options: { readonly byT: boolean; readonly level: number },
): Fitted {
  const df = y.length - design.length;
  const covariance = fit.inverse.clone().mul(dispersion);
  const pulls = y.map((count, i) => ((count - (fit.fitted[i] ?? 0)) / (fit.fitted[i] ?? 1)) * (fit.weights[i] ?? 0));
  const reach = normalQuantile((1 + options.level) / 2);
  const coefficients = coefficientTable(design, fit.coefficients, covariance, options.byT ? df : null, reach);
  mustNotRunAway(y, fit.fitted, coefficients);
  return {
    coefficients,
    covariance: covariance.to2DArray(),
    fitted: fit.fitted,
    df,
    scores: scaledRows(design, pulls),
    bread: fit.inverse.clone().mul(y.length),
  };
}

/** Events expected below which a mean counts as zero. */
const nothing = 1e-6;

/** Separation: where a variable holds only zeros, its rate runs to zero and its coefficient has no finite estimate. */
function mustNotRunAway(y: readonly number[], fitted: readonly number[], coefficients: readonly Coefficient[]): void {
  if (!fitted.some((mean, i) => mean < nothing && y[i] === 0)) return;
  const worst = coefficients.reduce((a, b) => (b.error > a.error ? b : a));
  if (worst.error < 10) return;
  throw new NotEstimable(
    `Nothing was counted wherever "${worst.name}" would show, so its effect has no finite estimate: use the exact rate ratio, or leave it out.`,
  );
}

/** Throws where counts, offsets or design are wrong or too few for a model of counts. */
export function mustBeCounts(
  design: Design,
  y: readonly number[],
  exposure: readonly number[],
  saturated = false,
): void {
  mustFit(design, y, saturated);
  if (!y.every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError('counts must be whole numbers of 0 or more');
  if (exposure.length !== y.length || !exposure.every((value) => value > 0 && Number.isFinite(value)))
    throw new RangeError(`exposure must be above 0 for each of the ${y.length} observations`);
  if (y.every((count) => count === 0))
    throw new NotEstimable('All counts are zero: there is no rate to model. Take a longer time or a larger place.');
}
