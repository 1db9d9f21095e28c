import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialUpper, chiSquareUpper, normalTwoSided, tTwoSided } from '../../src/stats/tails.ts';

test('the chi-square tail with 2 degrees of freedom is an exponential one, as small as it gets', () => {
  for (const x of [0.1, 3, 80, 600]) expect(chiSquareUpper(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
});

test('two more degrees of freedom add one term to the chi-square tail, odd, even or broken', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), fc.constantFrom(1, 2, 3, 4, 7, 10), (x, df) => {
      // Abramowitz & Stegun 26.4.8: Q(x | df + 2) = Q(x | df) + (x/2)^(df/2) exp(-x/2) / Gamma(df/2 + 1).
      const gamma = (half: number): number =>
        half === 1 ? 1 : half === 0.5 ? Math.sqrt(Math.PI) : (half - 1) * gamma(half - 1);
      const term = ((x / 2) ** (df / 2) * Math.exp(-x / 2)) / gamma(df / 2 + 1);
      expect(chiSquareUpper(x, df + 2)).toBeCloseTo(chiSquareUpper(x, df) + term, 12);
      const between = chiSquareUpper(x, df + 0.5);
      expect(between).toBeGreaterThanOrEqual(chiSquareUpper(x, df) - 1e-12);
      expect(between).toBeLessThanOrEqual(chiSquareUpper(x, df + 1) + 1e-12);
    }),
  );
});

test('a squared normal value is chi-square with 1 degree of freedom', () => {
  fc.assert(
    fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (z) => {
      expect(chiSquareUpper(z ** 2, 1)).toBeCloseTo(normalTwoSided(z), 12);
    }),
  );
});

test('t with 1 degree of freedom is Cauchy, as small as it gets', () => {
  for (const t of [0.1, 1, 30, 1e8]) expect(tTwoSided(t, 1) / ((2 / Math.PI) * Math.atan(1 / t))).toBeCloseTo(1, 10);
});

test('of rare things at least one happens about as often as there are trials, however rare', () => {
  for (const share of [1e-3, 1e-5, 1e-12, 1e-30]) {
    expect(binomialUpper(1, 10, share) / -Math.expm1(10 * Math.log1p(-share))).toBeCloseTo(1, 10);
    expect(binomialUpper(10, 10, share)).toBeCloseTo(share ** 10, 12);
  }
  const both = binomialUpper(1, 1e6, 0.99e-4) - binomialUpper(1, 1e6, 1.01e-4);
  expect(Math.abs(both)).toBeLessThan(1e-9);
});
