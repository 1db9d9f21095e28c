import type { DerivedProvenance, Figure } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import type { Counting } from './measures.ts';
import type { Days } from './windows.ts';

/** What a counting gives over a span, and what it would give without its largest event or month. */
export interface Tally {
  readonly total: number;
  /** Index and amount of the row that adds most; null when nothing was counted. */
  readonly largestEvent: { readonly i: number; readonly amount: number } | null;
  /** Calendar month (`2022-03`) that adds most, and how much. */
  readonly largestMonth: { readonly month: string; readonly amount: number } | null;
  /** Indices of the rows counted. */
  readonly rows: readonly number[];
}

/** Counts over the rows whose first day lies in the span; rows are sorted by that day. */
export function tally(series: Series, counting: Counting, { start, end }: Days): Tally {
  let total = 0;
  let largestEvent: Tally['largestEvent'] = null;
  const months = new Map<number, number>();
  const rows: number[] = [];
  for (let i = firstAtOrAfter(series.first, start); i < series.first.length; i++) {
    const day = series.first[i] as number;
    if (day >= end) break;
    const amount = counting.of(series, i);
    if (amount === 0) continue;
    total += amount;
    rows.push(i);
    if (largestEvent === null || amount > largestEvent.amount) largestEvent = { i, amount };
    const month = monthNumber(day);
    months.set(month, (months.get(month) ?? 0) + amount);
  }
  let largestMonth: Tally['largestMonth'] = null;
  for (const [month, amount] of months)
    if (largestMonth === null || amount > largestMonth.amount) largestMonth = { month: monthName(month), amount };
  return { total, largestEvent, largestMonth, rows };
}

/** First index whose value is `day` or later (binary search in a sorted column). */
function firstAtOrAfter(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function monthNumber(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const monthName = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Calendar month of a row's first day. */
export const monthOf = (series: Series, i: number): string => monthName(monthNumber(series.first[i] ?? 0));

/** A number with the rows that it was counted from. */
export function figure(series: Series, value: number, rows: readonly number[], method: string): Figure {
  const provenance: DerivedProvenance = {
    kind: 'derived',
    method,
    snapshots: [series.snapshot.id],
    rows: rows.map((i) => series.row[i] ?? ''),
  };
  return { value, provenance: [provenance] };
}
