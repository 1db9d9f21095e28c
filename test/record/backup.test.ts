import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readTarHeader, tarHeader } from '../../src/record/backup/tar.ts';
import {
  addDocument,
  backupRecord,
  capture,
  closeRecord,
  listEvents,
  openRecord,
  restoreRecord,
  verifyRecord,
} from '../../src/record/index.ts';
import { documentOf } from '../support/claim.ts';
import { inRepository } from '../support/cli.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { writeTable } from '../support/table.ts';

let folder: string;
let path: string;
let file: string;

beforeEach(async () => {
  folder = emptyFolder();
  path = join(folder, 'record');
  file = join(folder, 'backup.tar');
  const record = await openRecord(path, { create: true, by: 'test' });
  await importFile(record, writeTable(folder, [{}, { killed_best: 7 }]));
  const captured = await capture(record.evidence, new TextEncoder().encode('A text.'));
  await addDocument(record, captured, {
    document: documentOf('A text.', captured.sha256),
    reports: [],
    claims: [],
  });
  closeRecord(record);
});

async function figures(of: string) {
  const record = await openRecord(of, { by: 'test' });
  try {
    return { verified: await verifyRecord(record), events: await listEvents(record, {}) };
  } finally {
    closeRecord(record);
  }
}

test('backup, wipe, restore: the same record with the same figures', async () => {
  const before = await figures(path);
  const manifest = await backupRecord(path, file);
  expect(manifest).toMatchObject({ evidence: 2, log: { lines: 3 } });
  rmSync(path, { recursive: true });
  expect(restoreRecord(file, path)).toEqual(manifest);
  const after = await figures(path);
  expect(after).toEqual(before);
  expect(after.verified).toMatchObject({ alterations: [], rows: 2, documents: 1 });
  expect(readdirSync(folder).sort()).toEqual(['backup.tar', 'incidents.csv', 'record']);
});

test('any tar opens a backup, and its sums are those of its files', async () => {
  await backupRecord(path, file);
  const out = join(folder, 'out');
  mkdirSync(out);
  expect(spawnSync('tar', ['-xf', file, '-C', out]).status).toBe(0);
  const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').split('\n').slice(0, -1);
  expect(sums).toHaveLength(5);
  for (const line of sums) {
    const [sha256, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex'),
    ).toBe(sha256);
  }
});

test('a backup waits for a command that writes, and holds what that command acknowledged', async () => {
  const files = Array.from({ length: 5 }, (_, i) => writeTable(folder, [{}, {}], `part${i}.csv`));
  const child = inRepository('test/support/import-child.ts');
  const importing = spawn(process.execPath, ['--import', 'tsx', child, path, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(importing.stdout, 'data');
  await backupRecord(path, file);
  restoreRecord(file, join(folder, 'again'));
  const { verified } = await figures(join(folder, 'again'));
  expect(verified).toEqual((await figures(path)).verified);
  expect(verified).toMatchObject({ alterations: [], snapshots: 6 });
});

test('evidence that was altered stops the backup, and nothing is left', async () => {
  const [name = ''] = readdirSync(join(path, 'evidence'));
  writeFileSync(join(path, 'evidence', name), 'other');
  await expect(backupRecord(path, file)).rejects.toThrow(/bytes with SHA-256.*griot verify/s);
  rmSync(join(path, 'evidence', name));
  await expect(backupRecord(path, file)).rejects.toThrow(/no file/);
  expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
});

test('nothing is written over', async () => {
  writeFileSync(file, 'something');
  await expect(backupRecord(path, file)).rejects.toThrow(/a file of this name/);
  expect(() => restoreRecord(file, path)).toThrow(/something; expected a folder that is new or empty/);
});

test('a half backup, another file and a changed byte are told apart, and leave nothing', async () => {
  await backupRecord(path, file);
  const whole = readFileSync(file);
  const target = join(folder, 'again');
  const restoring = (bytes: Uint8Array) => () => {
    const bad = join(folder, 'bad.tar');
    writeFileSync(bad, bytes);
    restoreRecord(bad, target);
  };
  for (const share of [0.1, 0.5, 0.9]) {
    const half = whole.subarray(0, Math.floor(whole.length * share));
    expect(restoring(half)).toThrow(/ends in the middle of/);
  }
  expect(restoring(new Uint8Array(0))).toThrow(/ends in the middle of its beginning/);
  expect(restoring(Buffer.from('text '.repeat(1000)))).toThrow(/no griot backup/);
  expect(restoring(Buffer.concat([tarHeader({ name: 'x', size: 0 }, 0), Buffer.alloc(1024)]))).toThrow(
    /no griot backup/,
  );
  const changed = Buffer.from(whole);
  const at = changed.indexOf('"kind":"imported"');
  changed[at + 9] = (changed[at + 9] ?? 0) ^ 1;
  expect(restoring(changed)).toThrow(/damaged backup.*with SHA-256/);
  expect(() => restoreRecord(join(folder, 'none.tar'), target)).toThrow(/no file/);
  expect(readdirSync(folder).filter((name) => name.startsWith('again'))).toEqual([]);
});

test('a backup that names a place outside the record is refused', async () => {
  await backupRecord(path, file);
  const whole = readFileSync(file);
  const at = whole.indexOf('log.jsonl');
  const header = tarHeader({ name: '../outside', size: statSync(join(path, 'log.jsonl')).size }, 0);
  writeFileSync(file, Buffer.concat([whole.subarray(0, at), header, whole.subarray(at + 512)]));
  expect(() => restoreRecord(file, join(folder, 'again'))).toThrow(/damaged backup: \.\.\/outside/);
  expect(existsSync(join(folder, 'outside'))).toBe(false);
});

test('sizes from 8 GiB on are written as other tars read them', () => {
  for (const size of [0, 8 ** 11 - 1, 8 ** 11, 2 ** 45])
    expect(readTarHeader(tarHeader({ name: 'evidence/a', size }, 1))).toEqual({ name: 'evidence/a', size });
});

/** The built command where no file may grow beyond a size, as on a full disk. */
function griotWithin(bytes: number, args: readonly string[]): { status: number | null; stderr: string } {
  // A POSIX shell counts in blocks of 512 bytes.
  return spawnSync(
    '/bin/sh',
    [
      '-c',
      `ulimit -f ${Math.floor(bytes / 512)}; exec "$@"`,
      'sh',
      process.execPath,
      inRepository('dist/griot.js'),
      ...args,
    ],
    { encoding: 'utf8' },
  );
}

test('a full disk stops a backup, a restore and an import with a clear word, and leaves the record whole', async () => {
  const small = 200_000;
  const full = expect.stringContaining('the disk is full');
  expect(griotWithin(small, ['backup', file, '--record', path])).toMatchObject({ status: 2, stderr: full });
  expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual([]);

  await backupRecord(path, file);
  const target = join(folder, 'again');
  expect(griotWithin(small, ['restore', file, '--record', target])).toMatchObject({ status: 2, stderr: full });
  expect(readdirSync(folder).filter((name) => name.startsWith('again'))).toEqual([]);

  const table = writeTable(
    folder,
    Array.from({ length: 60_000 }, (_, i) => ({ summary: `${i} `.repeat(20) })),
    'large.csv',
  );
  const before = await figures(path);
  cpSync(path, target, { recursive: true });
  const room = statSync(join(target, 'record.duckdb')).size + 100_000;
  expect(griotWithin(room, ['import', table, '--as', 'incidents', '--record', target])).toMatchObject({
    status: 2,
    stderr: full,
  });
  expect(await figures(target)).toEqual(before);
});
