import type { Analysis, Behind, DatedTurn, Filters, Snapshot } from '../model/index.ts';
import type { OpenRecord } from '../record/index.ts';
import { addDays, firstDay, lastDay, monthsFromDay, type Span, spansBetween } from '../time/index.ts';
import { behind } from './behind.ts';
import { type Covered, chosenSnapshots, coverageOf, coverageWarnings, coveredPart, snapshotName } from './coverage.ts';
import { countMonths, type Monthly, stretch } from './monthly.ts';
import { type Compared, exactRatio, modelledRatio, type Ratio } from './ratios.ts';
import { filtersText, type Measure, measures, plural } from './words.ts';

/** A place of the filters: a country, or a first-level area of it. */
export interface Where {
  readonly country: string;
  readonly admin1: string | null;
}

/** What is set against what: time before against time after, or one place against another over the same time. */
export type Contrast =
  | {
      readonly kind: 'time';
      readonly turns: readonly DatedTurn[];
      readonly months: number;
      readonly control: Where | null;
    }
  | { readonly kind: 'place'; readonly other: Where };

/** One measure of one release, compared: counts with the time that they were counted over, and the ratios. */
export interface Comparison {
  readonly snapshot: Snapshot['id'];
  readonly name: string;
  readonly measure: Measure;
  /** What stands against what, as "24 months from 2021-12-01 against 24 months before". */
  readonly contrast: string;
  readonly after: { readonly count: number; readonly days: number };
  readonly before: { readonly count: number; readonly days: number };
  /** The same of the control, where there is one. */
  readonly control: { readonly after: number; readonly before: number; readonly ratio: Ratio } | null;
  readonly ratios: readonly Ratio[];
}

/** Events on both sides below which a comparison says little. */
const fewEvents = 20;
/** Share of the deaths of a side above which one event carries it. */
const carried = 0.3;

/** Compares rates: before and after dates, or two places. Each release apart; see the method for the models. */
export async function compare(
  record: OpenRecord,
  filters: Filters,
  contrast: Contrast,
): Promise<Analysis<'compare', readonly Comparison[]>> {
  const snapshots = await chosenSnapshots(record, filters);
  const covered = await coverageOf(record, snapshots, filters.country);
  const sides = contrast.kind === 'time' ? aroundTurns(contrast) : await alongPlaces(filters, contrast, covered);
  const data: Comparison[] = [];
  const warnings: string[] = [];
  let rows = 0;
  let beside = 0;
  for (const { months, after, text, other, split } of sides) {
    const own = await countMonths(record, filters, snapshots, months);
    const others = other === null ? null : await countMonths(record, { ...filters, ...other }, snapshots, months);
    for (const release of covered) {
      const monthly = own.get(release.snapshot.id);
      if (monthly === undefined || !covers(release, months, warnings, text)) continue;
      rows += monthly.counts.events.reduce((sum, count) => sum + count, 0);
      const control = others?.get(release.snapshot.id) ?? null;
      beside += control?.counts.events.reduce((sum, count) => sum + count, 0) ?? 0;
      for (const measure of measures) {
        const found = compareOne(monthly, control, { measure, split, places: after === null });
        data.push({
          ...found.comparison,
          snapshot: release.snapshot.id,
          name: snapshotName(release.snapshot),
          contrast: text,
        });
        warnings.push(...found.warnings.map((warning) => `${snapshotName(release.snapshot)}, ${measure}: ${warning}`));
      }
    }
  }
  const whole = {
    ...filters,
    from: sides.map(({ months }) => months[0]?.from ?? '').sort()[0] ?? null,
    to: lastOf(sides),
  };
  return {
    analysis: 'compare',
    question: `By how much do the rates differ: ${filtersText(filters)}, ${[...new Set(sides.map(({ text }) => text))].join('; ')}?`,
    filters: whole,
    snapshots,
    data,
    method,
    behind: await behindBoth(record, whole, snapshots, { rows, beside, other: sides[0]?.other ?? null }),
    warnings: [
      ...coverageWarnings(covered, filters),
      ...(data.length === 0 ? ['no release covers the whole time of the comparison: take a shorter --window'] : []),
      ...new Set(warnings),
      ...(data.some(({ measure }) => measure !== 'events')
        ? [
            'the exact ratio takes each death as independent; deaths come in clusters, so its intervals for deaths are too narrow: see the negative binomial beside it',
          ]
        : []),
    ],
  };
}

/** The rows of the place asked for and of the other one. */
async function behindBoth(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
  { rows, beside, other }: { rows: number; beside: number; other: Where | null },
): Promise<Behind> {
  const own = await behind(record, filters, snapshots, rows);
  if (other === null) return own;
  const second = await behind(record, { ...filters, ...other }, snapshots, beside);
  const ids = own.ids === null || second.ids === null ? null : [...own.ids, ...second.ids];
  return { rows: rows + beside, ids, query: `${own.query}; ${second.query}` };
}

const method: Analysis<'compare', unknown>['method'] = [
  {
    name: 'exact',
    text: 'Ratio of two Poisson rates with its exact 95 % interval, given the sum of both counts; takes each event or death as independent.',
    source: 'Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313',
  },
  {
    name: 'negative binomial',
    text: 'Regression of monthly counts on the days of the month, overdispersion by maximum likelihood; with two years or more a yearly sine and cosine; with a control the ratio of its ratio. Where counts vary no more than chance, quasi-Poisson instead.',
    source:
      'Venables & Ripley 2002, Modern Applied Statistics with S, 7.4; control: Bernal et al. 2018, doi:10.1093/ije/dyy135',
  },
  {
    name: 'Newey-West',
    text: 'The same ratio with errors that allow for months that resemble their neighbours; shown where the Ljung-Box test finds that they do.',
    source: 'Newey & West 1987, doi:10.2307/1913610',
  },
];

