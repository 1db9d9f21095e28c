import type { Period } from '../model/index.ts';
import { addDays, addMonths, firstDay, lastDay, monday, monthsBetween, partsOf } from './calendar.ts';
import { weekdayName, yearNumber } from './calendar-date.ts';
import { type Basis, type Grain, phrase, quantity, type Reader, type Resolved, sameDay, skip } from './reader.ts';
import { addLengths, calendarUnit, type Length, lengthOf, movedByMonths, rolling, shifted } from './units.ts';

/** An expression that counts from publication or from a time mentioned before; null where none begins at the word. */
export function readRelative(reader: Reader, at: number): Resolved | null {
  return dayOffset(reader, at) ?? fromPrevious(reader, at) ?? counted(reader, at) ?? namedUnit(reader, at);
}

const published = (next: number, period: Period | null, grain: Grain): Resolved => ({
  next,
  period,
  basis: 'published',
  grain,
});

/** "yesterday", "tonight", "overnight". */
function dayOffset(reader: Reader, at: number): Resolved | null {
  const { reference } = reader;
  const overnight = phrase(reader, 'overnight', at);
  if (overnight !== null && phrase(reader, 'of', overnight.next) === null)
    return published(overnight.next, reference && { from: addDays(reference.day, -1), to: reference.day }, 'day');
  const offset = phrase(reader, 'day-offset', at);
  if (offset === null) return null;
  return published(offset.next, reference && sameDay(addDays(reference.day, offset.value.value)), 'day');
}

/** "the next day", "the same period", "a year earlier", "la veille": from the time mentioned before. */
function fromPrevious(reader: Reader, at: number): Resolved | null {
  const { previous } = reader;
  const answer = (next: number, period: Period | null, grain: Grain): Resolved => ({
    next,
    period,
    basis: 'previous',
    grain,
  });
  const same = phrase(reader, 'same-period', at);
  if (same !== null) {
    const back = phrase(reader, 'year-back', same.next) ?? phrase(reader, 'year-back', skip(reader, 'of', same.next));
    const whole = reader.previousWhole;
    if (back !== null) return answer(back.next, whole && movedByMonths(whole, back.value.value), 'month');
    const stated = yearNumber(reader, skip(reader, 'of', same.next));
    if (stated !== null) {
      const years = whole?.to == null ? null : stated.value - partsOf(whole.to).year;
      return answer(stated.next, whole === null || years === null ? null : movedByMonths(whole, 12 * years), 'month');
    }
    const name = namedUnit(reader, skip(reader, 'of', same.next));
    if (name !== null && name.grain === 'year') {
      const year = name.period?.from ?? null;
      const years = whole?.to == null || year === null ? null : Number(year.slice(0, 4)) - partsOf(whole.to).year;
      return answer(name.next, whole === null || years === null ? null : movedByMonths(whole, 12 * years), 'month');
    }
    return answer(same.next, reader.previousWhole, 'day');
  }
  const back = phrase(reader, 'year-back', at);
  if (back !== null && !followedByEvent(reader, back.next)) {
    const exact = previous !== null && previous.from === previous.to && previous.from?.length === 10;
    const moved = previous && movedByMonths(previous, back.value.value);
    return answer(back.next, exact && moved?.from ? sameDay(moved.from.slice(0, 4)) : moved, 'year');
  }
  const night = phrase(reader, 'previous-night', at);
  if (night !== null) {
    const day = previous?.from == null ? null : firstDay(previous.from);
    return answer(night.next, day === null ? null : { from: addDays(day, -1), to: day }, 'day');
  }
  const day = phrase(reader, 'previous-day', at);
  if (day !== null) {
    // "the day before the vote", "la veille du scrutin": no date by itself.
    if (followedByEvent(reader, day.next)) return answer(day.next, null, 'day');
    const anchor = day.value.value > 0 ? previous?.to : previous?.from;
    const exact = anchor != null && anchor.length === 10;
    return answer(day.next, exact ? sameDay(addDays(anchor, day.value.value)) : null, 'day');
  }
  const decade = phrase(reader, 'since-decade', at);
  if (decade !== null) {
    const start = previous?.from ?? null;
    const years = start === null || reader.reference === null ? 0 : monthsBetween(start, reader.reference.day) / 12;
    // "in the decade since" cannot count from four years ago: then the time meant is another.
    const fits = decade.value.text !== 'decade' || (years >= 7 && years < 14);
    const from = fits ? start : null;
    return answer(decade.next, from === null ? null : { from, to: reader.reference?.day ?? null }, 'year');
  }
  return null;
}

