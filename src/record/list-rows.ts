import type { Filters, Report, Snapshot } from '../model/index.ts';
import type { OpenRecord } from './open.ts';
import { rowReportsWhere } from './reports.ts';
import { rowReportIdSql } from './rows.ts';
import { select } from './selection.ts';
import { touchedRows } from './touched-rows.ts';

/** The rows of data sets that fit, as reports, by their first day: what an analysis with these filters counts. */
export async function listRows(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
): Promise<Report[]> {
  const { where, parameters, overlay } = await select(record, filters, snapshots);
  const rows = await rowReportsWhere(record, where, parameters, () => null);
  const decided = await touchedRows(record, filters, snapshots, overlay);
  const standing = [...rows.flatMap((row) => overlay.report(row) ?? []), ...decided.map(({ report }) => report)];
  return standing.sort((a, b) => ((a.when?.from ?? '') < (b.when?.from ?? '') ? -1 : 1));
}

/** Ids of the rows that {@link listRows} gives. */
export async function rowIds(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
): Promise<Report['id'][]> {
  const { where, parameters, overlay } = await select(record, filters, snapshots);
  const rows = await record.database.all<{ id: Report['id'] }>(
    `SELECT ${rowReportIdSql} AS id FROM rows WHERE ${where} ORDER BY "from", id`,
    parameters,
  );
  const decided = await touchedRows(record, filters, snapshots, overlay);
  return [...rows.map(({ id }) => id), ...decided.map(({ report }) => report.id)];
}

/** First and last day that rows of a snapshot are dated to, in any place; null: it has none. */
export async function rowSpan(
  record: OpenRecord,
  snapshot: Snapshot,
): Promise<{ readonly from: string; readonly to: string } | null> {
  const [row] = await record.database.all<{ first: string | null; last: string | null }>(
    'SELECT min("from")::VARCHAR AS first, max("to")::VARCHAR AS last FROM rows WHERE snapshot = ?',
    [snapshot.id],
  );
  return row?.first == null || row.last == null ? null : { from: row.first, to: row.last };
}

/** True when the snapshot has rows in the place at all. */
export async function hasRows(
  record: OpenRecord,
  snapshot: Snapshot,
  { country, admin1 }: Pick<Filters, 'country' | 'admin1'>,
): Promise<boolean> {
  const given = [
    ['snapshot', snapshot.id],
    ['country', country],
    ['admin1', admin1],
  ].filter((part): part is [string, string] => part[1] !== null);
  const found = await record.database.all(
    `SELECT 1 FROM rows WHERE ${given.map(([column]) => `${column} = ?`).join(' AND ')} LIMIT 1`,
    given.map(([, value]) => value),
  );
  return found.length > 0;
}
