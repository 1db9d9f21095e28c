import { addDays, addMonths, dayNumber, dayOfNumber, firstDay, monday } from '../time/index.ts';

/** [start, end) in days since 1970-01-01. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

export type Bin = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** One step of a timeline. */
export interface Step extends DaySpan {
  /** Days of it that the data cover: the exposure of a rate. */
  readonly covered: number;
  /** What was counted on those days; null where none is covered: a gap, not a zero. */
  readonly count: number | null;
}

/** What happened on a day (since 1970-01-01): events, or people. */
export interface Dated {
  readonly day: number;
  readonly amount: number;
}

/**
 * Counts by day, week (from Monday, ISO 8601), month, quarter or year from the first covered day to the last, zeros and
 * gaps told apart. `covered`: the spans that the data cover, in any order; they may touch or overlap. Throws RangeError
 * for an empty span or for something dated on a day that is not covered.
 */
export function timeline(dated: Iterable<Dated>, covered: readonly DaySpan[], bin: Bin): Step[] {
  const spans = merged(covered);
  const [first, last] = [spans[0]?.start, spans.at(-1)?.end];
  if (first === undefined || last === undefined) return [];
  const starts = [startOf(first, bin)];
  for (let at = starts[0] ?? 0; at < last; ) {
    at = next(at, bin);
    starts.push(at);
  }
  const counts = new Array<number>(starts.length - 1).fill(0);
  const stepOf = covering(spans, starts);
  for (const { day, amount } of dated) {
    const step = stepOf[day - first] ?? -1;
    if (step < 0) throw new RangeError(`${dayOfNumber(day)} has data but is said not to be covered`);
    counts[step] = (counts[step] ?? 0) + amount;
  }
  return counts.map((count, i) => {
    const [start, end] = [starts[i] ?? 0, starts[i + 1] ?? 0];
    const days = spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
      0,
    );
    return { start, end, covered: days, count: days === 0 ? null : count };
  });
}

/** For each day from the first covered one on the number of its step; -1 where it is not covered. */
function covering(spans: readonly DaySpan[], starts: readonly number[]): Int32Array {
  const first = spans[0]?.start ?? 0;
  const steps = new Int32Array((spans.at(-1)?.end ?? 0) - first).fill(-1);
  let step = 0;
  for (const { start, end } of spans)
    for (let day = start; day < end; day++) {
      while (day >= (starts[step + 1] ?? Number.POSITIVE_INFINITY)) step += 1;
      steps[day - first] = step;
    }
  return steps;
}

/** Spans in order, those that touch or overlap made one. */
function merged(spans: readonly DaySpan[]): DaySpan[] {
  const out: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (!(span.end > span.start)) throw new RangeError('a covered span ends after it starts');
    const before = out.at(-1);
    if (before !== undefined && span.start <= before.end)
      out[out.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else out.push(span);
  }
  return out;
}

function startOf(day: number, bin: Bin): number {
  if (bin === 'day') return day;
  const date = dayOfNumber(day);
  if (bin === 'week') return dayNumber(monday(date));
  if (bin === 'year') return dayNumber(firstDay(date.slice(0, 4)));
  const month = date.slice(0, 7);
  const back = bin === 'quarter' ? (Number(month.slice(5)) - 1) % 3 : 0;
  return dayNumber(firstDay(addMonths(month, -back)));
}

function next(start: number, bin: Bin): number {
  const date = dayOfNumber(start);
  if (bin === 'day') return start + 1;
  if (bin === 'week') return dayNumber(addDays(date, 7));
  return dayNumber(addMonths(date, { month: 1, quarter: 3, year: 12 }[bin]));
}
