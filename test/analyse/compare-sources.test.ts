import { expect, test } from 'vitest';
import { compareSources, sourcesChart } from '../../src/analyse/index.ts';
import { drawSvg } from '../../src/draw/index.ts';
import { everything, type OpenRecord } from '../../src/record/index.ts';
import { day, withRows } from '../support/rows.ts';

const march = { ...everything, country: 'MLI', from: '2022-03-01', to: '2022-03-31' };
const release = (name: string) => ({ dataset: 'incidents', release: name });

test('releases of one data set are matched by id: deaths that differ, rows only in one', async () => {
  const tables = {
    a: [day('2022-03-01', { id: 'x' }), day('2022-03-05', { id: 'y' }), day('2022-04-01', { id: 'late' })],
    b: [day('2022-03-01', { id: 'x', killed_best: 8 }), day('2022-03-09', { id: 'z' })],
  };
  const found = await withRows(tables, (record) => compareSources(record, march, [release('a'), release('b')]));
  const { matched, onlyA, onlyB } = found.data;
  expect(matched.map(({ by, deathsDiffer, a, b }) => [by, deathsDiffer, a.killed?.best, b.killed?.best])).toEqual([
    ['id', true, 6, 8],
  ]);
  expect([onlyA, onlyB].map((rows) => rows.map(({ when }) => when?.from))).toEqual([['2022-03-05'], ['2022-03-09']]);
  expect(found.behind.ids).toHaveLength(4);
  expect(found.behind.query).toMatch(/--release a .*; griot rows .*--release b/);
  expect(drawSvg(sourcesChart(found))).toContain('1 rows matched, 1 only in incidents a');
});

test('a data set or release that the record lacks is refused with those that it has', async () => {
  const tables = { a: [day('2022-03-01')] };
  const asked = (record: OpenRecord) => compareSources(record, march, [release('a'), release('c')]);
  await expect(withRows(tables, asked)).rejects.toThrow(/no release incidents c; expected one of incidents a/);
});
