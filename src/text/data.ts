import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | null = null;

/** Folder of the installed package: the nearest one above this file that holds `package.json` (source or bundle). */
function packageRoot(): string {
  if (root !== null) return root;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`No package.json above ${import.meta.url}: griot is not installed whole. Install it again.`);
    folder = parent;
  }
  root = folder;
  return folder;
}

/** Path of a file that ships with griot, as `shipped('data', 'anchors.tsv')`. */
export function shipped(...parts: string[]): string {
  return join(packageRoot(), ...parts);
}

let known: string | null = null;

/** Version of the installed griot, as in its package.json. */
export function version(): string {
  known ??= (JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { version: string }).version;
  return known;
}
