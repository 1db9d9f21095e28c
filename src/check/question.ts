import type { Claim, DatedTurn, Estimate, Period, Place } from '../model/index.ts';
import { firstDay } from '../time/index.ts';
import { matterOf } from './measures.ts';
import type { RankUnit } from './rank.ts';
import type { Matter } from './specifications.ts';
import { type Days, daysOf, span, splits } from './windows.ts';

type Open = 'above' | 'below' | null;

interface Named {
  readonly name: string;
  readonly days: Days;
}

/** What can be asked of event data about a claim, or why nothing can. */
export type Question =
  | {
      readonly kind: 'change';
      readonly of: Asked;
      /** Percent; null: only a direction. */
      readonly claimed: number | null;
      readonly up: boolean;
      readonly open: Open;
      readonly when: Spans;
      /** The place that it is compared with; null: the same place at another time. */
      readonly against: Place | null;
    }
  | {
      readonly kind: 'count' | 'share';
      readonly of: Asked;
      /** A number, or a part in percent. */
      readonly claimed: number;
      readonly open: Open;
      readonly periods: readonly Named[];
    }
  | {
      readonly kind: 'ranking';
      readonly of: Asked;
      readonly unit: RankUnit;
      readonly span: Named;
      /** ISO day from which others are compared; null: as far as the data reach. */
      readonly from: string | null;
    }
  | { readonly kind: 'none'; readonly reason: string };

interface Asked {
  readonly matter: Matter;
  readonly countries: readonly string[];
  /** The place as people name it. */
  readonly text: string;
}

/** Where a change is looked for: around days that may be the turning point, or between two spans that the claim states. */
export type Spans =
  | { readonly kind: 'around'; readonly days: readonly number[]; readonly names: readonly string[] }
  | { readonly kind: 'stated'; readonly period: Days; readonly baseline: Days };

const uncountable: Readonly<Record<string, string>> = {
  injured: 'the wounded',
  personnel: 'troops or staff',
  displaced: 'the displaced',
  accounts: 'accounts on social media',
  money: 'money',
  other: 'this quantity',
};

const none = (reason: string): Question => ({ kind: 'none', reason });

/** Reads a claim as a question to event data. `published` is the ISO day on which it was made, or null. */
export function questionOf(claim: Claim, turns: readonly DatedTurn[], published: string | null): Question {
  const matter = matterOf(claim);
  if (matter === null)
    return none(
      `Event data do not count ${uncountable[claim.of] ?? claim.of}; such a figure can only be compared between documents.`,
    );
  const { place } = claim;
  if (place === null || place.countries.length === 0)
    return none('The claim names no country, and its text does not make one clear.');
  if (place.precision !== 'country' && place.precision !== 'region')
    return none(`The claim is about ${place.text}, a part of a country; the record is counted by country.`);
  if (claim.actor !== null)
    return none(
      `The claim is about one party (${claim.actor}); the rows of the data sets are counted for all parties together.`,
    );
  const of: Asked = { matter, countries: place.countries, text: place.name ?? place.text };
  if (claim.versus?.kind === 'whole')
    return periodQuestion('share', of, claim.versus.percent, claim.period, published, 'is a share');
  if (claim.versus?.kind === 'rank') return rankQuestion(claim, claim.versus.unit, of);
  if (claim.versus?.kind === 'place') return placeQuestion(claim, claim.versus.place, of);
  if (claim.kind !== 'count') return changeQuestion(claim, of, turns);
  if (claim.per !== null) return none(`The claim is a rate per ${claim.per}, not a count over a period.`);
  return periodQuestion('count', of, claim.value, claim.period, published, 'counts');
}

function periodQuestion(
  kind: 'count' | 'share',
  of: Asked,
  value: Estimate | null,
  period: Period | null,
  published: string | null,
  does: string,
): Question {
  const claimed = value?.best ?? value?.low ?? value?.high ?? null;
  if (claimed === null || claimed <= 0) return none('The claim gives no number above zero.');
  if (period === null) return none(`The claim does not say over which time it ${does}.`);
  const days = daysOf(period);
  if (days === null) return none('The claim does not say where its time begins or ends.');
  const periods = [{ name: span(days), days }];
  const told = published === null ? null : daysOf({ from: published, to: published });
  if (told !== null && told.end < days.end && told.end > days.start) {
    const soFar = { start: days.start, end: told.end };
    periods.push({ name: `${span(soFar)}, up to its publication`, days: soFar });
  }
  return { kind, of, claimed, open: openSide(value), periods };
}

