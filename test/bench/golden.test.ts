import { expect, test } from 'vitest';
import { worstError } from '../../bench/support/golden.ts';

test('the worst relative error is found wherever it is, with its place', () => {
  const golden = { a: 2, list: [1, 4], deep: { p: 1e-20 } };
  expect(worstError(golden, { a: 2, list: [1, 5], deep: { p: 1e-20 } })).toEqual({ error: 0.25, place: 'list[1]' });
  expect(worstError(golden, { a: 2, list: [1, 4], deep: { p: 3e-20 } }).error).toBeCloseTo(2, 12);
});

test('infinite and undefined values are the strings that R wrote', () => {
  const golden = { up: 'Inf', down: '-Inf', none: 'NaN', word: 'High-Low' };
  const found = { up: Number.POSITIVE_INFINITY, down: Number.NEGATIVE_INFINITY, none: Number.NaN, word: 'High-Low' };
  expect(worstError(golden, found).error).toBe(0);
  expect(worstError(golden, { ...found, none: 0 }).error).toBe(Number.POSITIVE_INFINITY);
  expect(worstError(golden, { ...found, word: 'Low-Low' })).toEqual({ error: Number.POSITIVE_INFINITY, place: 'word' });
});

test('zero up to rounding is zero, but a p value keeps its digits', () => {
  expect(worstError({ deviance: -3e-14 }, { deviance: 1e-15 }).error).toBe(0);
  expect(worstError({ p: 3e-14 }, { p: 1e-15 }).error).toBeGreaterThan(0.9);
});

test('what is missing or too many counts as wrong, and a list of one may stand alone', () => {
  expect(worstError({ a: 1 }, {}).error).toBe(Number.POSITIVE_INFINITY);
  expect(worstError({ list: [1, 2] }, { list: [1] }).error).toBe(Number.POSITIVE_INFINITY);
  expect(worstError({ list: 7 }, { list: [7] }).error).toBe(0);
  expect(worstError({ list: 'NA' }, { list: [] }).error).toBe(0);
});
