import { expect, test } from 'vitest';
import { etaSquared, median } from '../../src/stats/index.ts';

test('the median of an even number of values is the mean of the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([])).toBeNaN();
});

test('a choice that explains everything has an eta squared of 1, one that explains nothing of 0', () => {
  expect(etaSquared([1, 1, 5, 5], ['a', 'a', 'b', 'b'])).toBe(1);
  expect(etaSquared([1, 5, 1, 5], ['a', 'a', 'b', 'b'])).toBe(0);
  expect(etaSquared([2, 2], ['a', 'b'])).toBe(0);
});
