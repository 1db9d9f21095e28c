import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { exactly } from '../../src/model/index.ts';
import { claimOf, country } from '../support/claim.ts';
import { monthly, seriesOf } from '../support/series.ts';

const year = { from: '2022', to: '2022' };

test('a share is held against the part and the whole of the same time', () => {
  const rows = [
    ...monthly('2022-01', 12, 3, { killed: 10, civilians: 6 }),
    ...monthly('2021-01', 12, 9, { killed: 10, civilians: 0 }),
  ];
  const share = (percent: number) =>
    claimOf({
      kind: 'comparison',
      of: 'civilianFatalities',
      onCivilians: true,
      period: year,
      versus: { kind: 'whole', of: 'fatalities', percent: exactly(percent) },
    });
  const held = (percent: number) => check(share(percent), { series: [seriesOf(rows)], turns: [], published: null });
  expect(held(60)).toMatchObject({ verdict: 'supported', answers: 'share', median: 60, claimed: 60 });
  expect(held(95).verdict).toBe('not supported');
  const [reading] = held(60).readings;
  expect(reading).toMatchObject({ before: { value: 360 }, after: { value: 216 } });
  expect(reading?.low).toBeLessThan(60);
  expect(reading?.high).toBeGreaterThan(60);
});

const deadliest = (unit: 'month' | 'year' | 'event', from: string) =>
  claimOf({ kind: 'comparison', period: { from, to: from }, versus: { kind: 'rank', unit } });

test('the deadliest month is the one that no other surpasses', () => {
  const rows = [...monthly('2018-01', 72, 2), { day: '2022-03-27', killed: 300 }];
  const held = (unit: 'month' | 'year' | 'event', from: string) =>
    check(deadliest(unit, from), { series: [seriesOf(rows)], turns: [], published: null });
  expect(held('month', '2022-03')).toMatchObject({ verdict: 'supported', answers: 'ranking', median: 1 });
  expect(held('year', '2022').verdict).toBe('supported');
  expect(held('event', '2022-03-27').verdict).toBe('supported');
  expect(held('month', '2022-04')).toMatchObject({ verdict: 'not supported', median: 2 });
});

test('a month before the time that is spoken of does not count', () => {
  const rows = [...monthly('2018-01', 72, 2), { day: '2018-05-02', killed: 900 }, { day: '2022-03-27', killed: 300 }];
  const claim = deadliest('month', '2022-03');
  const since = { text: '2020', span: { start: 0, end: 4 }, date: { from: '2020', to: '2020' } };
  const held = (given: typeof claim) => check(given, { series: [seriesOf(rows)], turns: [], published: null }).verdict;
  expect(held(claim)).toBe('not supported');
  expect(held({ ...claim, since })).toBe('supported');
});

test('two places are compared over one time in the same data set', () => {
  const claim = claimOf({
    kind: 'comparison',
    factor: 2,
    size: exactly(2),
    direction: 'up',
    period: year,
    versus: { kind: 'place', place: country('NER', 'Niger') },
  });
  const held = check(claim, {
    series: [seriesOf(monthly('2022-01', 12, 4))],
    against: [seriesOf(monthly('2022-01', 12, 2))],
    turns: [],
    published: null,
  });
  expect(held).toMatchObject({ verdict: 'supported', claimed: 100, median: 100, anchors: null });
  expect(held.question).toContain('differ from Niger');
  expect(held.readings[0]?.choices.window).toContain('Mali against Niger');
});
