import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UnusableInput } from '../../model/index.ts';
import { syncFolder } from '../evidence.ts';
import { layout } from '../layout.ts';
import { closeRecord, type OpenRecord, openRecord, tool } from '../open.ts';
import { type Manifest, names, sumLine } from './manifest.ts';
import { padding, tarEnd, tarHeader } from './tar.ts';

/**
 * Writes the whole record into one file: a tar archive with the database, the log, the captured bytes, and the SHA-256
 * of each. The record is held only while its database and log are copied; captured bytes never change. The file comes
 * to its name when it is whole. Throws {@link UnusableInput} when there is a file of this name, or when captured bytes
 * are gone or altered. Gives what the archive says of itself.
 */
export async function backupRecord(folder: string, file: string): Promise<Manifest> {
  const path = resolve(file);
  if (existsSync(path)) throw refuse(path, 'a file of this name', 'a new file', 'Name another file.');
  const temporary = `${path}.part`;
  const archive = startArchive(temporary);
  try {
    const { manifest, evidence } = await copyRecord(folder, archive);
    for (const sha256 of evidence) archiveEvidence(archive, join(resolve(folder), 'evidence', sha256), sha256);
    archive.finish();
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return manifest;
  } catch (error) {
    archive.close();
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** How long a backup waits for another command, in milliseconds. */
const patience = 60_000;

/** Holds the record while what changes in it goes into the archive: database and log, as of one moment. */
async function copyRecord(folder: string, archive: Archive): Promise<{ manifest: Manifest; evidence: string[] }> {
  const record = await openRecord(folder, { readOnly: true, patience });
  const open: number[] = [];
  try {
    if (!record.readOnly) await record.database.run('FORCE CHECKPOINT');
    const rows = await record.database.all<{ sha256: string }>('SELECT sha256 FROM evidence ORDER BY sha256');
    const manifest = manifestOf(record, rows.length);
    archive.addText(names.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
    const wal = `${names.database}.wal`;
    const files = [names.database, ...(existsSync(join(record.folder, wal)) ? [wal] : []), names.log];
    for (const name of files) {
      const from = openSync(join(record.folder, name), 'r');
      open.push(from);
      archive.add(name, from);
    }
    return { manifest, evidence: rows.map(({ sha256 }) => sha256) };
  } finally {
    closeRecord(record);
    // Only now: closing a file gives up every lock that this process has on it.
    for (const handle of open) closeSync(handle);
  }
}

const manifestOf = ({ end }: OpenRecord, evidence: number): Manifest => ({
  format: 'griot backup 1',
  made: new Date().toISOString(),
  tool,
  layout,
  log: { lines: end.last?.seq ?? 0, head: end.last?.hash ?? '' },
  evidence,
});

function archiveEvidence(archive: Archive, path: string, sha256: string): void {
  const wayOut = 'No backup was made. `griot verify` names all that was altered.';
  if (!existsSync(path)) throw refuse(path, 'no file', 'the captured bytes', wayOut);
  const from = openSync(path, 'r');
  try {
    const found = archive.add(`${names.evidence}${sha256}`, from);
    if (found !== sha256) throw refuse(path, `bytes with SHA-256 ${found}`, 'the captured bytes', wayOut);
  } finally {
    closeSync(from);
  }
}

interface Archive {
  /** Adds an open file as it is now; gives its SHA-256. */
  add(name: string, from: number): string;
  addText(name: string, text: string): void;
  /** Adds the digests and has everything on disk. */
  finish(): void;
  close(): void;
}

function startArchive(path: string): Archive {
  const out = openSync(path, 'w');
  const time = Math.floor(Date.now() / 1000);
  const sums: string[] = [];
  const buffer = Buffer.alloc(1 << 20);
  let closed = false;
  const close = () => {
    if (!closed) closeSync(out);
    closed = true;
  };
  const put = (name: string, size: number, body: (hash: Hash) => void): string => {
    writeAll(out, tarHeader({ name, size }, time));
    const hash = createHash('sha256');
    body(hash);
    writeAll(out, Buffer.alloc(padding(size)));
    const sha256 = hash.digest('hex');
    sums.push(sumLine(sha256, name));
    return sha256;
  };
  const addText = (name: string, text: string) => {
    const bytes = Buffer.from(text);
    put(name, bytes.length, (hash) => {
      hash.update(bytes);
      writeAll(out, bytes);
    });
  };
  return {
    add(name, from) {
      const { size } = fstatSync(from);
      return put(name, size, (hash) => {
        for (let at = 0; at < size; ) {
          const n = readSync(from, buffer, 0, Math.min(buffer.length, size - at), at);
          if (n === 0) throw new Error(`${name} became shorter while it was copied`);
          hash.update(buffer.subarray(0, n));
          writeAll(out, buffer.subarray(0, n));
          at += n;
        }
      });
    },
    addText,
    finish() {
      addText(names.sums, sums.join(''));
      writeAll(out, tarEnd);
      fsyncSync(out);
      close();
    },
    close,
  };
}

/** Writes all of it: a disk that fills up takes a part first and fails at the next. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

const refuse = (file: string, found: string, expected: string, wayOut: string) =>
  new UnusableInput({ file, line: null, found, expected, wayOut });
