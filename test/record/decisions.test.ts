import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import type { Id } from '../../src/model/index.ts';
import {
  closeRecord,
  decide,
  type OpenRecord,
  openRecord,
  readLog,
  standing,
  undo,
  verifyRecord,
} from '../../src/record/index.ts';
import { emptyFolder } from '../support/folder.ts';

let folder: string;

beforeEach(() => {
  folder = join(emptyFolder(), 'record');
});

const ids = (...names: string[]) => names as Id<'Report'>[];

async function inRecord<T>(work: (record: OpenRecord) => Promise<T>, by = 'editor'): Promise<T> {
  const record = await openRecord(folder, { create: true, by });
  try {
    return await work(record);
  } finally {
    closeRecord(record);
  }
}

const merge = (record: OpenRecord) => decide(record, 'together', { reports: ids('r1', 'r2') }, 'one massacre');

test('a decision stands with its reason, its maker and its time until it is undone', async () => {
  const made = await inRecord(merge);
  expect(made).toMatchObject({ id: 'd1', kind: 'together', by: 'editor', reason: 'one massacre' });
  expect(await inRecord((record) => standing(record, 'together'))).toEqual([made]);
  expect(await inRecord((record) => standing(record, 'apart'))).toEqual([]);
  await inRecord((record) => undo(record, 'd1', 'two villages'), 'reviewer');
  expect(await inRecord((record) => standing(record, 'together'))).toEqual([]);
  const log = await inRecord(readLog);
  expect(log.map(({ kind, by }) => [kind, by])).toEqual([
    ['created', 'editor'],
    ['decided', 'editor'],
    ['undone', 'reviewer'],
  ]);
  expect(await inRecord(verifyRecord)).toMatchObject({ alterations: [], decisions: 1 });
});

test('what does not stand cannot be undone, and the log says nothing of the try', async () => {
  await inRecord(merge);
  await expect(inRecord((record) => undo(record, 'd9', 'no'))).rejects.toThrow(/no decision of this id/);
  await inRecord((record) => undo(record, 'd1', 'no'));
  await expect(inRecord((record) => undo(record, 'd1', 'no'))).rejects.toThrow(/log entry 3 took back/);
  expect(await inRecord(readLog)).toHaveLength(3);
});

test.each([
  ["UPDATE decisions SET json = replace(json, 'r2', 'r3')", 'decision d1'],
  ['UPDATE decisions SET undone = 9', 'decision d1'],
  ['DELETE FROM decisions', 'decision d1'],
  ["INSERT INTO decisions VALUES ('d2', 9, 'apart', '{}', NULL)", 'decision d2'],
])('%s is detected', async (sql, where) => {
  await inRecord(merge);
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  const { alterations } = await inRecord(verifyRecord);
  expect(alterations.map((alteration) => alteration.where)).toEqual([where]);
});

test('a clock that goes backwards does not turn the log around', async () => {
  await inRecord(merge);
  const { Date: real } = globalThis;
  globalThis.Date = class extends real {
    override toISOString(): string {
      return '2001-01-01T00:00:00.000Z';
    }
  } as DateConstructor;
  try {
    await inRecord(merge);
  } finally {
    globalThis.Date = real;
  }
  const times = (await inRecord(readLog)).map(({ at }) => at);
  expect(times).toEqual([...times].sort());
  expect(times.at(-1)).toBe(times.at(-2));
});
