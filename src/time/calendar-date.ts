import { isDay } from './calendar.ts';
import { phrase, quantity, type Reader, skip } from './reader.ts';

/** A date as written: the fields that the words give. */
export interface CalendarDate {
  readonly next: number;
  readonly year: number | null;
  /** Years from that of publication ("March last year" is -1); null where the year is given or left open. */
  readonly yearShift: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Monday 1 to Sunday 7. */
  readonly weekday: number | null;
  /** The year is that of the date listed after it ("January and February 2022"). */
  readonly lent?: true;
}

const empty = { year: null, yearShift: null, month: null, day: null, weekday: null };
const [leastYear, mostYear] = [1000, 2199];
const [leastBareYear, mostBareYear] = [1900, 2100];

const numeric =
  /(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d|[-/.]\d)|(\d{1,2})\s?([-/.])\s?(\d{1,2})\6\s?(\d{4}|\d{2})(?!\d|[-/.]\d)/y;

/** "2022-03-27", "2014/10", "27/03/2022", "29.02.2020"; null where day and month cannot be told apart in part. */
function numericDate(reader: Reader, at: number): CalendarDate | null {
  const { text, words, lexicon } = reader;
  const first = words[at];
  if (first?.kind !== 'digits' || (first.gap === 'none' && at > 0 && words[at - 1]?.kind !== 'mark')) return null;
  if (first.gap === 'none' && /[-/.\d]/.test(text[first.start - 1] ?? '')) return null;
  numeric.lastIndex = first.start;
  const match = numeric.exec(text);
  if (match === null) return null;
  const end = first.start + match[0].length;
  let next = at;
  while (next < words.length && (words[next]?.start ?? end) < end) next++;
  if (match[1] !== undefined) {
    const [year, month, day] = [Number(match[1]), Number(match[3]), match[4] === undefined ? null : Number(match[4])];
    // "2019-2020" and "2022-03" differ by the digits of the second part alone.
    if ((match[3] ?? '').length !== 2 || !isDay(year, month, day ?? 1)) return null;
    return { ...empty, next, year, month, day };
  }
  const [a, b] = [Number(match[5]), Number(match[7])];
  const written = Number(match[8]);
  const year = written < 100 ? (written < 70 ? 2000 + written : 1900 + written) : written;
  const dayFirst = isDay(year, b, a);
  const monthFirst = isDay(year, a, b);
  if (dayFirst && (!monthFirst || a === b || lexicon.dayFirst === true))
    return { ...empty, next, year, month: b, day: a };
  if (monthFirst && (!dayFirst || lexicon.dayFirst === false)) return { ...empty, next, year, month: a, day: b };
  return dayFirst || monthFirst ? { ...empty, next, year } : null;
}

/** A month by name; short names may end in a full stop, those that are other words too need their capital. */
export function monthName(reader: Reader, at: number): { value: number; next: number } | null {
  const { words } = reader;
  const long = phrase(reader, 'month', at);
  const found = long ?? phrase(reader, 'month-short', at);
  if (found === null) return null;
  const needsCapital = long === null || phrase(reader, 'month-needs-capital', at) !== null;
  if (needsCapital && words[at]?.capital !== true && !besideNumber(reader, at, found.next)) return null;
  const stop = long === null && words[found.next]?.form === '.' && words[found.next]?.gap === 'none';
  return { value: found.value.value, next: stop ? found.next + 1 : found.next };
}

function besideNumber({ words }: Reader, at: number, next: number): boolean {
  const after = words[next]?.form === '.' ? next + 1 : next;
  return words[at - 1]?.kind === 'digits' || words[after]?.kind === 'digits' || words.length === next - at;
}

/** A day of the week by name; short English names ("Sat") need a capital. */
export function weekdayName(reader: Reader, at: number): { value: number; next: number } | null {
  const { words } = reader;
  const long = phrase(reader, 'weekday', at);
  const found = long ?? phrase(reader, 'weekday-short', at);
  if (found === null) return null;
  const whole = words.length <= found.next - at + 1;
  if (long === null && !words[at]?.capital && !whole) return null;
  if (long === null && words[at - 1]?.form === 'the') return null;
  const stop = long === null && words[found.next]?.form === '.' && words[found.next]?.gap === 'none';
  return { value: found.value.value, next: stop ? found.next + 1 : found.next };
}

