import type { Claim, DatedTurn, Estimate, Period } from '../model/index.ts';
import { type Counting, countingsOf } from './measures.ts';
import { type Days, daysOf, span, splits } from './windows.ts';

/** What can be asked of event data about a claim, or why nothing can. */
export type Question =
  | {
      readonly kind: 'change';
      readonly of: Asked;
      /** Percent; null: only a direction. */
      readonly claimed: number | null;
      readonly up: boolean;
      readonly open: 'above' | 'below' | null;
      readonly when: Spans;
    }
  | {
      readonly kind: 'count';
      readonly of: Asked;
      readonly claimed: number;
      readonly open: 'above' | 'below' | null;
      readonly periods: readonly { name: string; days: Days }[];
    }
  | { readonly kind: 'none'; readonly reason: string };

interface Asked {
  readonly countings: readonly Counting[];
  readonly countries: readonly string[];
  /** The question as a sentence, without its verb. */
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
  const countings = countingsOf(claim);
  if (countings.length === 0)
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
  const of = { countings, countries: place.countries, text: place.name ?? place.text };
  return claim.kind === 'count' ? countQuestion(claim, of, published) : changeQuestion(claim, of, turns);
}

function countQuestion(claim: Claim, of: Asked, published: string | null): Question {
  const value = claim.value;
  const claimed = value?.best ?? value?.low ?? value?.high ?? null;
  if (claimed === null || claimed <= 0) return none('The claim gives no number above zero.');
  if (claim.per !== null) return none(`The claim is a rate per ${claim.per}, not a count over a period.`);
  if (claim.period === null) return none('The claim does not say over which time it counts.');
  const days = daysOf(claim.period);
  if (days === null) return none('The claim does not say where its time begins or ends.');
  const periods = [{ name: span(days), days }];
  const told = published === null ? null : daysOf({ from: published, to: published });
  if (told !== null && told.end < days.end && told.end > days.start) {
    const soFar = { start: days.start, end: told.end };
    periods.push({ name: `${span(soFar)}, up to its publication`, days: soFar });
  }
  return { kind: 'count', of, claimed, open: openSide(value), periods };
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
  return { kind: 'change', of, claimed, up, open: openSide(claim.size), when };
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
function openSide(value: Estimate | null): 'above' | 'below' | null {
  if (value === null) return null;
  if (value.low !== null && value.high === null) return 'above';
  return value.high !== null && value.best === null && value.low === null ? 'below' : null;
}

/** The last day that a claim can speak of. */
export const lastKnown = (published: string | null, covered: Days): number =>
  published === null ? covered.end : (daysOf({ from: published, to: published })?.end ?? covered.end);
