import type { Snapshot } from '../model/index.ts';
import type { Measured } from './database.ts';
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
 * Read once, as typed columns; all specifications of a check are reckoned from the columns. Rows that somebody rejected are left out,
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
    const found = await record.database.measured(
      `SELECT row, ("from" - DATE '1970-01-01')::INTEGER, ("to" - DATE '1970-01-01')::INTEGER,
         killed_low, killed_best, killed_high, civilians_best, (violence IS NOT DISTINCT FROM 'one-sided')::INTEGER
       FROM rows WHERE snapshot = ? AND country IN (${marks}) AND type = 'ASSAULT'`,
      [snapshot.id, ...countries],
    );
    const { text, numbers } = byDay(overlay.touched.size === 0 ? found : withDecisions(found, snapshot, overlay));
    const none = new Float64Array(0);
    const [first = none, last = none, low = none, best = none, high = none, civilians = none, oneSided = none] =
      numbers;
    series.push({
      snapshot,
      countries: present.map(({ country }) => country),
      row: text,
      first: Int32Array.from(first),
      last: Int32Array.from(last),
      killedLow: low,
      killedBest: best,
      killedHigh: high,
      civilians,
      oneSided: Uint8Array.from(oneSided),
    });
  }
  return series;
}

/** The rows in the order of their first day, those of one day as they were imported: by counting, as days are few. */
function byDay({ text, numbers }: Measured): Measured {
  const days = numbers[0] ?? new Float64Array(0);
  const start = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const end = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  if (days.length === 0) return { text, numbers };
  const next = new Int32Array(end - start + 2);
  for (const day of days) next[day - start + 1] = (next[day - start + 1] as number) + 1;
  for (let d = 1; d < next.length; d++) next[d] = (next[d] as number) + (next[d - 1] as number);
  const place = Int32Array.from(days, (day) => {
    const at = next[day - start] as number;
    next[day - start] = at + 1;
    return at;
  });
  const sortedText = new Array<string>(text.length);
  text.forEach((cell, i) => {
    sortedText[place[i] as number] = cell;
  });
  const sorted = numbers.map((column) => {
    const cells = new Float64Array(column.length);
    for (let i = 0; i < column.length; i++) cells[place[i] as number] = column[i] as number;
    return cells;
  });
  return { text: sortedText, numbers: sorted };
}

/** The columns of {@link readSeries}' query without rejected rows and with corrected deaths. */
function withDecisions({ text, numbers }: Measured, snapshot: Snapshot, overlay: Overlay): Measured {
  const ids = text.map((row) => rowReportId(snapshot.id, row));
  const kept = ids.flatMap((id, i) => (overlay.rejects(id) ? [] : [i]));
  const columns = numbers.map((column) => Float64Array.from(kept, (i) => column[i] as number));
  kept.forEach((i, at) => {
    const { killed } = overlay.valuesOf(ids[i] as string);
    if (killed === undefined) return;
    const values = [killed?.low, killed?.best, killed?.high];
    values.forEach((value, c) => {
      (columns[2 + c] as Float64Array)[at] = value ?? Number.NaN;
    });
  });
  return { text: kept.map((i) => text[i] as string), numbers: columns };
}
