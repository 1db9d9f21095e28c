import type { Anchors, Choices, Reading } from '../model/index.ts';
import { median } from '../stats/index.ts';
import { type Counted, changeIn, choicesOf } from './reckon.ts';
import { monthsIn } from './tally.ts';
import { coveredDays } from './warnings.ts';
import { type Days, shifted, type Window, type WindowChoice, windowsAround, within } from './windows.ts';

/** Windows as they would stand if the turning point were another month. */
export type WindowsAt = (month: number, covered: Days) => readonly Window[];

/** Windows around every month, of the kinds that the claim is read by. */
export const aroundMonth =
  (choices: readonly WindowChoice[], until: (covered: Days) => number): WindowsAt =>
  (month, covered) =>
    windowsAround([month], choices, covered, until(covered));

/** Two spans that a claim states itself, moved as they are to all months that the data have room for. */
export const moved =
  (stated: Window): WindowsAt =>
  (month, covered) => {
    const to = shifted(stated, monthsApart(stated.after.start, month));
    return within(to.before, covered) && within(to.after, covered) ? [to] : [];
  };

const monthNumber = (day: number) => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const monthsApart = (from: number, to: number) => monthNumber(to) - monthNumber(from);

/**
 * Takes every month of the data for the turning point and reckons the same readings there, nothing left out: an exact
 * enumeration, so no draw of chance (the idea of the permutation test in Simonsohn, Simmons & Nelson 2020, step 3).
 */
export function anchorsOf(
  counted: readonly Counted[],
  windowsAt: WindowsAt,
  claim: { readonly claimed: number | null; readonly up: boolean },
  readings: readonly Reading[],
  wanted: (choices: Choices) => boolean,
): Anchors | null {
  const own = readings.filter(({ choices }) => choices.without === 'nothing');
  if (own.length === 0) return null;
  const asMuch = (value: number, than: number) => (claim.up ? value >= than : value <= than);
  const nearest = claim.claimed === null ? null : nearestTo(own, claim.claimed);
  const target = median(own.map(({ value }) => value));
  const byMonth = new Map<number, number[]>();
  const like = { tried: 0, reach: 0 };
  for (const series of new Set(counted.map((one) => one.series))) {
    const covered = coveredDays(series);
    const kinds = counted
      .filter((one) => one.series === series)
      .map((one) => ({ one, plain: choicesOf(one, null), kept: new Map<string, boolean>() }));
    for (const { start } of monthsIn(covered)) {
      const values: number[] = [];
      for (const window of windowsAt(start, covered)) {
        for (const { one, plain, kept } of kinds) {
          if (!remembered(kept, window.window, () => wanted({ ...plain, window: window.window }))) continue;
          const value = changeIn(one, one, window);
          if (!Number.isFinite(value)) continue;
          values.push(value);
          if (claim.claimed === null || nearest === null || window.window !== nearest.choices.window) continue;
          if (!alike(plain, nearest.choices)) continue;
          like.tried += 1;
          if (asMuch(value, claim.claimed)) like.reach += 1;
        }
      }
      if (values.length > 0) byMonth.set(start, [...(byMonth.get(start) ?? []), ...values]);
    }
  }
  const months = [...byMonth.values()];
  const count = (test: (values: number[]) => boolean) => months.filter(test).length;
  const { claimed } = claim;
  return {
    tried: months.length,
    reach: claimed === null ? null : count((values) => values.some((value) => asMuch(value, claimed))),
    asFar: count((values) => asMuch(median(values), target)),
    nearest: nearest === null ? null : { choices: nearest.choices, ...like },
  };
}

const alike = (a: Choices, b: Choices) => a.data === b.data && a.measure === b.measure && a.estimate === b.estimate;

function remembered(kept: Map<string, boolean>, key: string, ask: () => boolean): boolean {
  const known = kept.get(key) ?? ask();
  kept.set(key, known);
  return known;
}

function nearestTo(readings: readonly Reading[], claimed: number): Reading | null {
  const [first, ...rest] = readings.filter(({ value }) => Number.isFinite(value));
  if (first === undefined) return null;
  return rest.reduce((a, b) => (Math.abs(b.value - claimed) < Math.abs(a.value - claimed) ? b : a), first);
}
