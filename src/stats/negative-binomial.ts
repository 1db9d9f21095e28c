import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import trigamma from '@stdlib/math-base-special-trigamma';
import type { Fitted } from './coefficients.ts';
import type { Design } from './design.ts';
import { NotEstimable } from './not-estimable.ts';
import { type CountModelOptions, poissonFamily } from './poisson-model.ts';
import { close, described, type Family, mustBeCounts, reweighted } from './reweighted.ts';

export interface NegativeBinomialModel extends Fitted {
  /** Variance is mean + mean² / theta. */
  readonly theta: number;
  readonly thetaError: number;
  readonly deviance: number;
  readonly logLikelihood: number;
  readonly aic: number;
}

/** Below this relative change, rounds that come no nearer stand: what is left is rounding. */
const settled = 1e-7;

/** A Newton step of theta up to this is the last: fourth root of the machine's epsilon, as theta.ml; less for thetas below 0.1. */
const smallStep = 2 ** -13;

/** Above this, the counts cannot be told from Poisson ones. */
const poissonLike = 1e6;

const underdispersed =
  'The counts vary no more than chance alone would make them, so their overdispersion cannot be estimated: use the Poisson model.';

/**
 * Negative binomial (NB2) regression of counts with logarithmic link, theta by maximum likelihood: Venables & Ripley
 * 2002, Modern Applied Statistics with S, 7.4; the alternation of MASS::glm.nb, to a relative change of 1e-12.
 * Coefficients are logarithms of rate ratios; `thetaError` from the observed information. Throws NotEstimable with too
 * few observations, all zero, separation, no convergence, no overdispersion or a column that the others explain.
 */
export function negativeBinomial(
  design: Design,
  counts: readonly number[],
  { exposure = counts.map(() => 1), level = 0.95 }: CountModelOptions = {},
): NegativeBinomialModel {
  mustBeCounts(design, counts, exposure);
  const offset = exposure.map(Math.log);
  const poisson = reweighted(design, counts, offset, poissonFamily);
  // Separation is refused here, before theta is sought for a rate that runs to zero.
  described(design, counts, poisson, 1, { byT: false, level });
  const excess = counts.reduce((sum, y, i) => sum + (y - (poisson.fitted[i] ?? 0)) ** 2 - y, 0);
  if (!(excess > 0)) throw new NotEstimable(underdispersed);

  const scale = Math.sqrt(2 * Math.max(1, counts.length - design.length));
  let dispersion = thetaOf(counts, poisson.fitted);
  let likelihood = logLikelihood(counts, poisson.fitted, dispersion.theta);
  let start = poisson.coefficients;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < close.rounds; round++) {
    const fit = reweighted(design, counts, offset, family(dispersion.theta), start);
    const next = thetaOf(counts, fit.fitted);
    const nextLikelihood = logLikelihood(counts, fit.fitted, next.theta);
    const change = Math.abs(likelihood - nextLikelihood) / scale + Math.abs(dispersion.theta - next.theta);
    dispersion = next;
    likelihood = nextLikelihood;
    start = fit.coefficients;
    const atRest = change < settled * Math.max(1, next.theta) && change >= before;
    before = change;
    if (change <= close.epsilon || atRest)
      return {
        ...described(design, counts, fit, 1, { byT: false, level }),
        theta: next.theta,
        thetaError: next.error,
        deviance: fit.deviance,
        logLikelihood: nextLikelihood,
        aic: 2 * (design.length + 1) - 2 * nextLikelihood,
      };
  }
  throw new NotEstimable(
    'Rates and overdispersion do not settle together on these counts: take a simpler model or the quasi-Poisson one.',
  );
}

/**
 * Theta given the means, by Newton's steps from the moment estimate, and its error: as MASS::theta.ml, but where a step
 * leaves the bounds known so far (the score falls from above 0 to below it) they are halved instead, in logarithms.
 */
function thetaOf(counts: readonly number[], means: readonly number[]): { theta: number; error: number } {
  let theta = counts.length / counts.reduce((sum, y, i) => sum + (y / (means[i] ?? 1) - 1) ** 2, 0);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let round = 1; round < close.rounds; round++) {
    const { score, information } = thetaSlopes(counts, means, theta);
    if (score > 0) low = theta;
    else high = theta;
    const step = score / information;
    const next = theta + step;
    if (next > low && next < high) {
      if (Math.abs(step) <= smallStep * Math.min(1, 10 * theta))
        return { theta: next, error: Math.sqrt(1 / information) };
      theta = next;
    } else if (low === 0) theta = high / 10;
    else if (high === Number.POSITIVE_INFINITY) theta = low * 10;
    else theta = Math.sqrt(low * high);
    if (!(theta < poissonLike)) break;
  }
  throw new NotEstimable(underdispersed);
}

/** First derivative of the log-likelihood in theta and less the second. */
function thetaSlopes(
  counts: readonly number[],
  means: readonly number[],
  theta: number,
): { score: number; information: number } {
  let score = 0;
  let information = 0;
  counts.forEach((y, i) => {
    const mean = means[i] ?? 1;
    const share = (y + theta) / (mean + theta);
    score += digamma(theta + y) - digamma(theta) + Math.log(theta) + 1 - Math.log(theta + mean) - share;
    information += trigamma(theta) - trigamma(theta + y) - 1 / theta + 2 / (mean + theta) - share / (mean + theta);
  });
  return { score, information };
}

const family = (theta: number): Family => ({
  guess: (y) => y + (y === 0 ? 1 / 6 : 0),
  variance: (mean) => mean + mean ** 2 / theta,
  curvature: (y, mean) => (theta * mean * (y + theta)) / (mean + theta) ** 2,
  deviance: (y, mean) =>
    2 * ((y === 0 ? 0 : y * Math.log(y / mean)) - (y + theta) * Math.log((y + theta) / (mean + theta))),
});

const logLikelihood = (counts: readonly number[], means: readonly number[], theta: number): number =>
  counts.reduce((sum, y, i) => {
    const mean = means[i] ?? 1;
    return (
      sum +
      gammaln(theta + y) -
      gammaln(theta) -
      gammaln(y + 1) +
      theta * Math.log(theta) +
      (y === 0 ? 0 : y * Math.log(mean)) -
      (theta + y) * Math.log(theta + mean)
    );
  }, 0);