/** Digits that a mark joins to more digits ("7,028", "12:30", "4.5"). */
const goesOn = (words: Reader['words'], at: number): boolean =>
  words[at]?.gap === 'none' &&
  /[.,:%/]/.test(words[at]?.form ?? '') &&
  (words[at]?.form === '%' || (words[at + 1]?.kind === 'digits' && words[at + 1]?.gap === 'none'));

/** A day of the month: "27", "27th", "1er", "the third", "quinze". */
export function dayOfMonth(reader: Reader, at: number): { value: number; next: number; ordinal: boolean } | null {
  const { text, words } = reader;
  const start = skip(reader, 'determiner', at);
  const word = words[start];
  if (word === undefined || (start > reader.start && word.gap === 'paragraph')) return null;
  if (word.kind === 'digits') {
    if (word.form.length > 2 || (word.gap === 'none' && /[\p{L}\d.,:/]/u.test(text[word.start - 1] ?? ''))) return null;
    const value = Number(word.form);
    if (value < 1 || value > 31 || goesOn(words, start + 1)) return null;
    const suffix = words[start + 1];
    const sticks = suffix?.kind === 'word' && suffix.gap === 'none';
    const isOrdinal = sticks && reader.numbers.phrases['ordinal-suffix'].at(words, start + 1) !== null;
    return { value, next: isOrdinal ? start + 2 : start + 1, ordinal: isOrdinal };
  }
  const spelled = reader.numbers.phrases.ordinal.at(words, start) ?? reader.numbers.phrases.teen.at(words, start);
  const ten = reader.numbers.phrases.ten.at(words, start);
  const found = spelled ?? ten ?? reader.numbers.phrases.unit.at(words, start);
  if (found === null || found.value.value > 31 || found.value.value < 1) return null;
  return { value: found.value.value, next: found.next, ordinal: spelled !== null };
}

const followsComma = ({ words }: Reader, at: number): number => (words[at]?.form === ',' ? at + 1 : at);

/** Four digits of a year that stand free. */
export function yearNumber({ words, start }: Reader, at: number): { value: number; next: number } | null {
  const word = words[at];
  if (word?.kind !== 'digits' || word.form.length !== 4 || (at > start && word.gap === 'paragraph')) return null;
  const value = Number(word.form);
  if (value < leastYear || value > mostYear) return null;
  const after = words[at + 1];
  if (after?.gap === 'none' && (after.kind === 'word' || /[%:]/.test(after.form))) return null;
  if (goesOn(words, at + 1)) return null;
  return { value, next: at + 1 };
}

/** The year behind a month: "2022", ", 2022", "of 2022", "last year", "de l'an dernier". */
function yearAfter(
  reader: Reader,
  at: number,
  hasDay: boolean,
): Pick<CalendarDate, 'year' | 'yearShift' | 'next' | 'lent'> {
  const { words } = reader;
  for (const start of [at, followsComma(reader, at), skip(reader, 'of', at)]) {
    const year = yearNumber(reader, start);
    if (year !== null) return { year: year.value, yearShift: null, next: year.next };
    const shift = relativeYear(reader, start);
    if (shift !== null) return { year: null, yearShift: shift.value, next: shift.next };
  }
  // "March in a year".
  const ahead = phrase(reader, 'ahead', at) ?? phrase(reader, 'ahead-surely', at);
  const years = ahead === null ? null : quantity(reader, ahead.next);
  const unit = years === null ? null : phrase(reader, 'unit', years.next);
  if (years !== null && unit?.value.text === 'year' && Number.isInteger(years.value) && years.value < 100)
    return { year: null, yearShift: years.value, next: unit.next };
  // "in January and February 2022": the year said last holds for both.
  const and = phrase(reader, 'and', at)?.next ?? (words[at]?.form === ',' ? at + 1 : null);
  if (and !== null) {
    const day = dayOfMonth(reader, and)?.next ?? and;
    const month = monthName(reader, day);
    const dayAfter = month === null ? null : dayOfMonth(reader, month.next);
    const year = month === null ? null : yearNumber(reader, followsComma(reader, dayAfter?.next ?? month.next));
    if (year !== null) return { year: year.value, yearShift: null, next: at, lent: true };
  }
  const short = words[at];
  if (hasDay && short?.kind === 'digits' && short.form.length === 2 && at + 1 === words.length)
    return { year: 2000 + Number(short.form), yearShift: null, next: at + 1 };
  return { year: null, yearShift: null, next: at };
}

