import type { Fitted } from './coefficients.ts';
import type { Design } from './design.ts';
import { described, type Family, mustBeCounts, reweighted } from './reweighted.ts';
import { poissonLog } from './tails.ts';

export interface CountModelOptions {
  /** Exposure of each observation (days, people …), above 0; its logarithm is the offset. 1 where not given. */
  readonly exposure?: readonly number[];
  /** Of the intervals; 0.95 where not given. */
  readonly level?: number;
}

export interface PoissonOptions extends CountModelOptions {
  /** Errors by the dispersion of the counts instead of 1. */
  readonly quasi?: boolean;
  /** As many coefficients as observations are allowed. */
  readonly saturated?: boolean;
}

export interface PoissonModel extends Fitted {
  readonly deviance: number;
  /** Pearson's chi-square by degrees of freedom; 1 is Poisson. */
  readonly dispersion: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
}

export const poissonFamily: Family = {
  guess: (y) => y + 0.1,
  variance: (mean) => mean,
  deviance: (y, mean) => 2 * ((y === 0 ? 0 : y * Math.log(y / mean)) - (y - mean)),
};

/**
 * Poisson regression of counts with logarithmic link (glm(family = poisson) of R): coefficients are logarithms of rate
 * ratios. With `quasi` the errors are scaled by the square root of the dispersion and the p values are by t
 * (quasi-likelihood: Wedderburn 1974, doi:10.1093/biomet/61.3.439). Throws NotEstimable with too few observations, all
 * zero, separation, no convergence or a column that the others explain.
 */
export function poissonModel(
  design: Design,
  counts: readonly number[],
  { exposure = counts.map(() => 1), level = 0.95, quasi = false, saturated = false }: PoissonOptions = {},
): PoissonModel {
  mustBeCounts(design, counts, exposure, saturated);
  const fit = reweighted(design, counts, exposure.map(Math.log), poissonFamily);
  const pearson = counts.reduce((sum, y, i) => {
    const mean = fit.fitted[i] ?? 1;
    return sum + (fit.weights[i] ?? 0) * ((y - mean) / mean) ** 2;
  }, 0);
  const dispersion = pearson / (counts.length - design.length);
  const logLikelihood = counts.reduce((sum, y, i) => sum + poissonLog(y, fit.fitted[i] ?? 1), 0);
  return {
    ...described(design, counts, fit, quasi ? dispersion : 1, { byT: quasi, level }),
    deviance: fit.deviance,
    dispersion,
    logLikelihood,
    aic: 2 * design.length - 2 * logLikelihood,
    bic: Math.log(counts.length) * design.length - 2 * logLikelihood,
  };
}
