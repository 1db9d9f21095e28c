import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  heteroscedastic,
  intercept,
  interruptedSeries,
  NotEstimable,
  negativeBinomial,
  neweyWest,
  ordinary,
  poissonModel,
} from '../../src/stats/index.ts';

const group = (sizes: readonly [number, number]) => [
  intercept(sizes[0] + sizes[1]),
  { name: 'after', values: [...new Array<number>(sizes[0]).fill(0), ...new Array<number>(sizes[1]).fill(1)] },
];
const counts = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 6, maxLength: 6 });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('a line through three points has the slope, errors and share explained that one reckons by hand', () => {
  const design = [intercept(3), { name: 't', values: [0, 1, 2] }];
  const { coefficients, residuals, rSquared, variance, df } = ordinary(design, [1, 2, 4]);
  expect(coefficients[1]?.value).toBeCloseTo(1.5, 12);
  expect(coefficients[1]?.error).toBeCloseTo(Math.sqrt(1 / 12), 12);
  expect(coefficients[0]?.value).toBeCloseTo(5 / 6, 12);
  expect(residuals.map((r) => r * 6)).toEqual([expect.closeTo(1, 9), expect.closeTo(-2, 9), expect.closeTo(1, 9)]);
  expect(rSquared).toBeCloseTo(1 - 1 / 28, 12);
  expect(variance).toBeCloseTo(1 / 6, 12);
  expect(df).toBe(1);
  // t with 1 degree of freedom is Cauchy: 97.5 % lie below tan(0.475 pi).
  expect(coefficients[1]?.high).toBeCloseTo(1.5 + Math.tan(0.475 * Math.PI) * Math.sqrt(1 / 12), 8);
});

test('a Poisson model of two groups gives the logarithm of their rate ratio and its textbook error', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      fc.pre(sum(a) > 0 && sum(b) > 0);
      const model = poissonModel(group([6, 6]), [...a, ...b]);
      const [, after] = model.coefficients;
      expect(after?.value).toBeCloseTo(Math.log(sum(b) / sum(a)), 7);
      expect(after?.error).toBeCloseTo(Math.sqrt(1 / sum(a) + 1 / sum(b)), 4);
    }),
  );
});

test('quasi-Poisson changes the errors by the dispersion, not the estimates', () => {
  const y = [3, 9, 4, 12, 20, 31, 8, 25];
  const plain = poissonModel(group([4, 4]), y);
  const quasi = poissonModel(group([4, 4]), y, { quasi: true });
  const pearson = y.map((value, i) => (i < 4 ? (value - 7) ** 2 / 7 : (value - 21) ** 2 / 21));
  expect(quasi.dispersion).toBeCloseTo(sum(pearson) / 6, 8);
  expect(quasi.coefficients[1]?.value).toBe(plain.coefficients[1]?.value);
  expect((quasi.coefficients[1]?.error ?? 0) / (plain.coefficients[1]?.error ?? 1)).toBeCloseTo(
    Math.sqrt(quasi.dispersion),
    10,
  );
});

test('twice the exposure of all observations halves the rate and changes nothing else', () => {
  const y = [3, 9, 4, 12, 20, 31, 8, 25];
  const exposure = [31, 28, 31, 30, 31, 30, 31, 31];
  const once = negativeBinomial(group([4, 4]), y, { exposure });
  const twice = negativeBinomial(group([4, 4]), y, { exposure: exposure.map((days) => days * 2) });
  expect((once.coefficients[0]?.value ?? 0) - (twice.coefficients[0]?.value ?? 0)).toBeCloseTo(Math.log(2), 8);
  expect(twice.coefficients[1]?.value).toBeCloseTo(once.coefficients[1]?.value ?? 0, 8);
  expect(twice.theta / once.theta).toBeCloseTo(1, 7);
});

test('the negative binomial theta makes the score zero, and the error of a mean follows from both', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 30 }), (y) => {
      const mean = sum(y) / y.length;
      const spread = sum(y.map((value) => (value - mean) ** 2)) / y.length;
      fc.pre(spread > 1.5 * mean);
      const { theta, coefficients } = negativeBinomial([intercept(y.length)], y);
      // Of whole counts, digamma(theta + y) - digamma(theta) is the sum of 1 / (theta + k) for k below y.
      const harmonic = y.map((value) => sum(Array.from({ length: value }, (_, k) => 1 / (theta + k))));
      expect(sum(harmonic) / (y.length * Math.log1p(mean / theta))).toBeCloseTo(1, 6);
      expect(Math.exp(coefficients[0]?.value ?? 0)).toBeCloseTo(mean, 6);
      expect(coefficients[0]?.error).toBeCloseTo(Math.sqrt((1 / mean + 1 / theta) / y.length), 5);
    }),
  );
});

