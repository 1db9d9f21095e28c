import { expect, test } from 'vitest';
import { type TrendOptions, trend, trendChart } from '../../src/analyse/index.ts';
import { drawSvg, drawTerminal } from '../../src/draw/index.ts';
import type { Filters, Report } from '../../src/model/index.ts';
import { decide, everything } from '../../src/record/index.ts';
import { day, withRows } from '../support/rows.ts';

const monthly: TrendOptions = { by: 'month', split: null, most: 6 };
const inMali: Filters = { ...everything, country: 'MLI' };

const rows = [
  day('2022-01-10', {
    side_a: 'A; B',
    side_b: 'C',
    killed_low: 1,
    killed_best: 2,
    killed_high: 4,
    civilians_killed_best: 1,
  }),
  day('2022-01-31', { side_a: 'A', killed_low: '', killed_best: 3, killed_high: '', civilians_killed_best: '' }),
  day('2022-03-01', {
    date_end: '2022-04-02',
    killed_low: '',
    killed_best: '',
    killed_high: '',
    civilians_killed_best: '',
  }),
  day('2022-02-05', { country: 'BFA' }),
  day('2022-05-20', { event_type: 'PROTEST' }),
];

test('counts rows on their first day; zeros where the release covers a month and has nothing', async () => {
  const found = await withRows({ a: rows }, (record) => trend(record, { ...inMali, type: 'ASSAULT' }, monthly));
  const [series] = found.data.series;
  expect(series?.points.map(({ from, events, killed, civilians }) => [from, events, killed, civilians])).toEqual([
    ['2022-01-01', 2, { low: 4, best: 5, high: 7 }, 1],
    ['2022-02-01', 0, { low: 0, best: 0, high: 0 }, 0],
    ['2022-03-01', 1, { low: 0, best: 0, high: 0 }, 0],
    ['2022-04-01', 0, { low: 0, best: 0, high: 0 }, 0],
    ['2022-05-01', 0, { low: 0, best: 0, high: 0 }, 0],
  ]);
  // The first and the last month are covered from the first row on and up to the last one only.
  expect(series?.points.map(({ covered }) => covered)).toEqual(['part', 'whole', 'whole', 'whole', 'part']);
  expect(found.behind).toMatchObject({ rows: 3, query: 'griot rows --country MLI --type ASSAULT' });
  expect(found.behind.ids).toHaveLength(3);
  expect(found.warnings.join('\n')).toMatch(/1 of 3 events in incidents a are dated to more than one month/);
  expect(found.warnings.join('\n')).toMatch(/1 of 3 events in incidents a do not state how many were killed/);
  expect(found.warnings.join('\n')).toMatch(/is a sample of reported incidents/);
});

test('releases are series of their own, and what one does not cover is a gap', async () => {
  const tables = {
    a: [day('2021-12-01'), day('2022-01-31')],
    b: [day('2022-01-01'), day('2022-02-28')],
    c: [day('2022-01-01', { country: 'NER' })],
  };
  const found = await withRows(tables, (record) => trend(record, inMali, monthly));
  expect(found.data.series.map(({ name, points }) => [name, points.map(({ events }) => events)])).toEqual([
    ['incidents a', [1, 1, null]],
    ['incidents b', [null, 1, 1]],
    ['incidents c', [null, null, null]],
  ]);
  expect(found.warnings.join('\n')).toMatch(/incidents c as imported has no row for MLI: that is a gap, not peace/);
  expect(found.warnings.join('\n')).toMatch(/never add them/);
});

test('a month of which only a part is asked for is marked', async () => {
  const found = await withRows({ a: [day('2022-01-01'), day('2022-03-31')] }, (record) =>
    trend(record, { ...inMali, from: '2022-01-15' }, monthly),
  );
  expect(found.data.series[0]?.points.map(({ events, covered }) => [events, covered])).toEqual([
    [0, 'part'],
    [0, 'whole'],
    [1, 'whole'],
  ]);
});

test('split by actor an event counts under each side, and is behind the figure once', async () => {
  const found = await withRows({ a: rows }, (record) =>
    trend(record, { ...inMali, type: 'ASSAULT' }, { by: 'year', split: 'actor', most: 2 }),
  );
  expect(found.data.series.map(({ group, points }) => [group, points[0]?.events])).toEqual([
    ['A', 2],
    ['B', 1],
  ]);
  expect(found.behind.rows).toBe(3);
  expect(found.warnings.join('\n')).toMatch(/do not add up/);
  expect(found.warnings.join('\n')).toMatch(/1 group with fewer events/);
});

test('an actor is found among several names of a side', async () => {
  const found = await withRows({ a: rows }, (record) => trend(record, { ...everything, actor: 'B' }, monthly));
  expect(found.behind.rows).toBe(1);
});

test('rejected rows are not counted, corrected deaths stand for those of the release', async () => {
  const found = await withRows({ a: rows }, async (record) => {
    const before = await trend(record, inMali, { ...monthly, by: 'year' });
    const [first, second] = before.behind.ids ?? [];
    const subject = (id = '') => ({ kind: 'report' as const, id: id as Report['id'], document: null });
    await decide(record, 'reject', { subject: subject(first) }, 'told twice');
    const values = { killed: { low: 9, best: 10, high: 11 } };
    await decide(record, 'correct', { subject: subject(second), values }, 'mistyped');
    return trend(record, inMali, { ...monthly, by: 'year' });
  });
  expect(found.data.series[0]?.points[0]).toMatchObject({ events: 3, killed: { low: 14, best: 16, high: 19 } });
  expect(found.behind.ids).toHaveLength(3);
});

test('a figure carries the caution in its title, the gaps and the source, and is the same every time', async () => {
  const tables = { a: [day('2021-12-01'), day('2022-01-31')], b: [day('2022-01-01'), day('2022-02-28')] };
  const found = await withRows(tables, (record) => trend(record, inMali, monthly));
  const chart = trendChart(found, 'deaths');
  const svg = drawSvg(chart);
  expect(svg).toBe(drawSvg(chart));
  expect(svg).toMatch(/<title id="title">[^<]*⚠ a sample of reported incidents, not a complete count/);
  expect(svg).toContain('url(#hatch)');
  expect(svg).toContain('Source: incidents a (2 rows); incidents b (2 rows)');
  expect(svg).toMatch(/<desc id="desc">incidents a: 12 in all/);
  for (const width of [40, 80]) {
    const lines = drawTerminal(chart, width);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.join('\n')).toContain('░');
    expect(lines.join('\n')).toContain('⚠');
  }
});
