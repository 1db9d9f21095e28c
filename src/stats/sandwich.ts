import { inverse, Matrix } from 'ml-matrix';
import type { Fitted } from './coefficients.ts';
import { NotEstimable } from './not-estimable.ts';

/** A robust covariance of the coefficients and their errors. */
export interface Robust {
  readonly covariance: readonly (readonly number[])[];
  readonly errors: readonly number[];
}

export interface NeweyWestOptions {
  /** Observations apart that may still be correlated; null: Newey & West's 1987 rule of thumb 4 (n / 100)^(2/9). */
  readonly lag: number | null;
  /** Whiten the estimating functions by a first-order vector autoregression before, colour after. */
  readonly prewhite?: boolean;
  /** Scale by n / (n - k) for few observations. */
  readonly adjust?: boolean;
}

/** Covariance that allows unequal variances (HC0): White 1980, doi:10.2307/1912934; sandwich() of the R package. */
export const heteroscedastic = (model: Fitted): Robust => wrapped(model, model.scores.transpose().mmul(model.scores));

/**
 * Covariance that allows unequal variances and correlation over time: Newey & West 1987, doi:10.2307/1913610, Bartlett
 * weights; prewhitening: Andrews & Monahan 1992, doi:10.2307/2951574. As NeweyWest of the R package sandwich with the
 * same options; observations must be in order of time. Throws NotEstimable when the lag is as long as the series.
 */
export function neweyWest(model: Fitted, { lag, prewhite = false, adjust = false }: NeweyWestOptions): Robust {
  const n = model.scores.rows;
  const k = model.scores.columns;
  const { rows, recolour } = prewhite ? whitened(model.scores) : { rows: model.scores, recolour: null };
  const far = lag ?? Math.floor(4 * (n / 100) ** (2 / 9));
  if (!(Number.isInteger(far) && far >= 0)) throw new RangeError(`${far} is no lag`);
  if (far >= rows.rows) throw new NotEstimable(`A lag of ${far} is as long as the series of ${n} observations.`);
  let half = rows.transpose().mmul(rows).mul(0.5);
  for (let apart = 1; apart <= far; apart++) {
    const early = rows.subMatrix(0, rows.rows - apart - 1, 0, k - 1);
    const late = rows.subMatrix(apart, rows.rows - 1, 0, k - 1);
    half = half.add(
      early
        .transpose()
        .mmul(late)
        .mul(1 - apart / (far + 1)),
    );
  }
  let meat = half.clone().add(half.transpose());
  if (adjust) meat.mul(n / (n - k));
  if (recolour !== null) meat = recolour.mmul(meat).mmul(recolour.transpose());
  return wrapped(model, meat);
}

/** Residuals of each row on the row before (least squares, no intercept), and what turns their sums back. */
function whitened(scores: Matrix): { rows: Matrix; recolour: Matrix } {
  const { rows: n, columns: k } = scores;
  const early = scores.subMatrix(0, n - 2, 0, k - 1);
  const late = scores.subMatrix(1, n - 1, 0, k - 1);
  const turn = inverse(early.transpose().mmul(early)).mmul(early.transpose()).mmul(late);
  const recolour = inverse(Matrix.eye(k).sub(turn.transpose()));
  return { rows: late.clone().sub(early.mmul(turn)), recolour };
}

function wrapped({ bread, scores }: Fitted, meat: Matrix): Robust {
  const covariance = bread
    .mmul(meat)
    .mmul(bread)
    .mul(1 / scores.rows ** 2);
  return { covariance: covariance.to2DArray(), errors: covariance.diagonal().map(Math.sqrt) };
}
