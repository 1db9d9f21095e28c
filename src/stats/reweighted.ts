import { type Coefficient, coefficientTable, type Fitted, scaledRows } from './coefficients.ts';
import type { Design } from './design.ts';
import { leastSquares, linear, mustFit, type Solved } from './least-squares.ts';
import { NotEstimable } from './not-estimable.ts';
import { normalQuantile } from './tails.ts';

/** A distribution of counts around means, on the logarithmic link. */
export interface Family {
  /** First guess of the mean of an observed count. */
  guess(y: number): number;
  variance(mean: number): number;
  /**
   * Less the second derivative of the log-likelihood in the logarithm of the mean, where it is not mean² over variance as
   * for the canonical link: then rounds are Newton's with it (scoring would hardly move), errors by its expectation.
   */
  readonly curvature?: (y: number, mean: number) => number;
  /** Contribution of one count to the deviance. */
  deviance(y: number, mean: number): number;
}

/**
 * Relative change of the deviance below which a fit stands, and the rounds allowed: closer than the 1e-8 usual in R, which
 * leaves no more than five digits of the errors.
 */
export const close = { epsilon: 1e-12, rounds: 200 };

/** Where no logarithm of a mean moves by more, a fit is at rest even if its deviance still changes by rounding. */
const rest = 1e-10;

export interface Weighted extends Solved {
  readonly fitted: readonly number[];
  /** Weights of the last round. */
  readonly weights: readonly number[];
  readonly deviance: number;
}

/**
 * Iteratively reweighted least squares with logarithmic link: McCullagh & Nelder 1989, Generalized Linear Models, 2.5;
 * the rounds and their start are those of glm.fit of R, but a round that leads uphill is halved until it leads down.
 * `offset` is on the logarithmic scale; `start`: coefficients. Throws NotEstimable when the rounds do not settle.
 */
export function reweighted(
  design: Design,
  y: readonly number[],
  offset: readonly number[],
  family: Family,
  start?: readonly number[],
): Weighted {
  const etaOf = (coefficients: readonly number[]) =>
    linear(design, coefficients, y.length).map((value, i) => value + (offset[i] ?? 0));
  let last = start;
  let eta = last === undefined ? y.map((count) => Math.log(family.guess(count))) : etaOf(last);
  let before = total(y, eta, family);
  const { curvature } = family;
  for (let round = 0; round < close.rounds; round++) {
    const means = eta.map(Math.exp);
    const expected = expectedWeights(means, family);
    const weights = curvature === undefined ? expected : means.map((mean, i) => curvature(y[i] ?? 0, mean));
    const working = eta.map((value, i) => {
      const mean = means[i] ?? 1;
      const pull = (((y[i] ?? 0) - mean) / mean) * ((expected[i] ?? 0) / (weights[i] ?? 1));
      return value - (offset[i] ?? 0) + pull;
    });
    const solved = leastSquares(design, working, weights);
    let coefficients = solved.coefficients;
    let next = etaOf(coefficients);
    let deviance = total(y, next, family);
    for (let halving = 0; last !== undefined && halving < 40 && !(deviance <= before + slack(before)); halving++) {
      const from = last;
      coefficients = coefficients.map((value, j) => (value + (from[j] ?? 0)) / 2);
      next = etaOf(coefficients);
      deviance = total(y, next, family);
    }
    if (!Number.isFinite(deviance)) break;
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - (eta[i] ?? 0))), 0);
    const stands = Math.abs(deviance - before) < close.epsilon * (Math.abs(deviance) + 0.1) || moved < rest;
    last = coefficients;
    eta = next;
    before = deviance;
    if (!stands) continue;
    const fitted = eta.map(Math.exp);
    if (curvature === undefined) return { coefficients, inverse: solved.inverse, fitted, weights, deviance };
    const final = expectedWeights(fitted, family);
    return { coefficients, inverse: leastSquares(design, eta, final).inverse, fitted, weights: final, deviance };
  }
  throw new NotEstimable('The model does not settle on these counts: take a simpler model or a longer time.');
}

const expectedWeights = (means: readonly number[], family: Family): number[] =>
  means.map((mean) => mean ** 2 / family.variance(mean));

/** What a deviance may rise by rounding. */
const slack = (deviance: number): number => 1e-9 * (Math.abs(deviance) + 0.1);

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
