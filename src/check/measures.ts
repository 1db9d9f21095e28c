import type { Claim, Measure } from '../model/index.ts';
import type { Series } from '../record/index.ts';

/** A way to count what a claim speaks of: what one row of event data adds, 0 when nothing. */
export interface Counting {
  /** As it is printed: `civilians killed`. */
  readonly name: string;
  /** `low`, `best`, `high`, or null where the data give only one number. */
  readonly estimate: 'low' | 'best' | 'high' | null;
  readonly people: boolean;
  readonly of: (series: Series, i: number) => number;
}

const stated = (n: number | undefined) => (n === undefined || Number.isNaN(n) ? 0 : n);
const deaths = (series: Series, i: number, estimate: 'low' | 'best' | 'high') =>
  stated({ low: series.killedLow, best: series.killedBest, high: series.killedHigh }[estimate][i]);

const estimates = ['low', 'best', 'high'] as const;

const killed: readonly Counting[] = estimates.map((estimate) => ({
  name: 'people killed',
  estimate,
  people: true,
  of: (series, i) => deaths(series, i, estimate),
}));

const killedOneSided: readonly Counting[] = estimates.map((estimate) => ({
  name: 'people killed in one-sided violence',
  estimate,
  people: true,
  of: (series, i) => (series.oneSided[i] === 1 ? deaths(series, i, estimate) : 0),
}));

const civilians: Counting = {
  name: 'civilians killed',
  estimate: 'best',
  people: true,
  of: (series, i) => stated(series.civilians[i]),
};

const eventsWithCivilianDeaths: Counting = {
  name: 'events with civilian deaths',
  estimate: null,
  people: false,
  of: (series, i) => (stated(series.civilians[i]) > 0 ? 1 : 0),
};

const oneSidedEvents: Counting = {
  name: 'events of one-sided violence',
  estimate: null,
  people: false,
  of: (series, i) => series.oneSided[i] ?? 0,
};

const allEvents: Counting = { name: 'violent events', estimate: null, people: false, of: () => 1 };

const eventsWithDeaths: Counting = {
  name: 'events with deaths',
  estimate: null,
  people: false,
  of: (series, i) => (deaths(series, i, 'best') > 0 ? 1 : 0),
};

/**
 * The countings that a claim's words may reasonably mean. A change in "civilian casualties" or "attacks on civilians"
 * can be told in deaths or in events, so both are tried; a count is of people or of events and stays what it is.
 */
export function countingsOf(claim: Pick<Claim, 'kind' | 'of' | 'onCivilians'>): readonly Counting[] {
  const change = claim.kind !== 'count';
  const measure: Measure = claim.of === 'fatalities' && claim.onCivilians ? 'civilianFatalities' : claim.of;
  switch (measure) {
    case 'civilianFatalities':
      return [civilians, ...killedOneSided, ...(change ? [eventsWithCivilianDeaths, oneSidedEvents] : [])];
    case 'fatalities':
      return [...killed, ...(change ? [eventsWithDeaths] : [])];
    case 'events':
      return claim.onCivilians
        ? [eventsWithCivilianDeaths, oneSidedEvents, ...(change ? [civilians, ...killedOneSided] : [])]
        : [allEvents, eventsWithDeaths, oneSidedEvents, ...(change ? killed : [])];
    case 'injured':
    case 'personnel':
    case 'displaced':
    case 'accounts':
    case 'money':
    case 'other':
      return [];
    default:
      return measure satisfies never;
  }
}
