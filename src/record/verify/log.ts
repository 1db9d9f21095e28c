import { layout } from '../layout.ts';
import { linesOfLog, walkLog } from '../log.ts';
import type { OpenRecord } from '../open.ts';
import type { Say } from './say.ts';

/** Entries of the database's log that are looked at together. */
const page = 10_000;

/** Walks the chain of `log.jsonl` and holds each line against the database's copy. Gives the number of lines. */
export async function verifyLog(record: OpenRecord, say: Say): Promise<number> {
  const kept = keptLines(record);
  let next = await kept.next();
  let lines = 0;
  for (const { line, text, faults } of walkLog(linesOfLog(record.logPath))) {
    lines = line;
    for (const { found, expected } of faults) say(`log.jsonl, line ${line}`, found, expected);
    while (!next.done && next.value.seq < line) {
      say(`record.duckdb, log ${next.value.seq}`, 'an entry out of its order', 'the entries of log.jsonl');
      next = await kept.next();
    }
    if (next.done || next.value.seq > line) {
      say(`record.duckdb, log ${line}`, 'no such entry', 'the entry of log.jsonl');
      continue;
    }
    // A line with a fault of its own has been named; one that holds convicts the copy.
    if (next.value.line !== text && faults.length === 0)
      say(`record.duckdb, log ${line}`, 'another text than in log.jsonl', 'the same text in both');
    next = await kept.next();
  }
  for (; !next.done; next = await kept.next())
    say(`log.jsonl, line ${next.value.seq}`, 'no such line', 'the line that the database keeps');
  await verifyMeta(record, say);
  return lines;
}

async function* keptLines({ database }: OpenRecord): AsyncGenerator<{ seq: number; line: string }, undefined> {
  for (let last = Number.NEGATIVE_INFINITY; ; ) {
    const rows = await database.all<{ seq: number; line: string }>(
      `SELECT seq, line FROM log WHERE seq > ? ORDER BY seq LIMIT ${page}`,
      [Math.max(last, -(2 ** 31))],
    );
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1)?.seq ?? 0;
  }
}

async function verifyMeta({ database }: OpenRecord, say: Say): Promise<void> {
  const rows = await database.all<{ key: string; value: string }>('SELECT key, value FROM meta ORDER BY key');
  if (!rows.some(({ key }) => key === 'layout')) say('meta', 'no layout', `layout ${layout}`);
  for (const { key, value } of rows)
    if (key !== 'layout' || value !== String(layout))
      say('meta', `${key} "${value}"`, `layout ${layout}, nothing else`);
}
