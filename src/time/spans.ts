import { addMonths, dayNumber, dayOfNumber, firstDay, monday } from './calendar.ts';

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
  if (length === 'day' || length === 'week') {
    const [start, end] = [dayNumber(spanStart(first, length)), dayNumber(last)];
    const days = length === 'day' ? 1 : 7;
    const starts = Array.from({ length: Math.max(0, Math.floor((end - start) / days) + 2) }, (_, i) =>
      dayOfNumber(start + i * days),
    );
    return starts.slice(1).map((to, i) => ({ from: starts[i] ?? to, to }));
  }
  const spans: Span[] = [];
  for (let from = spanStart(first, length); from <= last; ) {
    const to = addMonths(from, length === 'month' ? 1 : 12);
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

/** `months` spans of a calendar month each, from a day on; a negative number: up to the day. */
export function monthsFromDay(day: string, months: number): Span[] {
  const ends = Array.from({ length: Math.abs(months) + 1 }, (_, i) => addMonths(day, months < 0 ? months + i : i));
  return ends.slice(1).map((to, i) => ({ from: ends[i] ?? day, to }));
}
