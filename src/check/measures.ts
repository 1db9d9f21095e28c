import type { Claim } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import { type Form, fitting, type Matter, type Specifications } from './specifications.ts';

/** A way to count what a claim speaks of: what one row of event data adds, 0 when nothing. */
export interface Counting {
  /** As it is printed: `civilians killed`. */
  readonly name: string;
  /** `low`, `best`, `high`, or null where the data give only one number. */
  readonly estimate: string | null;
  readonly people: boolean;
  readonly of: (series: Series, i: number) => number;
}

type Amount = (series: Series, i: number) => number;

const stated = (n: number | undefined) => (n === undefined || Number.isNaN(n) ? 0 : n);

const deaths: Readonly<Record<string, Amount>> = {
  low: (series, i) => stated(series.killedLow[i]),
  best: (series, i) => stated(series.killedBest[i]),
  high: (series, i) => stated(series.killedHigh[i]),
};

/** What a claim is about, or null where event data do not count it. */
export function matterOf({ of, onCivilians }: Pick<Claim, 'of' | 'onCivilians'>): Matter | null {
  if (of === 'civilianFatalities' || (of === 'fatalities' && onCivilians)) return 'civilian-deaths';
  if (of === 'fatalities') return 'deaths';
  if (of === 'events') return onCivilians ? 'attacks-on-civilians' : 'attacks';
  return null;
}

/**
 * The countings that a claim's words may reasonably mean, as the table of specifications has them. Of deaths the data
 * give three estimates, of civilians killed and of events one.
 */
export function countingsOf(matter: Matter, form: Form, specifications: Specifications): readonly Counting[] {
  const estimates = fitting(specifications, 'estimate', form, matter);
  return fitting(specifications, 'measure', form, matter).flatMap(({ choice: name, how }): Counting[] => {
    const [unit, what, oneSided] = how.split(' ');
    const only = (amount: Amount): Amount =>
      oneSided === undefined ? amount : (series, i) => (series.oneSided[i] === 1 ? amount(series, i) : 0);
    if (unit === 'events') return [{ name, estimate: null, people: false, of: only(eventWith(what)) }];
    if (what === 'civilians')
      return [{ name, estimate: 'best', people: true, of: only((series, i) => stated(series.civilians[i])) }];
    return estimates.map(({ choice, how }) => ({
      name,
      estimate: choice,
      people: true,
      of: only(deaths[how] ?? (() => 0)),
    }));
  });
}

function eventWith(what: string | undefined): Amount {
  if (what === 'civilians') return (series, i) => (stated(series.civilians[i]) > 0 ? 1 : 0);
  if (what === 'killed') return (series, i) => (stated(series.killedBest[i]) > 0 ? 1 : 0);
  return () => 1;
}
