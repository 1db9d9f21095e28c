import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UnusableInput } from '../model/index.ts';
import { version } from '../text/index.ts';
import { type Database, openDatabase } from './database.ts';
import { sweepIncoming } from './evidence.ts';
import { layout, steps } from './layout.ts';
import { appendLines, type LogEntry, mendTail, nextEntry } from './log.ts';

/** An open record: the folder, its database, and the end of its log. One process at a time owns it. */
export interface OpenRecord {
  readonly folder: string;
  readonly evidence: string;
  readonly logPath: string;
  readonly database: Database;
  readonly readOnly: boolean;
  /** Who gives the commands, for the log. */
  readonly by: string;
}

export interface OpenOptions {
  /** Make the record when the folder is missing or empty; otherwise that is refused. */
  readonly create?: boolean;
  /** The command only looks; needed where the folder cannot be written. */
  readonly readOnly?: boolean;
  /** How long to wait for another process that owns the record, in milliseconds (default 10,000). */
  readonly patience?: number;
  readonly by?: string;
}

/**
 * Opens the record in `folder`. Throws {@link UnusableInput} when there is none, when it was made by a newer griot,
 * when another process owns it, or when the folder cannot be written.
 */
export async function openRecord(folder: string, options: OpenOptions = {}): Promise<OpenRecord> {
  const path = resolve(folder);
  const databasePath = join(path, 'record.duckdb');
  const logPath = join(path, 'log.jsonl');
  const fresh = !existsSync(databasePath);
  const writable = prepareFolder(path, { fresh, create: options.create ?? false });
  const readOnly = !writable && (options.readOnly ?? false);
  if (!writable && !readOnly) {
    throw new UnusableInput({
      file: path,
      line: null,
      found: 'a folder that cannot be written',
      expected: 'a folder that this user may write',
      wayOut: 'Change its permissions, or name another folder with --record FOLDER.',
    });
  }
  refuseNewer(path, fresh ? null : layoutOfLog(logPath));

  const database = await openPatiently(databasePath, { readOnly, patience: options.patience ?? 10_000 });
  const record: OpenRecord = {
    folder: path,
    evidence: join(path, 'evidence'),
    logPath,
    database,
    readOnly,
    by: options.by ?? userInfo().username,
  };
  try {
    if (!readOnly) {
      await layTables(record);
      await mendLog(record);
      sweepIncoming(record.evidence);
    }
    const found = await layoutOf(record);
    refuseNewer(path, found);
    if (found < layout) throw olderUnwritable(path, found);
  } catch (error) {
    database.close();
    throw error;
  }
  return record;
}

/** Closes the record; the next process may open it. */
export function closeRecord(record: OpenRecord): void {
  record.database.close();
}

/** Number and time that the log entry of a step will have; the time never runs before the entry's before it. */
export type Step = Pick<LogEntry, 'seq' | 'at'>;

/**
 * Writes to the record in one step: `work` runs in a transaction together with its log entry; the entry is then
 * appended to `log.jsonl`. When the promise resolves everything is on disk; before, a kill leaves nothing of it.
 */
export async function write<T>(
  record: OpenRecord,
  work: (step: Step) => Promise<{ result: T; log: Pick<LogEntry, 'kind' | 'data'> | null }>,
): Promise<T> {
  let line: string | null = null;
  const result = await record.database.transaction(async () => {
    const last = await lastEntry(record);
    const now = new Date().toISOString();
    const at = last !== null && last.at > now ? last.at : now;
    const done = await work({ seq: (last?.seq ?? 0) + 1, at });
    if (done.log !== null) {
      const entry = nextEntry(last, { at, by: record.by, tool: `griot ${version()}`, ...done.log });
      line = JSON.stringify(entry);
      await record.database.run('INSERT INTO log VALUES (?, ?)', [entry.seq, line]);
    }
    return done.result;
  });
  if (line !== null) appendLines(record.logPath, [line]);
  return result;
}

async function lastEntry(record: OpenRecord): Promise<LogEntry | null> {
  if ((await layoutOf(record)) === 0) return null;
  const [row] = await record.database.all<{ line: string }>('SELECT line FROM log ORDER BY seq DESC LIMIT 1');
  return row === undefined ? null : (JSON.parse(row.line) as LogEntry);
}

