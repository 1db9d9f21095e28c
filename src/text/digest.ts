import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../model/index.ts';
import { shipped } from './data.ts';

/** SHA-256 in hex of text (as UTF-8) or bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A deterministic id: the kind's prefix and 16 hex digits of the SHA-256 of the parts. */
export function makeId<T extends string>(prefix: string, ...parts: readonly (string | number)[]): Id<T> {
  return `${prefix}-${sha256(JSON.stringify(parts)).slice(0, 16)}` as Id<T>;
}

/** Digest of the tables and models in a folder and those below it: their paths and bytes. */
export function digestOfFolder(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((path) => /\.(tsv|br)$/.test(path)).sort())
    hash.update(`${name}\n`).update(sha256(readFileSync(join(folder, name))));
  return hash.digest('hex');
}

/** Digest of the tables and models that ship with griot. */
export const digestOfData = (): string => digestOfFolder(shipped('data'));
