import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { sha256 } from '../text/index.ts';

/** What happened to the record. `prev` is the hash of the line before; `hash` covers all the other fields. */
export interface LogEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** UTC. */
  readonly at: string;
  readonly kind:
    | 'created'
    | 'migrated'
    | 'read'
    | 'recoded'
    | 'exported'
    | 'imported'
    | 'decided'
    | 'undone'
    | 'custody'
    | 'sealed'
    | 'resolved';
  /** Who gave the command. */
  readonly by: string;
  /** Name and version of the program. */
  readonly tool: string;
  /** What the entry vouches for: ids and digests of what was written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly prev: string;
  readonly hash: string;
}

/** `prev` of the first line. */
const origin = '0'.repeat(64);

/** SHA-256 over the JSON array [seq, at, kind, by, tool, data, prev]. */
export function entryHash(entry: Omit<LogEntry, 'hash'>): string {
  return sha256(JSON.stringify([entry.seq, entry.at, entry.kind, entry.by, entry.tool, entry.data, entry.prev]));
}

/** The entry that follows `last` (null: the first). */
export function nextEntry(
  last: { readonly seq: number; readonly hash: string } | null,
  entry: Pick<LogEntry, 'at' | 'kind' | 'by' | 'tool' | 'data'>,
): LogEntry {
  const body = { seq: (last?.seq ?? 0) + 1, ...entry, prev: last?.hash ?? origin };
  return { ...body, hash: entryHash(body) };
}

/** A broken link of the chain. */
interface Fault {
  readonly found: string;
  readonly expected: string;
}

/** One line of a log: its entry where it can be read, and where it breaks the chain. */
export interface Walked {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly entry: LogEntry | null;
  readonly faults: readonly Fault[];
}

/** Walks the lines of a log and names each place where the chain does not hold. */
export function* walkLog(lines: Iterable<string>): Generator<Walked, undefined> {
  let last: { seq: number; hash: string } | null = null;
  let line = 0;
  for (const text of lines) {
    line += 1;
    const entry = readEntry(text);
    if (entry === null) {
      yield { line, text, entry, faults: [{ found: `"${text.slice(0, 60)}"`, expected: 'a log entry in JSON' }] };
      continue;
    }
    yield { line, text, entry, faults: faultsOf(entry, last) };
    last = { seq: entry.seq, hash: entry.hash };
  }
}

/** What of an entry does not follow from the one before it. */
function faultsOf(entry: LogEntry, last: { seq: number; hash: string } | null): Fault[] {
  const faults: Fault[] = [];
  const seq = (last?.seq ?? 0) + 1;
  if (entry.seq !== seq) faults.push({ found: `entry ${entry.seq}`, expected: `entry ${seq}` });
  const prev = last?.hash ?? origin;
  if (entry.prev !== prev)
    faults.push({ found: `prev ${short(entry.prev)}`, expected: `the hash of the line before, ${short(prev)}` });
  const hash = entryHash(entry);
  if (entry.hash !== hash)
    faults.push({ found: `hash ${short(entry.hash)}`, expected: `${short(hash)}, the hash of what the line says` });
  return faults;
}

/** The whole lines of a log file, the first first; none where there is no file. */
export function* linesOfLog(path: string): Generator<string, undefined> {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(1 << 20);
    let rest = '';
    for (let n = readSync(file, buffer); n > 0; n = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, n))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    closeSync(file);
  }
}

const short = (hash: string) => `${String(hash).slice(0, 12)}…`;

/** An entry as its line has it, or null where the line is none. */
export function readEntry(text: string): LogEntry | null {
  try {
    const value: unknown = JSON.parse(text);
    const complete =
      typeof value === 'object' && value !== null && ['seq', 'hash', 'prev', 'kind'].every((key) => key in value);
    return complete ? (value as LogEntry) : null;
  } catch {
    return null;
  }
}

/** Appends whole lines and has them on disk when it returns. */
export function appendLines(path: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const file = openSync(path, 'a');
  try {
    writeSync(file, `${lines.join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** More than a log line can be long. */
const tailBytes = 1 << 20;

/**
 * Cuts off a last line without its line feed: the mark of a process that was stopped while it wrote. What that line
 * vouched for is in the database or was never acknowledged. Gives the number of the last whole entry, 0 for none.
 */
export function mendTail(path: string): number {
  if (!existsSync(path)) return 0;
  const file = openSync(path, 'r+');
  try {
    const size = fstatSync(file).size;
    const from = Math.max(0, size - tailBytes);
    const tail = Buffer.alloc(size - from);
    readSync(file, tail, 0, tail.length, from);
    const end = tail.lastIndexOf(10) + 1;
    if (from + end < size) {
      ftruncateSync(file, from + end);
      fsyncSync(file);
    }
    const start = end < 2 ? 0 : tail.lastIndexOf(10, end - 2) + 1;
    // A last line that cannot be read is for verify to name: nothing is appended behind it.
    return end === 0 ? 0 : (readEntry(tail.toString('utf8', start, end - 1))?.seq ?? Number.MAX_SAFE_INTEGER);
  } finally {
    closeSync(file);
  }
}