/** Makes the folder where asked; true when it can be written. */
function prepareFolder(path: string, { fresh, create }: { fresh: boolean; create: boolean }): boolean {
  const refuse = (found: string, wayOut: string) =>
    new UnusableInput({
      file: path,
      line: null,
      found,
      expected: 'a griot record (a folder with record.duckdb)',
      wayOut,
    });
  if (existsSync(path) && !statSync(path).isDirectory())
    throw refuse('a file', 'Name the folder of a record with --record FOLDER.');
  if (fresh && !create)
    throw refuse(
      existsSync(path) ? 'a folder without a record' : 'nothing',
      'Make one with `griot read FILE` or `griot import FILE`, or name another with --record FOLDER.',
    );
  try {
    if (fresh) mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    // The log and not the database: closing a file gives up every lock that this process has on it.
    if (!fresh) closeSync(openSync(join(path, 'log.jsonl'), 'a'));
    return true;
  } catch (error) {
    if (fresh && !existsSync(path)) {
      throw new UnusableInput({
        file: path,
        line: null,
        found: `a place where no folder can be made (${(error as NodeJS.ErrnoException).code})`,
        expected: 'a folder that this user may write',
        wayOut: 'Name another folder with --record FOLDER.',
      });
    }
    return false;
  }
}

/** Layout as the log tells it last, so that a newer record is refused before its database is touched. */
function layoutOfLog(logPath: string): number | null {
  if (!existsSync(logPath)) return null;
  const told = readFileSync(logPath, 'utf8').matchAll(/"kind":"(?:created|migrated)"[^\n]*?"layout":(\d+)/g);
  const last = [...told].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}

function refuseNewer(path: string, found: number | null): void {
  if (found === null || found <= layout) return;
  throw new UnusableInput({
    file: path,
    line: null,
    found: `a record of layout ${found}, made by a newer griot`,
    expected: `layout ${layout} or older`,
    wayOut: 'Nothing was changed. Install the newer griot to open it.',
  });
}

/** A record that only looks cannot be brought to the layout that the commands expect. */
const olderUnwritable = (path: string, found: number) =>
  new UnusableInput({
    file: path,
    line: null,
    found: `a record of layout ${found} that cannot be written`,
    expected: `layout ${layout}`,
    wayOut: 'Make the folder writable: opening it brings it to this layout, and nothing in it is lost.',
  });

async function openPatiently(
  path: string,
  { readOnly, patience }: { readOnly: boolean; patience: number },
): Promise<Database> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await openDatabase(path, { readOnly });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const held = /lock/i.test(message);
      if (held && Date.now() < until) {
        await wait(200);
        continue;
      }
      const owner = /PID (\d+)/.exec(message)?.[1];
      throw new UnusableInput({
        file: path,
        line: null,
        found: held
          ? `a record that another process owns${owner ? ` (process ${owner})` : ''}`
          : `a database that cannot be opened (${message.split('\n')[0]})`,
        expected: held ? 'a record that nobody else has open' : 'the database of a griot record',
        wayOut: held
          ? 'Wait until the other command is done and try again.'
          : 'Nothing was changed. Bring back record.duckdb from a backup, or build the record anew from evidence/.',
      });
    }
  }
}

/** Lays the tables of a new record, or brings an older one to this layout, all or nothing. */
async function layTables(record: OpenRecord): Promise<void> {
  const from = await layoutOf(record);
  if (from >= layout) return;
  await write(record, async () => {
    for (const step of steps.slice(from)) await record.database.run(step);
    await record.database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', ['layout', String(layout)]);
    const log: Pick<LogEntry, 'kind' | 'data'> =
      from === 0 ? { kind: 'created', data: { layout } } : { kind: 'migrated', data: { from, layout } };
    return { result: undefined, log };
  });
}

/** Layout of the database as it stands; 0: it has no tables yet. */
async function layoutOf({ database }: OpenRecord): Promise<number> {
  const [found] = await database.all("SELECT 1 FROM information_schema.tables WHERE table_name = 'meta'");
  if (found === undefined) return 0;
  const [row] = await database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'layout'");
  return Number(row?.value ?? 0);
}

/** Brings `log.jsonl` up to what the database has committed, where a kill came between the two. */
async function mendLog(record: OpenRecord): Promise<void> {
  const last = mendTail(record.logPath);
  const missing = await record.database.all<{ line: string }>('SELECT line FROM log WHERE seq > ? ORDER BY seq', [
    Math.min(last, 2 ** 31 - 1),
  ]);
  appendLines(
    record.logPath,
    missing.map(({ line }) => line),
  );
}
