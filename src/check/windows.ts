import type { DatedTurn, Period } from '../model/index.ts';
import { addMonths, dayNumber, dayOfNumber, firstDay, lastDay } from '../time/index.ts';

/** [start, end) in days since 1970-01-01. */
export interface Days {
  readonly start: number;
  readonly end: number;
}

/** Two spans to compare, with the choices that made them and their length in months. */
export interface Window {
  readonly turn: string | null;
  readonly window: string;
  readonly before: Days;
  readonly after: Days;
  readonly months: { readonly before: number; readonly after: number };
}

/** Mean length of a month in the Gregorian calendar, in days. */
const daysAMonth = 365.2425 / 12;
/** Months on either side of a turning point. */
const sides = [6, 12, 18, 24] as const;

const monthsOf = ({ start, end }: Days) => (end - start) / daysAMonth;

/** True when all of `days` is covered: a part of a time cannot stand for the whole of it. */
export const within = (days: Days, covered: Days): boolean => days.start >= covered.start && days.end <= covered.end;

/** The days of a period, inclusive on both sides in ISO, half open here; null when one side is open. */
export function daysOf(period: Period): Days | null {
  if (period.from === null || period.to === null) return null;
  return { start: dayNumber(firstDay(period.from)), end: dayNumber(lastDay(period.to)) + 1 };
}

/** Days on which a turning point may split time: the day itself; of a month its first day and the day after its last. */
export function splits(point: Pick<DatedTurn, 'date'>): readonly number[] {
  const first = dayNumber(firstDay(point.date));
  const last = dayNumber(lastDay(point.date));
  return first === last ? [first] : [first, last + 1];
}

/**
 * The windows around each split that lie within what the data cover: 6, 12, 18 and 24 months on either side, and the
 * whole spans before and after, compared as rates. `until` ends the whole span: the claim's publication.
 */
export function windowsAround(days: readonly number[], covered: Days, until: number): readonly Window[] {
  const windows: Window[] = [];
  for (const split of [...new Set(days)].sort((a, b) => a - b)) {
    const turn = dayOfNumber(split);
    for (const months of sides) {
      const before = { start: dayNumber(addMonths(turn, -months)), end: split };
      const after = { start: split, end: dayNumber(addMonths(turn, months)) };
      if (before.start < covered.start || after.end > covered.end) continue;
      windows.push({
        turn,
        window: `${months} months either side`,
        before,
        after,
        months: { before: months, after: months },
      });
    }
    const whole = {
      before: { start: covered.start, end: split },
      after: { start: split, end: Math.min(covered.end, until) },
    };
    if (whole.before.end > whole.before.start && whole.after.end > whole.after.start)
      windows.push({
        turn,
        window: 'whole spans, per month',
        ...whole,
        months: { before: monthsOf(whole.before), after: monthsOf(whole.after) },
      });
  }
  return windows;
}

/** The one window that a claim states itself: its period against its baseline. Empty when the data do not cover both. */
export function statedWindow(period: Days, baseline: Days, covered: Days): readonly Window[] {
  if (!within(period, covered) || !within(baseline, covered)) return [];
  return [
    {
      turn: null,
      window: `${span(period)} against ${span(baseline)}`,
      before: baseline,
      after: period,
      months: { before: monthsOf(baseline), after: monthsOf(period) },
    },
  ];
}

/** A span as people write it, both days inclusive. */
export const span = ({ start, end }: Days): string => `${dayOfNumber(start)} to ${dayOfNumber(end - 1)}`;
