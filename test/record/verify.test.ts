import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import { exactly, type Id } from '../../src/model/index.ts';
import {
  addDocument,
  capture,
  closeRecord,
  decide,
  listDocuments,
  noteCustody,
  openRecord,
  recodeDocuments,
  undo,
  verifyRecord,
} from '../../src/record/index.ts';
import { resolveRecord } from '../../src/resolving.ts';
import { claimOf, documentOf } from '../support/claim.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { reportOf } from '../support/report.ts';
import { writeTable } from '../support/table.ts';

let folder: string;

/** Long enough to know its copies by. */
const text = `Attacks killed 8,000 people in 2022. ${'Villages along the road to the river were left by those who had lived there. '.repeat(4)}`;

beforeEach(async () => {
  folder = join(emptyFolder(), 'record');
  const record = await openRecord(folder, { create: true, by: 'test' });
  await importFile(record, writeTable(folder, [{}, { killed_best: 7 }]));
  const bytes = new TextEncoder().encode(text);
  const captured = await capture(record.evidence, bytes);
  const document = documentOf(text, captured.sha256);
  const claim = claimOf({ document: document.id, quote: 'killed 8,000 people', start: 8, value: exactly(8000) });
  const quote = 'Attacks killed 8,000 people';
  const report = reportOf({ id: 'report-1' as Id<'Report'>, quote });
  await addDocument(record, captured, { document, reports: [report], claims: [claim] });
  closeRecord(record);
});

async function verify() {
  const record = await openRecord(folder);
  try {
    return await verifyRecord(record);
  } finally {
    closeRecord(record);
  }
}

async function alter(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const places = async () => (await verify()).alterations.map(({ where }) => where);

test('a record as written has nothing altered', async () => {
  expect(await verify()).toMatchObject({ alterations: [], evidence: 2, documents: 1, quotes: 2, rows: 2, logLines: 3 });
});

test('one byte of evidence is named', async () => {
  const evidence = join(folder, 'evidence');
  const [name = ''] = readdirSync(evidence).sort();
  const bytes = readFileSync(join(evidence, name));
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  writeFileSync(join(evidence, name), bytes);
  expect(await places()).toEqual([expect.stringContaining(`evidence/${name}`)]);
});

test('evidence that is gone is named', async () => {
  const [name = ''] = readdirSync(join(folder, 'evidence')).sort();
  rmSync(join(folder, 'evidence', name));
  expect((await verify()).alterations).toMatchObject([{ where: expect.stringContaining(name), found: 'no file' }]);
});

test('one log line is named', async () => {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"rows":2', '"rows":3'));
  expect(await places()).toContain('log.jsonl, line 2');
});

test('a log that lost its middle is named and not papered over', async () => {
  const path = join(folder, 'log.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n');
  lines.splice(1, 1);
  writeFileSync(path, lines.join('\n'));
  expect(await places()).toContain('log.jsonl, line 2');
});

test('one value of one row is named', async () => {
  await alter("UPDATE rows SET killed_best = 70 WHERE row = 'i2'");
  expect(await places()).toEqual([expect.stringMatching(/^rows of incidents test/)]);
});

test('a row that was added or taken out is named', async () => {
  await alter("DELETE FROM rows WHERE row = 'i2'");
  expect(await places()).toContainEqual(expect.stringMatching(/^rows of incidents test/));
});

test('a quote moved by one character is named', async () => {
  await alter(`UPDATE claims SET json = replace(json, '"start":8', '"start":9')`);
  const where = await places();
  expect(where).toContainEqual(expect.stringMatching(/^claim-.* of document/));
});

test('a changed text of a document is named', async () => {
  await alter("UPDATE documents SET json = replace(json, '8,000', '9,000')");
  expect(await places()).toContainEqual(expect.stringMatching(/^document doc-/));
});

test('a document taken out of the database is named', async () => {
  await alter('DELETE FROM claims; DELETE FROM reports');
  await alter('DELETE FROM documents');
  expect((await verify()).alterations).toMatchObject([{ found: 'nothing in the database' }]);
});

/** Another value of a column's type. */
const changed = (column: string, type: string) =>
  type === 'VARCHAR'
    ? `coalesce("${column}", '') || 'x'`
    : type === 'DATE'
      ? `"${column}" + 1`
      : `coalesce("${column}", 0) + 1000`;

test('one value of any column of any table is detected', async () => {
  const record = await openRecord(folder);
  const { database } = record;
  await decide(record, 'together', { reports: ['r1', 'r2'] as Id<'Report'>[] }, 'one massacre');
  await decide(record, 'together', { reports: ['r1', 'r3'] as Id<'Report'>[] }, 'one massacre');
  await undo(record, 'd1', 'two villages');
  const [item] = await database.all<{ sha256: string }>('SELECT sha256 FROM evidence');
  await noteCustody(record, 'exported', [item?.sha256 ?? ''], { to: 'the court' });
  const [coded] = await listDocuments(record);
  if (coded === undefined) throw new Error('the record has a document');
  await recodeDocuments(record, [{ ...coded, claims: coded.claims.map((claim) => ({ ...claim, unit: 'persons' })) }]);
  const reports = await database.all<{ id: string }>(
    "SELECT id FROM reports UNION SELECT snapshot || '-' || row FROM rows ORDER BY 1 LIMIT 2",
  );
  await decide(record, 'together', { reports: reports.map(({ id }) => id as Id<'Report'>) }, 'one massacre');
  await resolveRecord(record);
  const columns = await database.all<{ table: string; column: string; type: string }>(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns
     WHERE table_schema = 'main' AND table_catalog <> 'temp' ORDER BY table_name, ordinal_position`,
  );
  const undetected: string[] = [];
  const back = new Error('take it back');
  for (const { table, column, type } of columns) {
    const altering = database.transaction(async () => {
      const at = `WHERE rowid = (SELECT min(rowid) FROM ${table})`;
      await database.run(`UPDATE ${table} SET "${column}" = ${changed(column, type)} ${at}`);
      if ((await verifyRecord(record)).alterations.length === 0) undetected.push(`${table}.${column}`);
      throw back;
    });
    await expect(altering).rejects.toBe(back);
  }
  expect(undetected).toEqual([]);
  expect((await verifyRecord(record)).alterations).toEqual([]);
  closeRecord(record);
  expect(columns.length).toBeGreaterThan(60);
}, 240_000);

test.each([
  ["UPDATE meta SET value = '1'", 'meta'],
  ["UPDATE meta SET value = '9'", 'meta'],
  ['DELETE FROM meta', 'meta'],
  ["UPDATE snapshots SET json = replace(json, 'incidents', 'accidents')", 'snapshot accidents test'],
  ["UPDATE evidence SET origin = 'elsewhere.csv' WHERE origin = 'incidents.csv'", /^evidence\/.* \(elsewhere.csv\)/],
  ["DELETE FROM evidence WHERE origin = 'incidents.csv'", /^evidence\//],
  ['UPDATE imports SET rejected = 5', 'import 1 (incidents.csv)'],
  ["UPDATE reports SET country = 'TCD'", /^report report-1 of document/],
  ["UPDATE custody SET event = 'exported' WHERE seq = 2", /^custody of/],
  ['DELETE FROM log WHERE seq = 2', 'record.duckdb, log 2'],
  ['UPDATE log SET line = replace(line, \'"rows":2\', \'"rows":3\')', 'record.duckdb, log 2'],
])('%s is named', async (sql, where) => {
  await alter(sql);
  expect(await places()).toContainEqual(typeof where === 'string' ? where : expect.stringMatching(where));
});
