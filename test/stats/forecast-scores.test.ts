import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crps, ignorance, intervalScore, quantile } from '../../src/stats/index.ts';

const sample = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 });

test('the ranked probability score is the area between two steps', () => {
  expect(crps([7], 3)).toBe(4);
  expect(crps([0, 1], 0)).toBeCloseTo(0.25, 12);
  fc.assert(
    fc.property(sample, fc.integer({ min: 0, max: 400 }), (forecast, seen) => {
      let area = 0;
      for (let at = 0; at < 400; at++) {
        const below = forecast.filter((value) => value <= at).length / forecast.length;
        area += (below - (seen <= at ? 1 : 0)) ** 2;
      }
      expect(crps(forecast, seen)).toBeCloseTo(area, 8);
    }),
  );
});

test('ignorance is in bits and never infinite', () => {
  expect(ignorance([0, 0, 0, 0, 0], 0)).toBeCloseTo(-Math.log2(6 / 16), 12);
  expect(ignorance([1, 2, 3], 5000)).toBeCloseTo(-Math.log2(1 / 14), 12);
  expect(ignorance([1, 2, 3], 2, [0, 2])).toBeCloseTo(-Math.log2(3 / 5), 12);
  expect(() => ignorance([1], -1)).toThrow(RangeError);
});

test('the interval score is the width, and ten times what lies outside on each side for 80 %', () => {
  const forecast = Array.from({ length: 11 }, (_, i) => i);
  expect(intervalScore(forecast, 5, 0.8)).toBeCloseTo(8, 12);
  expect(intervalScore(forecast, 12, 0.8)).toBeCloseTo(8 + 10 * 3, 10);
  expect(intervalScore(forecast, 0, 0.8)).toBeCloseTo(8 + 10 * 1, 10);
});

test('quantiles lie straight between the nearest values', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.05)).toBeCloseTo(1.2, 12);
  expect(quantile([3], 0.9)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
  expect(() => quantile([1], 2)).toThrow(RangeError);
});

test('no forecast has no score', () => {
  expect(() => crps([], 1)).toThrow(RangeError);
});
