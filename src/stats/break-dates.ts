import { stretches } from './segments.ts';
import { normalUpper } from './tails.ts';

/** A break with its interval: how many observations lie before it. */
export interface BreakDate {
  readonly after: number;
  /** May lie outside the series where it says next to nothing. */
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of each break in the mean (as `meanBreaks` found them): Bai 1997, doi:10.1162/003465397557132, with the
 * variance of each segment as its own; confint of the R package strucchange. For large samples; of short segments or small
 * steps it is too narrow. `breaks`: how many observations lie before each, in order. Throws RangeError when they do not
 * cut the series in segments of two or more.
 */
export function breakDates(series: readonly number[], breaks: readonly number[], level = 0.95): BreakDate[] {
  const { mean, squares } = stretches(series);
  const ends = [0, ...breaks, series.length];
  if (!ends.every((end, i) => Number.isInteger(end) && (i === 0 || end >= (ends[i - 1] ?? 0) + 2)))
    throw new RangeError('breaks must cut the series in segments of two or more');
  const tail = (1 - level) / 2;
  return breaks.map((after, i) => {
    const [start = 0, end = 0] = [ends[i], ends[i + 2]];
    const step = mean(after, end) - mean(start, after);
    const before = squares(start, after) / (after - start);
    const behind = squares(after, end) / (end - after);
    if (before === 0 || behind === 0) return { after, low: after, high: after };
    const unit = step ** 2 / before;
    const reach = (p: number) => argmaxQuantile(p, behind / before) / unit;
    // What the estimate may be too late by is taken off, what it may be too early by is added.
    return { after, low: after - Math.ceil(reach(1 - tail)), high: after - Math.floor(reach(tail)) };
  });
}

/** Quantile by halving: the place is sought from 0 outwards until it lies within. */
function argmaxQuantile(p: number, ratio: number): number {
  const side = p < argmaxCdf(0, ratio) ? -1 : 1;
  let far = 1;
  while (side * (argmaxCdf(side * far, ratio) - p) < 0) far *= 2;
  let near = 0;
  for (let i = 0; i < 200 && far - near > 1e-12 * far; i++) {
    const middle = (near + far) / 2;
    if (side * (argmaxCdf(side * middle, ratio) - p) < 0) near = middle;
    else far = middle;
  }
  return side * far;
}

/**
 * Distribution of the place of the maximum of a two-sided Wiener process less half its distance, the variance on the right
 * `ratio` times that on the left: Bai 1997, appendix B, for regressors that do not change (xi = 1).
 */
function argmaxCdf(x: number, ratio: number): number {
  if (x < 0) {
    const inverse = 1 / ratio;
    const edge = grown((inverse * (1 + inverse) * -x) / 2, (0.5 + inverse) * Math.sqrt(-x));
    const tail = normalUpper(Math.sqrt(-x) / 2);
    return ((ratio + 2) ** 2 / (ratio + 1) - 2 - x / 2) * tail - (ratio * (ratio + 2) * edge) / (ratio + 1) - bell(-x);
  }
  const scaled = x / ratio;
  const both = (2 * ratio + 1) / (ratio * (ratio + 1));
  const edge = grown(((ratio + 1) * x) / 2, ((ratio + 0.5) / Math.sqrt(ratio)) * Math.sqrt(x));
  const tail = normalUpper(Math.sqrt(scaled) / 2);
  return 1 + bell(scaled) + both * edge - ((2 * ratio + 1) * both - 2 + scaled / 2) * tail;
}

const bell = (x: number): number => Math.sqrt(x / (2 * Math.PI)) * Math.exp(-x / 8);

/** exp(exponent) times P(Z >= z), where either alone may leave the range of numbers. */
const grown = (exponent: number, z: number): number =>
  z < 30
    ? Math.exp(exponent) * normalUpper(z)
    : (Math.exp(exponent - z ** 2 / 2) / (z * Math.sqrt(2 * Math.PI))) * (1 - 1 / z ** 2);
