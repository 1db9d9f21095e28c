import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakDates, meanBreaks, NotEstimable, optimalPartition, supF } from '../../src/stats/index.ts';

/** Yearly flow of the Nile at Aswan, 1871 to 1970, 10^8 m³ (Cobb 1978, doi:10.1093/biomet/65.2.243). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

test('the Nile falls once, after 1898: breaks, squares and BIC are those that strucchange documents', () => {
  const { models, best } = meanBreaks(nile);
  expect(best.breaks).toEqual([28]);
  expect(models.map(({ squares }) => Math.round(squares))).toEqual([
    2835157, 1597457, 1552924, 1538097, 1507888, 1659994,
  ]);
  expect(models.map(({ bic }) => Math.round(bic))).toEqual([1318, 1270, 1276, 1285, 1292, 1311]);
  expect(models[2]?.breaks).toEqual([28, 83]);
});

test('the fall of the Nile has the interval that strucchange documents: 1895 to 1902', () => {
  expect(breakDates(nile, [28])).toEqual([{ after: 28, low: 25, high: 32 }]);
});

test('a wider interval holds a narrower one, and both hold the break', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 30, maxLength: 40 }), (noise) => {
      const series = noise.map((value, i) => value + (i < 15 ? 0 : 2) + (i % 3));
      const [narrow] = breakDates(series, [15], 0.8);
      const [wide] = breakDates(series, [15], 0.99);
      expect(wide?.low).toBeLessThanOrEqual(narrow?.low ?? 0);
      expect(wide?.high).toBeGreaterThanOrEqual(narrow?.high ?? 0);
      expect(narrow?.low).toBeLessThanOrEqual(15);
      expect(narrow?.high).toBeGreaterThanOrEqual(15);
    }),
  );
  expect(() => breakDates([1, 2, 3, 4], [1])).toThrow(RangeError);
});

test('the supF test sees the fall of the Nile in the same year', () => {
  const { statistic, after, p } = supF(nile);
  expect(statistic).toBeCloseTo(75.93, 2);
  expect(after).toBe(28);
  expect(p).toBeLessThan(1e-13);
});

test('supF falls with noise: its p value rises as the statistic sinks', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 30, maxLength: 30 }), (noise) => {
      fc.pre(Math.max(...noise) - Math.min(...noise) > 0.5);
      const near = noise.map((value, i) => value + (i < 15 ? 0 : 1));
      const far = noise.map((value, i) => value + (i < 15 ? 0 : 50));
      expect(supF(far).after).toBe(15);
      const [weak, strong] = [supF(near), supF(far)];
      expect(strong.statistic).toBeGreaterThanOrEqual(weak.statistic);
      expect(strong.p).toBeLessThanOrEqual(weak.p);
    }),
  );
});

test('a series that varies at its break alone leaves no doubt', () => {
  const { statistic, after, p } = supF([...new Array<number>(12).fill(1), ...new Array<number>(9).fill(4)]);
  expect(statistic).toBeGreaterThan(1e9);
  expect(after).toBe(12);
  expect(p).toBe(0);
});

test('one break is the best of all places where it could be', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 20, maxLength: 30 }), (series) => {
      fc.pre(new Set(series).size > 1);
      const squares = (part: readonly number[]) => {
        const mean = part.reduce((a, b) => a + b, 0) / part.length;
        return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      };
      const shortest = Math.floor(series.length * 0.15);
      const all: number[] = [];
      for (let at = shortest; at <= series.length - shortest; at++)
        all.push(squares(series.slice(0, at)) + squares(series.slice(at)));
      expect(meanBreaks(series).models[1]?.squares).toBeCloseTo(Math.min(...all), 8);
    }),
  );
});

/** The least cost of a series in pieces, tried without pruning. */
function leastCost(series: readonly number[], cost: (part: readonly number[]) => number, penalty: number): number {
  const best = [-penalty];
  for (let to = 1; to <= series.length; to++)
    best[to] = Math.min(...best.map((value, from) => value + cost(series.slice(from, to)) + penalty));
  return best[series.length] ?? 0;
}

test('pruning loses nothing: the partition costs as little as the best of all', () => {
  const poisson = (part: readonly number[]) => {
    const sum = part.reduce((a, b) => a + b, 0);
    return sum === 0 ? 0 : -2 * (sum * Math.log(sum / part.length) - sum);
  };
  const normal = (part: readonly number[]) => {
    const mean = part.reduce((a, b) => a + b, 0) / part.length;
    return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  const series = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(series, fc.double({ min: 0, max: 12, noNaN: true }), (values, penalty) => {
      expect(optimalPartition(values, 'poisson', penalty).objective).toBeCloseTo(
        leastCost(values, poisson, penalty),
        6,
      );
      expect(optimalPartition(values, 'normal', penalty).objective).toBeCloseTo(leastCost(values, normal, penalty), 6);
    }),
  );
});

test('a series that steps is cut where it steps', () => {
  const steps = [...new Array<number>(20).fill(2), ...new Array<number>(15).fill(9), ...new Array<number>(12).fill(0)];
  expect(optimalPartition(steps, 'poisson').changes).toEqual([20, 35]);
  expect(optimalPartition(steps, 'normal').changes).toEqual([20, 35]);
  expect(optimalPartition([4, 4, 4, 4], 'poisson').changes).toEqual([]);
});

test('series without change, without values or below zero are refused', () => {
  expect(() => meanBreaks(new Array<number>(30).fill(2))).toThrow(NotEstimable);
  expect(() => meanBreaks([1, 2, 3])).toThrow(NotEstimable);
  expect(() => supF([1, 2, 3])).toThrow(NotEstimable);
  expect(() => supF(new Array<number>(30).fill(2))).toThrow(NotEstimable);
  expect(() => optimalPartition([], 'normal')).toThrow(RangeError);
  expect(() => optimalPartition([1, -2, 3], 'poisson')).toThrow(RangeError);
});