test('with a lag of 0 Newey-West is White; with more it is the long-run variance of the mean', () => {
  const y = [2, 4, 3, 7, 8, 6, 9];
  const model = ordinary([intercept(7)], y);
  const off = y.map((value) => value - sum(y) / 7);
  const at = (lag: number) => sum(off.slice(lag).map((value, i) => value * (off[i] ?? 0)));
  expect(neweyWest(model, { lag: 0 }).errors).toEqual(heteroscedastic(model).errors);
  const wanted = (at(0) + 2 * ((2 / 3) * at(1) + (1 / 3) * at(2))) / 49;
  expect(neweyWest(model, { lag: 2 }).errors[0]).toBeCloseTo(Math.sqrt(wanted), 12);
  expect(neweyWest(model, { lag: 2, adjust: true }).errors[0]).toBeCloseTo(Math.sqrt((wanted * 7) / 6), 12);
});

test('prewhitening takes the first autocorrelation out and puts it back', () => {
  const y = [2, 4, 3, 7, 8, 6, 9];
  const off = y.map((value) => value - sum(y) / 7);
  const turn =
    sum(off.slice(1).map((value, i) => value * (off[i] ?? 0))) / sum(off.slice(0, -1).map((value) => value ** 2));
  const white = off.slice(1).map((value, i) => value - turn * (off[i] ?? 0));
  const wanted = sum(white.map((value) => value ** 2)) / (1 - turn) ** 2 / 49;
  const found = neweyWest(ordinary([intercept(7)], y), { lag: 0, prewhite: true });
  expect(found.errors[0]).toBeCloseTo(Math.sqrt(wanted), 12);
});

test('an interrupted series has level, slope, season and what the treated place adds', () => {
  const design = interruptedSeries({
    time: [1, 2, 3, 1, 2, 3],
    last: 2,
    slope: true,
    season: { period: 4 },
    treated: [1, 1, 1, 0, 0, 0],
  });
  expect(design.map(({ name }) => name)).toEqual([
    'intercept',
    'trend',
    'level',
    'slope',
    'sin 1',
    'cos 1',
    'group',
    'group:level',
    'group:slope',
  ]);
  expect(design[2]?.values).toEqual([0, 0, 1, 0, 0, 1]);
  expect(design[3]?.values).toEqual([0, 0, 1, 0, 0, 1]);
  expect(design[4]?.values[0]).toBeCloseTo(1, 12);
  expect(design[7]?.values).toEqual([0, 0, 1, 0, 0, 0]);
});

test('a sparse, wild series still has its estimate', () => {
  // Drawn with theta 0.22; scoring swings about the top of this likelihood without reaching it.
  const y = [
    3, 7, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 13, 0, 0,
  ];
  const design = interruptedSeries({ time: y.map((_, i) => i + 1), last: 18, slope: true, season: { period: 12 } });
  const { scores, theta } = negativeBinomial(design, y);
  for (let j = 0; j < design.length; j++) expect(sum(scores.getColumn(j))).toBeCloseTo(0, 7);
  expect(theta).toBeGreaterThan(0.05);
  expect(theta).toBeLessThan(1);
});

test('what the counts cannot answer is refused in a sentence', () => {
  const refused = (run: () => unknown, words: RegExp) => {
    expect(run).toThrow(NotEstimable);
    expect(run).toThrow(words);
  };
  refused(() => poissonModel(group([3, 3]), [0, 0, 0, 0, 0, 0]), /All counts are zero/);
  refused(() => poissonModel(group([3, 3]), [0, 0, 0, 4, 5, 6]), /no finite estimate/);
  refused(() => poissonModel(group([3, 3]), [4, 5, 6, 0, 0, 0]), /"after".*no finite estimate/);
  refused(() => negativeBinomial(group([3, 3]), [4, 50, 6, 0, 0, 0]), /no finite estimate/);
  refused(() => negativeBinomial(group([3, 3]), [4, 5, 4, 9, 9, 10]), /use the Poisson model/);
  refused(() => poissonModel(group([1, 1]), [4, 5]), /too few/);
  const twins = [...group([3, 3]), { name: 'twin', values: [1, 1, 1, 0, 0, 0] }];
  refused(() => poissonModel(twins, [1, 2, 3, 4, 5, 6]), /"twin" cannot be told/);
  refused(() => neweyWest(ordinary(group([3, 3]), [1, 2, 3, 4, 5, 7]), { lag: 6 }), /as long as the series/);
});

test('wrong arguments are told from data that do not suffice', () => {
  expect(() => poissonModel(group([3, 3]), [1, 2, 3])).toThrow(RangeError);
  expect(() => poissonModel(group([2, 2]), [1, 2.5, 3, 4])).toThrow(RangeError);
  expect(() => poissonModel(group([2, 2]), [1, 2, 3, 4], { exposure: [1, 1, 0, 1] })).toThrow(RangeError);
});
