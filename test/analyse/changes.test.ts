import { expect, test } from 'vitest';
import { changes, changesChart } from '../../src/analyse/index.ts';
import { drawSvg } from '../../src/draw/index.ts';
import { everything } from '../../src/record/index.ts';
import { day, withRows } from '../support/rows.ts';

const inMali = { ...everything, country: 'MLI' };

/** Events on the 1st and last of each month and some between: `level(i)` in month i of 2018 on, one more in every second. */
const series = (n: number, level: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => {
    const date = (d: number) => new Date(Date.UTC(2018, i + (d === 0 ? 1 : 0), d)).toISOString().slice(0, 10);
    const many = Math.max(2, level(i) + (i % 2));
    return Array.from({ length: many }, (_, k) => day(date(k === 0 ? 1 : k === 1 ? 0 : 12)));
  }).flat();

test('finds when the level changed, with an interval that holds the month and a second method that agrees', async () => {
  const found = await withRows({ a: series(60, (i) => (i < 30 ? 3 : 9)) }, (record) =>
    changes(record, inMali, 'events'),
  );
  const [of] = found.data;
  expect(of?.changes.map(({ at }) => at)).toEqual(['2020-07-01']);
  expect(of?.changes[0]).toMatchObject({ before: 3.5, after: 9.5 });
  expect((of?.changes[0]?.low ?? '') <= '2020-07-01' && (of?.changes[0]?.high ?? '') >= '2020-07-01').toBe(true);
  expect(of?.second).toEqual(['2020-07-01']);
  expect(of?.supF?.p).toBeLessThan(0.001);
  const svg = drawSvg(changesChart(found));
  expect(svg).toContain('2020-07');
  expect(svg).toContain('from 2020-07 (');
});

test('a steady level has no change, and too short a series says so in a sentence', async () => {
  const steady = await withRows({ a: series(48, () => 4) }, (record) => changes(record, inMali, 'events'));
  expect(steady.data[0]?.changes).toEqual([]);
  expect(steady.data[0]?.second).toEqual([]);
  const short = await withRows({ a: series(5, () => 4) }, (record) => changes(record, inMali, 'events'));
  expect(short.data[0]?.refused).toMatch(/too short/);
  expect(short.warnings.join('\n')).toMatch(/too short/);
});
