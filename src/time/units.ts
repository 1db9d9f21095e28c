import type { Period } from '../model/index.ts';
import { addDays, addMonths, firstDay, lastDay, monday, partsOf } from './calendar.ts';
import type { Grain } from './reader.ts';

/** A length of calendar time; years and decades are months, weeks are days. */
export interface Length {
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  /** The finest unit named. */
  readonly grain: Grain;
}

const sizes: Readonly<Record<string, Length>> = {
  second: { months: 0, days: 0, hours: 1 / 3600, grain: 'hour' },
  minute: { months: 0, days: 0, hours: 1 / 60, grain: 'hour' },
  hour: { months: 0, days: 0, hours: 1, grain: 'hour' },
  day: { months: 0, days: 1, hours: 0, grain: 'day' },
  week: { months: 0, days: 7, hours: 0, grain: 'week' },
  fortnight: { months: 0, days: 14, hours: 0, grain: 'week' },
  month: { months: 1, days: 0, hours: 0, grain: 'month' },
  quarter: { months: 3, days: 0, hours: 0, grain: 'quarter' },
  year: { months: 12, days: 0, hours: 0, grain: 'year' },
  decade: { months: 120, days: 0, hours: 0, grain: 'decade' },
  century: { months: 1200, days: 0, hours: 0, grain: 'century' },
};

/** `n` units by the name that the word lists give them. */
export function lengthOf(unit: string, n: number): Length | null {
  const size = sizes[unit];
  if (size === undefined) return null;
  const { months, days, hours, grain } = size;
  const wholeMonths = Math.trunc(months * n);
  const wholeDays = Math.trunc(days * n);
  return { months: wholeMonths, days: wholeDays, hours: hours * n + (days * n - wholeDays) * 24, grain };
}

const order: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade', 'century'];

export function addLengths(a: Length, b: Length): Length {
  const grain = order.indexOf(a.grain) <= order.indexOf(b.grain) ? a.grain : b.grain;
  return { months: a.months + b.months, days: a.days + b.days, hours: a.hours + b.hours, grain };
}

const inCalendar = (prefix: string): boolean => /^\d{4}(-\d{2}){0,2}$/.test(prefix);

/**
 * The time a length away from a day, as precisely as the finest unit: days and weeks give a day, months and quarters a
 * month, longer ones a year. Hours move the day when they reach past midnight; `hour` null counts from noon.
 */
export function shifted(day: string, hour: number | null, length: Length, sign: 1 | -1): string | null {
  const months = addMonths(day, sign * length.months);
  if (!inCalendar(months)) return null;
  const midnights = Math.floor(((hour ?? 12) + sign * length.hours) / 24);
  const away = sign * length.days + midnights;
  if (Math.abs(away) > 400_000) return null;
  const moved = addDays(months, away);
  if (!inCalendar(moved)) return null;
  if (length.grain === 'month' || length.grain === 'quarter') return moved.slice(0, 7);
  return length.grain === 'year' || length.grain === 'decade' || length.grain === 'century' ? moved.slice(0, 4) : moved;
}

/** A period moved by whole months, each end as precise as it was. */
export function movedByMonths({ from, to }: Period, months: number): Period {
  return { from: from === null ? null : addMonths(from, months), to: to === null ? null : addMonths(to, months) };
}

/** The calendar unit `n` after the one that holds the day: unit week and n -1 is last week, Monday to Sunday. */
export function calendarUnit(unit: string, day: string, n: number, count = 1): Period | null {
  const first = n < 0 ? n - (count - 1) : n;
  const last = first + count - 1;
  const { year, month } = partsOf(day);
  const wrap = (from: string, to: string): Period | null => (inCalendar(from) && inCalendar(to) ? { from, to } : null);
  switch (unit) {
    case 'day':
      return wrap(addDays(day, first), addDays(day, last));
    case 'week':
      return wrap(addDays(monday(day), 7 * first), addDays(monday(day), 7 * last + 6));
    case 'month':
      return wrap(addMonths(day.slice(0, 7), first), addMonths(day.slice(0, 7), last));
    case 'quarter': {
      const start = addMonths(day.slice(0, 7), -(((month ?? 1) - 1) % 3));
      return wrap(addMonths(start, 3 * first), addMonths(start, 3 * last + 2));
    }
    case 'year':
      return wrap(
        addMonths(String(year).padStart(4, '0'), 12 * first),
        addMonths(String(year).padStart(4, '0'), 12 * last),
      );
    case 'decade': {
      const start = Math.floor(year / 10) * 10;
      return wrap(String(start + 10 * first), String(start + 10 * last + 9));
    }
    default:
      return null;
  }
}

/** The length before a day up to it, in months or days: "over the past year" on 2020-01-12 is 2019-01 to 2020-01. */
export function rolling(day: string, length: Length): Period | null {
  if (length.grain === 'hour') return { from: addDays(day, -Math.ceil(length.hours / 24)), to: day };
  if (length.months === 0) return { from: addDays(day, -length.days), to: day };
  const month = day.slice(0, 7);
  const from = addMonths(month, -length.months);
  return inCalendar(from) ? { from, to: month } : null;
}

/**
 * Part of a period. Years, quarters and other long ones fall into thirds of months (early 2024: January to April), a
 * month into days 1-10, 11-20 and the rest, a week into Monday-Wednesday, Wednesday-Thursday, Friday-Sunday; a day is
 * as fine as the record goes.
 */
export function partOf(period: Period, part: string): Period {
  if (period.from === null || period.to === null) return period;
  const [first, last] = [firstDay(period.from), lastDay(period.to)];
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (days <= 1 || !Number.isFinite(days)) return period;
  const pick = <T>(early: T, mid: T, late: T): T => (part === 'early' ? early : part === 'mid' ? mid : late);
  if (days <= 7) {
    const [a, b] = pick([0, 2], [2, 3], [4, days - 1]);
    return { from: addDays(first, a ?? 0), to: addDays(first, b ?? 0) };
  }
  if (days <= 31) {
    const month = first.slice(0, 8);
    const [a, b] = pick(['01', '10'], ['11', '20'], ['21', last.slice(8)]);
    return { from: `${month}${a}`, to: `${month}${b}` };
  }
  const months = Math.max(1, Math.round(days / 30.4));
  const start = first.slice(0, 7);
  const [a, b] =
    part === 'half1' || part === 'half2'
      ? [part === 'half1' ? 0 : months / 2, part === 'half1' ? months / 2 : months]
      : pick([0, months / 3], [months / 3, (2 * months) / 3], [(2 * months) / 3, months]);
  return { from: addMonths(start, Math.round(a ?? 0)), to: addMonths(start, Math.round(b ?? months) - 1) };
}
