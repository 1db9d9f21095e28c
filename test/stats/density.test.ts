import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandwidth, kernelDensity, NotEstimable } from '../../src/stats/index.ts';

test('the density of one point is the normal one around it', () => {
  const { values } = kernelDensity([2], [3], { bandwidths: [4, 8], lines: 3, limits: [1, 3, 3, 5] });
  expect(values[1]?.[0]).toBeCloseTo(1 / (2 * Math.PI * 1 * 2), 12);
  expect(values[2]?.[2]).toBeCloseTo(Math.exp(-1) / (4 * Math.PI), 12);
});

test('all points together have a density of 1 over the plane', () => {
  const near = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(near, near), { minLength: 1, maxLength: 20 }), (points) => {
      const x = points.map(([east]) => east);
      const y = points.map(([, north]) => north);
      const { values } = kernelDensity(x, y, { bandwidths: [4, 4], lines: 101, limits: [-10, 10, -10, 10] });
      const all = values.flat().reduce((sum, value) => sum + value, 0) * 0.2 ** 2;
      expect(all).toBeCloseTo(1, 6);
    }),
  );
});

test('the bandwidth follows the spread of the middle half, or the deviation when that is less', () => {
  // 1 to 5: quartiles 2 and 4; 2 / 1.34 = 1.4925 is below the deviation of 1.5811.
  expect(bandwidth([1, 2, 3, 4, 5])).toBeCloseTo((4.24 * 5 ** -0.2 * 2) / 1.34, 12);
  expect(bandwidth([1, 1, 5, 5])).toBeCloseTo(4.24 * 4 ** -0.2 * Math.sqrt(16 / 3), 12);
});

test('points in one place need a bandwidth, and no points have no density', () => {
  expect(() => kernelDensity([1, 1, 1], [1, 2, 3])).toThrow(/too close together/);
  expect(() => kernelDensity([], [])).toThrow(NotEstimable);
  expect(() => kernelDensity([1], [1, 2])).toThrow(RangeError);
});
