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
export const monthsOf = ({ start, end }: Days) => (end - start) / daysAMonth;

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

/** A window as the table of specifications has it. */
export interface WindowChoice {
  readonly choice: string;
  /** Months on either side, `whole` or `year`. */
  readonly how: string;
}

/**
 * The windows around each split that lie within what the data cover: months on either side, calendar years, and the whole
 * spans before and after, compared as rates. `until` ends the whole span: the claim's publication.
 */
export function windowsAround(
  days: readonly number[],
  choices: readonly WindowChoice[],
  covered: Days,
  until: number,
): readonly Window[] {
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .flatMap((split) => distinct(choices.flatMap((choice) => windowAt(split, choice, covered, until) ?? [])));
}

/** Two windows of the same days are one: calendar years around 1 January are twelve months either side. */
const distinct = (windows: readonly Window[]): Window[] =>
  windows.filter(
    ({ before, after }, i) =>
      windows.findIndex((other) => other.before.start === before.start && other.after.end === after.end) === i,
  );

function windowAt(split: number, { choice, how }: WindowChoice, covered: Days, until: number): Window | null {
  const turn = dayOfNumber(split);
  const made = (before: Days, after: Days, months: Window['months']): Window | null =>
    within(before, covered) && within(after, covered) && before.end > before.start && after.end > after.start
      ? { turn, window: choice, before, after, months }
      : null;
  if (how === 'whole') {
    const before = { start: covered.start, end: split };
    const after = { start: split, end: Math.min(covered.end, until) };
    return made(before, after, { before: monthsOf(before), after: monthsOf(after) });
  }
  const year = Number(turn.slice(0, 4));
  if (how === 'year') {
    const first = turn.slice(5) === '01-01' ? year : year + 1;
    return made(calendarYear(year - 1), calendarYear(first), { before: 12, after: 12 });
  }
  const months = Number(how);
  const before = { start: dayNumber(addMonths(turn, -months)), end: split };
  const after = { start: split, end: dayNumber(addMonths(turn, months)) };
  return made(before, after, { before: months, after: months });
}

const calendarYear = (year: number): Days => ({
  start: dayNumber(`${year}-01-01`),
  end: dayNumber(`${year + 1}-01-01`),
});

/** The one window that a claim states itself: its period against its baseline. Empty when the data do not cover both. */
export function statedWindow(period: Days, baseline: Days, covered: Days): readonly Window[] {
  if (!within(period, covered) || !within(baseline, covered)) return [];
  const window = `${span(period)} against ${span(baseline)}`;
  const months = { before: monthsOf(baseline), after: monthsOf(period) };
  return [{ turn: null, window, before: baseline, after: period, months }];
}

/** The same two spans some months later or earlier. */
export function shifted({ before, after, ...window }: Window, by: number): Window {
  const move = ({ start, end }: Days): Days => ({
    start: dayNumber(addMonths(dayOfNumber(start), by)),
    end: dayNumber(addMonths(dayOfNumber(end), by)),
  });
  return { ...window, before: move(before), after: move(after) };
}

/** A span as people write it, both days inclusive. */
export const span = ({ start, end }: Days): string => `${dayOfNumber(start)} to ${dayOfNumber(end - 1)}`;
