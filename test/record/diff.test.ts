import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { closeRecord, diffSnapshots, type OpenRecord, openRecord } from '../../src/record/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { type Incident, writeTable } from '../support/table.ts';

let record: OpenRecord;
let folder: string;

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true });
  return () => closeRecord(record);
});

async function release(name: string, rows: readonly Incident[]): Promise<void> {
  await importFile(record, writeTable(folder, rows, `${name}.csv`), name);
}

const between = (before: string, after: string, country: string | null = null) =>
  diffSnapshots(record, 'incidents', { before, after }, country);

const march = { date_start: '2022-03-27', date_end: '2022-03-27' };
const dead = (n: number) => ({ killed_low: n, killed_best: n, killed_high: n });

test('rows that were added, removed and changed are told by id, field by field, the largest effect first', async () => {
  await release('24.1', [{ id: 'a', ...dead(6) }, { id: 'b', ...dead(3) }, { id: 'c' }, { id: 'd', place: 'Moura' }]);
  await release('25.1', [
    { id: 'a', ...dead(203) },
    { id: 'c' },
    { id: 'd', place: 'Mourah' },
    { id: 'e', ...dead(9) },
  ]);
  const diff = await between('24.1', '25.1');
  expect(diff).toMatchObject({ added: 1, removed: 1, changed: 2, same: 1 });
  expect(diff.rows.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
    'a changed',
    'e added',
    'b removed',
    'd changed',
  ]);
  expect(diff.rows[0]).toMatchObject({ country: 'MLI', year: 2022, killed: { before: 6, after: 203 } });
  expect(diff.rows[0]?.fields.map(({ field }) => field)).toEqual(['killed_low', 'killed_best', 'killed_high']);
  expect(diff.rows[3]?.fields).toEqual([{ field: 'place', before: 'Moura', after: 'Mourah' }]);
});

test('what that does to totals is told by country and year; years that one release does not cover come last', async () => {
  await release('24.1', [
    { id: 'a', ...march, ...dead(5) },
    { id: 'b', ...march, country: 'NER', ...dead(2) },
    { id: 'c', date_start: '2021-05-01', date_end: '2021-05-01', ...dead(1) },
  ]);
  await release('25.1', [
    { id: 'a', ...march, ...dead(8) },
    { id: 'b', ...march, country: 'NER', ...dead(12) },
    { id: 'c', date_start: '2021-05-01', date_end: '2021-05-01', ...dead(1) },
    { id: 'd', date_start: '2023-01-05', date_end: '2023-01-05', ...dead(100) },
  ]);
  const { totals } = await between('24.1', '25.1');
  expect(totals.map(({ country, year, coveredByBoth }) => [country, year, coveredByBoth])).toEqual([
    ['NER', 2022, true],
    ['MLI', 2022, true],
    ['MLI', 2023, false],
  ]);
  expect(totals[0]).toMatchObject({ events: { before: 1, after: 1 }, best: { before: 2, after: 12 } });
  expect(totals[2]).toMatchObject({ events: { before: 0, after: 1 }, low: { before: 0, after: 100 } });
});

test('one country: a row that moved out of it, or into it, is a change of it', async () => {
  await release('24.1', [
    { id: 'a', country: 'MLI' },
    { id: 'b', country: 'NER' },
    { id: 'c', country: 'NER' },
  ]);
  await release('25.1', [
    { id: 'a', country: 'BFA' },
    { id: 'b', country: 'MLI' },
    { id: 'c', country: 'NER', injured_best: 3 },
  ]);
  const diff = await between('24.1', '25.1', 'MLI');
  expect(diff.rows.map(({ row }) => row)).toEqual(['a', 'b']);
  expect(diff).toMatchObject({ changed: 2, same: 0 });
  expect(diff.totals).toEqual([]);
});

test('a value that was not stated is null, not nought', async () => {
  await release('24.1', [{ id: 'a', injured_best: '' }]);
  await release('25.1', [{ id: 'a', injured_best: 0 }]);
  expect((await between('24.1', '25.1')).rows[0]?.fields).toEqual([
    { field: 'injured_best', before: null, after: '0' },
  ]);
});

test('unknown releases are told with those that are there', async () => {
  await expect(between('24.1', '25.1')).rejects.toThrow(/a data set that was imported/);
  await release('24.1', [{}]);
  await expect(between('24.1', '25.1')).rejects.toThrow(/incidents 25.1: a release .* one of incidents 24.1/);
  await expect(diffSnapshots(record, 'acled', { before: '1', after: '2' })).rejects.toThrow(/one of incidents 24.1/);
  await expect(between('24.1', '24.1')).rejects.toThrow(/one release twice/);
});
