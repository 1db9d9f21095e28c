import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { UnusableInput } from '../model/index.ts';

/** A foreign table made ready to read: plain UTF-8 text on disk, its header and its delimiter known. */
export interface TableFile {
  /** Path of the plain text; the captured file itself, or a copy that `dispose` removes. */
  readonly path: string;
  /** Cells of the first record. */
  readonly header: readonly string[];
  /** True when the second record is a line of HXL tags (hxlstandard.org), which is no data. */
  readonly tagged: boolean;
  readonly delimiter: ',' | ';' | '\t';
  /** What was done to read it, for people. */
  readonly warnings: readonly string[];
  dispose(): void;
}

/** What a compressed table may unpack to, in bytes: some five times the largest event data set in use. */
const mostUnpacked = 8e9;
/** More than any header has. */
const headBytes = 1 << 18;

/**
 * Makes a table ready: unpacks gzip, turns Latin-1 and UTF-16 into UTF-8 (saying so), reads the header. `name` is the
 * file's name as the user knows it. Throws {@link UnusableInput} for an empty file, a directory, a file that is no table,
 * or a gzip file that unpacks to more than `most` bytes.
 */
export async function openTable(path: string, name = path, most = mostUnpacked): Promise<TableFile> {
  const refuse = (found: string, expected: string, wayOut: string, line: number | null = null) =>
    new UnusableInput({ file: name, line, found, expected, wayOut });
  refuseUnreadable(path, refuse);
  if (statSync(path).size === 0)
    throw refuse('an empty file', 'a table with a header line', 'Download or export the file again.');

  const folder = mkdtempSync(join(tmpdir(), 'griot-table-'));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  try {
    const warnings: string[] = [];
    let plain = path;
    const magic = head(path, 4);
    if (magic[0] === 0x1f && magic[1] === 0x8b) {
      plain = join(folder, 'plain.csv');
      await unpack(path, plain, most, refuse);
    } else if (magic.subarray(0, 2).toString('latin1') === 'PK') {
      throw refuse(
        'a zip archive (a workbook, perhaps)',
        'CSV, plain or gzip',
        'Unpack it, or save the sheet as CSV (UTF-8).',
      );
    }
    const encoding = await encodingOf(plain);
    if (encoding !== 'utf-8') {
      const recoded = join(folder, 'utf8.csv');
      await recode(plain, recoded, encoding);
      plain = recoded;
      warnings.push(`${basename(name)} is not UTF-8; it was read as ${encoding}. Check names with accents.`);
    }
    return { path: plain, ...readHead(plain, refuse), warnings, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

function refuseUnreadable(path: string, refuse: Refuse): void {
  const file = 'a file that can be read';
  if (!existsSync(path)) throw refuse('no such file', file, 'Check the path.');
  if (!statSync(path).isFile()) throw refuse('a folder or device', file, 'Name the file itself.');
  try {
    closeSync(openSync(path, 'r'));
  } catch (error) {
    throw refuse(
      `a file that may not be read (${(error as NodeJS.ErrnoException).code})`,
      file,
      'Change its permissions.',
    );
  }
}

type Refuse = (found: string, expected: string, wayOut: string, line?: number | null) => UnusableInput;

function head(path: string, bytes: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

async function unpack(from: string, to: string, most: number, refuse: Refuse): Promise<void> {
  let bytes = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(
        bytes > most
          ? refuse(
              `a gzip file that unpacks to more than ${most / 1e9} GB`,
              'a table',
              'Unpack it yourself and import a part of it.',
            )
          : null,
        chunk,
      );
    },
  });
  try {
    await pipeline(createReadStream(from), createGunzip(), guard, createWriteStream(to));
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw refuse(
      `a gzip file that cannot be unpacked (${error instanceof Error ? error.message : error})`,
      'a whole gzip file',
      'Download it again: it is cut off or damaged.',
    );
  }
  if (bytes === 0) throw refuse('a gzip file with nothing in it', 'a table with a header line', 'Download it again.');
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Reads the whole file once: a table is UTF-8 only when every byte of it is. */
async function encodingOf(path: string): Promise<Encoding> {
  const mark = head(path, 2);
  if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le';
  if (mark[0] === 0xfe && mark[1] === 0xff) return 'utf-16be';
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return 'windows-1252';
    rest = Buffer.from(bytes.subarray(whole));
  }
  // A file cut within its last character is still UTF-8; its last row is judged by the reader of rows.
  return 'utf-8';
}

/** Length of `bytes` without a character that the chunk cuts at its end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needs ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

async function recode(from: string, to: string, encoding: Encoding): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
  await pipeline(createReadStream(from), decode, createWriteStream(to));
}

function readHead(path: string, refuse: Refuse): Pick<TableFile, 'header' | 'tagged' | 'delimiter'> {
  const bytes = head(path, headBytes);
  const text = bytes
    .subarray(0, wholeCharacters(bytes))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (text.includes('\0'))
    throw refuse('bytes that are no text', 'CSV, plain or gzip', 'Save the table as CSV (UTF-8).', 1);
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  if (firstLine.length > headBytes / 2)
    throw refuse(
      `a first line of more than ${headBytes / 2} characters`,
      'a header line with column names',
      'Check that the file is CSV, one record a line.',
      1,
    );
  const counts = ([',', ';', '\t'] as const).map((delimiter) => ({ delimiter, n: firstLine.split(delimiter).length }));
  const { delimiter } = counts.reduce((best, next) => (next.n > best.n ? next : best));
  const records = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    to: 2,
  });
  const [header = [], second = []] = records;
  return {
    header: header.map((cell) => cell.trim()),
    tagged: second.some((cell) => cell.startsWith('#')) && second.every((cell) => cell === '' || cell.startsWith('#')),
    delimiter,
  };
}
