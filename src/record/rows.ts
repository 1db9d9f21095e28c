import { type Id, type Report, rowFields, type Snapshot } from '../model/index.ts';
import type { Database } from './database.ts';

/** Columns of a row of event data, without the snapshot and the file that it came with. */
export const rowColumns: readonly string[] = Object.keys(rowFields);

/** Id of the report that a row is. */
export const rowReportId = (snapshot: Snapshot['id'], row: string): Report['id'] =>
  `${snapshot}-${row}` as Id<'Report'>;

/** SQL for {@link rowReportId}. */
export const rowReportIdSql = "(snapshot || '-' || row)";

/**
 * Number and digest of the rows that one file brought to a snapshot. The digest is the SHA-256 of the rows' MD5s in
 * the order of their ids: any later change, addition or removal shows.
 */
export async function rowsDigest(
  database: Database,
  snapshot: string,
  sha256: string,
): Promise<{ n: number; digest: string }> {
  const cells = rowColumns.map((column) => `coalesce("${column}"::VARCHAR, '~')`).join(", '|', ");
  const [found] = await database.all<{ n: number; digest: string | null }>(
    `SELECT count(*)::INTEGER AS n, sha256(string_agg(md5, '' ORDER BY row)) AS digest
     FROM (SELECT row, md5(concat(${cells})) AS md5 FROM rows WHERE snapshot = ? AND sha256 = ?)`,
    [snapshot, sha256],
  );
  return { n: found?.n ?? 0, digest: found?.digest ?? '' };
}
