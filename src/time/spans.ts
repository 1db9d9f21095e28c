import { addDays, addMonths, firstDay, monday } from './calendar.ts';

/** Lengths of time that things are counted by; weeks begin on Monday (ISO 8601). */
export const spanLengths = ['day', 'week', 'month', 'year'] as const;
export type SpanLength = (typeof spanLengths)[number];

/** [from, to): ISO days. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** First day of the span of a length that holds the day. */
export function spanStart(day: string, length: SpanLength): string {
  if (length === 'day') return day;
  return length === 'week' ? monday(day) : firstDay(day.slice(0, length === 'month' ? 7 : 4));
}

/** The whole spans of a length from the one that holds the first day to the one that holds the last. */
export function spansBetween(first: string, last: string, length: SpanLength): Span[] {
  const spans: Span[] = [];
  for (let from = spanStart(first, length); from <= last; ) {
    const to = after(from, length);
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

function after(start: string, length: SpanLength): string {
  if (length === 'day' || length === 'week') return addDays(start, length === 'day' ? 1 : 7);
  return addMonths(start, length === 'month' ? 1 : 12);
}
/** `months` spans of a calendar month each, from a day on; a negative number: up to the day. */
export function monthsFromDay(day: string, months: number): Span[] {
  const ends = Array.from({ length: Math.abs(months) + 1 }, (_, i) => addMonths(day, months < 0 ? months + i : i));
  return ends.slice(1).map((to, i) => ({ from: ends[i] ?? day, to }));
}
