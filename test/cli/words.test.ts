import { expect, test } from 'vitest';
import { claimText, estimateText, partiesText, periodText } from '../../src/cli/words.ts';
import { exactly } from '../../src/model/index.ts';
import { claimOf } from '../support/claim.ts';

test('an estimate is worded as its source words it', () => {
  expect(estimateText(exactly(1400))).toBe('1,400');
  expect(estimateText({ low: 6, best: 7, high: 8 })).toBe('6 to 8');
  expect(estimateText({ low: 12, best: 12, high: null })).toBe('at least 12');
  expect(estimateText({ low: null, best: 20, high: 20 })).toBe('up to 20');
  expect(estimateText({ low: null, best: null, high: 20 })).toBe('at most 20');
  expect(estimateText({ low: null, best: 20, high: null })).toBe('about 20');
  expect(estimateText({ low: null, best: null, high: null })).toBe('not stated');
  expect(estimateText(null)).toBe('not stated');
});

test('a period keeps the precision of its source', () => {
  expect(periodText({ from: '2022-03', to: '2022-03' })).toBe('March 2022');
  expect(periodText({ from: '2022-03-27', to: '2022-03-31' })).toBe('27 March 2022 to 31 March 2022');
  expect(periodText({ from: '2013', to: null })).toBe('since 2013');
  expect(periodText({ from: null, to: '2020-06' })).toBe('until June 2020');
  expect(periodText(null)).toBe('not stated');
});

test('a claim says its size, open where its words are, its place, time and turning point', () => {
  const since = { text: 'the drawdown', span: { start: 0, end: 12 }, date: null };
  const doubled = claimOf({
    kind: 'comparison',
    of: 'events',
    factor: 2,
    size: { low: 2, best: 2, high: null },
    direction: 'up',
    since,
  });
  expect(claimText(doubled)).toBe('comparison of events: 2 times or more, Mali, since the drawdown');
  const fell = claimOf({
    kind: 'change',
    percent: 63,
    size: exactly(63),
    direction: 'down',
    period: { from: '2022', to: '2022' },
  });
  expect(claimText(fell)).toBe('change of people killed: −63 %, Mali, 2022');
  expect(claimText(claimOf({ kind: 'change', direction: 'up' }))).toContain('a rise of no stated size');
  expect(claimText(claimOf({ of: 'money', value: exactly(10_000_000), unit: 'USD', per: 'month' }))).toBe(
    'count of money: 10,000,000 USD per month, Mali',
  );
});

test('doers stand before those acted on, sides without direction beside each other', () => {
  const party = (text: string) => ({ text, head: text, actor: null, sector: 'unknown' as const, country: null });
  expect(partiesText({ source: [party('gunmen')], target: [party('villagers')] })).toBe('gunmen → villagers');
  expect(partiesText({ source: [party('army'), party('JNIM')], target: [] })).toBe('army – JNIM');
  expect(partiesText({ source: [], target: [party('villagers')] })).toBe('not stated → villagers');
});
