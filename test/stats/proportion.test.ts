import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInterval, countP, rateRatioP, scoreInterval, shareInterval, shareP } from '../../src/stats/index.ts';

test('the exact test of a share is binom.test of R on its documented example', () => {
  // R, ?binom.test: Conover 1971, 682 of 925 against 3/4.
  expect(shareP(682, 925, 0.75)).toBeCloseTo(0.3825, 4);
  const { low, high } = shareInterval(682, 925);
  expect(low).toBeCloseTo(0.7076683, 7);
  expect(high).toBeCloseTo(0.7654066, 7);
});

test('the exact test of a rate ratio is poisson.test of R on its documented example', () => {
  expect(rateRatioP({ count: 11, time: 800 }, { count: 21, time: 3011 })).toBeCloseTo(0.07967, 5);
});

test('score intervals are those of Newcombe 1998, table I, method 3', () => {
  const cases = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [x, n, low, high] of cases) {
    expect(scoreInterval(x, n).low).toBeCloseTo(low, 4);
    expect(scoreInterval(x, n).high).toBeCloseTo(high, 4);
  }
});

test('a two-sided p value is the chance of all counts no likelier than the one seen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      (n, k, p) => {
        const seen = k % (n + 1);
        const chances = [1];
        for (let i = 1; i <= n; i++) chances.push(((chances[i - 1] ?? 0) * (n - i + 1)) / i);
        const chance = (i: number) => (chances[i] ?? 0) * p ** i * (1 - p) ** (n - i);
        let sum = 0;
        for (let i = 0; i <= n; i++) if (chance(i) <= chance(seen) * (1 + 1e-7)) sum += chance(i);
        expect(shareP(seen, n, p)).toBeCloseTo(sum, 10);
      },
    ),
  );
});

test('the count test sums the chances of a Poisson count', () => {
  // Mean 2, 5 seen: P(X >= 5) = 1 - 7 exp(-2); no smaller count is as unlikely (P(0) = 0.135 > P(5) = 0.036).
  expect(countP(5, 2, 'greater')).toBeCloseTo(1 - 7 * Math.exp(-2), 12);
  expect(countP(5, 2)).toBeCloseTo(1 - 7 * Math.exp(-2), 12);
  // None seen: P(0) = 0.1353 and the counts from 4 on, each at most that: 1 - P(0..3) = 1 - (1 + 2 + 2 + 4/3) exp(-2).
  expect(countP(0, 2)).toBeCloseTo(Math.exp(-2) + 1 - (19 / 3) * Math.exp(-2), 12);
  expect(countP(0, 0)).toBe(1);
  expect(countP(1, 0)).toBe(0);
});

test('tiny p values keep their digits', () => {
  expect(shareP(0, 1000, 0.5, 'less') * 2 ** 1000).toBeCloseTo(1, 9);
  expect(shareP(1000, 1000, 0.5, 'greater') * 2 ** 1000).toBeCloseTo(1, 9);
  expect(countP(0, 600, 'less') * Math.exp(600)).toBeCloseTo(1, 9);
});

test('a p value below 5 % goes with a one-sided interval that leaves the tested value out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.5, max: 80, noNaN: true }), (count, expected) => {
      const { low } = countInterval(count, 0.95, 'greater');
      const p = countP(count, expected, 'greater');
      if (Math.abs(p - 0.05) > 1e-9) expect(p < 0.05).toBe(expected < low);
    }),
  );
});

test('an exact interval covers a true share at least as often as it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
      let covered = 0;
      let chance = (1 - p) ** n;
      for (let k = 0; k <= n; k++) {
        const { low, high } = shareInterval(k, n, 0.9);
        if (low <= p && p <= high) covered += chance;
        chance *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      expect(covered).toBeGreaterThan(0.9 - 1e-9);
    }),
  );
});

test('what is no count and no share is refused', () => {
  expect(() => shareP(1.5, 3, 0.5)).toThrow(RangeError);
  expect(() => shareP(1, 3, 1.5)).toThrow(RangeError);
  expect(() => countP(-1, 2)).toThrow(RangeError);
  expect(() => rateRatioP({ count: 1, time: 1 }, { count: 1, time: 1 }, 0)).toThrow(RangeError);
  expect(() => scoreInterval(0, 0)).toThrow(RangeError);
});
