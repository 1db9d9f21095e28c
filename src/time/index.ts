export {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysBetween,
  firstDay,
  lastDay,
  monday,
  monthsBetween,
  monthsFrom,
  weekday,
} from './calendar.ts';
export { findTimes, type TimeLanguage, type TimeMention, type TimeOptions } from './find-times.ts';
export { endOf, lengthInDays, periodContains, periodsOverlap, startOf } from './periods.ts';
export type { Basis, Direction, Grain, TimeRole } from './reader.ts';
export { monthsFromDay, type Span, type SpanLength, spanLengths, spanStart, spansBetween } from './spans.ts';
export { readTimeWords, type TimeWords } from './time-words.ts';
