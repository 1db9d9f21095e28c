import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import { exactly } from '../../src/model/index.ts';
import { addDocument, capture, closeRecord, openRecord, verifyRecord } from '../../src/record/index.ts';
import { claimOf, documentOf } from '../support/claim.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { writeTable } from '../support/table.ts';

let folder: string;

beforeEach(async () => {
  folder = join(emptyFolder(), 'record');
  const record = await openRecord(folder, { create: true, by: 'test' });
  await importFile(record, writeTable(folder, [{}, { killed_best: 7 }]));
  const bytes = new TextEncoder().encode('Attacks killed 8,000 people in 2022.');
  const captured = await capture(record.evidence, bytes);
  const document = documentOf('Attacks killed 8,000 people in 2022.', captured.sha256);
  const claim = claimOf({ document: document.id, quote: 'killed 8,000 people', start: 8, value: exactly(8000) });
  await addDocument(record, captured, { document, reports: [], claims: [claim] });
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
  expect(await verify()).toMatchObject({ alterations: [], evidence: 2, documents: 1, quotes: 1, rows: 2, logLines: 3 });
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
  await alter('DELETE FROM claims');
  await alter('DELETE FROM documents');
  expect((await verify()).alterations).toMatchObject([{ found: 'nothing in the database' }]);
});
