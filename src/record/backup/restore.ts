import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UnusableInput } from '../../model/index.ts';
import { syncFolder } from '../evidence.ts';
import { writeAll } from './backup.ts';
import { type Manifest, names, readManifest, readSums } from './manifest.ts';
import { block, padding, readTarHeader } from './tar.ts';

/**
 * Makes a record of a backup in a folder that is new or empty; it comes to its name when it is whole. Throws
 * {@link UnusableInput} for a folder with something in it, and for a file that is no backup, that ends too early, or of
 * which a digest does not fit. Gives what the backup says of itself.
 */
export function restoreRecord(file: string, folder: string): Manifest {
  const target = resolve(folder);
  if (existsSync(target) && (!statSync(target).isDirectory() || readdirSync(target).length > 0))
    throw refuse(target, 'something', 'a folder that is new or empty', 'Name another with --record FOLDER.');
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw refuse(file, 'no file', 'a backup of `griot backup`', 'Check the path.');
  const temporary = `${target}.restoring-${process.pid}`;
  const source = openSync(file, 'r');
  try {
    mkdirSync(join(temporary, names.evidence), { recursive: true });
    const manifest = unpack(reader(source, file), temporary);
    for (const path of [join(temporary, names.evidence), temporary]) syncFolder(path);
    if (existsSync(target)) rmdirSync(target);
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  } finally {
    closeSync(source);
  }
}

/** Reads the archive from the front. */
interface Reader {
  readonly file: string;
  /** Exactly so many bytes; throws where the file ends before. */
  take(bytes: number, what: string): Buffer;
}

function reader(source: number, file: string): Reader {
  return {
    file,
    take(bytes, what) {
      const buffer = Buffer.alloc(bytes);
      for (let at = 0; at < bytes; ) {
        const n = readSync(source, buffer, at, bytes - at, null);
        if (n === 0)
          throw refuse(
            file,
            `a file that ends in the middle of ${what}`,
            'a whole backup',
            'Copy it again from where it came.',
          );
        at += n;
      }
      return buffer;
    },
  };
}

/** Names that a backup may hold: nothing is ever written outside the folder. */
const known = /^(?:record\.duckdb(?:\.wal)?|log\.jsonl|evidence\/[0-9a-f]{64})$/;
const chunk = 1 << 20;
/** More than what a backup says of itself. */
const longestManifest = 1 << 16;

function unpack(source: Reader, folder: string): Manifest {
  const first = headerOf(source, 'its beginning');
  if (first === 'end' || first.name !== names.manifest || first.size > longestManifest) throw noBackup(source.file);
  const said = text(source, first.size, names.manifest);
  const manifest = readManifest(said);
  if (manifest === null) throw noBackup(source.file);
  const digests = new Map([[names.manifest as string, createHash('sha256').update(said).digest('hex')]]);
  for (;;) {
    const entry = headerOf(source, 'the list of files');
    if (entry === 'end') throw damaged(source.file, `no ${names.sums}`, 'the digests of all files');
    if (entry.name === names.sums) {
      compare(source.file, readSums(text(source, entry.size, names.sums)), digests);
      return manifest;
    }
    if (!known.test(entry.name) || digests.has(entry.name)) throw damaged(source.file, entry.name, 'files of a record');
    digests.set(entry.name, unpackFile(source, entry.size, entry.name, join(folder, entry.name)));
  }
}

function headerOf(source: Reader, what: string) {
  const header = readTarHeader(source.take(block, what));
  if (header === null) {
    if (what === 'its beginning') throw noBackup(source.file);
    throw damaged(source.file, 'a broken header', 'a header of a file');
  }
  return header;
}

function text(source: Reader, size: number, name: string): string {
  const bytes = source.take(size, name);
  source.take(padding(size), name);
  return bytes.toString('utf8');
}

/** Writes one file of the archive to disk; gives its SHA-256. */
function unpackFile(source: Reader, size: number, name: string, path: string): string {
  const hash = createHash('sha256');
  const out = openSync(path, 'wx');
  try {
    for (let left = size; left > 0; left -= Math.min(left, chunk)) {
      const bytes = source.take(Math.min(left, chunk), name);
      hash.update(bytes);
      writeAll(out, bytes);
    }
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
  source.take(padding(size), name);
  return hash.digest('hex');
}

function compare(file: string, sums: ReadonlyMap<string, string>, digests: ReadonlyMap<string, string>): void {
  for (const [name, sha256] of sums) {
    const found = digests.get(name);
    if (found === undefined) throw damaged(file, `no ${name}`, 'every file of its list');
    if (found !== sha256) throw damaged(file, `${name} with SHA-256 ${found}`, sha256);
  }
  for (const name of digests.keys()) if (!sums.has(name)) throw damaged(file, name, 'only files of its list');
}

const noBackup = (file: string) =>
  refuse(file, 'a file that is no griot backup', 'a file made by `griot backup`', 'Check the path.');
const damaged = (file: string, found: string, expected: string) =>
  refuse(file, `a damaged backup: ${found}`, expected, 'Nothing was restored. Take another copy of the backup.');
const refuse = (file: string, found: string, expected: string, wayOut: string) =>
  new UnusableInput({ file, line: null, found, expected, wayOut });
