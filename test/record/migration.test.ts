import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import { exactly, type Id } from '../../src/model/index.ts';
import {
  closeRecord,
  custodyLog,
  listDocuments,
  listEvents,
  listEvidence,
  listSnapshots,
  openRecord,
  readLog,
  verifyRecord,
} from '../../src/record/index.ts';
import { layout } from '../../src/record/layout.ts';
import { claimOf, documentOf } from '../support/claim.ts';
import { emptyFolder } from '../support/folder.ts';
import { layoutOne } from '../support/layout-1.ts';
import { reportOf } from '../support/report.ts';

const text = 'Attacks killed 8,000 people in 2022.';
const document = documentOf(text);
const reports = [reportOf({ id: 'report-1' as Id<'Report'>, quote: 'Attacks killed 8,000 people' })];
const claims = [claimOf({ document: document.id, quote: 'killed 8,000 people', start: 8, value: exactly(8000) })];

let folder: string;

beforeEach(async () => {
  folder = join(emptyFolder(), 'record');
  await layoutOne(folder, { text, document, reports, claims });
});

test('a record of the first layout is brought to this one, and nothing in it changes', async () => {
  const before = readFileSync(join(folder, 'log.jsonl'), 'utf8');
  const record = await openRecord(folder, { by: 'test' });
  expect(await verifyRecord(record)).toMatchObject({
    alterations: [],
    evidence: 2,
    documents: 1,
    quotes: 2,
    rows: 2,
    custody: 2,
    logLines: 4,
  });
  expect(await listDocuments(record)).toEqual([{ document, reports, claims }]);
  expect((await listEvents(record, {})).total).toBe(3);
  expect(await listSnapshots(record)).toMatchObject([{ id: 'snap-1', rows: 2, sample: 'a sample' }]);
  expect((await readLog(record)).at(-1)).toMatchObject({ kind: 'migrated', data: { from: 1, layout } });
  expect(readFileSync(join(folder, 'log.jsonl'), 'utf8').startsWith(before)).toBe(true);
  closeRecord(record);
});

test('what an older record did not keep is not known; what its log tells is', async () => {
  const record = await openRecord(folder, { by: 'test' });
  const [item] = await listEvidence(record);
  expect(item).toMatchObject({ capturedAt: '2024-01-02T00:00:00.000Z', origin: 'text.txt' });
  const unknown = [item?.capturedBy, item?.tool, item?.url, item?.statedUrl, item?.headers, item?.redirects];
  expect(unknown).toEqual([null, null, null, null, null, null]);
  const custody = await custodyLog(record);
  expect(custody.map(({ seq, event, by, origin }) => [seq, event, by, origin])).toEqual([
    [2, 'imported', 'Awa', 'text.txt'],
    [3, 'imported', 'Awa', 'table.csv'],
  ]);
  closeRecord(record);
});

test('it is brought over once', async () => {
  closeRecord(await openRecord(folder, { by: 'test' }));
  const record = await openRecord(folder, { by: 'test' });
  expect((await readLog(record)).filter(({ kind }) => kind === 'migrated')).toHaveLength(1);
  closeRecord(record);
});

test.each([
  ["UPDATE evidence SET origin = 'elsewhere' WHERE bytes = 9", 'evidence of an older layout'],
  ["UPDATE evidence SET captured_at = '2023'", 'evidence of an older layout'],
  ["UPDATE evidence SET captured_by = 'somebody' WHERE bytes = 9", /^evidence\/.*table.csv/],
  ["UPDATE snapshots SET json = replace(json, '\"a sample\"', 'null')", 'snapshot incidents 1'],
])('after that it is held as any other: %s is named', async (sql, where) => {
  closeRecord(await openRecord(folder, { by: 'test' }));
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  const record = await openRecord(folder, { by: 'test' });
  expect((await verifyRecord(record)).alterations.map((alteration) => alteration.where)).toContainEqual(
    typeof where === 'string' ? where : expect.stringMatching(where),
  );
  closeRecord(record);
});
