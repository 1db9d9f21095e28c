import type { Period } from '../../model/index.ts';
import { addMonths } from '../../time/index.ts';
import type { Saying } from '../attribution.ts';
import type { Reading, Time } from '../reading.ts';
import type { Finding } from './finding.ts';
import type { Words } from './quote.ts';
import type { Turning } from './since.ts';

const inside = ({ from, next }: Words, outer: Words) => outer.from <= from && next <= outer.next;

/** The times of a sentence that date what is said, not the saying ("reported in 2021 that"). */
export function timesOfDeed(reading: Reading, sayings: readonly Saying[]): Time[] {
  return reading.times.filter((time) => !sayings.some((saying) => inside(time, saying)));
}

/**
 * The time that a claim's figure is about: one in its own clause, else one that opens the sentence, else (`loose`) the
 * only one that no other claim has. Null: not stated.
 */
export function periodOf(
  times: readonly Time[],
  clause: Words,
  others: readonly Words[],
  loose: boolean,
): Period | null {
  const dated = times.filter(({ period }) => period !== null);
  const own = dated.find((time) => inside(time, clause));
  if (own !== undefined) return own.period;
  const opening = dated.find(({ from }) => from <= 2);
  if (opening !== undefined) return opening.period;
  const free = dated.filter((time) => !others.some((other) => inside(time, other)));
  return loose && free.length === 1 ? (free[0]?.period ?? null) : null;
}

/** From a turning point with a date up to the month of publication, which is what "since" means. */
export function sinceThen(reading: Reading, since: Turning | null): Period | null {
  const from = since?.phrase.date?.from ?? null;
  const today = reading.document.published?.to ?? null;
  return from === null || today === null ? null : { from, to: today.slice(0, 7) };
}

/** "in nine months": counted back from publication. */
export function monthsBack(reading: Reading, finding: Finding): Period | null {
  const month = reading.document.published?.to?.slice(0, 7) ?? null;
  const span = reading.quantities.find(
    ({ kind, unit, from }) =>
      kind === 'measure' &&
      (unit === 'month' || unit === 'year') &&
      from >= finding.from &&
      reading.mark(from - 1, 'within') !== null,
  );
  const count = span?.value.best ?? null;
  if (month === null || month.length < 7 || count === null || !Number.isInteger(count)) return null;
  return { from: addMonths(month, span?.unit === 'year' ? -12 * count : -count), to: month };
}
