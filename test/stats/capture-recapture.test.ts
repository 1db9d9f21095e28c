import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaptureCell, chapman, logLinear, NotEstimable } from '../../src/stats/index.ts';

/** A cell for each pattern such as '101', with its count. */
const cellsOf = (counts: Readonly<Record<string, number>>): CaptureCell[] =>
  Object.entries(counts).map(([pattern, count]) => ({ lists: [...pattern].map((on) => on === '1'), count }));

test("Chapman's estimate of 200 and 100 with 20 in both is that of the formula", () => {
  const { size, error, low, high } = chapman(200, 100, 20);
  expect(size).toBeCloseTo((201 * 101) / 21 - 1, 10);
  expect(error).toBeCloseTo(Math.sqrt((201 * 101 * 180 * 80) / (21 ** 2 * 22)), 10);
  expect((low + high) / 2).toBeCloseTo(size, 10);
  expect(high - size).toBeCloseTo(1.959964 * error, 4);
});

test('two lists give the estimate of Lincoln and Petersen', () => {
  const positive = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(positive, positive, positive, (first, second, both) => {
      const { missing, size } = logLinear(cellsOf({ '10': first, '01': second, '11': both }));
      expect((missing * both) / (first * second)).toBeCloseTo(1, 7);
      expect(size).toBeCloseTo(first + second + both + missing, 6);
    }),
  );
});

test('three lists that all depend on each other give the closed form of Fienberg', () => {
  const positive = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(fc.array(positive, { minLength: 7, maxLength: 7 }), (n) => {
      const [a = 1, b = 1, ab = 1, c = 1, ac = 1, bc = 1, abc = 1] = n;
      const cells = cellsOf({ '100': a, '010': b, '110': ab, '001': c, '101': ac, '011': bc, '111': abc });
      const { missing, df } = logLinear(cells, [
        [0, 1],
        [0, 2],
        [1, 2],
      ]);
      expect((missing * ab * ac * bc) / (abc * a * b * c)).toBeCloseTo(1, 6);
      expect(df).toBe(0);
    }),
  );
});

test('lists that were drawn independently give back their number', () => {
  // 1000 people, each list holding half of them whoever is on the others.
  const cells = cellsOf({ '100': 125, '010': 125, '110': 125, '001': 125, '101': 125, '011': 125, '111': 125 });
  const { size, low, high, deviance } = logLinear(cells);
  expect(size).toBeCloseTo(1000, 8);
  expect(low).toBeLessThan(1000);
  expect(high).toBeGreaterThan(1000);
  expect(deviance).toBeCloseTo(0, 9);
});

test('lists that say nothing about the missing are refused', () => {
  expect(() => chapman(10, 10, 0)).toThrow(NotEstimable);
  expect(() => chapman(10, 10, 11)).toThrow(RangeError);
  expect(() => logLinear(cellsOf({ '10': 5, '01': 6, '11': 0 }))).toThrow(NotEstimable);
  expect(() => logLinear(cellsOf({ '10': 5, '01': 6, '11': 3 }), [[0, 1]])).toThrow(/too few|cannot carry/);
  expect(() => logLinear(cellsOf({ '10': 5, '01': 6 }))).toThrow(RangeError);
});
