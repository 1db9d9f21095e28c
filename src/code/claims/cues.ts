import { lengthInDays } from '../../time/index.ts';
import type { Mark, Reading, Time } from '../reading.ts';

/** Days from which on a span is no longer that of one incident. */
const longSpan = 20;
/** Days of the longest month: a single month may be no more than a vague date. */
const aMonth = 31;

/** What a whole sentence says about totals and single happenings; found once for all of its numbers. */
export interface Cues {
  /** A year or more, weeks from one day to another, "since 2012", "in nine months". */
  readonly span: boolean;
  /** A time as exact as that of one happening. */
  readonly dated: boolean;
  readonly inMonth: boolean;
  readonly timeless: boolean;
  /** "had first spoken of": a toll that the text presents as overtaken. */
  readonly superseded: boolean;
  /** "in total", "so far". */
  readonly summed: boolean;
  /** Singular attacks: "a raid", "the bombing". */
  readonly attacks: readonly Mark[];
  /** A clause that sets the scene of one happening: "when gunmen ...". */
  readonly scene: boolean;
  /** Any sign of one happening: attack, weapon, doer behind "by", subordinate clause. */
  readonly told: boolean;
  /** First word for a toll ("the death toll"); Infinity: none. */
  readonly toll: number;
  /** The sentence supposes something. */
  readonly supposed: boolean;
}

export function cuesOf(reading: Reading): Cues {
  const { marks, times } = reading;
  const has = (test: (mark: Mark) => boolean) => marks.some(test);
  return {
    span: spanGiven(reading),
    dated: times.some(({ grain }) => grain === 'day' || grain === 'hour' || grain === 'week'),
    inMonth: times.some(({ grain, role }) => grain === 'month' && role === 'at'),
    timeless: times.length === 0,
    superseded: has((mark) => mark.role === 'earlier' && !behindAccording(reading, mark)),
    summed: has(({ role, value }) => role === 'aggregate' && value !== 'tally'),
    attacks: marks.filter(({ role, more }) => role === 'attack' && more === 'one'),
    scene: has(({ role, from }) => role === 'relative' && reading.isWord(from, 'when')),
    told: has(({ role }) => ['attack', 'strike', 'relative', 'weapon', 'agent'].includes(role)),
    toll:
      marks.find(({ role, value }) => role === 'figure' && value !== 'same' && value !== 'both')?.from ??
      Number.POSITIVE_INFINITY,
    supposed: reading.mark(0, 'if') !== null,
  };
}

/** "according to a first count": the first count is all there is. */
const behindAccording = (reading: Reading, { from }: Mark) =>
  [0, 1, 2].some((n) => reading.marksEndingAt(from - n).some(({ role }) => role === 'according'));

/** True when a sentence gives a span that is too long for one happening. */
export function spanGiven(reading: Reading): boolean {
  if (reading.times.some(isLong)) return true;
  return (
    reading.marks.some(
      ({ role, value, from }) =>
        (role === 'since' && !sinceDay(reading, from)) || (role === 'lasting' && value !== 'day'),
    ) ||
    reading.quantities.some(
      ({ kind, unit, from }) =>
        kind === 'measure' && unit !== null && longUnits.has(unit) && reading.mark(from - 1, 'within') !== null,
    )
  );
}

const longUnits = new Set(['week', 'month', 'year', 'decade']);

function sinceDay(reading: Reading, at: number): boolean {
  const time = reading.times.find(({ from, next }) => from <= at + 1 && next > at);
  return time !== undefined && !isLong(time);
}

/** True for a time that is a span of its own and not the date of one happening. */
export function isLong({ period, grain, role, partly }: Time): boolean {
  if (period === null) return grain === 'year' || grain === 'quarter';
  if (role === 'since') return grain !== 'day' || (lengthInDays(period) ?? longSpan) >= longSpan;
  if (role === 'before' || role === 'until') return period.from === null && role === 'before';
  const days = lengthInDays(period);
  if (days === null || partly) return false;
  return role === 'between' ? days >= longSpan : grain === 'year' || grain === 'quarter' || days > aMonth;
}
