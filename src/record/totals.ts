import type { Filters, Snapshot } from '../model/index.ts';
import { dayNumber, type SpanLength, spanStart } from '../time/index.ts';
import type { Cell } from './database.ts';
import type { OpenRecord } from './open.ts';
import { type Selected, select } from './selection.ts';
import { type TouchedRow, touchedRows } from './touched-rows.ts';

/** What rows are counted apart by, beside time. */
export const splits = ['country', 'admin1', 'actor', 'type'] as const;
export type Split = (typeof splits)[number];

/** What the rows of one snapshot add up to over one span of time. */
export interface Totals {
  readonly snapshot: Snapshot['id'];
  /** First day of the span, in days since 1970-01-01. */
  readonly start: number;
  /** null: not stated, or nothing to tell apart. */
  readonly group: string | null;
  readonly events: number;
  /** Sums over what is stated; where a row has no low or high its best stands in, for the best its low. */
  readonly low: number;
  readonly best: number;
  readonly high: number;
  readonly civilians: number;
  /** Rows that do not state how many were killed. */
  readonly unstated: number;
  /** Rows of which it is not known on which side of an end of the span they lie. */
  readonly wide: number;
  /** Deaths (best) in the row with the most. */
  readonly largest: number;
}

/** Days since 1970-01-01 of the first day of the span that holds a date column. */
const startSql = (column: string, by: SpanLength) =>
  by === 'day' ? `(${column} - DATE '1970-01-01')` : `(date_trunc('${by}', ${column})::DATE - DATE '1970-01-01')`;

/** SQL that holds where a row may as well belong to a later span than the one that it counts in. */
const beyond: Readonly<Record<SpanLength, string>> = {
  day: '"to" > "from"',
  week: '"to" - "from" >= 8 - isodow("from")',
  month: '"to" > last_day("from")',
  year: 'year("to") > year("from")',
};

/**
 * Counts rows and their deaths by time, one pass over the table: a row counts once, on its first day, under its snapshot;
 * split by actors, under each of its sides. Rejected rows are left out and corrected values stand for those of the release.
 */
export async function totalsByTime(
  record: OpenRecord,
  filters: Filters,
  { snapshots, by, split }: { snapshots: readonly Snapshot[]; by: SpanLength; split: Split | null },
): Promise<Totals[]> {
  if (snapshots.length === 0) return [];
  const selected = await select(record, filters, snapshots, split === 'actor');
  const { from, parameters } = relation(selected, split);
  const start = startSql('"from"', by);
  const [id = [], at = [], group = [], ...sums] = await record.database.columns(
    `SELECT snapshot, ${start} AS start, ${split === null ? 'NULL' : 'apart'} AS apart, count(*)::INTEGER,
       coalesce(sum(coalesce(killed_low, killed_best)), 0)::DOUBLE, coalesce(sum(coalesce(killed_best, killed_low)), 0)::DOUBLE,
       coalesce(sum(coalesce(killed_high, killed_best, killed_low)), 0)::DOUBLE, coalesce(sum(civilians_best), 0)::DOUBLE,
       (count(*) - count(coalesce(killed_best, killed_low)))::INTEGER,
       count(*) FILTER (${beyond[by]})::INTEGER,
       coalesce(max(coalesce(killed_best, killed_low)), 0)
     FROM ${from} GROUP BY ALL`,
    parameters,
  );
  const number = (column: number, i: number) => Number(sums[column]?.[i] ?? 0);
  const totals = at.map(
    (day, i): Totals => ({
      snapshot: id[i] as Snapshot['id'],
      start: Number(day),
      group: (group[i] ?? null) as string | null,
      events: number(0, i),
      low: number(1, i),
      best: number(2, i),
      high: number(3, i),
      civilians: number(4, i),
      unstated: number(5, i),
      wide: number(6, i),
      largest: number(7, i),
    }),
  );
  const decided = await decidedTotals(record, filters, snapshots, selected, { by, split });
  const all = decided.length === 0 ? totals : merged([...totals, ...decided]);
  return all.sort(compare);
}

function compare(a: Totals, b: Totals): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.snapshot !== b.snapshot) return a.snapshot < b.snapshot ? -1 : 1;
  return (a.group ?? '') < (b.group ?? '') ? -1 : 1;
}

/** The rows selected, one for each side where actors are told apart. */
function relation(selected: Selected, split: Split | null): { from: string; parameters: readonly Cell[] } {
  const { where, parameters, settled } = selected;
  if (split === null) return { from: `rows WHERE ${where}`, parameters };
  if (split !== 'actor') return { from: `(SELECT *, ${split} AS apart FROM rows WHERE ${where})`, parameters };
  const sides = `coalesce(string_split(nullif(concat_ws('; ', side_a, side_b), ''), '; '), [NULL])`;
  const renamed = Object.keys(settled).length > 0;
  const names = renamed
    ? `list_transform(${sides}, lambda side: coalesce((?::JSON::MAP(VARCHAR, VARCHAR))[side], side))`
    : sides;
  return {
    from: `(SELECT *, unnest(list_distinct(${names})) AS apart FROM rows WHERE ${where})`,
    parameters: [...(renamed ? [JSON.stringify(settled)] : []), ...parameters],
  };
}

/** The totals of rows that somebody corrected, as they stand now. */
async function decidedTotals(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
  selected: Selected,
  { by, split }: { by: SpanLength; split: Split | null },
): Promise<Totals[]> {
  const touched = await touchedRows(record, filters, snapshots, selected.overlay);
  if (touched.length === 0) return [];
  return touched.flatMap((row) => {
    const start = dayNumber(spanStart(row.first, by));
    const end = dayNumber(spanStart(row.last, by));
    const { low, best, high } = row.report.killed ?? { low: null, best: null, high: null };
    return groupsOf(row, split).map((group) => ({
      snapshot: row.snapshot,
      start,
      group,
      events: 1,
      low: low ?? best ?? 0,
      best: best ?? low ?? 0,
      high: high ?? best ?? low ?? 0,
      civilians: row.civilians ?? 0,
      unstated: (best ?? low) === null ? 1 : 0,
      wide: end > start ? 1 : 0,
      largest: best ?? low ?? 0,
    }));
  });
}

function groupsOf({ report, sides }: TouchedRow, split: Split | null): readonly (string | null)[] {
  if (split === 'actor') return sides.length === 0 ? [null] : sides;
  if (split === 'country') return [report.place?.countries[0] ?? null];
  if (split === 'admin1') return [report.place?.admin1 ?? null];
  return [split === 'type' ? report.type : null];
}

/** Totals of the same snapshot, span and group added up. */
function merged(all: readonly Totals[]): Totals[] {
  const byKey = new Map<string, Totals>();
  for (const next of all) {
    const key = `${next.snapshot} ${next.start} ${next.group}`;
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? next : added(before, next));
  }
  return [...byKey.values()];
}

const added = (a: Totals, b: Totals): Totals => ({
  ...a,
  events: a.events + b.events,
  low: a.low + b.low,
  best: a.best + b.best,
  high: a.high + b.high,
  civilians: a.civilians + b.civilians,
  unstated: a.unstated + b.unstated,
  wide: a.wide + b.wide,
  largest: Math.max(a.largest, b.largest),
});
