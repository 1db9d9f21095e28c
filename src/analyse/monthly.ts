import type { Filters, Snapshot } from '../model/index.ts';
import { type OpenRecord, type Totals, totalsByTime } from '../record/index.ts';
import { addDays, dayNumber, dayOfNumber, type Span } from '../time/index.ts';
import type { Measure } from './words.ts';

/** Counts of one release over months that follow one another. */
export interface Monthly {
  readonly months: readonly Span[];
  /** Days of each month: the exposure of its counts. */
  readonly days: readonly number[];
  readonly counts: Readonly<Record<Measure, readonly number[]>>;
  /** Deaths (best) of the event with the most, in each month. */
  readonly largest: readonly number[];
  readonly unstated: number;
}

/** Counts over given months, which need not begin on the first of a month; one query for all releases. */
export async function countMonths(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
  months: readonly Span[],
): Promise<ReadonlyMap<Snapshot['id'], Monthly>> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const narrowed = { ...filters, from: first.from, to: addDays(last.to, -1) };
  const totals = await totalsByTime(record, narrowed, { snapshots, by: 'day', split: null });
  return new Map(
    snapshots.map(({ id }) => [
      id,
      monthlyOf(
        totals.filter(({ snapshot }) => snapshot === id),
        months,
      ),
    ]),
  );
}

function monthlyOf(totals: readonly Totals[], months: readonly Span[]): Monthly {
  const zeros = () => new Array<number>(months.length).fill(0);
  const [events, deaths, civilians, largest] = [zeros(), zeros(), zeros(), zeros()];
  let unstated = 0;
  let at = 0;
  for (const total of totals) {
    const day = dayOfNumber(total.start);
    while ((months[at]?.to ?? '9') <= day) at++;
    if (at >= months.length) break;
    events[at] = (events[at] ?? 0) + total.events;
    deaths[at] = (deaths[at] ?? 0) + total.best;
    civilians[at] = (civilians[at] ?? 0) + total.civilians;
    largest[at] = Math.max(largest[at] ?? 0, total.largest);
    unstated += total.unstated;
  }
  return { months, days: months.map(lengthInDays), counts: { events, deaths, civilians }, largest, unstated };
}

const lengthInDays = ({ from, to }: Span): number => dayNumber(to) - dayNumber(from);

/** The part of monthly counts between two positions. */
export function stretch(monthly: Monthly, measure: Measure, from: number, to: number): { count: number; time: number } {
  const sum = (values: readonly number[]) => values.slice(from, to).reduce((total, value) => total + value, 0);
  return { count: sum(monthly.counts[measure]), time: sum(monthly.days) };
}
