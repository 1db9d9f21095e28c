import { hansen } from './hansen.ts';
import { NotEstimable } from './not-estimable.ts';
import { stretches } from './segments.ts';
import { chiSquareUpper, tTwoSided } from './tails.ts';

/**
 * Whether the mean of a series changed once, at a time not known before: the largest of the F statistics (Wald form) of
 * all breaks that leave a `share` (0.15) of the series on each side. Andrews 1993, doi:10.2307/2951764; p by Hansen 1997,
 * doi:10.1080/07350015.1997.10524687; Fstats(y ~ 1) and sctest(type = 'supF') of the R package strucchange. `after`: how
 * many observations lie before the break; the statistic has no bound where nothing varies but at the break. Throws NotEstimable when the series is too short or does not vary.
 */
export function supF(series: readonly number[], share = 0.15): { statistic: number; after: number; p: number } {
  const n = series.length;
  if (!(share > 0 && share < 0.5)) throw new RangeError(`${share} is no share of a series that could be broken`);
  const from = Math.max(2, Math.floor(share * n));
  const to = n - from;
  if (from > to || n < 5) throw new NotEstimable(`A series of ${n} is too short to look for a break in it.`);
  const { squares } = stretches(series);
  const whole = squares(0, n);
  if (!(whole > 0)) throw new NotEstimable('The series does not vary, so there is nothing to break.');
  let statistic = Number.NEGATIVE_INFINITY;
  let after = from;
  for (let at = from; at <= to; at++) {
    const parted = squares(0, at) + squares(at, n);
    const f = (whole - parted) / (parted / (n - 2));
    if (f > statistic) {
      statistic = f;
      after = at;
    }
  }
  const p = from === to ? tTwoSided(Math.sqrt(statistic), n - 2) : supP(statistic, from / n);
  return { statistic, after, p };
}

/** P value of a supF statistic for one changing coefficient when `trimmed` of the series is left out at each end. */
function supP(statistic: number, trimmed: number): number {
  const at = (row: number) => {
    const [constant = 0, slope = 0, df = 1] = hansen[row] ?? [];
    return chiSquareUpper(Math.max(0, constant + slope * statistic), df);
  };
  if (trimmed <= 0.01) return at(hansen.length - 1);
  if (trimmed >= 0.49) return ((0.5 - trimmed) * at(0) + (trimmed - 0.49) * chiSquareUpper(statistic, 1)) * 100;
  const place = (0.49 - trimmed) * 50;
  const row = Math.floor(place);
  return (row + 1 - place) * at(row) + (place - row) * at(row + 1);
}
