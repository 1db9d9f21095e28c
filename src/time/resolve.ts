import type { Period } from '../model/index.ts';
import { addDays, addMonths, daysBetween, firstDay, isDay, isoDay, lastDay, partsOf, weekday } from './calendar.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Basis, Direction, Grain, Reference } from './reader.ts';

/** The finest field that a date gives. */
export function grainOf(date: CalendarDate): Grain {
  if (date.day !== null || date.weekday !== null) return 'day';
  return date.month !== null ? 'month' : 'year';
}

export const basisOf = (date: CalendarDate): Basis => (date.year === null ? 'published' : 'stated');

const prefix = (year: number, month: number | null, day: number | null): string | null => {
  const iso = isoDay(year, month ?? 1, day ?? 1);
  if (month === null) return iso.slice(0, 4);
  if (day === null) return iso.slice(0, 7);
  return isDay(year, month, day) ? iso : null;
};

/**
 * The ISO prefix that a written date means. What it leaves open is filled by the nearest possibility before publication
 * (`past`) or after it (`future`), the day of publication being both. Null without a publication date, or where the
 * calendar has no such day.
 */
export function resolveDate(date: CalendarDate, reference: Reference | null, direction: Direction): string | null {
  const { year, yearShift, month, day, weekday: named } = date;
  if (year !== null) return prefix(year, month, day);
  if (reference === null) return null;
  const now = partsOf(reference.day);
  if (yearShift !== null) return prefix(now.year + yearShift, month, day);
  if (month !== null) return nearestYear(date, reference.day, direction);
  if (named !== null && day === null) return nearestWeekday(named, reference.day, direction);
  if (day !== null) return nearestMonth(day, named, reference.day, direction);
  return null;
}

const yearsTried = 8;

function nearestYear({ month, day, weekday: named }: CalendarDate, today: string, direction: Direction): string | null {
  const { year } = partsOf(today);
  const step = direction === 'past' ? -1 : 1;
  const candidates = Array.from({ length: yearsTried + 2 }, (_, i) => prefix(year + step * (i - 1), month, day)).filter(
    (candidate) => candidate !== null,
  );
  if (named !== null && day !== null) {
    // A weekday settles the year by itself: the nearest one that fits, on either side.
    const all = Array.from({ length: 2 * yearsTried + 1 }, (_, i) => prefix(year + i - yearsTried, month, day)).filter(
      (candidate) => candidate !== null && weekday(candidate) === named,
    );
    const distance = (candidate: string | null) => Math.abs(daysBetween(today, candidate ?? today));
    return all.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  }
  const fits = (candidate: string) =>
    direction === 'past' ? firstDay(candidate) <= today : lastDay(candidate) >= today;
  return candidates.find(fits) ?? null;
}

function nearestWeekday(named: number, today: string, direction: Direction): string {
  const ahead = (named - weekday(today) + 7) % 7;
  return addDays(today, direction === 'future' || ahead === 0 ? ahead : ahead - 7);
}

function nearestMonth(day: number, named: number | null, today: string, direction: Direction): string | null {
  const step = direction === 'past' ? -1 : 1;
  for (let i = 0; i <= 24; i++) {
    const { year, month } = partsOf(addMonths(today.slice(0, 7), step * i));
    const candidate = prefix(year, month, day);
    if (candidate === null || (direction === 'past' ? candidate > today : candidate < today)) continue;
    if (named === null || weekday(candidate) === named) return candidate;
  }
  return null;
}

/**
 * A range "from a to b": what one end leaves open it takes from the other ("27 and 31 March 2022", "August 27 - 29",
 * "November to March 2019"), and the whole from publication.
 */
export function resolveRange(
  a: CalendarDate,
  b: CalendarDate,
  reference: Reference | null,
  direction: Direction,
): Period | null {
  const sameMonth = b.month === null && a.month !== null && b.day !== null ? { ...b, month: a.month } : b;
  const end = {
    ...sameMonth,
    year: sameMonth.year ?? (a.year !== null ? a.year : null),
    weekday: b.day === null ? b.weekday : null,
  };
  const start = {
    ...a,
    year: a.lent === true ? null : a.year,
    month: a.month ?? (a.day !== null ? end.month : null),
    weekday: a.day === null ? a.weekday : null,
  };
  const to = resolveDate(end, reference, direction);
  if (to === null) return null;
  const endYear = partsOf(to).year;
  if (start.year !== null || start.yearShift !== null) {
    const from = resolveDate(start, reference, direction);
    const later = from !== null && end.year !== b.year && to < from ? prefix(endYear + 1, end.month, end.day) : to;
    return from === null || later === null || firstDay(from) > lastDay(later) ? null : { from, to: later };
  }
  if (start.month === null && start.day === null) {
    const from = start.weekday === null ? null : nearestWeekday(start.weekday, firstDay(to), 'past');
    return from === null ? null : { from, to };
  }
  const before: Reference = { day: lastDay(to), hour: null };
  const from = resolveDate({ ...start, year: null }, before, 'past');
  return from === null ? null : { from, to };
}
