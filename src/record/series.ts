import type { Snapshot } from '../model/index.ts';
import type { Cell } from './database.ts';
import type { OpenRecord } from './open.ts';
import { type Overlay, readOverlay } from './overlay.ts';
import { rowReportId } from './rows.ts';

/** Rows of one snapshot that can be counted, as columns of equal length, in the order of their first day. */
export interface Series {
  readonly snapshot: Snapshot;
  /** ISO 3166-1 alpha-3 of the countries asked for of which the snapshot has rows at all. */
  readonly countries: readonly string[];
  readonly row: readonly string[];
  /** First and last day that the happening may have been on, in days since 1970-01-01. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** People; NaN: not stated. */
  readonly killedLow: Float64Array;
  readonly killedBest: Float64Array;
  readonly killedHigh: Float64Array;
  readonly civilians: Float64Array;
  /** 1: one-sided violence, 0: any other. */
  readonly oneSided: Uint8Array;
}

/** The releases in the record, the newest of each data set last. */
export async function listSnapshots(record: OpenRecord): Promise<Snapshot[]> {
  const rows = await record.database.all<{ json: string }>('SELECT json FROM snapshots ORDER BY dataset, release');
  return rows.map(({ json }) => JSON.parse(json) as Snapshot);
}

/**
 * The violent events (PLOVER ASSAULT) of the countries, one series for each snapshot that has rows of one of them.
 * Read once; all specifications of a check are reckoned from the columns. Rows that somebody rejected are left out,
 * corrected deaths stand for those of the release.
 */
export async function readSeries(record: OpenRecord, countries: readonly string[]): Promise<Series[]> {
  if (countries.length === 0) return [];
  const marks = countries.map(() => '?').join(', ');
  const series: Series[] = [];
  const overlay = await readOverlay(record);
  for (const snapshot of await listSnapshots(record)) {
    const present = await record.database.all<{ country: string }>(
      `SELECT DISTINCT country FROM rows WHERE snapshot = ? AND country IN (${marks}) ORDER BY country`,
      [snapshot.id, ...countries],
    );
    if (present.length === 0) continue;
    const columns = await record.database.columns(
      `SELECT row, ("from" - DATE '1970-01-01')::INTEGER, ("to" - DATE '1970-01-01')::INTEGER,
         killed_low, killed_best, killed_high, civilians_best, violence
       FROM rows WHERE snapshot = ? AND country IN (${marks}) AND type = 'ASSAULT' ORDER BY "from", row`,
      [snapshot.id, ...countries],
    );
    const standing = overlay.touched.size === 0 ? columns : withDecisions(columns, snapshot, overlay);
    const [row = [], first = [], last = [], low = [], best = [], high = [], civilians = [], violence = []] = standing;
    const numbers = (cells: readonly unknown[]) =>
      Float64Array.from(cells, (n) => (n === null ? Number.NaN : Number(n)));
    series.push({
      snapshot,
      countries: present.map(({ country }) => country),
      row: row as string[],
      first: Int32Array.from(first as number[]),
      last: Int32Array.from(last as number[]),
      killedLow: numbers(low),
      killedBest: numbers(best),
      killedHigh: numbers(high),
      civilians: numbers(civilians),
      oneSided: Uint8Array.from(violence, (kind) => (kind === 'one-sided' ? 1 : 0)),
    });
  }
  return series;
}

/** The columns of {@link readSeries}' query without rejected rows and with corrected deaths. */
function withDecisions(columns: readonly Cell[][], snapshot: Snapshot, overlay: Overlay): Cell[][] {
  const kept: Cell[][] = columns.map(() => []);
  const rows = columns[0] ?? [];
  rows.forEach((row, i) => {
    const cells = columns.map((column) => column[i] ?? null);
    const id = rowReportId(snapshot.id, String(row));
    if (overlay.rejects(id)) return;
    const { killed } = overlay.valuesOf(id);
    if (killed !== undefined) cells.splice(3, 3, killed?.low ?? null, killed?.best ?? null, killed?.high ?? null);
    cells.forEach((cell, c) => {
      kept[c]?.push(cell);
    });
  });
  return kept;
}
