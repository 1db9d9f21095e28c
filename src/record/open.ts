import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UnusableInput } from '../model/index.ts';
import { version } from '../text/index.ts';
import { type Cell, type Database, openDatabase } from './database.ts';
import { sweepIncoming } from './evidence.ts';
import { inherited } from './inherited.ts';
import { layout, steps } from './layout.ts';
import { appendLines, type LogEntry, mendTail, nextEntry, readEntry } from './log.ts';

/** An open record: the folder, its database, and the end of its log. One process at a time owns it. */
export interface OpenRecord {
  readonly folder: string;
  readonly evidence: string;
  readonly logPath: string;
  readonly database: Database;
  readonly readOnly: boolean;
  /** Who gives the commands, for the log. */
  readonly by: string;
  /** The last entry of the log; null: it has none yet. */
  readonly end: { last: LogEntry | null };
}

/** Name and version of this program, for the log. */
export const tool = `griot ${version()}`;

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
  const database = await openPatiently(databasePath, { readOnly, patience: options.patience ?? 10_000 });
  const record: OpenRecord = {
    folder: path,
    evidence: join(path, 'evidence'),
    logPath,
    database,
    readOnly,
    by: options.by ?? userInfo().username,
    end: { last: null },
  };
  try {
    const found = await layoutOf(record);
    refuseNewer(path, found);
    if (found > 0) record.end.last = await lastEntry(record);
    if (found < layout) {
      if (readOnly) throw olderUnwritable(path, found);
      await layTables(record, found);
    }
    if (!readOnly) {
      await mendLog(record);
      sweepIncoming(record.evidence);
    }
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

/**
 * Number and time that the log entry of a step will have (of several: the first of them); the time never runs before
 * the entry's before it.
 */
export type Step = Pick<LogEntry, 'seq' | 'at'>;

/** What a step tells the log. */
export type Told = Pick<LogEntry, 'kind' | 'data'>;

/**
 * Writes to the record in one step: `work` runs in a transaction together with its log entries; they are then
 * appended to `log.jsonl`. When the promise resolves everything is on disk; before, a kill leaves nothing of it.
 */
export async function write<T>(
  record: OpenRecord,
  work: (step: Step) => Promise<{ result: T; log: Told | readonly Told[] | null }>,
): Promise<T> {
  let { last } = record.end;
  const lines: string[] = [];
  const result = await record.database.transaction(async () => {
    const now = new Date().toISOString();
    const at = last !== null && last.at > now ? last.at : now;
    const done = await work({ seq: (last?.seq ?? 0) + 1, at });
    const rows: Cell[][] = [];
    for (const told of [done.log ?? []].flat()) {
      last = nextEntry(last, { at, by: record.by, tool, ...told });
      const line = JSON.stringify(last);
      lines.push(line);
      rows.push([last.seq, line]);
    }
    await record.database.append('log', rows);
    return done.result;
  });
  record.end.last = last;
  appendLines(record.logPath, lines);
  return result;
}

async function lastEntry({ database }: OpenRecord): Promise<LogEntry | null> {
  const [row] = await database.all<{ line: string }>('SELECT line FROM log ORDER BY seq DESC LIMIT 1');
  return row === undefined ? null : readEntry(row.line);
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

function refuseNewer(path: string, found: number): void {
  if (found <= layout) return;
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
async function layTables(record: OpenRecord, from: number): Promise<void> {
  await write(record, async () => {
    const vouched = from === 0 ? {} : await inherited(record.database);
    for (const step of steps.slice(from)) await record.database.run(step);
    await record.database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', ['layout', String(layout)]);
    const log: Told =
      from === 0 ? { kind: 'created', data: { layout } } : { kind: 'migrated', data: { from, layout, ...vouched } };
    return { result: undefined, log };
  });
}

/**
 * Layout of the database as it stands; 0: it has no tables yet. Where `meta` names another than this griot's, the log
 * has the last word: it cannot be altered unseen.
 */
async function layoutOf({ database }: OpenRecord): Promise<number> {
  const [found] = await database.all("SELECT 1 FROM information_schema.tables WHERE table_name = 'meta'");
  if (found === undefined) return 0;
  const [row] = await database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'layout'");
  if (row?.value === String(layout)) return layout;
  const [told] = await database.all<{ line: string }>(
    `SELECT line FROM log WHERE line LIKE '%"kind":"created"%' OR line LIKE '%"kind":"migrated"%' ORDER BY seq DESC LIMIT 1`,
  );
  return Number((told === undefined ? null : readEntry(told.line))?.data.layout ?? layout);
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
