import type { Period } from '../model/index.ts';
import { addDays, addMonths, firstDay, lastDay, monday, partsOf, weekday } from './calendar.ts';
import { monthName, relativeYear, weekdayName, yearNumber } from './calendar-date.ts';
import { type Basis, ordinal, phrase, quantity, type Reader, type Resolved, sameDay, skip } from './reader.ts';

interface Whole {
  readonly next: number;
  readonly period: Period | null;
  readonly basis: Basis;
}

const year4 = (year: number): string => String(year).padStart(4, '0');

/** The year behind a quarter: "of 2020", "2020", "of last year"; without one, the latest such quarter. */
function yearBehind(reader: Reader, at: number): { year: number | null; next: number; basis: Basis } | null {
  for (const start of [skip(reader, 'of', at), at, skip(reader, 'determiner', skip(reader, 'of', at))]) {
    const year = yearNumber(reader, skip(reader, 'determiner', start)) ?? yearNumber(reader, start);
    if (year !== null) return { year: year.value, next: year.next, basis: 'stated' };
    const shift = relativeYear(reader, start);
    if (shift !== null) {
      const now = reader.reference && partsOf(reader.reference.day).year;
      return { year: now === null ? null : now + shift.value, next: shift.next, basis: 'published' };
    }
  }
  return null;
}

/** A counting word: "first" 1, "second" 2, "last" -1, "second last" -2. */
function place(reader: Reader, at: number): { value: number; next: number } | null {
  const start = skip(reader, 'determiner', at);
  const last = phrase(reader, 'last', start);
  if (last !== null) return { value: -1, next: last.next };
  const nth = ordinal(reader, start) ?? phraseFirst(reader, start);
  if (nth === null || !Number.isInteger(nth.value) || nth.value < 1 || nth.value > 53) return null;
  const fromEnd = phrase(reader, 'last', nth.next);
  return fromEnd === null ? nth : { value: -nth.value, next: fromEnd.next };
}

function phraseFirst(reader: Reader, at: number): { value: number; next: number } | null {
  const first = phrase(reader, 'first', at);
  return first === null ? null : { value: 1, next: first.next };
}

/** "the first quarter of 2020", "Q3 2019", "2018Q4", "le deuxième semestre": quarters and halves of years. */
export function readQuarter(reader: Reader, at: number): Resolved | null {
  const { words, reference } = reader;
  const short = words[at];
  const digit = words[at + 1];
  const glued = yearNumberGlued(reader, at);
  if (glued !== null) return glued;
  let which: number | null = null;
  let next = at;
  let months = 3;
  if (short !== undefined && /^[qt]$/.test(short.form) && digit?.gap === 'none' && /^[1-4]$/.test(digit.form)) {
    which = Number(digit.form);
    next = at + 2;
  } else {
    const nth = place(reader, at);
    const quarter = nth && phrase(reader, 'quarter', nth.next);
    const half = nth && phrase(reader, 'half', nth.next);
    if (nth === null || (quarter === null && half === null)) return null;
    months = quarter === null ? 6 : 3;
    which = nth.value === -1 ? 12 / months : nth.value;
    next = (quarter ?? half)?.next ?? at;
  }
  if (which < 1 || which > 12 / months) return null;
  const behind = yearBehind(reader, next);
  // "the last quarter" alone is the one before this, which the named units read; "half of the men" is no time.
  if (behind === null && (place(reader, at)?.value === -1 || months === 6)) return null;
  const month = (which - 1) * months;
  const from = (year: number): Period => ({
    from: addMonths(`${year4(year)}-01`, month),
    to: addMonths(`${year4(year)}-01`, month + months - 1),
  });
  if (behind !== null)
    return {
      next: behind.next,
      period: behind.year === null ? null : from(behind.year),
      basis: behind.basis,
      grain: 'quarter',
    };
  if (reference === null) return { next, period: null, basis: 'published', grain: 'quarter' };
  const { year } = partsOf(reference.day);
  const started = firstDay(from(year).from ?? '') <= reference.day;
  const past = started || reader.direction(at) === 'future';
  return { next, period: from(past ? year : year - 1), basis: 'published', grain: 'quarter' };
}

/** "2018Q4", "2020T1". */
function yearNumberGlued({ words }: Reader, at: number): Resolved | null {
  const [year, letter, digit] = [words[at], words[at + 1], words[at + 2]];
  if (year?.kind !== 'digits' || year.form.length !== 4 || letter?.gap !== 'none' || digit?.gap !== 'none') return null;
  if (!/^[qt]$/.test(letter.form) || !/^[1-4]$/.test(digit.form)) return null;
  const month = (Number(digit.form) - 1) * 3;
  const period = { from: addMonths(`${year.form}-01`, month), to: addMonths(`${year.form}-01`, month + 2) };
  return { next: at + 3, period, basis: 'stated', grain: 'quarter' };
}

