import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { exactly } from '../../src/model/index.ts';
import { claimOf } from '../support/claim.ts';
import { monthly, seriesOf } from '../support/series.ts';

const year = [...monthly('2022-01', 12, 1, { killed: 50 }), ...monthly('2021-01', 12, 1, { killed: 10 })];
const killed = (value: ReturnType<typeof exactly>, from = '2022', to = '2022') =>
  claimOf({ value, period: { from, to } });

test('a count near the recorded one is supported', () => {
  const found = check(killed(exactly(620)), { series: [seriesOf(year)], turns: [], published: null });
  expect(found.verdict).toBe('supported');
  expect(found.readings.find(({ choices }) => choices.without === 'nothing')?.value).toBe(600);
});

test('a count far above the recorded one is not supported', () => {
  const found = check(killed(exactly(8000)), { series: [seriesOf(year)], turns: [], published: null });
  expect(found.verdict).toBe('not supported');
});

test('"at least" is reached by all that is more', () => {
  const atLeast = { low: 300, best: 300, high: null };
  const found = check(killed(atLeast), { series: [seriesOf(year)], turns: [], published: null });
  expect(found.verdict).toBe('supported');
});

test('of a year that was not over at publication both the year and its part are read', () => {
  const { readings } = check(killed(exactly(500)), {
    series: [seriesOf(year)],
    turns: [],
    published: '2022-11-24',
  });
  const plain = readings.filter(({ choices }) => choices.without === 'nothing' && choices.estimate === 'best');
  expect(plain.map(({ after }) => after.value).sort()).toEqual([550, 600]);
});

test('a sample is a floor: enough for "at least", for nothing else', () => {
  const sample = seriesOf(year, { sample: 'a sample' });
  const verdict = (value: ReturnType<typeof exactly>) =>
    check(killed(value), { series: [sample], turns: [], published: null }).verdict;
  expect(verdict({ low: 300, best: 300, high: null })).toBe('supported');
  expect(verdict({ low: 8000, best: 8000, high: null })).toBe('cannot be checked');
  expect(verdict(exactly(600))).toBe('cannot be checked');
});

test('a count without a period, a rate and a zero cannot be checked', () => {
  const reason = (claim: ReturnType<typeof claimOf>) =>
    check(claim, { series: [seriesOf(year)], turns: [], published: null }).reason;
  expect(reason(claimOf({ value: exactly(5) }))).toContain('over which time');
  expect(reason(claimOf({ value: exactly(5), per: 'month', period: { from: '2022', to: '2022' } }))).toContain(
    'rate per month',
  );
  expect(reason(claimOf({ value: exactly(0), period: { from: '2022', to: '2022' } }))).toContain(
    'no number above zero',
  );
  expect(reason(claimOf({ value: exactly(5), period: { from: null, to: '2022' } }))).toContain('begins or ends');
});

test('every answer has the exact interval of a count', () => {
  const { readings } = check(killed(exactly(600)), { series: [seriesOf(year)], turns: [], published: null });
  for (const { value, low, high } of readings) {
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
});

test('data that cover a part of the time are left out and said so', () => {
  const found = check(killed(exactly(600), '2017', '2022'), { series: [seriesOf(year)], turns: [], published: null });
  expect(found.verdict).toBe('cannot be checked');
  expect(found.warnings).toContainEqual(expect.stringContaining('only a part of the time'));
});
