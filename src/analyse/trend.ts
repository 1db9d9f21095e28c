import type { Analysis, Estimate, Filters, Snapshot } from '../model/index.ts';
import { type OpenRecord, type Split, type Totals, totalsByTime } from '../record/index.ts';
import { addDays, dayOfNumber, type Span, type SpanLength, spansBetween } from '../time/index.ts';
import { behind } from './behind.ts';
import { type Covered, chosenSnapshots, coverageOf, coverageWarnings, coveredPart, snapshotName } from './coverage.ts';
import { filtersText, plural } from './words.ts';

/** What one release says of one span of time. */
export interface TrendPoint {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  /** How much of the span the release covers; `none`: a gap, all counts are null. */
  readonly covered: 'whole' | 'part' | 'none';
  readonly events: number | null;
  /** Sums over the rows that state it; where a row gives no low or high its best stands in, for the best its low. */
  readonly killed: Estimate | null;
  readonly civilians: number | null;
}

/** One line of a trend: one release, and one group where they are told apart. */
export interface TrendSeries {
  readonly snapshot: Snapshot['id'];
  /** Data set and release. */
  readonly name: string;
  /** null: not told apart; `not stated` where rows leave it empty. */
  readonly group: string | null;
  readonly points: readonly TrendPoint[];
}

export interface Trend {
  readonly by: SpanLength;
  readonly split: Split | null;
  readonly series: readonly TrendSeries[];
}

export interface TrendOptions {
  readonly by: SpanLength;
  readonly split: Split | null;
  /** Groups shown at most for each release, those with the most events first. */
  readonly most: number;
}

/**
 * Events and deaths over time, a series for each release: zeros where a release covers the time and has nothing, null
 * where it does not cover it. An event counts once, on its first day.
 */
export async function trend(
  record: OpenRecord,
  filters: Filters,
  { by, split, most }: TrendOptions,
): Promise<Analysis<'trend', Trend>> {
  const snapshots = await chosenSnapshots(record, filters);
  const totals = await totalsByTime(record, filters, { snapshots, by, split });
  // With two sides an event stands in two groups: what was counted is told by a count without them.
  const whole = split === 'actor' ? await totalsByTime(record, filters, { snapshots, by, split: null }) : totals;
  const covered = await coverageOf(record, snapshots, filters.country);
  const spans = asked(filters, covered, by);
  const lines = covered.map((release) => linesOf(within(release, filters), totals, spans, { most, split }));
  const left = lines.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const rows = whole.reduce((sum, { events }) => sum + events, 0);
  return {
    analysis: 'trend',
    question: `How many events and deaths a ${by}: ${filtersText(filters)}${split === null ? '' : `, by ${split}`}?`,
    filters,
    snapshots,
    data: { by, split, series: lines.flatMap(({ series }) => series) },
    method: [
      {
        name: 'count',
        text: `Rows of each release are counted on their first day and summed by ${by}; releases are never added up. Deaths are the sums of low, best and high; where a row gives no low or high its best stands in, for the best its low.`,
        source: null,
      },
    ],
    behind: await behind(record, filters, snapshots, rows),
    warnings: [
      ...coverageWarnings(covered, filters),
      ...countWarnings(whole, snapshots, by),
      ...(split === 'actor' ? ['an event counts under each of its sides: the lines do not add up'] : []),
      ...(left > 0 ? [`${plural(left, 'group')} with fewer events are not shown (--most shows more)`] : []),
      ...(rows === 0 ? ['no event fits these filters: check the spelling of places and actors'] : []),
    ],
  };
}

/** A release as far as the filters ask for its time: a month of which only a part is asked for is not a whole one. */
function within({ snapshot, days }: Covered, { from, to }: Filters): Covered {
  if (days === null) return { snapshot, days };
  const first = from === null || days.from > from ? days.from : from;
  const end = to === null || days.to <= to ? days.to : addDays(to, 1);
  return { snapshot, days: first < end ? { from: first, to: end } : null };
}

/** The spans from the first day asked for, or covered, to the last. */
function asked(filters: Filters, covered: readonly Covered[], by: SpanLength): Span[] {
  const days = covered.flatMap(({ days }) => (days === null ? [] : [days]));
  const first = filters.from ?? days.map(({ from }) => from).sort()[0];
  const last =
    filters.to ??
    days
      .map(({ to }) => addDays(to, -1))
      .sort()
      .at(-1);
  return first === undefined || last === undefined ? [] : spansBetween(first, last, by);
}

/** Cautions about rows that cannot be placed surely in time, or leave the dead out. */
export function countWarnings(totals: readonly Totals[], snapshots: readonly Snapshot[], by: SpanLength): string[] {
  return snapshots.flatMap((snapshot) => {
    const of = totals.filter((total) => total.snapshot === snapshot.id);
    const sum = (key: 'wide' | 'unstated' | 'events') => of.reduce((all, total) => all + total[key], 0);
    const [wide, unstated, events] = [sum('wide'), sum('unstated'), sum('events')];
    const name = snapshotName(snapshot);
    return [
      ...(wide > 0
        ? [
            `${wide} of ${plural(events, 'event')} in ${name} are dated to more than one ${by} and counted on their first day`,
          ]
        : []),
      ...(unstated > 0
        ? [`${unstated} of ${plural(events, 'event')} in ${name} do not state how many were killed and add no deaths`]
        : []),
    ];
  });
}

function linesOf(
  { snapshot, days }: Covered,
  totals: readonly Totals[],
  spans: readonly Span[],
  { most, split }: { most: number; split: Split | null },
): { series: TrendSeries[]; leftOut: number } {
  const groups = new Map<string | null, Map<string, Totals>>();
  const sizes = new Map<string | null, number>();
  for (const total of totals) {
    if (total.snapshot !== snapshot.id) continue;
    const at = groups.get(total.group) ?? new Map<string, Totals>();
    groups.set(total.group, at.set(dayOfNumber(total.start), total));
    sizes.set(total.group, (sizes.get(total.group) ?? 0) + total.events);
  }
  if (groups.size === 0) groups.set(null, new Map());
  const names = [...groups.keys()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const series = names.slice(0, most).map((group) => ({
    snapshot: snapshot.id,
    name: snapshotName(snapshot),
    group: split === null ? null : (group ?? 'not stated'),
    points: spans.map((span) => pointOf(span, coveredPart(days, span), groups.get(group)?.get(span.from))),
  }));
  return { series, leftOut: Math.max(0, names.length - most) };
}

function pointOf({ from, to }: Span, covered: TrendPoint['covered'], total: Totals | undefined): TrendPoint {
  const span = { from, to: addDays(to, -1), covered };
  if (covered === 'none') return { ...span, events: null, killed: null, civilians: null };
  const { events, low, best, high, civilians } = total ?? { events: 0, low: 0, best: 0, high: 0, civilians: 0 };
  return { ...span, events, killed: { low, best, high }, civilians };
}
