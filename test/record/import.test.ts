import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { closeRecord, listEvents, type OpenRecord, openRecord, verifyRecord } from '../../src/record/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { tableLines, writeTable } from '../support/table.ts';

let folder: string;
let record: OpenRecord;

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true, by: 'test' });
  return () => closeRecord(record);
});

test('bad rows are reported with line and reason, the rest goes in', async () => {
  const path = writeTable(folder, [
    {},
    { killed_best: 'abc' },
    { summary: 'told\nin two lines' },
    { date_start: '2022-13-01' },
    { date_start: '2022-04-02', date_end: '2022-04-01' },
    { violence_type: 'cyber' },
    { killed_low: -1 },
    { country: '' },
    { id: 'i1' },
    {},
  ]);
  const { rows, rejected } = await importFile(record, path);
  expect(rows).toBe(3);
  expect(rejected).toEqual([
    { line: 3, row: 'i2', reason: 'killed_best is "abc", a whole number was expected' },
    { line: 6, row: 'i4', reason: 'date_start is "2022-13-01", a date as 2022-03-27 was expected' },
    { line: 7, row: 'i5', reason: 'date_end is before date_start, the same day or later was expected' },
    {
      line: 8,
      row: 'i6',
      reason: 'violence_type is "cyber", one of state-based, non-state, one-sided, none was expected',
    },
    { line: 9, row: 'i7', reason: 'killed_low is "-1", 0 or more was expected' },
    { line: 10, row: 'i8', reason: 'country is empty, a value was expected' },
    { line: 11, row: 'i1', reason: 'the id stands on an earlier row of this file, an id of its own was expected' },
  ]);
});

test('nothing is rounded, cut or bent into a value', async () => {
  const { rows, rejected } = await importFile(
    record,
    writeTable(folder, [
      { killed_best: '3.7' },
      { latitude: 'nan' },
      { latitude: 91 },
      { longitude: -200 },
      { date_start: '2022-03-27x' },
      { date_start: '2022-03-27T10:00', date_end: '2022-03-27 11:00:00' },
    ]),
  );
  expect(rows).toBe(1);
  expect(rejected.map(({ reason }) => reason)).toEqual([
    'killed_best is "3.7", a whole number was expected',
    'latitude is "nan", a number was expected',
    'latitude is "91", -90 to 90 was expected',
    'longitude is "-200", -180 to 180 was expected',
    'date_start is "2022-03-27x", a date as 2022-03-27 was expected',
  ]);
});

test('a file cut in the middle of a row loses that row only', async () => {
  const path = writeTable(folder, [{}, {}, {}]);
  truncateSync(path, readFileSync(path).length - 40);
  const { rows, rejected } = await importFile(record, path);
  expect(rows).toBe(2);
  expect(rejected).toHaveLength(1);
  expect(rejected[0]).toMatchObject({ line: 4, reason: expect.stringMatching(/cells found, 23 were expected/) });
});

test('a quote that is never closed says how many lines were lost with it', async () => {
  const path = writeTable(folder, [{}, {}]);
  const [header, first, second] = tableLines([{}, {}]);
  writeFileSync(path, `${header}\n${first}\n"i9${second}\n${second}\n${second}\n`);
  const { rows, rejected } = await importFile(record, path);
  expect(rows).toBe(1);
  expect(rejected).toMatchObject([
    { line: 3, reason: expect.stringMatching(/not closed.*3 lines|not closed.*2 lines/) },
  ]);
});

test('a record of two megabytes on one line is left out and the next one read', async () => {
  const path = writeTable(folder, [{}, { summary: 'x'.repeat(3_000_000) }, {}]);
  const { rows, rejected } = await importFile(record, path);
  expect(rows).toBe(2);
  expect(rejected).toMatchObject([{ line: 3, reason: expect.stringContaining('longer than') }]);
});

test('gzip gives the same rows', async () => {
  const plain = writeTable(folder, [{}, {}]);
  const packed = join(folder, 'incidents.csv.gz');
  writeFileSync(packed, gzipSync(readFileSync(plain)));
  expect((await importFile(record, packed)).rows).toBe(2);
});

test('the same file again brings nothing and changes nothing', async () => {
  const path = writeTable(folder, [{}, {}]);
  await importFile(record, path);
  const again = await importFile(record, path);
  expect(again).toMatchObject({ rows: 0, repeated: 2, rejected: [] });
  expect(again.snapshot.rows).toBe(2);
  expect((await verifyRecord(record)).alterations).toEqual([]);
});

test('a second file of a release adds its rows; a row with a known id and other values is refused', async () => {
  await importFile(record, writeTable(folder, [{}, {}], 'a.csv'));
  const second = await importFile(record, writeTable(folder, [{}, { killed_best: 7 }, {}], 'b.csv'));
  expect(second).toMatchObject({ rows: 1, repeated: 1, rejected: [{ line: 3, row: 'i2' }] });
  expect(second.snapshot.rows).toBe(3);
  expect((await verifyRecord(record)).alterations).toEqual([]);
});

test('releases stand side by side', async () => {
  const path = writeTable(folder, [{}]);
  await importFile(record, path, '24.1');
  await importFile(record, path, '25.1');
  expect((await listEvents(record, {})).total).toBe(2);
});

test('low, best and high out of order are kept as given and counted', async () => {
  const { rows, disordered } = await importFile(record, writeTable(folder, [{ killed_low: 9 }, {}]));
  expect({ rows, disordered }).toEqual({ rows: 2, disordered: 1 });
});

test('Latin-1 text is read as what it is', async () => {
  const path = join(folder, 'latin.csv');
  writeFileSync(path, Buffer.from(`${tableLines([{ place: 'Ménaka' }]).join('\n')}\n`, 'latin1'));
  await importFile(record, path);
  const { shown } = await listEvents(record, {});
  expect(shown[0]?.place?.name).toBe('Ménaka');
});

test('events are found by country, time, type and dead', async () => {
  await importFile(
    record,
    writeTable(folder, [
      {},
      { country: 'BFA', killed_low: 20, killed_best: 20, killed_high: 20 },
      { date_start: '2023-01-01', date_end: '2023-01-31', date_precision: 'month' },
      { event_type: 'RETREAT', killed_low: '', killed_best: '', killed_high: '' },
    ]),
  );
  const ids = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(record, filter)).shown.map(({ reports: [{ provenance }] }) =>
      provenance.kind === 'row' ? provenance.row : null,
    );
  expect(await ids({ country: 'BFA' })).toEqual(['i2']);
  expect(await ids({ from: '2023-01-15', to: '2023-01-20' })).toEqual(['i3']);
  expect(await ids({ type: 'RETREAT' })).toEqual(['i4']);
  expect(await ids({ killed: 10 })).toEqual(['i2']);
  const { total, shown } = await listEvents(record, { limit: 1 });
  expect({ total, shown: shown.length }).toEqual({ total: 4, shown: 1 });
});

test('bytes captured are those of the file, under their hash', async () => {
  const path = writeTable(folder, [{}]);
  appendFileSync(path, '\n');
  await importFile(record, path);
  const { evidence, alterations } = await verifyRecord(record);
  expect({ evidence, alterations }).toEqual({ evidence: 1, alterations: [] });
});
