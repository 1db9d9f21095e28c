import type { Period } from '../model/index.ts';
import { daysBetween, firstDay, lastDay } from './calendar.ts';

/** First day of a period; null where it is open or not stated on that side. */
export function startOf(period: Period): string | null {
  return period.from === null ? null : firstDay(period.from);
}

/** Last day of a period; null where it is open or not stated on that side. */
export function endOf(period: Period): string | null {
  return period.to === null ? null : lastDay(period.to);
}

/** True when the two periods can share a day; an open side reaches as far as it needs. */
export function periodsOverlap(a: Period, b: Period): boolean {
  const before = (x: Period, y: Period): boolean => {
    const [end, start] = [endOf(x), startOf(y)];
    return end !== null && start !== null && end < start;
  };
  return !before(a, b) && !before(b, a);
}

/** True when `outer` holds every day of `inner`; an open side of `inner` is held only by an open side of `outer`. */
export function periodContains(outer: Period, inner: Period): boolean {
  const [from, to] = [startOf(inner), endOf(inner)];
  const [least, most] = [startOf(outer), endOf(outer)];
  return (least === null || (from !== null && least <= from)) && (most === null || (to !== null && to <= most));
}

/** Days of a period, both ends included; null where a side is open. */
export function lengthInDays(period: Period): number | null {
  const [from, to] = [startOf(period), endOf(period)];
  return from === null || to === null ? null : daysBetween(from, to) + 1;
}
