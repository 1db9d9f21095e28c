import { type Snapshot, UnusableInput } from '../model/index.ts';
import type { OpenRecord } from './open.ts';
import { rowColumns } from './rows.ts';
import { listSnapshots } from './series.ts';

/** One value that differs between two releases; null: not stated there. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A row that only one of two releases has, or that has other values in each. */
export interface RowChange {
  readonly row: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** ISO 3166-1 alpha-3 and year of the first day, of the later release where it has the row. */
  readonly country: string | null;
  readonly year: number;
  /** Deaths (best) before and after; 0 where the release lacks the row. */
  readonly killed: { readonly before: number; readonly after: number };
  /** For changed rows. */
  readonly fields: readonly FieldChange[];
}

interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What the differences do to the totals of one country and year. */
export interface TotalChange {
  readonly country: string | null;
  readonly year: number;
  /** False: only one of the releases sets out to cover the year, so that the change is no revision. */
  readonly coveredByBoth: boolean;
  readonly events: BeforeAfter;
  readonly low: BeforeAfter;
  readonly best: BeforeAfter;
  readonly high: BeforeAfter;
}

/** Two releases of a data set side by side, as they were published: decisions of people play no part. */
export interface SnapshotDiff {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly country: string | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  /** By their effect on deaths (best), the largest first. */
  readonly rows: readonly RowChange[];
  /** Totals that differ, by their effect on deaths (best), then on events; years that both cover first. */
  readonly totals: readonly TotalChange[];
}

/** Fields that are compared: all but the id. */
const fields = rowColumns.filter((column) => column !== 'row');

/**
 * Compares two releases of a data set by the ids of their rows. Throws {@link UnusableInput} for a release that the record
 * lacks, naming those that it has.
 */
