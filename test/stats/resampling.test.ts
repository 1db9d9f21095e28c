import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorTest, bootstrap, NotEstimable } from '../../src/stats/index.ts';

const months = (counts: readonly (number | null)[]) => counts.map((count) => ({ count, time: 1 }));

test('a jump is found nowhere else but at its neighbours', () => {
  const counts = [...new Array<number>(30).fill(4), ...new Array<number>(30).fill(40)];
  const { ratio, anchors, asLarge, asExtreme } = anchorTest(months(counts), 30, 6, 6);
  expect(ratio).toBeCloseTo(240.5 / 24.5, 10);
  expect(anchors).toBe(49);
  expect(asLarge).toBe(1);
  expect(asExtreme).toBe(1);
});

test('in a series that goes up and down, half of all anchors rise as much', () => {
  const counts = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 3 : 9));
  expect(anchorTest(months(counts), 1, 1, 1)).toMatchObject({ anchors: 23, asLarge: 12, asExtreme: 23 });
  const fall = anchorTest(months(counts), 2, 1, 1);
  expect(fall.asLarge).toBe(11);
  expect(fall.asExtreme).toBe(23);
});

test('anchors whose windows hold a gap are not counted', () => {
  const counts = [2, 5, 3, null, 4, 6, 1, 2];
  expect(anchorTest(months(counts), 5, 1, 1).anchors).toBe(5);
  expect(() => anchorTest(months(counts), 3, 2, 2)).toThrow(/gap/);
  expect(() => anchorTest(months(counts), 1, 2, 2)).toThrow(RangeError);
  expect(() => anchorTest(months([0, 0, 0, 0]), 2, 2, 2)).toThrow(NotEstimable);
});

test('an anchor is always as extreme as itself', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 30 }), fc.nat(), (counts, n) => {
      fc.pre(counts.some((count) => count > 0));
      const at = 2 + (n % (counts.length - 3));
      const { anchors, asLarge, asExtreme } = anchorTest(months(counts), at, 2, 2);
      expect(asLarge).toBeGreaterThanOrEqual(1);
      expect(asExtreme).toBeGreaterThanOrEqual(asLarge);
      expect(anchors).toBe(counts.length - 3);
      expect(asExtreme).toBeLessThanOrEqual(anchors);
    }),
  );
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the bootstrap interval of a mean is about that of the textbook, and the same for the same seed', () => {
  const values = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);
  const error = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / 200);
  const found = bootstrap(values, mean, { seed: 7 });
  expect(found.value).toBe(mean(values));
  expect((found.high - found.low) / (2 * 1.96 * error)).toBeGreaterThan(0.9);
  expect((found.high - found.low) / (2 * 1.96 * error)).toBeLessThan(1.1);
  expect(bootstrap(values, mean, { seed: 7 })).toEqual(found);
  expect(bootstrap(values, mean, { seed: 8 })).not.toEqual(found);
});

test('copies in one cluster do not narrow the interval', () => {
  const documents = Array.from({ length: 20 }, (_, i) => [i % 7]);
  const copied = documents.map(([value = 0]) => [value, value, value]);
  const ofReports = (drawn: readonly (readonly number[])[]) => mean(drawn.flat());
  expect(bootstrap(copied, ofReports)).toEqual(bootstrap(documents, ofReports));
});

test('too few pieces and figures that most draws leave undefined are refused', () => {
  expect(() => bootstrap([1, 2, 3, 4], mean)).toThrow(/too few/);
  const ofEvens = (values: readonly number[]) => mean(values.filter((value) => value % 2 === 0));
  expect(() => bootstrap([1, 3, 5, 7, 8], ofEvens)).toThrow(NotEstimable);
});