/** The month or year that a part is taken of: "of March 2014", "of October", "of 2020", "of last month". */
function readWhole(reader: Reader, at: number, unitAt: (at: number) => Resolved | null): Whole | null {
  const of = phrase(reader, 'of', at);
  if (of === null) return null;
  const start = skip(reader, 'determiner', of.next);
  const month = monthName(reader, start) ?? monthName(reader, of.next);
  if (month !== null) {
    const behind = yearBehind(reader, month.next);
    const now = reader.reference && partsOf(reader.reference.day);
    const year =
      behind?.year ??
      (now === null
        ? null
        : month.value <= (now.month ?? 12) || reader.direction(at) === 'future'
          ? now.year
          : now.year - 1);
    const prefix = year === null ? null : `${year4(year)}-${String(month.value).padStart(2, '0')}`;
    return {
      next: behind?.next ?? month.next,
      period: prefix === null ? null : sameDay(prefix),
      basis: behind?.basis ?? 'published',
    };
  }
  const year = yearNumber(reader, of.next) ?? yearNumber(reader, start);
  if (year !== null) return { next: year.next, period: sameDay(year4(year.value)), basis: 'stated' };
  const unit = unitAt(of.next);
  if (unit !== null) return unit;
  // "the first six months of the year": the year of publication.
  const bare = phrase(reader, 'unit', start);
  if (bare !== null && (bare.value.text === 'year' || bare.value.text === 'month') && reader.reference !== null) {
    const length = bare.value.text === 'year' ? 4 : 7;
    return { next: bare.next, period: sameDay(reader.reference.day.slice(0, length)), basis: 'published' };
  }
  return null;
}

/** "last Sunday of March 2014", "third day of October", "the first three months of 2020". */
export function readNth(reader: Reader, at: number, unitAt: (at: number) => Resolved | null): Resolved | null {
  const start = skip(reader, 'determiner', at);
  const n = place(reader, start);
  const countFirst = n === null ? quantity(reader, start) : null;
  const nth = n ?? (countFirst && place(reader, countFirst.next));
  if (nth === null) return null;
  const count = countFirst ?? quantity(reader, nth.next);
  const nameAt = countFirst !== null ? nth.next : (count?.next ?? nth.next);
  const day = weekdayName(reader, nth.next);
  const unit = phrase(reader, 'unit', nameAt);
  if (day === null && unit === null) return null;
  const whole = readWhole(reader, day?.next ?? unit?.next ?? at, unitAt);
  if (whole === null) return null;
  const { period } = whole;
  const answer = (found: Period | null, grain: Resolved['grain']): Resolved => ({ ...whole, period: found, grain });
  if (period?.from == null || period.to == null) return answer(null, 'day');
  const [first, last] = [firstDay(period.from), lastDay(period.to)];
  if (day !== null) {
    const ahead = (day.value - weekday(first) + 7) % 7;
    const back = (weekday(last) - day.value + 7) % 7;
    const found =
      nth.value > 0 ? addDays(first, ahead + 7 * (nth.value - 1)) : addDays(last, -back + 7 * (nth.value + 1));
    return answer(found >= first && found <= last ? sameDay(found) : null, 'day');
  }
  const size = count !== null && Number.isInteger(count.value) ? count.value : 1;
  const within = (from: string, to: string, grain: Resolved['grain']) =>
    answer(firstDay(from) >= first && lastDay(to) <= last ? { from, to } : null, grain);
  const begin = nth.value > 0 ? (nth.value - 1) * size : 0;
  switch (unit?.value.text) {
    case 'day': {
      const from = nth.value > 0 ? addDays(first, begin) : addDays(last, nth.value * size + 1);
      return within(from, addDays(from, size - 1), 'day');
    }
    case 'week': {
      // A week belongs to the month that holds its Thursday's side: the last full one ends within it (ISO 8601 weeks).
      const lastWeek = weekday(last) === 7 ? addDays(last, -6) : addDays(monday(last), -7);
      const firstWeek = weekday(first) === 1 ? first : addDays(monday(first), 7);
      const from =
        nth.value > 0 ? addDays(firstWeek, 7 * begin) : addDays(lastWeek, 7 * (nth.value + 1) - 7 * (size - 1));
      return within(from, addDays(from, 7 * size - 1), 'week');
    }
    case 'month': {
      const [m0, m1] = [first.slice(0, 7), last.slice(0, 7)];
      const from = nth.value > 0 ? addMonths(m0, begin) : addMonths(m1, nth.value * size + 1);
      return within(from, addMonths(from, size - 1), 'month');
    }
    default:
      return null;
  }
}

/** "the 1990s", "les années 1990". */
export function readDecade(reader: Reader, at: number): Resolved | null {
  const { words } = reader;
  const start = skip(reader, 'determiner', at);
  const years = phrase(reader, 'decade-before', start);
  const word = words[years?.next ?? start];
  if (word?.kind !== 'digits' || !/^[12]\d\d0$/.test(word.form)) return null;
  const next = (years?.next ?? start) + 1;
  const s = words[next];
  const plural = s?.form === 's' && s.gap === 'none';
  if (years === null && !plural) return null;
  const from = word.form;
  return {
    next: plural ? next + 1 : next,
    period: { from, to: String(Number(from) + 9) },
    basis: 'stated',
    grain: 'decade',
  };
}

/** "at the weekend", "last weekend", "ce week-end": the Saturday and Sunday nearest to publication. */
export function readWeekend(reader: Reader, at: number): Resolved | null {
  const { reference } = reader;
  const start = skip(reader, 'determiner', at);
  const modifier = phrase(reader, 'before-unit', at) ?? phrase(reader, 'before-unit', start);
  const weekend = phrase(reader, 'weekend', modifier?.next ?? start);
  if (weekend === null) return null;
  const after = phrase(reader, 'after-name', weekend.next);
  const next = after?.next ?? weekend.next;
  if (reference === null) return { next, period: null, basis: 'published', grain: 'day' };
  const step = (after ?? modifier)?.value.value ?? 0;
  const future = step > 0 || (step === 0 && reader.direction(at) === 'future');
  const saturday = addDays(monday(reference.day), 5);
  const begun = saturday <= reference.day;
  const day = addDays(saturday, future && begun && step > 0 ? 7 : !future && (!begun || step < 0) ? -7 : 0);
  return { next, period: { from: day, to: addDays(day, 1) }, basis: 'published', grain: 'day' };
}
