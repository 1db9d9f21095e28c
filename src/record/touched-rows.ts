import type { Filters, Report, Snapshot } from '../model/index.ts';
import type { OpenRecord } from './open.ts';
import type { Overlay } from './overlay.ts';
import { rowReports } from './reports.ts';
import { rowReportIdSql } from './rows.ts';

/** A row that somebody corrected, as it stands now: they are few, and counted one by one. */
export interface TouchedRow {
  readonly report: Report;
  readonly snapshot: Snapshot['id'];
  /** ISO days. */
  readonly first: string;
  readonly last: string;
  readonly sides: readonly string[];
  readonly civilians: number | null;
}

/** Corrected rows of these snapshots that fit the filters as they stand; rejected ones are gone. */
export async function touchedRows(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
  overlay: Overlay,
): Promise<TouchedRow[]> {
  const ids = [...overlay.touched];
  if (ids.length === 0) return [];
  const civilians = await civiliansOf(record, ids);
  const wanted = new Set(snapshots.map(({ id }) => id));
  const rows = (await rowReports(record, ids, () => null)).flatMap((read) => {
    const report = overlay.report(read);
    if (report?.provenance.kind !== 'row' || !wanted.has(report.provenance.snapshot)) return [];
    const first = report.when?.from ?? null;
    const last = report.when?.to ?? first;
    if (first?.length !== 10 || last?.length !== 10) return [];
    const sides = [...new Set([...report.source, ...report.target].map(({ actor, text }) => actor ?? text))];
    const { snapshot } = report.provenance;
    return [{ report, snapshot, first, last, sides, civilians: civilians.get(report.id) ?? null }];
  });
  return rows.filter((row) => fits(row, filters));
}

async function civiliansOf(
  { database }: OpenRecord,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const rows = await database.all<{ id: string; n: number | null }>(
    `SELECT ${rowReportIdSql} AS id, civilians_best AS n FROM rows WHERE ${rowReportIdSql} IN (${ids.map(() => '?').join(', ')})`,
    ids,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

const fits = ({ report, first, sides }: TouchedRow, { country, admin1, type, actor, from, to }: Filters): boolean =>
  (country === null || report.place?.countries[0] === country) &&
  (admin1 === null || report.place?.admin1 === admin1) &&
  (type === null || report.type === type) &&
  (actor === null || sides.includes(actor)) &&
  (from === null || first >= from) &&
  (to === null || first <= to);
