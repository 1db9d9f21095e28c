import type { IntervalChart } from '../model/index.ts';

/** Ends of the axis: those of the intervals that have ends, no farther than some way beyond the values. */
export function intervalRange({ rows, log, even }: IntervalChart): readonly [number, number] {
  const usable = (value: number | null): value is number =>
    value !== null && Number.isFinite(value) && (!log || value > 0);
  const values = [even, ...rows.map(({ value }) => value).filter(usable)];
  const ends = rows.flatMap(({ low, high }) => [low, high].filter(usable));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!log) return [Math.min(least, ...ends), Math.max(most, ...ends)];
  // An interval a thousand times as wide as the values would leave no room for them.
  const low = Math.max(Math.min(least, ...ends), least / 30);
  const high = Math.min(Math.max(most, ...ends), most * 30);
  return [Math.min(low, even / 2), Math.max(high, even * 2)];
}
