import type { Period } from '../model/index.ts';
import { addDays, addMonths, firstDay, lastDay } from './calendar.ts';
import { type CalendarDate, dayOfMonth, readCalendarDate, yearNumber } from './calendar-date.ts';
import { dated, readPoint, simplePoint } from './points.ts';
import { type Basis, type Direction, phrase, type Read, type Reader, type Resolved, skip } from './reader.ts';
import { readLength } from './relative-time.ts';
import { basisOf, grainOf, resolveRange } from './resolve.ts';
import { lengthOf } from './units.ts';

/** "27-31 March 2022", "between November 2019 and June 2020", "du 13 au 15 juillet", "2015 to 2018". */
export function readRange(reader: Reader, at: number): Read | null {
  const { words } = reader;
  const between = phrase(reader, 'between', at);
  const from = between === null ? phrase(reader, 'from', at) : null;
  const start = between?.next ?? from?.next ?? at;
  const opened = between !== null || from !== null;
  const left = rangeEnd(reader, start, true);
  if (left === null) return null;
  const hyphen =
    words[left.next]?.form === '-' && words[left.next]?.gap !== 'paragraph' ? { next: left.next + 1 } : null;
  const link =
    between !== null ? (phrase(reader, 'and', left.next) ?? hyphen) : (phrase(reader, 'to', left.next) ?? hyphen);
  if (link === null) return twoDays(reader, left);
  const lends = left.date !== null && left.date.day !== null && (left.date.month !== null || opened);
  const right = rangeEnd(reader, link.next, lends);
  if (right === null || (link === hyphen && !hyphenJoins(reader, left, link.next, right))) return null;
  const direction = reader.direction(at);
  const years = [left, right].every(
    (end) => end.date !== null && end.date.month === null && end.date.day === null && end.date.weekday === null,
  );
  // "2019-2020" alone may be a number; two years need an opening or look like years.
  if (years && !opened && !yearsLikely(left.date?.year ?? 0, right.date?.year ?? 0)) return null;
  let period: Period | null;
  let basis: Basis = 'stated';
  if (left.date !== null && right.date !== null) {
    const named = [left.date, right.date].some((d) => d.month !== null || d.year !== null || d.weekday !== null);
    if (!named && !(between === null && phrase(reader, 'on-date', at) !== null)) return null;
    period = named
      ? resolveRange(left.date, right.date, reader.reference, direction)
      : daysOnly(reader, left.date, right.date, direction);
    basis = left.date.year === null && right.date.year === null ? 'published' : 'stated';
  } else {
    const [a, b] = [endPeriod(reader, left, start), endPeriod(reader, right, link.next)];
    period = a?.from != null && b?.to != null && firstDay(a.from) <= firstDay(b.to) ? { from: a.from, to: b.to } : null;
    basis = 'published';
  }
  const grain = left.date !== null ? grainOf(left.date) : (left.resolved?.grain ?? 'day');
  return { next: right.next, period, role: 'between', basis, grain };
}

/** "PARIS, 2 February 2020 - Fourteen soldiers": a dash behind a whole date opens the text, and a word is no end. */
function hyphenJoins({ words }: Reader, left: RangeEnd, at: number, right: RangeEnd): boolean {
  if (right.date === null) return false;
  if (left.date?.year != null && right.date.year === null) return false;
  return words[at]?.kind === 'digits' || right.date.month !== null;
}

const yearsLikely = (a: number, b: number): boolean => a >= 1900 && b <= 2100 && a < b;

/** "du 13 au 18": the month of publication, or the one before or after it as the sentence points. */
function daysOnly(reader: Reader, a: CalendarDate, b: CalendarDate, direction: Direction): Period | null {
  const { reference } = reader;
  if (reference === null) return null;
  const month = Number(reference.day.slice(5, 7));
  const year = Number(reference.day.slice(0, 4));
  const here = resolveRange({ ...a, month, year }, { ...b, month, year }, reference, direction);
  return here;
}

