import type { Series } from '../record/index.ts';
import type { Counting } from './measures.ts';
import type { Days } from './windows.ts';

/** What a counting gives over a span, and what it would give without its largest event or month. */
export interface Tally {
  readonly total: number;
  /** Index and amount of the row that adds most; null when nothing was counted. */
  readonly largestEvent: { readonly i: number; readonly amount: number } | null;
  /** Days of the calendar month that adds most, and how much. */
  readonly largestMonth: { readonly month: Days; readonly amount: number } | null;
}

/** One counting of a series by day, added up: any span is the difference of two sums. */
export interface Sums {
  /** Day of the first cell, in days since 1970-01-01. */
  readonly from: number;
  /** `upTo[d]`: what was counted on the days before `from + d`. */
  readonly upTo: Float64Array;
  /** Of each day: what its largest row adds, and which row that is (-1: none). */
  readonly largest: Float64Array;
  readonly row: Int32Array;
}

/** Adds up all countings in one pass over the rows, which are sorted by their first day. */
export function addUp(series: Series, countings: readonly Counting[]): readonly Sums[] {
  const { first } = series;
  const from = first[0] ?? 0;
  const days = first.length === 0 ? 0 : (first[first.length - 1] as number) - from + 1;
  const all = countings.map(({ of }) => ({
    of,
    sums: {
      from,
      upTo: new Float64Array(days + 1),
      largest: new Float64Array(days),
      row: new Int32Array(days).fill(-1),
    },
  }));
  for (let i = 0; i < first.length; i++) {
    const day = (first[i] as number) - from;
    for (const { of, sums } of all) {
      const amount = of(series, i);
      if (amount === 0) continue;
      sums.upTo[day + 1] = (sums.upTo[day + 1] as number) + amount;
      if (amount > (sums.largest[day] as number)) {
        sums.largest[day] = amount;
        sums.row[day] = i;
      }
    }
  }
  for (const { sums } of all)
    for (let d = 1; d <= days; d++) sums.upTo[d] = (sums.upTo[d] as number) + (sums.upTo[d - 1] as number);
  return all.map(({ sums }) => sums);
}

/** What was counted in a span. */
export function total({ from, upTo }: Sums, { start, end }: Days): number {
  const at = (day: number) => upTo[Math.min(Math.max(day - from, 0), upTo.length - 1)] ?? 0;
  return at(Math.max(start, end)) - at(start);
}

/** The same with its largest event and calendar month. */
export function tally(sums: Sums, span: Days): Tally {
  let largestEvent: Tally['largestEvent'] = null;
  const last = Math.min(span.end - sums.from, sums.row.length);
  for (let d = Math.max(0, span.start - sums.from); d < last; d++) {
    const amount = sums.largest[d] as number;
    if (amount > (largestEvent?.amount ?? 0)) largestEvent = { i: sums.row[d] as number, amount };
  }
  let largestMonth: Tally['largestMonth'] = null;
  for (const month of monthsIn(span)) {
    const amount = total(sums, month);
    if (amount > (largestMonth?.amount ?? 0)) largestMonth = { month, amount };
  }
  return { total: total(sums, span), largestEvent, largestMonth };
}

/** The calendar months of a span, the first and last cut to it. */
export function monthsIn({ start, end }: Days): Days[] {
  const months: Days[] = [];
  for (let day = start; day < end; ) {
    const next = nextMonth(day);
    months.push({ start: day, end: Math.min(next, end) });
    day = next;
  }
  return months;
}

function nextMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
}

/** Ids of the rows of a span that count at least as much as is said, without one row or one month. */
export function rowsIn(
  series: Series,
  counting: Counting,
  { start, end }: Days,
  left: { readonly row?: number; readonly month?: Days; readonly least?: number },
): string[] {
  const rows: string[] = [];
  for (let i = firstRowOf(series, start); i < series.first.length; i++) {
    const day = series.first[i] as number;
    if (day >= end) break;
    if (i === left.row || (left.month !== undefined && day >= left.month.start && day < left.month.end)) continue;
    const amount = counting.of(series, i);
    if (amount !== 0 && amount >= (left.least ?? 0)) rows.push(series.row[i] ?? '');
  }
  return rows;
}

/** Index of the first row whose first day is `day` or later: binary search, the column is sorted. */
export function firstRowOf({ first: days }: Series, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
