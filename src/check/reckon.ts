import { type Choices, factors, type Reading } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import { countInterval, rateRatio, shareInterval } from '../stats/index.ts';
import { figure } from './figure.ts';
import type { Counting } from './measures.ts';
import { rowsIn, type Sums, type Tally, tally, total } from './tally.ts';
import { type Days, monthsOf, span, type Window } from './windows.ts';

/** One counting in one series, added up. */
export interface Counted {
  readonly series: Series;
  readonly counting: Counting;
  readonly sums: Sums;
}

/** What may be left out to see whether one happening carries the figure. */
export interface Omission {
  readonly choice: string;
  readonly how: string;
}

interface Side {
  readonly count: number;
  readonly months: number;
  readonly row?: number;
  readonly month?: Days;
  /** Only rows that add at least this much stand behind the number. */
  readonly least?: number;
}

/** Percent by which the rate after exceeds that before. */
const percent = (ratio: number) => (ratio - 1) * 100;

/**
 * The readings of a change in one series with one counting and one window: as it is, without the largest event (where
 * people are counted: of events it is one in many) and without the largest calendar month, its time left out as well.
 * `base` is where the baseline is counted: the same series, or that of another place.
 */
export function readChange(
  counted: Counted,
  base: Counted,
  window: Window,
  omissions: readonly Omission[],
  wanted: (choices: Choices) => boolean,
): Reading[] {
  const before = tally(base.sums, window.before);
  const after = tally(counted.sums, window.after);
  return omissions.flatMap((without): Reading[] => {
    const choices = {
      ...choicesOf(counted, without),
      window: window.window,
      ...(window.turn === null ? {} : { turn: window.turn }),
    };
    if (!wanted(choices) || (without.how === 'event' && !counted.counting.people)) return [];
    const sides = leaveOut({ before, after }, window.months, without.how);
    if (sides === null || sides.before.count + sides.after.count === 0) return [];
    const { ratio, low, high } = rateRatio(
      { count: sides.after.count, time: sides.after.months },
      { count: sides.before.count, time: sides.before.months },
    );
    return [
      {
        choices,
        before: figureOf(base, sides.before, window.before, without),
        after: figureOf(counted, sides.after, window.after, without),
        months: { before: sides.before.months, after: sides.after.months },
        value: percent(ratio),
        low: percent(low),
        high: percent(high),
      },
    ];
  });
}

/** Percent by which the rate changes in a window with nothing left out; NaN where nothing was counted at all. */
export function changeIn(after: Counted, before: Counted, window: Window): number {
  const rate = total(after.sums, window.after) / window.months.after;
  return percent(rate / (total(before.sums, window.before) / window.months.before));
}

/** The readings of a count in one series with one counting over one period. */
export function readCount(
  counted: Counted,
  period: { readonly name: string; readonly days: Days },
  omissions: readonly Omission[],
  wanted: (choices: Choices) => boolean,
): Reading[] {
  const all = tally(counted.sums, period.days);
  const months = monthsOf(period.days);
  return omissions.flatMap((without): Reading[] => {
    const choices = { ...choicesOf(counted, without), period: period.name };
    if (!wanted(choices) || (without.how === 'event' && !counted.counting.people)) return [];
    if (without.how !== 'nothing' && all.total === 0) return [];
    const side = one(all, months, without.how);
    const after = figureOf(counted, side, period.days, without);
    return [
      {
        choices,
        before: null,
        after,
        months: { before: null, after: months },
        value: side.count,
        ...countInterval(side.count),
      },
    ];
  });
}

/** What part of the whole a counting is over a period, in percent; nothing where the whole is nothing. */
export function readShare(
  part: Counted,
  whole: Counted,
  period: { readonly name: string; readonly days: Days },
  wanted: (choices: Choices) => boolean,
): Reading[] {
  const months = monthsOf(period.days);
  const side = (of: Counted): Side => ({ count: total(of.sums, period.days), months });
  const [some, all] = [side(part), side(whole)];
  const choices = {
    ...choicesOf(part, null),
    measure: `${part.counting.name} of ${whole.counting.name}`,
    ...(whole.counting.estimate === null ? {} : { estimate: whole.counting.estimate }),
    period: period.name,
  };
  // Best numbers of civilians can exceed a low estimate of all deaths: no part of it then.
  if (!wanted(choices) || all.count === 0 || some.count > all.count) return [];
  const { low, high } = shareInterval(some.count, all.count);
  return [
    {
      choices,
      before: figureOf(whole, all, period.days, null),
      after: figureOf(part, some, period.days, null),
      months: { before: months, after: months },
      value: (100 * some.count) / all.count,
      low: 100 * low,
      high: 100 * high,
    },
  ];
}

export function choicesOf({ series: { snapshot }, counting }: Counted, without: Omission | null): Choices {
  return {
    data: `${snapshot.dataset} ${snapshot.release}`,
    measure: counting.name,
    ...(counting.estimate === null ? {} : { estimate: counting.estimate }),
    ...(without === null ? {} : { without: without.choice }),
  };
}

/** The options of a command that gives just this reading. */
export const onlyOf = (choices: Choices): string[] =>
  factors.flatMap((factor) => (choices[factor] === undefined ? [] : [`${factor}=${choices[factor]}`]));

export function figureOf({ series, counting }: Counted, side: Side, days: Days, without: Omission | null) {
  const method = `${counting.name}, first day ${span(days)}${without === null ? '' : `, without ${without.choice}`}`;
  return figure(series, side.count, method, () => rowsIn(series, counting, days, side));
}

/** Both sides with the larger of their largest events or months taken out; null when a side has no time left. */
function leaveOut(
  { before, after }: { before: Tally; after: Tally },
  months: Window['months'],
  how: string,
): { before: Side; after: Side } | null {
  const key = how === 'event' ? 'largestEvent' : 'largestMonth';
  const inAfter = (after[key]?.amount ?? 0) >= (before[key]?.amount ?? 0);
  const sides = {
    before: one(before, months.before, inAfter ? 'nothing' : how),
    after: one(after, months.after, inAfter ? how : 'nothing'),
  };
  return sides.before.months > 0 && sides.after.months > 0 ? sides : null;
}

function one(all: Tally, months: number, how: string): Side {
  if (how === 'event' && all.largestEvent !== null) {
    const { i, amount } = all.largestEvent;
    return { count: all.total - amount, months, row: i };
  }
  if (how === 'month' && all.largestMonth !== null) {
    const { month, amount } = all.largestMonth;
    return { count: all.total - amount, months: months - 1, month };
  }
  return { count: all.total, months };
}
