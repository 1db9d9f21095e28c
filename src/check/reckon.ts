import type { Choices, Reading } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import { countInterval, rateRatio } from '../stats/index.ts';
import type { Counting } from './measures.ts';
import { figure, monthOf, type Tally, tally } from './tally.ts';
import { type Days, span, type Window } from './windows.ts';

/** What may be left out to see whether one happening carries the figure. */
const omissions = ['nothing', 'the largest event', 'the largest month'] as const;
type Omission = (typeof omissions)[number];

interface Side {
  readonly count: number;
  readonly months: number;
  readonly rows: readonly number[];
}

/** Percent by which the rate after exceeds that before. */
const percent = (ratio: number) => (ratio - 1) * 100;

/**
 * The readings of a change in one series with one counting and one window: as it is, without the largest event (where
 * people are counted: of events it is one in many) and without the largest calendar month, its time left out as well.
 */
export function readChange(series: Series, counting: Counting, window: Window): Reading[] {
  const before = tally(series, counting, window.before);
  const after = tally(series, counting, window.after);
  const readings: Reading[] = [];
  for (const without of omissions) {
    if (without === 'the largest event' && !counting.people) continue;
    const sides = leaveOut(series, { before, after }, window.months, without);
    if (sides === null || sides.before.count + sides.after.count === 0) continue;
    const { ratio, low, high } = rateRatio(
      { count: sides.after.count, time: sides.after.months },
      { count: sides.before.count, time: sides.before.months },
    );
    const method = (days: Days) => `${counting.name}, first day ${span(days)}, without ${without}`;
    readings.push({
      choices: {
        ...choicesOf(series, counting, without),
        window: window.window,
        ...(window.turn === null ? {} : { turn: window.turn }),
      },
      before: figure(series, sides.before.count, sides.before.rows, method(window.before)),
      after: figure(series, sides.after.count, sides.after.rows, method(window.after)),
      months: { before: sides.before.months, after: sides.after.months },
      value: percent(ratio),
      low: percent(low),
      high: percent(high),
    });
  }
  return readings;
}

/** The readings of a count in one series with one counting over one period. */
export function readCount(series: Series, counting: Counting, period: { name: string; days: Days }): Reading[] {
  const all = tally(series, counting, period.days);
  const months = (period.days.end - period.days.start) / (365.2425 / 12);
  const readings: Reading[] = [];
  for (const without of omissions) {
    if (without === 'the largest event' && !counting.people) continue;
    const side = without === 'nothing' || all.total > 0 ? one(series, all, months, without) : null;
    if (side === null) continue;
    readings.push({
      choices: { ...choicesOf(series, counting, without), period: period.name },
      before: null,
      after: figure(
        series,
        side.count,
        side.rows,
        `${counting.name}, first day ${span(period.days)}, without ${without}`,
      ),
      months: { before: null, after: months },
      value: side.count,
      ...countInterval(side.count),
    });
  }
  return readings;
}

function choicesOf({ snapshot }: Series, counting: Counting, without: Omission): Choices {
  return {
    data: `${snapshot.dataset} ${snapshot.release}`,
    measure: counting.name,
    ...(counting.estimate === null ? {} : { estimate: counting.estimate }),
    without,
  };
}

/** Both sides with the larger of their largest events or months taken out; null when a side has no time left. */
function leaveOut(
  series: Series,
  { before, after }: { before: Tally; after: Tally },
  months: Window['months'],
  without: Omission,
): { before: Side; after: Side } | null {
  const key = without === 'the largest event' ? 'largestEvent' : 'largestMonth';
  const inAfter = (after[key]?.amount ?? 0) >= (before[key]?.amount ?? 0);
  const sides = {
    before: one(series, before, months.before, inAfter ? 'nothing' : without),
    after: one(series, after, months.after, inAfter ? without : 'nothing'),
  };
  return sides.before.months > 0 && sides.after.months > 0 ? sides : null;
}

function one(series: Series, all: Tally, months: number, without: Omission): Side {
  if (without === 'the largest event' && all.largestEvent !== null) {
    const { i, amount } = all.largestEvent;
    return { count: all.total - amount, months, rows: all.rows.filter((row) => row !== i) };
  }
  if (without === 'the largest month' && all.largestMonth !== null) {
    const { month, amount } = all.largestMonth;
    const rows = all.rows.filter((row) => monthOf(series, row) !== month);
    return { count: all.total - amount, months: months - 1, rows };
  }
  return { count: all.total, months, rows: all.rows };
}
