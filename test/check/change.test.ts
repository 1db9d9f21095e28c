import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import type { Claim, DatedTurn } from '../../src/model/index.ts';
import { claimOf, country } from '../support/claim.ts';
import { monthly, seriesOf } from '../support/series.ts';

const wagner: readonly DatedTurn[] = [
  { name: 'Wagner Group begins operations in Mali', date: '2021-12', source: 'a', url: null },
  { name: 'Wagner Group begins operations in Mali', date: '2022-01-03', source: 'b', url: null },
];

const since = (text: string, date: string | null = null): Claim['since'] => ({
  text,
  span: { start: 0, end: text.length },
  date: date === null ? null : { from: date, to: date },
});

const rose = (percent: number, given: Partial<Claim> = {}) =>
  claimOf({
    kind: 'change',
    of: 'civilianFatalities',
    percent,
    size: { low: percent, best: percent, high: percent },
    direction: 'up',
    since: since('the Wagner Group began operations'),
    ...given,
  });

const steady = [...monthly('2018-01', 47, 2), ...monthly('2021-12', 25, 4)];

test('a doubling that every reading shows is supported', () => {
  const found = check(rose(100), { series: [seriesOf(steady)], turns: wagner, published: '2023-12-31' });
  expect(found.verdict).toBe('supported');
  expect(found.agree.direction).toBe(1);
  expect(found.median).toBeGreaterThan(80);
  expect(found.median).toBeLessThan(110);
});

test('a rise that is much smaller than claimed keeps its direction only', () => {
  const found = check(rose(278), { series: [seriesOf(steady)], turns: wagner, published: '2023-12-31' });
  expect(found.verdict).toBe('direction holds');
  expect(found.agree.size).toBeLessThan(0.1);
  expect(found.reason).toContain('The size depends on');
});

test('a rise that the record does not show is not supported', () => {
  const flat = monthly('2018-01', 72, 3);
  const found = check(rose(278), { series: [seriesOf(flat)], turns: wagner, published: '2023-12-31' });
  expect(found.verdict).toBe('not supported');
});

test('a fall is compared as a fall', () => {
  const fell = [...monthly('2018-01', 47, 4), ...monthly('2021-12', 25, 2)];
  const claim = rose(50, { direction: 'down' });
  const found = check(claim, { series: [seriesOf(fell)], turns: wagner, published: '2023-12-31' });
  expect(found.claimed).toBe(-50);
  expect(found.verdict).toBe('supported');
});

test('each reading names its choices, counts its rows and holds its value in its interval', () => {
  const { readings } = check(rose(100), { series: [seriesOf(steady)], turns: wagner, published: '2023-12-31' });
  expect(new Set(readings.map(({ choices }) => choices.window))).toEqual(
    new Set([
      '6 months either side',
      '12 months either side',
      '18 months either side',
      '24 months either side',
      'calendar years either side',
      'whole spans, per month',
    ]),
  );
  // A month as turning point splits at its first day or behind its last; the other source gives a day of its own.
  expect(new Set(readings.map(({ choices }) => choices.turn))).toEqual(
    new Set(['2021-12-01', '2022-01-01', '2022-01-03']),
  );
  for (const reading of readings) {
    expect(reading.low).toBeLessThanOrEqual(reading.value);
    expect(reading.high).toBeGreaterThanOrEqual(reading.value);
    const [provenance] = reading.after.provenance;
    expect(provenance.kind === 'derived' && provenance.snapshots).toEqual(['snap-24.1']);
  }
  const plain = readings.find(
    ({ choices }) =>
      choices.window === '12 months either side' &&
      choices.turn === '2021-12-01' &&
      choices.measure === 'events with civilian deaths' &&
      choices.without === 'nothing',
  );
  expect(plain).toMatchObject({ before: { value: 24 }, after: { value: 48 }, value: 100 });
  const [rows] = plain?.after.provenance ?? [];
  expect(rows?.kind === 'derived' && rows.rows).toHaveLength(48);
});

