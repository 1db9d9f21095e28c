import type { Choices, Reading } from '../model/index.ts';
import { rateRatio } from '../stats/index.ts';
import { type Counted, choicesOf, figureOf } from './reckon.ts';
import { firstRowOf, total } from './tally.ts';
import { type Days, monthsOf, within } from './windows.ts';

/** What is ranked: calendar spans of one length, or single events. */
export type RankUnit = 'event' | 'month' | 'year';

/**
 * The rank of a span among all of its kind in `among` by what was counted in each: 1, nothing surpasses it; equals share
 * the better rank. Of months and years the interval counts those that an exact test of the two rates (95 %) sets apart.
 */
export function readRank(
  counted: Counted,
  unit: RankUnit,
  days: Days,
  among: { readonly name: string; readonly days: Days },
  wanted: (choices: Choices) => boolean,
): Reading[] {
  const choices = { ...choicesOf(counted, null), period: among.name };
  if (!wanted(choices) || (unit === 'event' && !counted.counting.people)) return [];
  if (unit === 'event') return rankEvent(counted, days, among, choices);
  const own = total(counted.sums, days);
  if (own === 0) return [];
  const others = spansOf(unit, among.days).filter(({ start }) => start !== days.start);
  let [rank, low, high] = [1, 1, 1];
  for (const other of others) {
    const count = total(counted.sums, other);
    if (count > own) rank += 1;
    const ratio = rateRatio({ count, time: monthsOf(other) }, { count: own, time: monthsOf(days) });
    if (ratio.low > 1) low += 1;
    if (!(ratio.high < 1)) high += 1;
  }
  const after = figureOf(counted, { count: own, months: monthsOf(days) }, days, null);
  return [{ choices, before: null, after, months: { before: null, after: monthsOf(days) }, value: rank, low, high }];
}

/** The rank of the largest event of the span among all events; a single event's toll is as it is reported. */
function rankEvent(counted: Counted, days: Days, among: { readonly days: Days }, choices: Choices): Reading[] {
  const { series, counting } = counted;
  let own = 0;
  for (let i = firstRowOf(series, days.start); i < series.first.length && (series.first[i] as number) < days.end; i++)
    own = Math.max(own, counting.of(series, i));
  if (own === 0) return [];
  let rank = 1;
  for (
    let i = firstRowOf(series, among.days.start);
    i < series.first.length && (series.first[i] as number) < among.days.end;
    i++
  )
    if (counting.of(series, i) > own) rank += 1;
  const months = monthsOf(days);
  const after = figureOf(counted, { count: own, months, least: own }, days, null);
  return [
    { choices, before: null, after, months: { before: null, after: months }, value: rank, low: rank, high: rank },
  ];
}

/** All whole calendar months or years of a span. */
function spansOf(unit: 'month' | 'year', days: Days): Days[] {
  const spans: Days[] = [];
  const date = new Date(days.start * 86_400_000);
  const step = unit === 'month' ? 1 : 12;
  const first = date.getUTCFullYear() * 12 + (unit === 'month' ? date.getUTCMonth() : 0);
  for (let month = first; monthStart(month) < days.end; month += step) {
    const span = { start: monthStart(month), end: monthStart(month + step) };
    if (within(span, days)) spans.push(span);
  }
  return spans;
}

const monthStart = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
