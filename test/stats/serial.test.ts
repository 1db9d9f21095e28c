import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autocorrelations, durbinWatson, kendallTrend, ljungBox, NotEstimable } from '../../src/stats/index.ts';

test('a series that goes up and down is correlated with itself as one reckons by hand', () => {
  const series = [1, -1, 1, -1];
  expect(autocorrelations(series, 2)).toEqual([-0.75, 0.5]);
  const { statistic, p } = ljungBox(series, 1);
  expect(statistic).toBeCloseTo(4.5, 12);
  expect(p).toBeCloseTo(0.0338949, 7);
  expect(durbinWatson(series)).toBe(3);
});

test('parameters fitted before are taken off the degrees of freedom', () => {
  const series = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
  const { statistic, p } = ljungBox(series, 4, 2);
  expect(p).toBeCloseTo(Math.exp(-statistic / 2), 12);
  expect(() => ljungBox(series, 2, 2)).toThrow(RangeError);
});

test('a rising series has tau 1 and the z of the textbook; ties count as Kendall counts them', () => {
  const rising = kendallTrend([1, 2, 3, 4, 5]);
  expect(rising.tau).toBe(1);
  expect(rising.z).toBeCloseTo(9 / Math.sqrt(50 / 3), 12);
  const tied = kendallTrend([1, 1, 2]);
  expect(tied.tau).toBeCloseTo(2 / Math.sqrt(6), 12);
  expect(tied.z).toBeCloseTo(1 / Math.sqrt(8 / 3), 12);
});

test('a trend turns with the series and does not see a rising scale', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 40 }), (series) => {
      fc.pre(new Set(series).size > 1);
      const { tau, z } = kendallTrend(series);
      const back = kendallTrend([...series].reverse());
      expect(back.tau).toBeCloseTo(-tau, 12);
      expect(back.z).toBeCloseTo(-z, 12);
      expect(kendallTrend(series.map((value) => Math.exp(value / 10))).tau).toBeCloseTo(tau, 12);
    }),
  );
});

test('series that do not vary or are too short are refused', () => {
  expect(() => kendallTrend([2, 2, 2])).toThrow(NotEstimable);
  expect(() => kendallTrend([1, 2])).toThrow(NotEstimable);
  expect(() => autocorrelations([5, 5, 5], 1)).toThrow(NotEstimable);
  expect(() => ljungBox([1, 2, 3], 3)).toThrow(NotEstimable);
});
