import { quantile } from './spread.ts';

/**
 * Continuous ranked probability score of a sample of forecasts for what was observed, in the unit of both, 0 at best:
 * Gneiting & Raftery 2007, doi:10.1198/016214506000001437, eq. 21, of the sample's own distribution (no correction for
 * its size), as in the VIEWS prediction challenge 2023/24. Throws RangeError for an empty sample.
 */
export function crps(sample: readonly number[], observed: number): number {
  mustHoldSome(sample);
  const m = sample.length;
  const sorted = [...sample].sort((a, b) => a - b);
  const off = sorted.reduce((sum, value) => sum + Math.abs(value - observed), 0) / m;
  const spread = sorted.reduce((sum, value, i) => sum + (2 * i + 1 - m) * value, 0);
  return off - spread / m ** 2;
}

/** Lower ends of the bins of fatalities of the VIEWS challenge: 0, 1-2, 3-5, 6-10, 11-25 … above 1000. */
const viewsBins = [0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5];

/**
 * Ignorance score in bits: minus the binary logarithm of the share of the sample in the bin of what was observed, one
 * added to each bin (Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x; VIEWS prediction challenge 2023/24). `bins`:
 * lower ends, rising; the last bin is open. Throws RangeError for values below the first.
 */
export function ignorance(sample: readonly number[], observed: number, bins: readonly number[] = viewsBins): number {
  mustHoldSome(sample);
  const binOf = (value: number) => {
    const bin = bins.findLastIndex((low) => value >= low);
    if (bin === -1) throw new RangeError(`${value} lies below the first bin`);
    return bin;
  };
  const bin = binOf(observed);
  const within = sample.filter((value) => binOf(value) === bin).length;
  return -Math.log2((within + 1) / (sample.length + bins.length));
}

/**
 * Interval score of the sample's central interval of that `level` (0.9): its width and, for what lies outside, the
 * distance times 2 / (1 - level). Gneiting & Raftery 2007, eq. 43; quantiles by definition 7. Its mean is the MIS.
 */
export function intervalScore(sample: readonly number[], observed: number, level = 0.9): number {
  mustHoldSome(sample);
  const tail = (1 - level) / 2;
  const low = quantile(sample, tail);
  const high = quantile(sample, 1 - tail);
  return high - low + (Math.max(0, low - observed) + Math.max(0, observed - high)) / tail;
}

function mustHoldSome(sample: readonly number[]): void {
  if (sample.length === 0) throw new RangeError('a forecast needs a sample');
}
