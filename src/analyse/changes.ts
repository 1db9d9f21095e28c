import type { Analysis, Filters, Snapshot } from '../model/index.ts';
import type { OpenRecord } from '../record/index.ts';
import { breakDates, meanBreaks, NotEstimable, optimalPartition, supF } from '../stats/index.ts';
import { addDays, type Span, spansBetween } from '../time/index.ts';
import { behind } from './behind.ts';
import { chosenSnapshots, coverageOf, coverageWarnings, snapshotName } from './coverage.ts';
import { countMonths } from './monthly.ts';
import { filtersText, type Measure, plural } from './words.ts';

/** A month from which on the level is another, with the months that it may as well be. */
export interface Change {
  /** First day of the first month of the new level. */
  readonly at: string;
  /** 95 % interval; null where it reaches beyond the series. */
  readonly low: string | null;
  readonly high: string | null;
  /** Mean a month before and after, up to the neighbouring changes. */
  readonly before: number;
  readonly after: number;
}

/** What one release says about when its level changed. */
export interface Changes {
  readonly snapshot: Snapshot['id'];
  readonly name: string;
  readonly measure: Measure;
  /** Whole months that the release covers. */
  readonly months: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly changes: readonly Change[];
  /** Whether there is any change at all (one break at an unknown time); null: not estimable. */
  readonly supF: { readonly statistic: number; readonly p: number; readonly at: string } | null;
  /** Months from which on the level is another by the second method. */
  readonly second: readonly string[];
  /** Why there is no answer, as a sentence. */
  readonly refused: string | null;
}

/** Months between two methods' dates up to which they agree. */
const near = 3;

/** When the monthly level of a measure changed, each release apart, with intervals and a second method beside. */
export async function changes(
  record: OpenRecord,
  filters: Filters,
  measure: Measure,
): Promise<Analysis<'changes', readonly Changes[]>> {
  const snapshots = await chosenSnapshots(record, filters);
  const covered = await coverageOf(record, snapshots, filters.country);
  const data: Changes[] = [];
  let rows = 0;
  for (const { snapshot, days } of covered) {
    const months = days === null ? [] : wholeMonths(days, filters);
    const monthly = (await countMonths(record, filters, [snapshot], months)).get(snapshot.id);
    rows += monthly?.counts.events.reduce((sum, count) => sum + count, 0) ?? 0;
    data.push({
      snapshot: snapshot.id,
      name: snapshotName(snapshot),
      measure,
      ...found(months, monthly?.counts[measure] ?? []),
    });
  }
  const whole = {
    ...filters,
    from:
      data
        .map(({ months }) => months[0]?.from ?? '9')
        .sort()[0]
        ?.slice(0, 10) ?? null,
    to:
      data
        .map(({ months }) => months.at(-1)?.to ?? '')
        .sort()
        .at(-1) || null,
  };
  return {
    analysis: 'changes',
    question: `When did the monthly level of ${measure} change: ${filtersText(filters)}?`,
    filters: whole.from === '9' ? filters : whole,
    snapshots,
    data,
    method,
    behind: await behind(record, whole.from === '9' ? filters : whole, snapshots, rows),
    warnings: [...coverageWarnings(covered, filters), ...data.flatMap(cautions)],
  };
}

const method: Analysis<'changes', unknown>['method'] = [
  {
    name: 'Bai-Perron',
    text: 'Breaks in the mean of the monthly counts by least squares, their number by BIC, no stretch shorter than 15 % of the series; 95 % intervals of the dates with a variance for each stretch. Months are taken as uncorrelated.',
    source: 'Bai & Perron 2003, doi:10.1002/jae.659; intervals: Bai 1997, doi:10.1162/003465397557132',
  },
  {
    name: 'supF',
    text: 'Whether there is any change, at a time not known before.',
    source: 'Andrews 1993, doi:10.2307/2951764; p: Hansen 1997, doi:10.1080/07350015.1997.10524687',
  },
  {
    name: 'optimal partition',
    text: 'A second opinion that one month of many deaths sways less: the exact partition of the square roots of the counts, in units of the spread between neighbouring months, at a penalty of 2 log n a change.',
    source:
      'Jackson et al. 2005, doi:10.1109/LSP.2001.838216; Killick et al. 2012, doi:10.1080/01621459.2012.737745; Anscombe 1948, doi:10.2307/2332343',
  },
];

function wholeMonths(days: Span, { from, to }: Filters): Span[] {
  const first = from === null || from < days.from ? days.from : from;
  const end = to === null || addDays(to, 1) > days.to ? days.to : addDays(to, 1);
  return first < end
    ? spansBetween(first, addDays(end, -1), 'month').filter((m) => m.from >= first && m.to <= end)
    : [];
}

function found(spans: readonly Span[], counts: readonly number[]): Omit<Changes, 'snapshot' | 'name' | 'measure'> {
  const months = spans.map(({ from, to }, i) => ({ from, to: addDays(to, -1), count: counts[i] ?? 0 }));
  const month = (at: number) => spans[at]?.from ?? null;
  const mean = (from: number, to: number) => counts.slice(from, to).reduce((sum, n) => sum + n, 0) / (to - from);
  try {
    const { best } = meanBreaks(counts);
    const ends = [0, ...best.breaks, counts.length];
    const changes = breakDates(counts, best.breaks).map(({ after, low, high }, i) => ({
      at: month(after) ?? '',
      low: low < 0 ? null : month(low),
      high: month(high),
      before: mean(ends[i] ?? 0, after),
      after: mean(after, ends[i + 2] ?? counts.length),
    }));
    const { statistic, p, after } = supF(counts);
    return {
      months,
      changes,
      supF: { statistic, p, at: month(after) ?? '' },
      second: partition(counts).map((at) => month(at) ?? ''),
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof NotEstimable)) throw error;
    return { months, changes: [], supF: null, second: [], refused: error.message };
  }
}

/** Median absolute deviation of a normal distribution, in standard deviations. */
const madOfNormal = 0.6745;

/** Changes of the square roots in units of their noise, which is told from steps between neighbours. */
function partition(counts: readonly number[]): readonly number[] {
  const roots = counts.map((count) => 2 * Math.sqrt(count + 3 / 8));
  const steps = roots.slice(1).map((value, i) => Math.abs(value - (roots[i] ?? 0)));
  const middle = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  // Counts have at least the noise of chance, which is 1 in these units.
  const noise = Math.max(1, middle / madOfNormal / Math.SQRT2);
  return optimalPartition(
    roots.map((value) => value / noise),
    'normal',
  ).changes;
}

function cautions({ name, changes, supF, second, months, refused }: Changes): string[] {
  if (refused !== null) return [`${name}: ${refused}`];
  const place = (at: string) => months.findIndex(({ from }) => from === at);
  const alone = changes.filter(({ at }) => !second.some((other) => Math.abs(place(other) - place(at)) <= near));
  const events = months.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(events < 60
      ? [
          `${name}: ${plural(events, 'count', 'counted')} in ${plural(months.length, 'month')} are few; a change would have to be large to be seen`,
        ]
      : []),
    ...(supF !== null && supF.p >= 0.05 && changes.length > 0
      ? [`${name}: the supF test sees no change (p ${supF.p.toFixed(2)}): the dates are weak`]
      : []),
    ...alone.map(({ at }) => `${name}: the second method sees no change within ${near} months of ${at}`),
    ...changes
      .filter(({ low, high }) => low === null || high === null)
      .map(({ at }) => `${name}: the interval of ${at} reaches beyond the series: the date says next to nothing`),
  ];
}