interface Sides {
  readonly months: readonly Span[];
  /** Months before the split; of places: all of them. */
  readonly split: number;
  /** First day after; null where places are compared. */
  readonly after: string | null;
  readonly text: string;
  readonly other: Where | null;
}

function aroundTurns({ turns, months, control }: Extract<Contrast, { kind: 'time' }>): Sides[] {
  const days = new Map<string, string>();
  for (const { name, date } of turns) days.set(firstDay(date), days.get(firstDay(date)) ?? name);
  return [...days].map(([day, name]) => ({
    months: [...monthsFromDay(day, -months), ...monthsFromDay(day, months)],
    split: months,
    after: day,
    text: `${plural(months, 'month')} from ${day}${name === day ? '' : ` (${name})`} on against the ${plural(months, 'month')} before${control === null ? '' : `, beyond what changed in ${whereText(control)}`}`,
    other: control,
  }));
}

const whereText = ({ country, admin1 }: Where) => (admin1 === null ? country : `${admin1}, ${country}`);

/** Whole months within the filters' time, else within what all releases cover. */
async function alongPlaces(
  filters: Filters,
  { other }: Extract<Contrast, { kind: 'place' }>,
  covered: readonly Covered[],
): Promise<Sides[]> {
  const days = covered.flatMap(({ days }) => (days === null ? [] : [days]));
  const from =
    filters.from ??
    days
      .map(({ from }) => from)
      .sort()
      .at(-1) ??
    '';
  const to = filters.to ?? days.map(({ to }) => addDays(to, -1)).sort()[0] ?? '';
  const months = spansBetween(from, to, 'month').filter((month) => month.from >= from && month.to <= addDays(to, 1));
  return [
    {
      months,
      split: months.length,
      after: null,
      text: `against ${whereText(other)} over the same ${plural(months.length, 'month')}`,
      other,
    },
  ];
}

const lastOf = (sides: readonly Sides[]): string | null => {
  const end = sides
    .map(({ months }) => months.at(-1)?.to ?? '')
    .sort()
    .at(-1);
  return end === undefined || end === '' ? null : addDays(end, -1);
};

/** True when the release covers all the months; else a warning says what it covers. */
function covers({ snapshot, days }: Covered, months: readonly Span[], warnings: string[], text: string): boolean {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || days === null) return false;
  if (coveredPart(days, { from: first.from, to: last.to }) === 'whole') return true;
  warnings.push(
    `${snapshotName(snapshot)} covers ${days.from} to ${addDays(days.to, -1)}, not all of ${text}: it is left out`,
  );
  return false;
}

function compareOne(
  monthly: Monthly,
  beside: Monthly | null,
  { measure, split, places }: { measure: Measure; split: number; places: boolean },
): { comparison: Omit<Comparison, 'snapshot' | 'name' | 'contrast'>; warnings: string[] } {
  const end = monthly.months.length;
  const after = places ? stretch(monthly, measure, 0, end) : stretch(monthly, measure, split, end);
  const before = places && beside !== null ? stretch(beside, measure, 0, end) : stretch(monthly, measure, 0, split);
  const control =
    places || beside === null
      ? null
      : { after: stretch(beside, measure, split, end), before: stretch(beside, measure, 0, split) };
  const time = monthly.months.map((_, i) => i);
  const own = monthly.counts[measure];
  const other = beside?.counts[measure] ?? [];
  const since = time.map((t) => (t >= split ? 1 : 0));
  const [ones, zeros] = [time.map(() => 1), time.map(() => 0)];
  const compared: Compared =
    beside === null
      ? { counts: own, days: monthly.days, after: since, time, treated: null }
      : {
          counts: [...own, ...other],
          days: [...monthly.days, ...beside.days],
          after: places ? [...ones, ...zeros] : [...since, ...since],
          time: [...time, ...time],
          treated: places ? null : [...ones, ...zeros],
        };
  const modelled = modelledRatio(compared);
  return {
    comparison: {
      measure,
      after: { count: after.count, days: after.time },
      before: { count: before.count, days: before.time },
      control: control && {
        after: control.after.count,
        before: control.before.count,
        ratio: exactRatio(control.after, control.before),
      },
      ratios: [exactRatio(after, before), ...modelled.ratios],
    },
    warnings: [
      ...modelled.warnings,
      ...fragile(monthly, measure, { after: after.count, before: before.count, split: places ? 0 : split }),
    ],
  };
}

/** What makes a comparison fragile: few events, one event that carries a side. */
function fragile(
  monthly: Monthly,
  measure: Measure,
  { after, before, split }: { after: number; before: number; split: number },
): string[] {
  if (measure === 'events')
    return after + before < fewEvents
      ? [`only ${plural(after + before, 'event')} on both sides: one more or less moves the ratio`]
      : [];
  const most = Math.max(0, ...monthly.largest.slice(split));
  const share = after === 0 ? 0 : most / after;
  return measure === 'deaths' && share >= carried
    ? [`one event with ${most} killed makes ${Math.round(share * 100)} % of the deaths of the later side`]
    : [];
}

/** The turn that a date given by hand is. */
export const givenTurn = (date: string): DatedTurn => ({
  name: firstDay(date),
  date,
  source: lastDay(date) === date ? 'the day given' : 'the first day of the time given',
  url: null,
});