/** "before the election" tells the time by a happening that is no date: the length alone does not date it. */
function followedByEvent(reader: Reader, at: number): boolean {
  return reader.words[at]?.gap === 'space' && phrase(reader, 'event-follows', at) !== null;
}

/** A length has few parts; more would make hostile input slow. */
const mostParts = 8;

/** "three months", "1 year, 2 months and 3 days", "a week"; null where no number stands before a unit. */
export function readLength(reader: Reader, at: number): { length: Length | null; next: number } | null {
  const vague = phrase(reader, 'indefinite', at);
  const unitOfVague = vague === null ? null : phrase(reader, 'unit', vague.next);
  if (unitOfVague !== null) return { length: null, next: unitOfVague.next };
  let sum: Length | null = null;
  let next = at;
  for (let from = at, parts = 0; ; parts++) {
    const n = parts < mostParts ? quantity(reader, from) : null;
    const unit = n === null ? null : phrase(reader, 'unit', n.next);
    const length = n === null || unit === null ? null : lengthOf(unit.value.text, n.value);
    if (unit === null || length === null) return sum === null ? null : { length: sum, next };
    sum = sum === null ? length : addLengths(sum, length);
    next = unit.next;
    from = reader.words[next]?.form === ',' ? next + 1 : next;
    from = phrase(reader, 'and', from)?.next ?? from;
  }
}

/** "N units" with a word that says from where: ago, later, earlier, from now, in, il y a, dans, plus tard. */
function counted(reader: Reader, at: number): Resolved | null {
  const { reference, previous } = reader;
  const before = phrase(reader, 'ago-before', at);
  const surely = phrase(reader, 'ahead-surely', at);
  const perhaps = phrase(reader, 'ahead', at);
  const start = before?.next ?? surely?.next ?? perhaps?.next ?? at;
  const rough = phraseOfBound(reader, start);
  const read = readLength(reader, rough);
  if (read === null) return null;
  const { length, next } = read;
  const grain = length?.grain ?? 'day';
  const fromPublication = (end: number, sign: 1 | -1) => {
    const prefix = length && reference && shifted(reference.day, reference.hour, length, sign);
    return published(end, prefix ? sameDay(prefix) : null, grain);
  };
  if (before !== null) return fromPublication(next, -1);
  const ago = phrase(reader, 'ago', next);
  if (ago !== null && perhaps === null) return fromPublication(ago.next, -1);
  const fromNow = phrase(reader, 'from-now', next);
  if (fromNow !== null) return fromPublication(fromNow.next, 1);
  // "in two days" tells how long it took as often as when: a future only where the sentence speaks of one.
  const alone = at === 0 && next === reader.words.length;
  if (surely !== null || (perhaps !== null && (alone || reader.direction(at) === 'future')))
    return fromPublication(next, 1);
  if (perhaps !== null) return null;
  for (const [role, sign] of [
    ['later', 1],
    ['earlier', -1],
  ] as const) {
    const word = phrase(reader, role, next);
    if (word === null) continue;
    const answer = (period: Period | null): Resolved => ({ next: word.next, period, basis: 'previous', grain });
    const preposition = phrase(reader, 'preposition', next) !== null;
    if (preposition && !endsHere(reader, word.next)) return answer(null);
    const anchor = sign === 1 ? previous?.to : previous?.from;
    if (anchor == null || length === null) return answer(null);
    const fine = length.grain === 'day' || length.grain === 'week' || length.grain === 'hour';
    // A day counted from a month would pretend to know the day.
    if (fine && anchor.length < 10) return answer(null);
    const hour = reference !== null && anchor === reference.day ? reference.hour : null;
    const prefix = shifted(sign === 1 ? lastDay(anchor) : firstDay(anchor), hour, length, sign);
    return answer(prefix === null ? null : sameDay(prefix));
  }
  return null;
}

