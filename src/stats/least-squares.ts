import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import type { Design } from './design.ts';
import { NotEstimable } from './not-estimable.ts';

/** Share of a column that must not be explained by the columns before it. */
const tolerance = 1e-9;

export interface Solved {
  readonly coefficients: readonly number[];
  /** Inverse of X'WX, coefficients by coefficients. */
  readonly inverse: Matrix;
}

/**
 * Weighted least squares by QR (Golub & Van Loan 2013, Matrix Computations, 5.3): coefficients of the design on `y`,
 * `weights` on the squares. Throws NotEstimable when a column is explained by the others.
 */
export function leastSquares(design: Design, y: readonly number[], weights: readonly number[]): Solved {
  const roots = weights.map(Math.sqrt);
  const weighted = new Matrix(y.length, design.length);
  design.forEach(({ values }, j) => {
    values.forEach((value, i) => {
      weighted.set(i, j, value * (roots[i] ?? 0));
    });
  });
  const qr = new QrDecomposition(weighted);
  const upper = qr.upperTriangularMatrix;
  design.forEach(({ name }, j) => {
    const left = Math.abs(upper.get(j, j));
    if (!(left > tolerance * Math.hypot(...weighted.getColumn(j))))
      throw new NotEstimable(
        `"${name}" cannot be told from the other variables in these data: leave it out, or take a longer time.`,
      );
  });
  const target = Matrix.columnVector(y.map((value, i) => value * (roots[i] ?? 0)));
  const upperInverse = inverse(upper);
  return {
    coefficients: qr.solve(target).to1DArray(),
    inverse: upperInverse.mmul(upperInverse.transpose()),
  };
}

/** Design times coefficients, one value an observation. */
export function linear(design: Design, coefficients: readonly number[], n: number): number[] {
  const sums = new Array<number>(n).fill(0);
  design.forEach(({ values }, j) => {
    const coefficient = coefficients[j] ?? 0;
    for (let i = 0; i < n; i++) sums[i] = (sums[i] ?? 0) + coefficient * (values[i] ?? 0);
  });
  return sums;
}

/** Throws where a design does not fit its observations, or there are too few of them. */
export function mustFit(design: Design, y: readonly number[], saturated = false): void {
  for (const { name, values } of design)
    if (values.length !== y.length || !values.every(Number.isFinite))
      throw new RangeError(`"${name}" must have a finite value for each of the ${y.length} observations`);
  if (!y.every(Number.isFinite)) throw new RangeError('each observation must be a finite number');
  if (y.length < design.length + (saturated ? 0 : 1))
    throw new NotEstimable(
      `${y.length} observations are too few for ${design.length} coefficients: take a longer time or a simpler model.`,
    );
}
