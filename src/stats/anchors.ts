import { NotEstimable } from './not-estimable.ts';

/** A count over a time; null where the data have a gap. */
export interface AnchorStep {
  readonly count: number | null;
  readonly time: number;
}

export interface AnchorTest {
  /** Rate of the window after the anchor over that before it, half an event added to each: never infinite. */
  readonly ratio: number;
  /** Anchors whose windows both lie in the series without a gap, this one among them. */
  readonly anchors: number;
  /** Of these, how many have a change in the same direction at least as large. */
  readonly asLarge: number;
  /** Of these, how many have a change in any direction at least as large. */
  readonly asExtreme: number;
}

/**
 * How common a change is as large as the one at an anchor: the same windows about every other time of the series (the
 * reference set of Edgington & Onghena 2007, Randomization Tests, 11, for a series with one random intervention). What
 * every tenth date would give is no finding about this one. `at`: steps before the anchor; `before` and `after`: steps in
 * its windows. Windows overlap, so that the shares are descriptions, not exact p values. Throws RangeError where the
 * anchor's windows leave the series, NotEstimable where one holds a gap or nothing was counted.
 */
export function anchorTest(steps: readonly AnchorStep[], at: number, before: number, after: number): AnchorTest {
  if (!(before > 0 && after > 0 && at - before >= 0 && at + after <= steps.length))
    throw new RangeError('the windows of the anchor leave the series');
  if (steps.every(({ count }) => !count)) throw new NotEstimable('Nothing was counted, so nothing changed.');
  const sums = [{ count: 0, time: 0, gaps: 0 }];
  for (const { count, time } of steps) {
    const last = sums.at(-1) ?? { count: 0, time: 0, gaps: 0 };
    sums.push({ count: last.count + (count ?? 0), time: last.time + time, gaps: last.gaps + (count === null ? 1 : 0) });
  }
  const rate = (from: number, to: number): number => {
    const [a, b] = [sums[from], sums[to]];
    if (a === undefined || b === undefined || b.gaps > a.gaps) return Number.NaN;
    return (b.count - a.count + 0.5) / (b.time - a.time);
  };
  const change = (anchor: number) => Math.log(rate(anchor, anchor + after) / rate(anchor - before, anchor));
  const seen = change(at);
  if (Number.isNaN(seen))
    throw new NotEstimable('The windows of the anchor hold a gap in the data: take shorter ones.');
  const all: number[] = [];
  for (let anchor = before; anchor + after <= steps.length; anchor++) all.push(change(anchor));
  const known = all.filter((value) => !Number.isNaN(value));
  const nearly = Math.abs(seen) * (1 - 1e-12);
  return {
    ratio: Math.exp(seen),
    anchors: known.length,
    asLarge: known.filter((value) => (seen < 0 ? -value : value) >= nearly).length,
    asExtreme: known.filter((value) => Math.abs(value) >= nearly).length,
  };
}