/** "on 12 and 13 March": two days in a row are one period. */
function twoDays(reader: Reader, left: RangeEnd): Read | null {
  const and = phrase(reader, 'and', left.next);
  if (and === null || left.date?.day == null || left.date.month !== null || left.date.weekday !== null) return null;
  const right = readCalendarDate(reader, and.next);
  if (right?.month == null || right.day !== left.date.day + 1) return null;
  const period = resolveRange(left.date, right, reader.reference, reader.direction(left.next));
  return { next: right.next, period, role: 'between', basis: basisOf(right), grain: 'day' };
}

interface RangeEnd {
  readonly next: number;
  readonly date: CalendarDate | null;
  readonly resolved: Resolved | null;
}

function endPeriod(reader: Reader, end: RangeEnd, at: number): Period | null {
  return end.date === null ? (end.resolved?.period ?? null) : (dated(reader, end.date, at)?.period ?? null);
}

/** One end of a range: a date, a year or (where the other end can lend its month) a day of the month. */
function rangeEnd(reader: Reader, at: number, loose: boolean): RangeEnd | null {
  const start = skip(reader, 'determiner', at);
  const part = phrase(reader, 'part', at);
  if (part !== null) {
    const resolved = readPoint(reader, at);
    if (resolved !== null) return { next: resolved.next, date: null, resolved };
  }
  for (const from of at === start ? [at] : [at, start]) {
    const date = readCalendarDate(reader, from);
    if (date !== null) return { next: skip(reader, 'day-part', date.next), date, resolved: null };
  }
  const year = yearNumber(reader, start);
  const blank = { year: null, yearShift: null, month: null, day: null, weekday: null };
  if (year !== null) return { next: year.next, date: { ...blank, next: year.next, year: year.value }, resolved: null };
  const day = loose ? dayOfMonth(reader, at) : null;
  if (day !== null) {
    // "June 3-5, 2020".
    const comma = reader.words[day.next]?.form === ',' ? day.next + 1 : day.next;
    const own = yearNumber(reader, comma);
    const next = own?.next ?? day.next;
    return { next, date: { ...blank, next, day: day.value, year: own?.value ?? null }, resolved: null };
  }
  const resolved = simplePoint(reader, at);
  return resolved === null ? null : { next: resolved.next, date: null, resolved };
}

/** "the year after December 2020", "the three months before March 2022": a length that a date bounds. */
export function readBeside(reader: Reader, at: number): Read | null {
  const length = readLength(reader, skip(reader, 'determiner', at)) ?? unitLength(reader, at);
  if (length?.length == null) return null;
  const after = phrase(reader, 'after', length.next);
  const before = after ?? phrase(reader, 'before', length.next);
  if (before === null) return null;
  const point = readPoint(reader, before.next);
  if (point === null) return null;
  const { months, days, grain } = length.length;
  const edge = after === null ? point.period?.from : point.period?.to;
  const beside = point.period === null ? {} : { beside: { at: before.next, period: point.period } };
  const made = (period: Period | null): Read => ({ ...point, ...beside, period, role: 'between', grain });
  if (edge == null || (months === 0) === (days === 0)) return made(null);
  if (months > 0) {
    const month = edge.length === 4 ? `${edge}-${after === null ? '01' : '12'}` : edge.slice(0, 7);
    return made(
      after === null
        ? { from: addMonths(month, -months), to: addMonths(month, -1) }
        : { from: addMonths(month, 1), to: addMonths(month, months) },
    );
  }
  const day = after === null ? firstDay(edge) : lastDay(edge);
  return made(
    after === null
      ? { from: addDays(day, -days), to: addDays(day, -1) }
      : { from: addDays(day, 1), to: addDays(day, days) },
  );
}

/** "the year", "the week": one of the unit. */
function unitLength(reader: Reader, at: number) {
  const start = phrase(reader, 'determiner', at);
  const unit = start === null ? null : phrase(reader, 'unit', start.next);
  return unit === null ? null : { length: lengthOf(unit.value.text, 1), next: unit.next };
}