const endsHere = ({ words }: Reader, at: number): boolean => words[at] === undefined || words[at]?.kind === 'mark';

/** "about three months ago": the bounding words are part of it. */
function phraseOfBound({ words, numbers }: Reader, at: number): number {
  return numbers.phrases.qualifier.at(words, at)?.next ?? at;
}

/** Words of several units: "months", "derniers"; "mois" and "this" end alike and are left out. */
const pluralEnding =
  /(?:days|weeks|months|quarters|years|decades|jours|semaines|années|ans|niers|nières|chains|chaines)$/;

/** "last week", "the past three months", "this year", "la semaine dernière", "ces trois derniers mois". */
export function namedUnit(reader: Reader, at: number): Resolved | null {
  const { words, reference, previous } = reader;
  const determiner = phrase(reader, 'determiner', at);
  const whole = phrase(reader, 'whole', at);
  const start =
    determiner !== null && phrase(reader, 'before-unit', at) === null ? determiner.next : (whole?.next ?? at);
  const held = determiner !== null || (start > 0 && phrase(reader, 'during', start - 1) !== null);
  const isDetermined = determiner !== null || (held && at > 0);

  const modifier = phrase(reader, 'before-unit', start);
  const n = quantity(reader, modifier?.next ?? start);
  const middle = modifier === null && n !== null ? phrase(reader, 'before-unit', n.next) : null;
  const unitAt: number =
    middle?.next ?? (n !== null && (modifier !== null || n.next > start) ? n.next : (modifier?.next ?? start));
  const unit = phrase(reader, 'unit', unitAt) ?? phrase(reader, 'unit', modifier?.next ?? start);
  if (unit === null) return null;
  const counting = unit.next > unitAt && n !== null && unitAt === (middle?.next ?? n.next);
  const count = counting ? n.value : 1;
  // "12 last year" are twelve of something, "2 derniers jours" are two days.
  if (middle !== null && !/s$/.test(words[unit.next - 1]?.form ?? '') && !/s$/.test(words[middle.next - 1]?.form ?? ''))
    return null;
  const afterPrevious = phrase(reader, 'after-previous', unit.next);
  const after = phrase(reader, 'after-unit', unit.next);
  const shift = modifier ?? middle ?? after;
  const name = unit.value.text;
  if (!['day', 'week', 'month', 'quarter', 'year', 'decade'].includes(name) || !Number.isInteger(count)) return null;
  const grain = name as Grain;
  if (afterPrevious !== null && modifier === null && count === 1) {
    const anchor = previous?.from == null ? null : firstDay(previous.from);
    const period = anchor === null ? null : calendarUnit(name, anchor, afterPrevious.value.value);
    return { next: afterPrevious.next, period, basis: 'previous', grain };
  }
  if (shift === null) {
    // "all week", "rest of the week".
    if (whole === null || reference === null) return null;
    const period = calendarUnit(name, reference.day, 0);
    const rest = whole.value.value === 1 && period !== null ? { from: reference.day, to: period.to } : period;
    return published(unit.next, rest, grain);
  }
  const next = Math.max(unit.next, after !== null && shift === after ? after.next : 0);
  // "recent months", "ces derniers mois": how many is not said.
  const said = words.slice(start, next).map(({ form }) => form);
  if (!counting && said.some((form) => pluralEnding.test(form))) return published(next, null, grain);
  if (reference === null) return published(next, null, grain);
  const goesBack = shift.value.value < 0;
  const isPast =
    phrase(reader, 'rolling', modifier !== null ? start : middle !== null ? (n?.next ?? at) : unit.next) !== null;
  const singularLast = count === 1 && !counting && (words[start]?.form !== 'past' || !isDetermined);
  if (goesBack && isPast && isDetermined && !singularLast) {
    const length = lengthOf(name, count);
    return published(next, length && rolling(reference.day, length), grain);
  }
  const period = calendarUnit(name, reference.day, shift.value.value, count);
  // "this year", said before it is over, is the year so far.
  if (name === 'year' && shift.value.value === 0 && reader.direction(at) === 'past') {
    const month = reference.day.slice(0, 7);
    return published(next, { from: `${month.slice(0, 4)}-01`, to: month }, grain);
  }
  return published(next, period, grain);
}

