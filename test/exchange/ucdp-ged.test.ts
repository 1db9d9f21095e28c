import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSyntheticGed } from '../../bench/support/ged.ts';
import { nearestTable, recogniseTable, tableFormats } from '../../src/exchange/index.ts';
import type { TableFormat } from '../../src/model/index.ts';
import { importInto } from '../../src/pipeline.ts';
import { closeRecord, listEvents, listSnapshots, openRecord, readSeries } from '../../src/record/index.ts';
import { emptyFolder } from '../support/folder.ts';

const ged = tableFormats().find(({ name }) => name === 'ucdp-ged') as TableFormat;
const columns = ged.headerless ?? [];

/** One GED row; what is left out gets a plain value. */
function row(given: Record<string, string | number> = {}): string {
  const plain: Record<string, string | number> = {
    id: 1,
    type_of_violence: 3,
    side_a: 'Government of Mali',
    side_b: 'Civilians',
    where_prec: 1,
    where_coordinates: 'Moura town',
    adm_1: 'Mopti region',
    latitude: 14.3,
    longitude: -4.3,
    country_id: 432,
    date_prec: 1,
    date_start: '2022-03-27 00:00:00.000',
    date_end: '2022-03-31 00:00:00.000',
    deaths_civilians: 500,
    best: 500,
    high: 550,
    low: 203,
  };
  return columns.map((column) => given[column] ?? plain[column] ?? '').join(',');
}

async function imported(lines: readonly string[], name = 'ged231-mli.csv', as: string | null = null) {
  const folder = emptyFolder();
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const record = await openRecord(join(folder, 'record'), { create: true, by: 'test' });
  try {
    const result = await importInto(record, path, { as }, () => {});
    const { shown } = await listEvents(record, {});
    return {
      ...result,
      events: shown,
      snapshots: await listSnapshots(record),
      series: await readSeries(record, ['MLI']),
    };
  } finally {
    closeRecord(record);
  }
}

test('a release is told from the names that its files go by', () => {
  const names = {
    'GEDEvent_v25_1.csv': '25.1',
    'ged251.csv.gz': '25.1',
    'ged231-car.csv.gz': '23.1',
    'GEDEvent_v24_0_3.csv': '24.0.3',
    'ged-candidate-23.0.10.csv': '23.0.10',
    'conflict_data_ukr.csv': null,
  };
  for (const [name, release] of Object.entries(names)) expect(ged.release(name), name).toBe(release);
});

test('an annual release covers 1989 to the year before it, a candidate release its month', () => {
  expect(ged.coverage('23.1')).toEqual({ from: '1989-01-01', to: '2022-12-31' });
  expect(ged.coverage('24.0.2')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(ged.coverage('something')).toBeNull();
});

test('columns are found by name, in whatever order', async () => {
  const turned = [...columns].reverse();
  const { rows, events } = await imported([turned.join(','), row().split(',').reverse().join(',')]);
  expect(rows).toBe(1);
  expect(events[0]).toMatchObject({
    when: { from: '2022-03-27', to: '2022-03-31' },
    killed: { low: 203, best: 500, high: 550 },
    place: { name: 'Moura town', countries: ['MLI'], precision: 'exact' },
  });
});

test('one-sided violence has a doer and those harmed; in fights both are sides without direction', async () => {
  const fight = { id: 2, type_of_violence: 1, side_b: 'JNIM' };
  const { events } = await imported([columns.join(','), row(), row(fight)]);
  const sides = events.map(({ source, target }) => [source.map(({ text }) => text), target.map(({ text }) => text)]);
  expect(sides).toContainEqual([['Government of Mali'], ['Civilians']]);
  expect(sides).toContainEqual([['Government of Mali', 'JNIM'], []]);
});

test('a line of HXL tags is no row, a date with or without a time is a date', async () => {
  const tags = columns.map((column) =>
    column === 'best' ? '#affected+killed' : column === 'date_start' ? '#date+start' : '',
  );
  const short = { id: 2, date_start: '2022-04-01', date_end: '2022-04-01' };
  const { rows, rejected } = await imported([columns.join(','), tags.join(','), row(), row(short)]);
  expect({ rows, rejected }).toEqual({ rows: 2, rejected: [] });
});

test('a file without a header line is read by --as in the order of the data set, and said so', async () => {
  const { rows, warnings } = await imported([row(), row({ id: 2 })], 'GEDEvent_v24_0_3.csv', 'ucdp-ged');
  expect(rows).toBe(2);
  expect(warnings).toContainEqual(expect.stringContaining('no header line'));
});

test('a country that is not known is a fault with its line, not a guess', async () => {
  const { rows, rejected } = await imported([columns.join(','), row({ country_id: 9999 }), row({ id: 2 })]);
  expect(rows).toBe(1);
  expect(rejected).toEqual([{ line: 2, row: '1', reason: 'country_id is "9999", a known code was expected' }]);
});

test('only violence is a series, with its sides of one-sided violence marked', async () => {
  const { series, snapshots } = await imported([columns.join(','), row(), row({ id: 2, type_of_violence: 2 })]);
  expect(snapshots).toMatchObject([{ dataset: 'ucdp-ged', release: '23.1', sample: null, rows: 2 }]);
  expect([...(series[0]?.oneSided ?? [])].sort()).toEqual([0, 1]);
  expect([...(series[0]?.civilians ?? [])]).toEqual([500, 500]);
});

test('a header tells its format, or the one that it comes closest to', () => {
  expect(recogniseTable(columns)?.name).toBe('ucdp-ged');
  expect(recogniseTable(columns.slice(1))).toBeNull();
  expect(nearestTable(columns.slice(1))).toMatchObject({ title: 'UCDP GED', missing: ['id'] });
  expect(nearestTable(['name', 'age'])).toBeNull();
});

test('a synthetic file is the same for the same seed', () => {
  const folder = emptyFolder();
  const [a, b] = [join(folder, 'ged241-a.csv'), join(folder, 'ged241-b.csv')];
  for (const path of [a, b]) writeSyntheticGed(path, 50, ged, 7);
  expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
});
