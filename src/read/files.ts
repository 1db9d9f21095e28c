import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { defaultMaxBytes } from './read.ts';
import { type Refused, readableFormats, refuse } from './reading.ts';

/** Files to be read, in a stable order, and what was passed over with the reason. */
export interface Found {
  readonly files: readonly string[];
  readonly refused: readonly Refused[];
}

const readable = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml', '']);
const tables = new Set(['.csv', '.tsv', '.json', '.jsonl', '.geojson', '.xlsx', '.parquet']);

/** A refusal for what the file system answered; anything but its own errors is thrown on. */
export function refuseFault(path: string, fault: unknown): Refused {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : null;
  if (code === null) throw fault;
  const file = 'a file or folder that can be read';
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse(path, 'missing', 'no such file', file, 'Check the path.');
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(path, 'no-permission', 'a file that may not be read', file, 'Give yourself permission to read it.');
  if (code === 'ELOOP') return refuse(path, 'unreadable', 'links that lead in a circle', file, 'Give the file itself.');
  if (code === 'EISDIR') return refuse(path, 'unreadable', 'a folder', 'a file', 'List its files first.');
  return refuse(path, 'unreadable', `the fault ${code}`, file, 'Copy the file to another place and try again.');
}

function wrongExtension(path: string): Refused {
  const extension = extname(path).toLowerCase();
  const wayOut = tables.has(extension)
    ? `Data sets are imported: griot import ${path}`
    : 'Save it as plain text or HTML.';
  return refuse(path, 'wrong-extension', `a ${extension} file`, readableFormats, wayOut);
}

const isTable = (path: string) => tables.has(extname(path).toLowerCase());

/**
 * Lists the files to be read under the given paths: files as given, folders by name (code units) and depth first, each
 * file once, hidden ones passed over. A file that is named is taken whatever it is called, tables apart: its contents
 * decide. In folders the extension decides. Links are followed once, so that loops end.
 */
export function findFiles(paths: readonly string[]): Found {
  const files: string[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  const attempt = <T>(path: string, act: () => T): T | null => {
    try {
      return act();
    } catch (fault) {
      refused.push(refuseFault(path, fault));
      return null;
    }
  };

  // A stack and not a recursion; what is pushed last is taken first, hence the reversals.
  for (const given of paths) {
    const stack: { path: string; named: boolean }[] = [{ path: given, named: true }];
    const before = files.length;
    let isFolder = false;
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { path, named } = next;
      const kind = attempt(path, () => ({ real: realpathSync(path), stat: statSync(path) }));
      if (kind === null || seen.has(kind.real)) continue;
      seen.add(kind.real);
      if (kind.stat.isDirectory()) {
        if (named) isFolder = true;
        const entries = attempt<Dirent[]>(path, () => readdirSync(path, { withFileTypes: true }));
        const shown = (entries ?? []).map((entry) => entry.name).filter((name) => !name.startsWith('.'));
        for (const name of shown.sort().reverse()) stack.push({ path: join(path, name), named: false });
      } else if (!kind.stat.isFile()) {
        refused.push(refuse(path, 'unreadable', 'a device or pipe', 'a file', 'Save its contents to a file first.'));
      } else if (named ? isTable(path) : !readable.has(extname(path).toLowerCase())) {
        refused.push(wrongExtension(path));
      } else files.push(path);
    }
    if (isFolder && files.length === before)
      refused.push(
        refuse(given, 'no-files', 'a folder without files to read', readableFormats, 'Give another folder.'),
      );
  }
  return { files, refused };
}

/** The bytes of a file, or the refusal that says why not; too large a file is refused before it is read. */
export function loadFile(path: string, maxBytes = defaultMaxBytes): { ok: true; bytes: Uint8Array } | Refused {
  try {
    const { size } = statSync(path);
    if (size > maxBytes) {
      const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
      return refuse(
        path,
        'too-large',
        megabytes(size),
        `at most ${megabytes(maxBytes)}`,
        'Split it into its articles.',
      );
    }
    return { ok: true, bytes: readFileSync(path) };
  } catch (fault) {
    return refuseFault(path, fault);
  }
}
