import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput } from '../model/index.ts';
import { findEvidence, noteCustody, soundPath } from './custody.ts';
import type { OpenRecord } from './open.ts';

/**
 * Copies captured bytes out of the record, each under its SHA-256, and writes down that they were opened and exported,
 * to whom and why. Throws {@link UnusableInput} for bytes that the record does not know or that were altered, and for a
 * file that is there already. Gives the paths.
 */
export async function exportEvidence(
  record: OpenRecord,
  items: readonly string[],
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<string[]> {
  const found = await Promise.all(items.map((sha256) => findEvidence(record, sha256)));
  const hashes = [...new Set(found.map(({ sha256 }) => sha256))];
  await noteCustody(record, 'opened', hashes, { reason });
  mkdirSync(to, { recursive: true });
  const paths: string[] = [];
  for (const sha256 of hashes) {
    const path = join(to, sha256);
    copyNew(await soundPath(record, sha256), path);
    paths.push(path);
  }
  await noteCustody(record, 'exported', hashes, { to, reason });
  return paths;
}

function copyNew(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UnusableInput({
      file: to,
      line: null,
      found: 'a file of this name',
      expected: 'a folder without it',
      wayOut: 'Name another folder with --out FOLDER.',
    });
  }
}