/** "last year", "this year", "l'an dernier", "cette année": years from that of publication. */
export function relativeYear(reader: Reader, at: number): { value: number; next: number } | null {
  const isYear = (i: number) => {
    const unit = phrase(reader, 'unit', i);
    return unit?.value.text === 'year' ? unit : null;
  };
  const start = phrase(reader, 'determiner', at);
  for (const from of start === null ? [at] : [at, start.next]) {
    const before = phrase(reader, 'before-unit', from);
    const unit = before === null ? null : isYear(before.next);
    if (before !== null && unit !== null) return { value: before.value.value, next: unit.next };
    const plain = isYear(from);
    const after = plain === null ? null : phrase(reader, 'after-unit', plain.next);
    if (after !== null) return { value: after.value.value, next: after.next };
  }
  return null;
}

/** The first date written in calendar terms at word `at`, bare years and bare days of the month apart. */
export function readCalendarDate(reader: Reader, at: number): CalendarDate | null {
  const { words } = reader;
  const iso = numericDate(reader, at);
  if (iso !== null) return iso;
  const named = weekdayName(reader, at);
  const start = named === null ? at : followsComma(reader, named.next);
  const weekday = named?.value ?? null;

  const day = dayOfMonth(reader, start);
  if (day !== null) {
    const dayWord = skip(reader, 'of', dayNoun(reader, day.next));
    const month = monthName(reader, dayWord) ?? monthName(reader, day.next);
    if (month !== null) {
      const year = yearAfter(reader, month.next, true);
      return { ...year, month: month.value, day: day.value, weekday };
    }
    // "Thursday 15th", "jeudi 15".
    if (named !== null && start === named.next && words[start]?.gap !== 'none' && !countsOn(reader, day.next))
      return { ...empty, next: day.next, day: day.value, weekday };
  }
  const month = monthName(reader, start);
  if (month !== null) {
    const after = dayOfMonth(reader, month.next);
    const digitDay = after !== null && (words[after.next - 1]?.kind === 'digits' || after.ordinal) ? after : null;
    if (digitDay !== null && !countsOn(reader, digitDay.next)) {
      const year = yearAfter(reader, digitDay.next, true);
      const late = weekday === null ? weekdayName(reader, followsComma(reader, year.next)) : null;
      const comma = late !== null && words[year.next]?.form === ',';
      return {
        ...year,
        next: comma ? late.next : year.next,
        month: month.value,
        day: digitDay.value,
        weekday: comma ? late.value : weekday,
      };
    }
    if (named === null) return { ...yearAfter(reader, month.next, false), month: month.value, day: null, weekday };
  }
  return named === null ? null : { ...empty, next: named.next, weekday };
}

/** "the third day of October". */
function dayNoun(reader: Reader, at: number): number {
  const unit = phrase(reader, 'unit', at);
  return unit?.value.text === 'day' && phrase(reader, 'of', unit.next) !== null ? unit.next : at;
}

/** "March 12 people were ...": a figure before a noun in the plural is seldom a day, but English has no surer sign. */
function countsOn(reader: Reader, at: number): boolean {
  return reader.words[at]?.gap === 'space' && phrase(reader, 'counted-people', at) !== null;
}

/** A year that stands alone is a time only behind words that years follow ("in 2022", "the 2012 coup", "(2019)"). */
export function readBareYear(reader: Reader, at: number): CalendarDate | null {
  const { words } = reader;
  const year = yearNumber(reader, at);
  if (year === null || year.value < leastBareYear || year.value > mostBareYear) return null;
  const alone = words.length === 1;
  let behind = false;
  for (let back = 1; back <= 3 && !behind; back++) {
    const before = phrase(reader, 'year-comes', at - back);
    behind = before !== null && before.next === at;
  }
  const touching =
    words[at]?.gap === 'none' && words[at - 1]?.kind === 'mark' && !/[(\-'"«“]/.test(words[at - 1]?.form ?? '');
  return (alone || behind) && !touching ? { ...empty, next: year.next, year: year.value } : null;
}
