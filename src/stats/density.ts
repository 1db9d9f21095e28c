import { NotEstimable } from './not-estimable.ts';
import { quantile } from './spread.ts';

export interface Density {
  /** Coordinates of the grid. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** `values[i][j]` at `x[i]`, `y[j]`: share of the points a unit of area. */
  readonly values: readonly (readonly number[])[];
}

export interface DensityOptions {
  /** In x and y, four standard deviations of the kernel, as in MASS; by `bandwidth` where not given. */
  readonly bandwidths?: readonly [number, number];
  /** Grid lines in each direction; 25. */
  readonly lines?: number;
  /** From and to in x, then in y; the range of the points where not given. */
  readonly limits?: readonly [number, number, number, number];
}

/**
 * Bandwidth of a normal kernel by the rule of thumb of Silverman 1986 (Density Estimation, 3.4.2) with the factor of
 * Venables & Ripley 2002, 5.6: four standard deviations of the kernel, as bandwidth.nrd of MASS. Throws NotEstimable for
 * fewer than 2 values or when the middle half of them is one value.
 */
export function bandwidth(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const middle = (quantile(values, 0.75) - quantile(values, 0.25)) / 1.34;
  const width = 4 * 1.06 * Math.min(deviation, middle) * n ** -0.2;
  if (!(width > 0))
    throw new NotEstimable('The points lie too close together to choose a bandwidth from them: give one.');
  return width;
}

/**
 * Density of points on a grid, by a normal kernel in both directions: Venables & Ripley 2002, Modern Applied Statistics
 * with S, 5.6; kde2d of MASS. `x` and `y` are coordinates on a plane (degrees must be projected first), one a point.
 */
export function kernelDensity(
  x: readonly number[],
  y: readonly number[],
  { bandwidths, lines = 25, limits }: DensityOptions = {},
): Density {
  if (x.length !== y.length || ![...x, ...y].every(Number.isFinite))
    throw new RangeError('each point needs two finite coordinates');
  if (x.length === 0) throw new NotEstimable('There is no point, so no density.');
  const [widthX, widthY] = bandwidths ?? [bandwidth(x), bandwidth(y)];
  if (!(widthX > 0 && widthY > 0)) throw new RangeError('bandwidths must be above 0');
  const [fromX, toX] = limits ?? range(x);
  const [, , fromY, toY] = limits ?? [0, 0, ...range(y)];
  const gridX = grid(fromX, toX, lines);
  const gridY = grid(fromY, toY, lines);
  const sums = new Float64Array(lines ** 2);
  x.forEach((east, point) => {
    const alongX = kernel(gridX, east, widthX / 4);
    const alongY = kernel(gridY, y[point] ?? 0, widthY / 4);
    for (let i = 0; i < lines; i++) {
      const left = alongX[i] ?? 0;
      for (let j = 0; j < lines; j++) sums[i * lines + j] = (sums[i * lines + j] ?? 0) + left * (alongY[j] ?? 0);
    }
  });
  const values = gridX.map((_, i) => [...sums.subarray(i * lines, (i + 1) * lines)].map((sum) => sum / x.length));
  return { x: gridX, y: gridY, values };
}

const range = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b)),
];

const grid = (from: number, to: number, lines: number): number[] =>
  Array.from({ length: lines }, (_, i) => from + ((to - from) * i) / Math.max(1, lines - 1));

/** Normal density about a point at each grid line. */
function kernel(lines: readonly number[], point: number, deviation: number): Float64Array {
  const values = new Float64Array(lines.length);
  const top = 1 / (deviation * Math.sqrt(2 * Math.PI));
  lines.forEach((line, i) => {
    values[i] = top * Math.exp(-0.5 * ((line - point) / deviation) ** 2);
  });
  return values;
}
