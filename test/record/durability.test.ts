import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { UnusableInput } from '../../src/model/index.ts';
import { closeRecord, listSnapshots, openRecord, verifyRecord } from '../../src/record/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { type Incident, writeTable } from '../support/table.ts';

const child = fileURLToPath(new URL('../support/import-child.ts', import.meta.url));

function start(
  folder: string,
  files: readonly string[],
): { process: ChildProcess; said: () => string[]; over: Promise<void> } {
  const process_ = spawn(process.execPath, ['--import', 'tsx', child, folder, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  process_.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const over = new Promise<void>((resolve) => {
    process_.on('close', () => resolve());
  });
  return { process: process_, said: () => text.split('\n').slice(0, -1), over };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const many = (n: number): Incident[] =>
  Array.from({ length: n }, (_, i) => ({ place: `Place ${i}`, killed_high: 8 + (i % 5) }));

test('a kill in the middle of a large import loses nothing acknowledged and leaves nothing half-written', async () => {
  const folder = emptyFolder();
  const rows = 30_000;
  const files = Array.from({ length: 12 }, (_, i) => writeTable(folder, many(rows), `part${i}.csv`));
  const record = join(folder, 'record');
  let killed = 0;
  for (const delay of [0, 40, 90, 160, 250, 400]) {
    const run = start(record, files);
    await until(() => run.said().length > 0 || run.process.exitCode !== null);
    await new Promise((resolve) => setTimeout(resolve, delay));
    run.process.kill('SIGKILL');
    await run.over;
    if (run.process.signalCode === 'SIGKILL') killed += 1;
    const acknowledged = run.said().slice(1);

    const reopened = await openRecord(record);
    const snapshots = await listSnapshots(reopened);
    const { alterations } = await verifyRecord(reopened);
    closeRecord(reopened);
    expect(alterations).toEqual([]);
    const releases = snapshots.map(({ release }) => release);
    for (const file of acknowledged) expect(releases).toContain(file);
    for (const snapshot of snapshots) expect(snapshot.rows).toBe(rows);
    expect(readdirSync(join(record, 'evidence')).filter((name) => name.startsWith('.'))).toEqual([]);
  }
  expect(killed).toBeGreaterThan(3);
}, 120_000);

test('a log line that a kill kept from the file is brought back from the database', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'record');
  const record = await openRecord(path, { create: true });
  await importFile(record, writeTable(folder, [{}]));
  closeRecord(record);
  const log = join(path, 'log.jsonl');
  const whole = readFileSync(log, 'utf8');
  writeFileSync(log, whole.slice(0, -30));
  const again = await openRecord(path);
  expect((await verifyRecord(again)).alterations).toEqual([]);
  closeRecord(again);
  expect(readFileSync(log, 'utf8')).toBe(whole);
});

test('a second process waits for the first, and is told who owns the record when it waited in vain', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'record');
  const files = Array.from({ length: 40 }, (_, i) => writeTable(folder, many(2_000), `part${i}.csv`));
  const run = start(path, files);
  await until(() => run.said().length > 0);
  const refused = await openRecord(path, { patience: 0 }).then(
    (record) => closeRecord(record),
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(UnusableInput);
  expect((refused as UnusableInput).refusal.found).toContain(`process ${run.process.pid}`);
  run.process.kill('SIGKILL');
  const record = await openRecord(path, { patience: 20_000 });
  closeRecord(record);
  expect(existsSync(join(path, 'log.jsonl'))).toBe(true);
});

test('a record of a future layout is refused and not touched', async () => {
  const path = join(emptyFolder(), 'record');
  const record = await openRecord(path, { create: true });
  await record.database.run("UPDATE meta SET value = '7'");
  await record.database.run(`UPDATE log SET line = replace(line, '"layout":2', '"layout":7')`);
  closeRecord(record);
  const before = readFileSync(join(path, 'record.duckdb'));
  await expect(openRecord(path)).rejects.toThrow(/layout 7, made by a newer griot.*Nothing was changed/);
  expect(readFileSync(join(path, 'record.duckdb')).equals(before)).toBe(true);
});

test('a folder without a record, a file and a broken database are refused with the way out', async () => {
  const folder = emptyFolder();
  await expect(openRecord(folder)).rejects.toThrow(/a folder without a record.*griot read/);
  await expect(openRecord(join(folder, 'nothing'))).rejects.toThrow(/nothing; expected a griot record/);
  writeFileSync(join(folder, 'file'), 'text');
  await expect(openRecord(join(folder, 'file'))).rejects.toThrow(/a file; expected a griot record/);
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken', 'record.duckdb'), 'this is no database, only text that stands in its place');
  await expect(openRecord(join(folder, 'broken'))).rejects.toThrow(/cannot be opened.*Nothing was changed/s);
});

/** Permissions bind everybody but root, so root takes another user's place for the moment. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

test('a record in a folder that cannot be written can be looked at and not written', async () => {
  const folder = emptyFolder();
  chmodSync(folder, 0o755);
  const path = join(folder, 'record');
  const record = await openRecord(path, { create: true });
  await importFile(record, writeTable(folder, [{}, {}]));
  closeRecord(record);
  for (const name of [path, join(path, 'evidence')]) chmodSync(name, 0o555);
  for (const name of ['record.duckdb', 'log.jsonl']) chmodSync(join(path, name), 0o444);
  try {
    await asOrdinaryUser(async () => {
      await expect(openRecord(path, { by: 'test' })).rejects.toThrow(/cannot be written/);
      await expect(openRecord(join(path, 'new'), { create: true, by: 'test' })).rejects.toThrow(
        /no folder can be made/,
      );
      const looked = await openRecord(path, { readOnly: true, by: 'test' });
      expect((await verifyRecord(looked)).rows).toBe(2);
      closeRecord(looked);
    });
  } finally {
    for (const name of [path, join(path, 'evidence')]) chmodSync(name, 0o755);
  }
});
