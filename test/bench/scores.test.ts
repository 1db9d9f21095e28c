import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillTally, matchMost } from '../../bench/support/match.ts';
import { f1, overlapOf, pairUp, tokensOf } from '../../bench/support/overlap.ts';
import {
  bagTally,
  f1Of,
  groupBy,
  macroF1,
  rankCorrelation,
  setTally,
  sumOf,
  talliesByLabel,
} from '../../bench/support/scores.ts';

const same = (a: string, b: string) => a === b;

test('spans overlap by the share of the shorter one’s words', () => {
  const tokens = tokensOf('five men died near Gao');
  expect(overlapOf(tokens, { start: 0, end: 13 }, { start: 5, end: 22 })).toBeCloseTo(2 / 3);
  expect(overlapOf(tokens, { start: 0, end: 8 }, { start: 9, end: 22 })).toBe(0);
});

test('the best overlap pairs first, less than half never', () => {
  const shares: Readonly<Record<string, number>> = { ax: 0.6, ay: 0.9, bx: 0.4, by: 0.8 };
  const pairs = pairUp(
    ['a', 'b'],
    ['x', 'y'],
    (g, p) => shares[g + p] ?? 0,
    () => true,
  );
  expect(pairs).toEqual([{ gold: 'a', predicted: 'y' }]);
});

test('F1 of 2 right among 4 found and 3 wanted is 4/7, of nothing undefined', () => {
  expect(f1(2, 4, 3)).toBeCloseTo(4 / 7);
  expect(f1(0, 0, 0)).toBeNull();
  expect(f1(0, 0, 2)).toBe(0);
});

test('sets count an item once, bags as often as it stands', () => {
  expect(setTally(['a', 'a', 'b'], ['a', 'c', 'c'])).toEqual({ matched: 1, predicted: 2, gold: 2 });
  expect(bagTally(['a', 'a', 'b'], ['a', 'a', 'a'])).toEqual({ matched: 2, predicted: 3, gold: 3 });
  expect(sumOf([setTally(['a'], ['a']), setTally(['b'], [])])).toEqual({ matched: 1, predicted: 1, gold: 2 });
});

test('macro-F1 is the mean over gold labels, micro-F1 that of their sum', () => {
  const byLabel = talliesByLabel([
    { gold: ['war'], predicted: ['war'] },
    { gold: ['war'], predicted: ['war'] },
    { gold: ['peace'], predicted: ['war'] },
    { gold: [], predicted: ['talk'] },
  ]);
  expect(byLabel.get('war')).toEqual({ matched: 2, predicted: 3, gold: 2 });
  expect(macroF1(byLabel)).toBeCloseTo((0.8 + 0) / 2);
  expect(f1Of(sumOf(byLabel.values()))).toBeCloseTo(4 / 7);
});

test('rank correlation is Spearman’s, ties at their mean rank', () => {
  expect(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
  expect(rankCorrelation([1, 2, 2, 4], [1, 3, 2, 4])).toBeCloseTo(0.9487, 4); // 4.5 / √(4.5 · 5)
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
});

test('groups keep the order of their first items', () => {
  expect([...groupBy(['bb', 'a', 'cc'], (word) => String(word.length))]).toEqual([
    ['2', ['bb', 'cc']],
    ['1', ['a']],
  ]);
});

test('matching makes as many pairs as can be made, not the first that come', () => {
  // Greedy would give a to 1 and leave b, which only 1 fits, with nothing.
  const may = (g: string, p: number) => g === 'a' || p === 1;
  expect(matchMost(['a', 'b'], [1, 2], may)).toHaveLength(2);
});

test('no item is matched twice and no more pairs are found than either side has', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 6 }), fc.array(fc.nat(4), { maxLength: 6 }), (gold, predicted) => {
      const pairs = matchMost(gold, predicted, (g, p) => g === p);
      expect(pairs).toHaveLength(bagTally(gold.map(String), predicted.map(String)).matched);
    }),
  );
});

test('a fill is met by any alternative; an optional one counts neither way', () => {
  const gold = [
    { alts: ['guerrillas', 'rebels'], optional: false },
    { alts: ['soldiers'], optional: true },
    { alts: ['mayor'], optional: false },
  ];
  expect(fillTally(gold, [['rebels'], ['soldiers'], ['priest']], same)).toEqual({ matched: 1, predicted: 2, gold: 2 });
  expect(fillTally(gold, [], same)).toEqual({ matched: 0, predicted: 0, gold: 2 });
});