/** "the deadliest month since 2015": the month that the claim speaks of against all others from there on. */
function rankQuestion({ period, since, baseline }: Claim, unit: RankUnit, of: Asked): Question {
  const days = period === null ? null : daysOf(period);
  if (days === null)
    return none(`The claim does not say which ${unit === 'event' ? 'day its event was on' : unit} it speaks of.`);
  const from = since?.date?.from ?? baseline?.from ?? null;
  return { kind: 'ranking', of, unit, span: { name: span(days), days }, from: from === null ? null : firstDay(from) };
}

/** "twice as many as in Niger": one period, two places. */
function placeQuestion(claim: Claim, place: Place, of: Asked): Question {
  if (place.countries.length === 0 || (place.precision !== 'country' && place.precision !== 'region'))
    return none(`The claim compares with ${place.text}; the record is counted by country.`);
  const days = claim.period === null ? null : daysOf(claim.period);
  if (days === null) return none('The claim does not say over which time it compares the two places.');
  const size = claim.percent ?? (claim.factor === null ? null : (claim.factor - 1) * 100);
  const up = claim.direction !== 'down' && (size === null || size >= 0);
  const claimed = size === null ? null : up ? size : -Math.abs(size);
  const when: Spans = { kind: 'stated', period: days, baseline: days };
  return { kind: 'change', of, claimed, up, open: openSide(claim.size), when, against: place };
}

function changeQuestion(claim: Claim, of: Asked, turns: readonly DatedTurn[]): Question {
  const size = claim.percent ?? (claim.factor === null ? null : (claim.factor - 1) * 100);
  if (claim.direction === null && size === null) return none('The claim gives neither a size nor a direction.');
  const up = claim.direction !== 'down' && (size === null || size >= 0);
  const when = spansOf(claim, turns);
  if (when === null)
    return none(
      claim.since === null
        ? 'The claim does not say what it compares with: no turning point and no baseline.'
        : `No dated turning point is known for "${claim.since.text}".`,
    );
  const claimed = size === null ? null : up ? size : -Math.abs(size);
  return { kind: 'change', of, claimed, up, open: openSide(claim.size), when, against: null };
}

/** Two spans where the claim gives both; else the turning points it may mean; else the beginning of the time it is about. */
function spansOf(claim: Claim, turns: readonly DatedTurn[]): Spans | null {
  const period = claim.period === null ? null : daysOf(claim.period);
  const baseline = claim.baseline === null ? null : daysOf(claim.baseline);
  if (period !== null && baseline !== null) return { kind: 'stated', period, baseline };
  const dated: DatedTurn[] = [...turns];
  const own = ownDate(claim.since?.date ?? null);
  if (own !== null) dated.unshift({ name: claim.since?.text ?? own, date: own, source: 'the claim itself', url: null });
  if (dated.length > 0)
    return {
      kind: 'around',
      days: dated.flatMap(splits),
      names: dated.map(({ name, date, source }) => `${name}, ${date} (${source})`),
    };
  if (claim.since !== null || period === null) return null;
  return { kind: 'around', days: [period.start], names: [`the beginning of ${span(period)}`] };
}

/** The date of a turning point that the claim gives itself; a year is too wide to split time at. */
function ownDate(date: Period | null): string | null {
  const from = date?.from ?? null;
  return from !== null && from.length >= 7 ? from : null;
}

/** "at least 12" is open above, "at most 12" below; "nearly 12" and "about 12" mean 12. */
function openSide(value: Estimate | null): Open {
  if (value === null) return null;
  if (value.low !== null && value.high === null) return 'above';
  return value.high !== null && value.best === null && value.low === null ? 'below' : null;
}

/** The last day that a claim can speak of. */
export const lastKnown = (published: string | null, covered: Days): number =>
  published === null ? covered.end : (daysOf({ from: published, to: published })?.end ?? covered.end);
