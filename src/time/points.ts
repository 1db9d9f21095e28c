import type { Period } from '../model/index.ts';
import { addDays, firstDay, lastDay } from './calendar.ts';
import {
  type CalendarDate,
  dayOfMonth,
  monthName,
  readBareYear,
  readCalendarDate,
  yearNumber,
} from './calendar-date.ts';
import { readDecade, readNth, readQuarter, readWeekend } from './part-of-period.ts';
import { mayOpen, phrase, type Read, type Reader, type Resolved, sameDay, skip } from './reader.ts';
import { namedUnit, pointedMonth, pointedName, readRelative } from './relative-time.ts';
import { basisOf, grainOf, resolveDate } from './resolve.ts';
import { partOf } from './units.ts';

/** One time, with what part of it is meant and the part of the day. */
export function readPoint(reader: Reader, at: number): Read | null {
  const opening = phrase(reader, 'before-day', at);
  const part = phrase(reader, 'part', at);
  if (part !== null) {
    const hyphen = reader.words[part.next]?.form === '-' ? part.next + 1 : part.next;
    for (const start of [hyphen, skip(reader, 'of', hyphen), skip(reader, 'determiner', skip(reader, 'of', hyphen))]) {
      const inner = simplePoint(reader, start) ?? bareUnit(reader, start);
      if (inner === null) continue;
      const period = inner.period && partSaid(reader, inner.period, part.value.text);
      return withDayPart(reader, { ...inner, period, role: 'at' });
    }
  }
  const inner = simplePoint(reader, at);
  if (inner !== null) return withDayPart(reader, { ...inner, role: 'at' });
  if (opening === null) return null;
  const target = nightRange(reader, opening.next) ?? simplePoint(reader, opening.next);
  return target === null ? null : withDayPart(reader, { ...target, role: 'at' });
}

/** Part of a period as told on the day of publication: "early this year" in February ends in February. */
function partSaid({ reference }: Reader, period: Period, part: string): Period {
  const year = period.from?.slice(0, 4) ?? null;
  // "this year" reaches to publication; its parts are those of the calendar year.
  const toDate = reference !== null && period.to === reference.day.slice(0, 7) && period.from === `${year}-01`;
  const whole = toDate && year !== null ? sameDay(year) : period;
  if (part !== 'sofar' && part !== 'rest') {
    const found = partOf(whole, part);
    const runsOver = toDate && found.from !== null && found.to !== null && found.to > reference.day.slice(0, 7);
    return runsOver && found.from !== null && found.from <= reference.day
      ? { from: found.from, to: reference.day.slice(0, found.to?.length ?? 7) }
      : found;
  }
  if (reference === null || whole.from === null || whole.to === null) return whole;
  const [first, last] = [firstDay(whole.from), lastDay(whole.to)];
  if (reference.day < first || reference.day > last) return whole;
  return part === 'sofar' ? { from: first, to: reference.day } : { from: reference.day, to: last };
}

/** "the end of the month": the unit that holds the day of publication. */
function bareUnit(reader: Reader, at: number): Resolved | null {
  const unit = phrase(reader, 'unit', at);
  const { reference } = reader;
  const name = unit?.value.text;
  if (unit === null || (name !== 'week' && name !== 'month' && name !== 'year')) return null;
  if (reference === null) return { next: unit.next, period: null, basis: 'published', grain: name };
  const length = name === 'year' ? 4 : 7;
  const week = name === 'week' ? weekOf(reference.day) : sameDay(reference.day.slice(0, length));
  return { next: unit.next, period: week, basis: 'published', grain: name };
}

function weekOf(day: string): Period {
  const first = addDays(day, -((Math.round(Date.parse(day) / 86_400_000) + 3) % 7));
  return { from: first, to: addDays(first, 6) };
}

/** "the night of Tuesday to Wednesday", "dans la nuit de lundi à mardi". */
function nightRange(reader: Reader, at: number): Resolved | null {
  const left = simplePoint(reader, at) ?? null;
  const start = left?.next ?? dayOfMonth(reader, at)?.next ?? null;
  if (start === null) return null;
  const to = phrase(reader, 'to', start);
  const right = to === null ? null : simplePoint(reader, to.next);
  if (right?.period?.to == null || right.period.to.length < 10) return null;
  return { ...right, period: { from: addDays(right.period.to, -1), to: right.period.to } };
}

function withDayPart(reader: Reader, point: Read): Read {
  const part = point.grain === 'day' ? phrase(reader, 'day-part', point.next) : null;
  return part === null ? point : { ...point, next: part.next };
}

export function simplePoint(reader: Reader, at: number): Resolved | null {
  let point = reader.points.get(at);
  if (point === undefined) {
    const opens = mayOpen(reader.words[at], reader.lexicon, reader.numbers);
    point = opens ? readSimplePoint(reader, at) : null;
    reader.points.set(at, point);
  }
  return point;
}

function readSimplePoint(reader: Reader, at: number): Resolved | null {
  const unit = (i: number) => namedUnit(reader, i);
  return (
    readQuarter(reader, at) ??
    readDecade(reader, at) ??
    readWeekend(reader, at) ??
    readNth(reader, at, unit) ??
    pointedMonth(reader, at, withoutYear) ??
    pointedName(reader, at) ??
    dated(reader, readCalendarDate(reader, at), at) ??
    readRelative(reader, at) ??
    dated(reader, readBareYear(reader, at), at) ??
    holiday(reader, at)
  );
}

/** A month that its own year does not follow: "last March 2014" is no last March. */
function withoutYear(reader: Reader, at: number) {
  const month = monthName(reader, at);
  return month !== null && yearNumber(reader, month.next) === null ? month : null;
}

export function dated(reader: Reader, date: CalendarDate | null, at: number): Resolved | null {
  if (date === null) return null;
  const prefix = resolveDate(date, reader.reference, reader.direction(at));
  return {
    next: date.next,
    period: prefix === null ? null : sameDay(prefix),
    basis: basisOf(date),
    grain: grainOf(date),
  };
}

function holiday(reader: Reader, at: number): Resolved | null {
  const found = phrase(reader, 'holiday', at);
  if (found === null) return null;
  const [month, day] = found.value.text.split('-').map(Number);
  const year = yearNumber(reader, skip(reader, 'of', found.next));
  return dated(
    reader,
    {
      next: year?.next ?? found.next,
      year: year?.value ?? null,
      yearShift: null,
      month: month ?? null,
      day: day ?? null,
      weekday: null,
    },
    at,
  );
}

/** "the 19th", "le 16", where nothing but the end of the clause follows. */
export function dayAlone(reader: Reader, at: number): Read | null {
  const determiner = phrase(reader, 'determiner', at);
  const day = determiner === null ? null : dayOfMonth(reader, at);
  if (day === null || (!day.ordinal && phrase(reader, 'on-date', at) === null)) return null;
  const after = reader.words[day.next];
  const closes = after === undefined || (after.kind === 'mark' && /[.,;:!?)]/.test(after.form));
  if (!closes || (reader.words[day.next - 1]?.kind !== 'digits' && !/\d/.test(reader.words[day.next - 2]?.form ?? '')))
    return null;
  const date = { next: day.next, year: null, yearShift: null, month: null, day: day.value, weekday: null };
  const read = dated(reader, date, at);
  return read === null ? null : { ...read, role: 'at' };
}