export async function diffSnapshots(
  record: OpenRecord,
  dataset: string,
  releases: { readonly before: string; readonly after: string },
  country: string | null = null,
): Promise<SnapshotDiff> {
  const all = await listSnapshots(record);
  const before = snapshotOf(all, dataset, releases.before);
  const after = snapshotOf(all, dataset, releases.after);
  if (before.id === after.id)
    throw new UnusableInput({
      file: `${dataset} ${releases.before}`,
      line: null,
      found: 'one release twice',
      expected: 'two releases',
      wayOut: 'Name another one.',
    });
  const rows = await changedRows(record, before, after, country);
  const [counted] = await record.database.all<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM rows WHERE snapshot = ? AND ${within(country)}`,
    [after.id, ...(country === null ? [] : [country])],
  );
  const count = (kind: RowChange['kind']) => rows.filter((row) => row.kind === kind).length;
  const [added, changed] = [count('added'), count('changed')];
  return {
    before,
    after,
    country,
    added,
    removed: count('removed'),
    changed,
    same: (counted?.n ?? 0) - added - rows.filter((row) => row.kind === 'changed' && inside(row, country)).length,
    rows,
    totals: await changedTotals(record, before, after, country),
  };
}

const within = (country: string | null, table = '') => (country === null ? 'true' : `${table}country = ?`);
/** A changed row may have left the country. */
const inside = ({ country }: RowChange, wanted: string | null) => wanted === null || country === wanted;

function snapshotOf(all: readonly Snapshot[], dataset: string, release: string): Snapshot {
  const found = all.find((snapshot) => snapshot.dataset === dataset && snapshot.release === release);
  if (found !== undefined) return found;
  const present = all.filter((snapshot) => snapshot.dataset === dataset);
  const listed = (present.length > 0 ? present : all).map((snapshot) => `${snapshot.dataset} ${snapshot.release}`);
  throw new UnusableInput({
    file: `${dataset} ${release}`,
    line: null,
    found: present.length > 0 ? 'a release that is not in the record' : 'a data set that is not in the record',
    expected: listed.length > 0 ? `one of ${listed.join(', ')}` : 'a data set that was imported',
    wayOut: 'Import it beside the other: griot import FILE --release NAME.',
  });
}

async function changedRows(
  { database }: OpenRecord,
  before: Snapshot,
  after: Snapshot,
  country: string | null,
): Promise<RowChange[]> {
  const differs = fields.map((field) => `a."${field}" IS DISTINCT FROM b."${field}"`).join(' OR ');
  const structs = fields.map(
    (field) => `{'field': '${field}', 'before': a."${field}"::VARCHAR, 'after': b."${field}"::VARCHAR}`,
  );
  const rows = await database.all<Omit<RowChange, 'fields' | 'killed'> & { was: number; now: number; fields: string }>(
    `SELECT coalesce(b.row, a.row) AS row, coalesce(b.country, a.country) AS country,
       year(coalesce(b."from", a."from"))::INTEGER AS year,
       coalesce(a.killed_best, 0) AS was, coalesce(b.killed_best, 0) AS now,
       CASE WHEN a.row IS NULL THEN 'added' WHEN b.row IS NULL THEN 'removed' ELSE 'changed' END AS kind,
       CASE WHEN a.row IS NULL OR b.row IS NULL THEN '[]'
         ELSE to_json(list_filter([${structs.join(', ')}], lambda x: x.before IS DISTINCT FROM x.after))::VARCHAR END AS fields
     FROM (SELECT * FROM rows WHERE snapshot = ?) a FULL JOIN (SELECT * FROM rows WHERE snapshot = ?) b ON a.row = b.row
     WHERE (a.row IS NULL OR b.row IS NULL OR ${differs})
       AND (${within(country, 'a.')} OR ${within(country, 'b.')})
     ORDER BY abs(now - was) DESC, row`,
    [before.id, after.id, ...(country === null ? [] : [country, country])],
  );
  return rows.map(({ was, now, fields, ...row }) => ({
    ...row,
    killed: { before: was, after: now },
    fields: JSON.parse(fields) as FieldChange[],
  }));
}

async function changedTotals(
  { database }: OpenRecord,
  before: Snapshot,
  after: Snapshot,
  country: string | null,
): Promise<TotalChange[]> {
  const totals = `SELECT country, year("from")::INTEGER AS year, count(*)::DOUBLE AS events,
      coalesce(sum(killed_low), 0)::DOUBLE AS low, coalesce(sum(killed_best), 0)::DOUBLE AS best,
      coalesce(sum(killed_high), 0)::DOUBLE AS high
    FROM rows WHERE snapshot = ? AND ${within(country)} GROUP BY ALL`;
  const measures = ['events', 'low', 'best', 'high'] as const;
  const rows = await database.all<{ country: string | null; year: number } & Record<string, number>>(
    `WITH a AS (${totals}), b AS (${totals})
     SELECT coalesce(a.country, b.country) AS country, coalesce(a.year, b.year) AS year,
       ${measures.map((name) => `coalesce(a.${name}, 0) AS ${name}_before, coalesce(b.${name}, 0) AS ${name}_after`).join(', ')}
     FROM a FULL JOIN b ON a.country IS NOT DISTINCT FROM b.country AND a.year = b.year
     WHERE ${measures.map((name) => `coalesce(a.${name}, 0) <> coalesce(b.${name}, 0)`).join(' OR ')}`,
    country === null ? [before.id, after.id] : [before.id, country, after.id, country],
  );
  const [first, last] = await sharedYears({ database }, before, after);
  const pair = (row: Record<string, number | string | null>, name: string): BeforeAfter => ({
    before: Number(row[`${name}_before`]),
    after: Number(row[`${name}_after`]),
  });
  const effect = ({ best, events, low, high }: TotalChange) =>
    [best, events, high, low].map((total) => Math.abs(total.after - total.before));
  return rows
    .map((row) => ({
      country: row.country,
      year: row.year,
      coveredByBoth: row.year >= first && row.year <= last,
      events: pair(row, 'events'),
      low: pair(row, 'low'),
      best: pair(row, 'best'),
      high: pair(row, 'high'),
    }))
    .sort((a, b) => {
      if (a.coveredByBoth !== b.coveredByBoth) return a.coveredByBoth ? -1 : 1;
      const [ours, theirs] = [effect(a), effect(b)];
      const at = ours.findIndex((size, i) => size !== theirs[i]);
      if (at !== -1) return (theirs[at] ?? 0) - (ours[at] ?? 0);
      return (a.country ?? '').localeCompare(b.country ?? '') || a.year - b.year;
    });
}

/** First and last year that both releases set out to cover; where one does not tell, its rows do. */
async function sharedYears(
  { database }: Pick<OpenRecord, 'database'>,
  ...snapshots: readonly Snapshot[]
): Promise<[number, number]> {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { id, coverage } of snapshots) {
    const [seen] = await database.all<{ from: number | null; to: number | null }>(
      'SELECT year(min("from"))::INTEGER AS "from", year(max("from"))::INTEGER AS "to" FROM rows WHERE snapshot = ?',
      [id],
    );
    first = Math.max(first, coverage === null ? (seen?.from ?? first) : Number(coverage.from.slice(0, 4)));
    last = Math.min(last, coverage === null ? (seen?.to ?? last) : Number(coverage.to.slice(0, 4)));
  }
  return [first, last];
}
