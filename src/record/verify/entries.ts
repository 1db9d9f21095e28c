import type { LogEntry } from '../log.ts';
import type { OpenRecord } from '../open.ts';

/** SQL: the log entry of a row is of one of the kinds; false for a line that is no JSON. */
export const kindIn = (kinds: readonly LogEntry['kind'][]) =>
  `CASE WHEN json_valid(line) THEN json_extract_string(line, '$.kind') IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) ELSE false END`;

/** SQL: a field of what the entry vouches for, as text. */
export const field = (name: string) => `json_extract_string(line, '$.data.${name}')`;

/** Entries of some kinds as the database keeps them, the oldest first. */
export async function entriesOf(record: OpenRecord, kinds: readonly LogEntry['kind'][]): Promise<LogEntry[]> {
  const rows = await record.database.all<{ line: string }>(`SELECT line FROM log WHERE ${kindIn(kinds)} ORDER BY seq`);
  return rows.map(({ line }) => JSON.parse(line) as LogEntry);
}
