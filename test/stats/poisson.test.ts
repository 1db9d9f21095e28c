import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInterval, rateRatio, shareInterval } from '../../src/stats/index.ts';

test('the rate ratio and its interval are those of poisson.test in R on its documented example', () => {
  // R 4.2, ?poisson.test: c(11, 6+8+7) over c(800, 1083+1050+878), from Fay 2010.
  const found = rateRatio({ count: 11, time: 800 }, { count: 21, time: 3011 });
  expect(found.ratio).toBeCloseTo(1.971488, 6);
  expect(found.low).toBeCloseTo(0.8584264, 5);
  expect(found.high).toBeCloseTo(4.277266, 5);
});

test('a ratio over nothing is infinite with a finite lower end', () => {
  const found = rateRatio({ count: 6, time: 12 }, { count: 0, time: 12 });
  expect(found.ratio).toBe(Number.POSITIVE_INFINITY);
  expect(found.low).toBeGreaterThan(1);
  expect(found.high).toBe(Number.POSITIVE_INFINITY);
});

test('nothing on both sides gives no ratio', () => {
  expect(rateRatio({ count: 0, time: 1 }, { count: 0, time: 1 }).ratio).toBeNaN();
});

test('the exact interval of 7 events is that of Garwood', () => {
  const { low, high } = countInterval(7);
  expect(low).toBeCloseTo(2.814363, 5);
  expect(high).toBeCloseTo(14.42268, 4);
});

test('the exact interval of 0 of 10 is that of Clopper and Pearson', () => {
  const { low, high } = shareInterval(0, 10);
  expect(low).toBe(0);
  expect(high).toBeCloseTo(0.3084971, 6);
});

test('an interval holds its ratio, and swapping the sides turns it over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
      const there = rateRatio({ count: a, time: 3 }, { count: b, time: 5 });
      const back = rateRatio({ count: b, time: 5 }, { count: a, time: 3 });
      expect(there.low).toBeLessThan(there.ratio);
      expect(there.high).toBeGreaterThan(there.ratio);
      expect(there.low * back.high).toBeCloseTo(1, 6);
    }),
  );
});

test('counts below zero and times of zero are refused', () => {
  expect(() => countInterval(-1)).toThrow(RangeError);
  expect(() => rateRatio({ count: 1, time: 0 }, { count: 1, time: 1 })).toThrow(RangeError);
  expect(() => shareInterval(3, 2)).toThrow(RangeError);
});
