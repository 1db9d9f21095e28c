import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import {
  addDocument,
  addDocuments,
  type CapturedDocument,
  capture,
  closeRecord,
  custodyLog,
  exportEvidence,
  findEvidence,
  listEvidence,
  noteCustody,
  type OpenRecord,
  openRecord,
  readLog,
  verifyRecord,
} from '../../src/record/index.ts';
import { sha256, version } from '../../src/text/index.ts';
import { documentOf } from '../support/claim.ts';
import { emptyFolder } from '../support/folder.ts';

let folder: string;
let record: OpenRecord;

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true, by: 'Awa' });
  return () => closeRecord(record);
});

const captured = async (text: string, url: string | null = null): Promise<CapturedDocument> => {
  const bytes = await capture(record.evidence, new TextEncoder().encode(text));
  return { captured: bytes, coded: { document: { ...documentOf(text, bytes.sha256), url }, reports: [], claims: [] } };
};

test('of a file it is known who captured it, when, with what, and what address it states', async () => {
  const { captured: bytes, coded } = await captured('A text.', 'https://news.example/1');
  await addDocument(record, bytes, coded);
  expect(await listEvidence(record)).toEqual([
    {
      sha256: sha256('A text.'),
      bytes: 7,
      origin: 'text.txt',
      url: null,
      statedUrl: 'https://news.example/1',
      capturedAt: bytes.at,
      capturedBy: 'Awa',
      tool: `griot ${version()}`,
      headers: null,
      redirects: null,
    },
  ]);
});

test('of what was fetched the headers and redirects are kept and vouched for', async () => {
  const fetched = { url: 'https://news.example/1', headers: { etag: '"x"' }, redirects: ['http://news.example/1'] };
  const bytes = await capture(record.evidence, new TextEncoder().encode('A page.'), fetched);
  await addDocument(record, bytes, { document: documentOf('A page.', bytes.sha256), reports: [], claims: [] });
  expect(await findEvidence(record, bytes.sha256.slice(0, 8))).toMatchObject(fetched);
  expect((await verifyRecord(record)).alterations).toEqual([]);
  await record.database.run(`UPDATE evidence SET headers = replace(headers, 'x', 'y')`);
  expect((await verifyRecord(record)).alterations).toMatchObject([{ found: expect.stringContaining('headers') }]);
});

test('what was done with captured bytes is in the collection log, with who and why', async () => {
  const { captured: bytes, coded } = await captured('A text.');
  await addDocument(record, bytes, coded);
  const out = join(folder, 'case');
  const [path = ''] = await exportEvidence(record, [bytes.sha256.slice(0, 6)], { to: out, reason: 'for the court' });
  expect(readFileSync(path, 'utf8')).toBe('A text.');
  await noteCustody(record, 'redacted', [bytes.sha256], { what: 'a name' });
  const log = await custodyLog(record, bytes.sha256);
  expect(log.map(({ seq, by, event, detail }) => [seq, by, event, detail])).toEqual([
    [2, 'Awa', 'imported', null],
    [3, 'Awa', 'opened', { reason: 'for the court' }],
    [4, 'Awa', 'exported', { to: out, reason: 'for the court' }],
    [5, 'Awa', 'redacted', { what: 'a name' }],
  ]);
  expect(await verifyRecord(record)).toMatchObject({ alterations: [], custody: 4 });
});

test('bytes that were altered are not exported, and the log says that they were opened', async () => {
  const { captured: bytes, coded } = await captured('A text.');
  await addDocument(record, bytes, coded);
  writeFileSync(bytes.path, 'A test.');
  const out = { to: join(folder, 'case'), reason: 'for the court' };
  await expect(exportEvidence(record, [bytes.sha256], out)).rejects.toThrow(/bytes with SHA-256/);
  expect((await custodyLog(record)).map(({ event }) => event)).toEqual(['imported', 'opened']);
});

test('bytes that the record does not know are refused, and nothing is written down', async () => {
  await expect(noteCustody(record, 'exported', ['ff'], {})).rejects.toThrow(/no captured file.*griot evidence list/);
  expect(await readLog(record)).toHaveLength(1);
});

test('documents added together are one step, each with an entry of its own', async () => {
  const items = await Promise.all(['One.', 'Two.', 'One.', 'Three.'].map((text) => captured(text)));
  expect(await addDocuments(record, items)).toBe(3);
  expect(await addDocuments(record, items)).toBe(0);
  expect((await readLog(record)).map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'created'],
    [2, 'read'],
    [3, 'read'],
    [4, 'read'],
  ]);
  expect(await verifyRecord(record)).toMatchObject({ alterations: [], documents: 3, evidence: 3 });
});

test('the same input gives the same record, but for its times', async () => {
  const items = await Promise.all(['One.', 'Two.'].map((text) => captured(text)));
  await addDocuments(record, items);
  const other = await openRecord(join(folder, 'other'), { create: true, by: 'Awa' });
  const again = await Promise.all(
    ['One.', 'Two.'].map((text) => capture(other.evidence, new TextEncoder().encode(text))),
  );
  await addDocuments(
    other,
    again.map((bytes, i) => ({ captured: bytes, coded: (items[i] as CapturedDocument).coded })),
  );
  const timeless = async (from: OpenRecord) =>
    (await readLog(from)).map(({ seq, kind, by, tool, data }) =>
      JSON.stringify([seq, kind, by, tool, data], (key, value) => (key === 'at' ? undefined : value)),
    );
  expect(await timeless(other)).toEqual(await timeless(record));
  closeRecord(other);
});