/** "last Tuesday", "next March", "mercredi prochain", "Sunday of last week": a name with a word that points. */
export function pointedName(reader: Reader, at: number): Resolved | null {
  const { reference, previous } = reader;
  const determiner = phrase(reader, 'determiner', at);
  const start = determiner !== null && phrase(reader, 'before-unit', at) === null ? determiner.next : at;
  const modifier = phrase(reader, 'before-unit', start);
  const week = namedUnit(reader, at);
  const [mark, s] = week === null ? [] : [reader.words[week.next], reader.words[week.next + 1]];
  const owned = week?.grain === 'week' && mark?.form === "'" && s?.form === 's';
  const named = weekdayName(reader, owned ? week.next + 2 : (modifier?.next ?? start));
  if (named === null) return null;
  if (owned) return { ...week, next: named.next, period: inWeek(week.period?.from ?? null, named.value), grain: 'day' };
  const day = (of: string | null): Period | null => inWeek(of, named.value);
  if (modifier === null) {
    for (const from of [named.next, skip(reader, 'of', named.next)]) {
      const of = namedUnit(reader, from);
      if (of?.grain === 'week') return { ...of, period: day(of.period?.from ?? null), grain: 'day' };
    }
  }
  const anchored = modifier === null ? phrase(reader, 'after-previous', named.next) : null;
  const after = modifier ?? phrase(reader, 'after-name', named.next);
  if (anchored !== null && phrase(reader, 'after-name', named.next) === null) {
    const anchor = previous?.from == null ? null : addDays(firstDay(previous.from), 7 * anchored.value.value);
    return { next: anchored.next, period: day(anchor), basis: 'previous', grain: 'day' };
  }
  if (after === null) return null;
  const next = modifier !== null ? named.next : after.next;
  if (reference === null) return published(next, null, 'day');
  const to = (named.value - 1 - ((Date.parse(reference.day) / 86_400_000 + 3) % 7) + 7) % 7;
  const step = after.value.value;
  const away =
    step < 0
      ? to === 0
        ? -7
        : to - 7
      : step === 0
        ? inThisWeek(reader, at, to)
        : (to === 0 ? 7 : to) + 7 * (step - 1);
  return published(next, sameDay(addDays(reference.day, away)), 'day');
}

const inWeek = (day: string | null, weekday: number): Period | null =>
  day === null ? null : sameDay(addDays(monday(day), weekday - 1));

/** "this Friday" is the one of this week that the sentence looks to. */
function inThisWeek(reader: Reader, at: number, ahead: number): number {
  return ahead === 0 || reader.direction(at) === 'future' ? ahead : ahead - 7;
}

/** "last March", "mars dernier", "next March", "March after next". */
export function pointedMonth(
  reader: Reader,
  at: number,
  monthAt: (reader: Reader, at: number) => { value: number; next: number } | null,
): Resolved | null {
  const { reference } = reader;
  const determiner = phrase(reader, 'determiner', at);
  const start = determiner !== null && phrase(reader, 'before-unit', at) === null ? determiner.next : at;
  const modifier = phrase(reader, 'before-unit', start);
  const month = monthAt(reader, modifier?.next ?? start);
  if (month === null) return null;
  const after = modifier ?? phrase(reader, 'after-name', month.next);
  // "October past year", "mars de l'an dernier" give the year.
  if (after === null || (modifier === null && phrase(reader, 'unit', after.next) !== null)) return null;
  const next = modifier !== null ? month.next : after.next;
  const basis: Basis = 'published';
  if (reference === null) return { next, period: null, basis, grain: 'month' };
  const now = partsOf(reference.day);
  const thisYear = `${String(now.year).padStart(4, '0')}-${String(month.value).padStart(2, '0')}`;
  const step = after.value.value;
  const current = now.month ?? 1;
  const years =
    step < 0 ? (month.value < current ? 0 : -1) : step === 0 ? 0 : (month.value > current ? 0 : 1) + (step - 1);
  return { next, period: sameDay(addMonths(thisYear, 12 * years)), basis, grain: 'month' };
}
