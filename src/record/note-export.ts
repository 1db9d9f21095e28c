import { noteCustody } from './custody.ts';
import { type OpenRecord, write } from './open.ts';
import { rowReportIdSql } from './rows.ts';

/** The data sets' own words about their rows, by the ids of their reports. */
export async function rowSummaries({ database }: OpenRecord): Promise<Map<string, string>> {
  const rows = await database.all<{ id: string; summary: string }>(
    `SELECT ${rowReportIdSql} AS id, summary FROM rows WHERE summary IS NOT NULL`,
  );
  return new Map(rows.map(({ id, summary }) => [id, summary]));
}

/** Number and hash of the last log entry: the state of the record that an export shows. */
export async function headOf({ database }: OpenRecord): Promise<{ readonly seq: number; readonly hash: string }> {
  const [row] = await database.all<{ seq: number; hash: string }>(
    `SELECT seq, json_extract_string(line, '$.hash') AS hash FROM log ORDER BY seq DESC LIMIT 1`,
  );
  return row ?? { seq: 0, hash: '' };
}

/**
 * Writes down that a file left the record: what it was made of, for whom, and its digest; and for the captured bytes in
 * it that they were exported, and redacted where something of them was withheld.
 */
export async function noteExport(
  record: OpenRecord,
  data: Readonly<Record<string, unknown>> & {
    readonly file: string;
    readonly sha256: string;
    readonly profile: string;
  },
  evidence: { readonly exported: readonly string[]; readonly redacted: readonly string[] },
): Promise<void> {
  const detail = { to: data.file, sha256: data.sha256, profile: data.profile };
  if (evidence.exported.length > 0) await noteCustody(record, 'exported', evidence.exported, detail);
  if (evidence.redacted.length > 0) await noteCustody(record, 'redacted', evidence.redacted, detail);
  await write(record, async () => ({ result: undefined, log: { kind: 'exported', data } }));
}