test('without the largest event its dead are gone, without the largest month its time as well', () => {
  const massacre = [...steady, { day: '2022-03-27', killed: 500 }];
  const { readings } = check(rose(278), {
    series: [seriesOf(massacre)],
    turns: wagner,
    published: '2023-12-31',
  });
  const of = (without: string) =>
    readings.find(
      ({ choices }) =>
        choices.window === '12 months either side' &&
        choices.turn === '2021-12-01' &&
        choices.measure === 'civilians killed' &&
        choices.without === without,
    );
  expect(of('nothing')?.after.value).toBe(548);
  expect(of('the largest event')?.after.value).toBe(48);
  expect(of('the largest month')).toMatchObject({ after: { value: 44 }, months: { before: 12, after: 11 } });
});

test('windows that reach beyond the data are left out and said so', () => {
  const found = check(rose(100), {
    series: [seriesOf(steady, { to: '2022-12-31' })],
    turns: wagner,
    published: '2023-06-01',
  });
  expect(found.readings.some(({ choices }) => choices.window === '24 months either side')).toBe(false);
  expect(found.warnings).toContainEqual(expect.stringContaining('reach beyond it'));
});

test('a period against its baseline is one window', () => {
  const claim = rose(100, {
    since: null,
    period: { from: '2022', to: '2022' },
    baseline: { from: '2021', to: '2021' },
  });
  const found = check(claim, { series: [seriesOf(steady)], turns: [], published: null });
  expect(new Set(found.readings.map(({ choices }) => choices.window))).toEqual(
    new Set(['2022-01-01 to 2022-12-31 against 2021-01-01 to 2021-12-31']),
  );
});

test('on a sample alone nothing is called supported, and the figure says that it is one', () => {
  const sample = seriesOf(steady, { sample: 'a sample, not a complete count' });
  const found = check(rose(100), { series: [sample], turns: wagner, published: '2023-12-31' });
  expect(found.verdict).toBe('cannot be checked');
  expect(found.readings.length).toBeGreaterThan(0);
  expect(found.sample).toContain('a sample, not a complete count');
});

test('what cannot be checked says why', () => {
  const reasons = (claim: Claim, series = [seriesOf(steady)]) => {
    const found = check(claim, { series, turns: [], published: null });
    expect(found.verdict).toBe('cannot be checked');
    return found.reason;
  };
  expect(reasons(rose(100, { of: 'personnel' }))).toContain('troops or staff');
  expect(reasons(rose(100, { place: null }))).toContain('names no country');
  expect(reasons(rose(100, { place: { ...country('MLI', 'Mopti'), precision: 'admin1' } }))).toContain(
    'a part of a country',
  );
  expect(reasons(rose(100, { actor: 'MINUSMA' }))).toContain('one party (MINUSMA)');
  expect(reasons(rose(100))).toContain('No dated turning point is known for "the Wagner Group began operations"');
  expect(reasons(rose(100, { since: null }))).toContain('no turning point and no baseline');
  expect(reasons(rose(100, { since: since('May', '2021-05') }), [])).toContain('griot import');
  expect(reasons(rose(100, { since: since('1990', '1990-05') }))).toContain('do not cover the whole time');
});

test('the decisive choice is the one whose alternatives lie furthest apart', () => {
  const short = [...monthly('2018-01', 47, 4), ...monthly('2021-12', 6, 12), ...monthly('2022-06', 19, 2)];
  const { decides } = check(rose(200), { series: [seriesOf(short)], turns: wagner, published: '2023-12-31' });
  expect(decides[0]?.factor).toBe('window');
  expect(decides[0]?.share).toBeGreaterThan(0.5);
});

test('a claim of a direction alone is held against the direction alone', () => {
  const claim = rose(0, { percent: null, size: null });
  const found = check(claim, { series: [seriesOf(steady)], turns: wagner, published: '2023-12-31' });
  expect(found).toMatchObject({ verdict: 'supported', claimed: null, agree: { direction: 1, size: null } });
});

test('a change in a period without a baseline is looked for around the beginning of the period', () => {
  const claim = rose(100, { since: null, period: { from: '2021-12', to: '2022-11' } });
  const found = check(claim, { series: [seriesOf(steady)], turns: [], published: '2023-12-31' });
  expect(new Set(found.readings.map(({ choices }) => choices.turn))).toEqual(new Set(['2021-12-01']));
});
