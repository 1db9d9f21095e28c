import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  binaryWeights,
  falseDiscovery,
  geary,
  hotSpots,
  localMoran,
  moran,
  NotEstimable,
  rowWeights,
  type ScanSite,
  scan,
  scanP,
} from '../../src/stats/index.ts';

/** Six places in a row. */
const row = [[1], [0, 2], [1, 3], [2, 4], [3, 5], [4]];
const values = [9, 7, 2, 4, 1, 3];

/** All orders of a list. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    orders([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

function meanAndVariance(all: readonly number[]): { mean: number; variance: number } {
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, variance: all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length };
}

test("Moran's I and Geary's C of 1 to 4 in a row are those one reckons by hand", () => {
  const chain = binaryWeights([[1], [0, 2], [1, 3], [2]]);
  expect(moran([1, 2, 3, 4], chain).value).toBeCloseTo(1 / 3, 12);
  expect(geary([1, 2, 3, 4], chain).value).toBeCloseTo(0.3, 12);
});

test('expectation and variance are those of all orders of the values, also of one-sided neighbours', () => {
  for (const weights of [rowWeights(row), binaryWeights(row), binaryWeights([[1, 2], [2], [0], [4], [5], [1]])]) {
    const byMoran = moran(values, weights);
    const allMoran = meanAndVariance(orders(values).map((order) => moran(order, weights).value));
    expect(byMoran.expectation).toBeCloseTo(allMoran.mean, 10);
    expect(byMoran.variance).toBeCloseTo(allMoran.variance, 10);
    const byGeary = geary(values, weights);
    const allGeary = meanAndVariance(orders(values).map((order) => geary(order, weights).value));
    expect(byGeary.expectation).toBeCloseTo(allGeary.mean, 10);
    expect(byGeary.variance).toBeCloseTo(allGeary.variance, 10);
  }
});

test('a local statistic is judged by all orders of the other places', () => {
  const weights = rowWeights(row);
  const own = localMoran(values, weights)[1];
  const rest = [values[0], ...values.slice(2)] as number[];
  const all = orders(rest).map(([first = 0, ...others]) => localMoran([first, values[1] ?? 0, ...others], weights)[1]);
  const { mean, variance } = meanAndVariance(all.map((place) => place?.value ?? 0));
  expect(own?.expectation).toBeCloseTo(mean, 10);
  expect(own?.variance).toBeCloseTo(variance, 10);
  expect(own?.quadrant).toBe('high-high');
  expect(hotSpots(values, weights)[1]?.z).toBeCloseTo(own?.z ?? 0, 10);
});

test('Gi* is judged by all orders of all places', () => {
  const weights = binaryWeights(row, true);
  const sum = (order: readonly number[]) => (order[0] ?? 0) + (order[1] ?? 0);
  const { mean, variance } = meanAndVariance(orders(values).map(sum));
  expect(hotSpots(values, weights)[0]?.z).toBeCloseTo((sum(values) - mean) / Math.sqrt(variance), 10);
});

test('clusters do not depend on the unit in which values are counted', () => {
  const some = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(some, (counted) => {
      fc.pre(new Set(counted).size > 1);
      const weights = binaryWeights(row, true);
      const before = hotSpots(counted, weights);
      hotSpots(
        counted.map((value) => 3 * value + 7),
        weights,
      ).forEach(({ z }, i) => {
        expect(z).toBeCloseTo(before[i]?.z ?? 0, 8);
      });
    }),
  );
});

test('a place without neighbours is neither hot nor cold', () => {
  const weights = rowWeights([[1], [0, 2], [1], [], [2]]);
  expect(hotSpots([1, 2, 3, 4, 5], weights)[3]?.z).toBeNaN();
  expect(localMoran([1, 2, 3, 4, 5], weights)[3]?.p).toBeNaN();
});

test('maps that cannot tell are refused', () => {
  expect(() => moran([1, 1, 1, 1, 1, 1], rowWeights(row))).toThrow(NotEstimable);
  expect(() => moran([1, 2, 3, 4], rowWeights([[], [], [], []]))).toThrow(NotEstimable);
  expect(() => geary([1, 2], rowWeights([[1], [0]]))).toThrow(NotEstimable);
  expect(() => rowWeights([[1], [2]])).toThrow(RangeError);
  expect(() => binaryWeights([[1, 1], [0]])).toThrow(RangeError);
});

test('false discovery calls the four of the published example', () => {
  // Benjamini & Hochberg 1995, section 4.1: of these 15 p values four are significant at 5 %.
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  expect(falseDiscovery(p).filter((value) => value <= 0.05)).toHaveLength(4);
  expect(falseDiscovery([0.04, Number.NaN, 0.01])).toEqual([0.04, Number.NaN, 0.02]);
  expect(() => falseDiscovery([1.2])).toThrow(RangeError);
});

test('adjusted p values are never below the given ones and keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
      const adjusted = falseDiscovery(p);
      p.forEach((value, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(value);
        p.forEach((other, j) => {
          if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
        });
      });
    }),
  );
});

const grid = (cases: (x: number, y: number) => number): ScanSite[] =>
  Array.from({ length: 25 }, (_, i) => ({ x: i % 5, y: Math.floor(i / 5), population: 100 })).map((site) => ({
    ...site,
    cases: cases(site.x, site.y),
  }));

test('the scan finds the corner where the cases are', () => {
  const sites = grid((x, y) => (x + y <= 1 ? 20 : 2));
  const found = scan(sites);
  expect(found.members).toEqual([0, 1, 5]);
  expect(found.cases).toBe(60);
  expect(found.expected).toBeCloseTo((104 * 3) / 25, 10);
  expect(found.relativeRisk).toBeCloseTo(10, 10);
  const inside = 60 * Math.log(60 / found.expected);
  expect(found.logRatio).toBeCloseTo(inside + 44 * Math.log(44 / (104 - found.expected)), 10);
  expect(scanP(sites, { replicates: 99, seed: 5 })).toBe(0.01);
});

test('chance gives large p values, the same for the same seed', () => {
  const sites = grid((x, y) => 3 + ((x * 7 + y * 3) % 2));
  const p = scanP(sites, { replicates: 99, seed: 8 });
  expect(p).toBeGreaterThan(0.2);
  expect(scanP(sites, { replicates: 99, seed: 8 })).toBe(p);
});

test('a cluster holds no more of the population than allowed', () => {
  const sites = grid((x) => (x <= 2 ? 9 : 1));
  expect(scan(sites, { share: 0.2 }).members.length).toBeLessThanOrEqual(5);
  expect(scan(sites, { reach: 1 }).members.length).toBeLessThanOrEqual(5);
  const streets = (a: ScanSite, b: ScanSite) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  expect(scan(sites, { reach: 1, distance: streets }).members.length).toBeLessThanOrEqual(5);
  expect(scan(grid(() => 4)).logRatio).toBe(0);
  expect(() => scan(grid(() => 0))).toThrow(NotEstimable);
  expect(() => scan(grid(() => 1.5))).toThrow(RangeError);
});
