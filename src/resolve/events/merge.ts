import type { Contradiction, Estimate, Event, Participant, Place, Report } from '../../model/index.ts';
import { isNonEmpty } from '../../model/index.ts';
import { fits, score } from './compare.ts';
import { doerShare, targetShare } from './compare-parties.ts';
import { placeShare } from './compare-place.ts';
import { central, type Facts } from './facts.ts';
import { independent } from './sources.ts';

/** The id of an event whose first report in the record is this. */
export const eventId = (report: Report['id']): Event['id'] => `event-${report}` as Event['id'];

/** Merges reports of one happening. The same reports give the same event, in whatever order they are given. */
export function merge(members: readonly Facts[]): Event {
  const facts = inOrder(members);
  const reports = facts.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined || !isNonEmpty(reports)) throw new Error('an event without a report');
  const sources = independent(facts);
  // What is denied or only planned brings no number, unless nothing else is told.
  const told = facts.filter(({ report: { status } }) => status === 'asserted' || status === 'alleged');
  const counting = told.length > 0 ? told : facts;
  const number = (of: Counted) => mergedNumber(counting, of, sources);
  const speakers = new Set(facts.map(({ speaker }) => speaker));
  return {
    id: eventId(first.id),
    type: mostly(reports.map(({ type }) => type)) ?? first.type,
    mode: mostly(reports.flatMap(({ mode }) => mode ?? [])),
    source: distinct(counting.flatMap(({ report }) => report.source)),
    target: distinct(counting.flatMap(({ report }) => report.target)),
    place: closest(reports.flatMap(({ place }) => place ?? [])),
    when: narrowest(facts)?.report.when ?? null,
    killed: number('killed'),
    injured: number('injured'),
    abducted: number('abducted'),
    arrested: number('arrested'),
    status: statusOf(reports),
    by: speakers.size === 1 ? first.by : null,
    reports: [
      { id: first.id, provenance: first.provenance },
      ...reports.slice(1).map(({ id, provenance }) => ({ id, provenance })),
    ],
    sources: new Set(sources.values()).size,
    contradicts: contradictions(facts, sources),
  };
}

/** The order in which the record grew; reports of one step by their ids. */
export const inOrder = (facts: readonly Facts[]): Facts[] =>
  [...facts].sort((a, b) => a.told.order - b.told.order || (a.report.id < b.report.id ? -1 : 1));

type Counted = 'killed' | 'injured' | 'abducted' | 'arrested';

/** The value given most often; among equals the one given first. */
function mostly<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = value;
  return best;
}

function statusOf(reports: readonly Report[]): Report['status'] {
  const order = ['asserted', 'alleged', 'denied', 'planned', 'hypothetical'] as const;
  return order.find((status) => reports.some((report) => report.status === status)) ?? 'asserted';
}

const distinct = (parties: readonly Participant[]): Participant[] => {
  const named = new Map<string, Participant>();
  for (const party of parties) {
    const key = party.actor ?? party.text;
    if (!named.has(key)) named.set(key, party);
  }
  const all = [...named.values()];
  // "Gunmen" says nothing beside a name.
  const resolved = all.filter(({ actor }) => actor !== null);
  return resolved.length > 0 ? resolved : all;
};

const closeness = ['exact', 'near', 'admin2', 'admin1', 'country', 'region'];

function closest(places: readonly Place[]): Place | null {
  const rank = ({ precision }: Place) => (precision === null ? 2.5 : closeness.indexOf(precision));
  const least = Math.min(...places.map(rank));
  const best = places.filter((place) => rank(place) === least);
  const name = mostly(best.map((place) => place.name ?? place.text));
  return best.find((place) => (place.name ?? place.text) === name) ?? null;
}

function narrowest(facts: readonly Facts[]): Facts | null {
  const dated = facts.filter(({ first }) => !Number.isNaN(first));
  const least = Math.min(...dated.map(({ first, last }) => last - first));
  const best = dated.filter(({ first, last }) => last - first === least);
  const day = mostly(best.map(({ first }) => first));
  return best.find(({ first }) => first === day) ?? null;
}

/**
 * Low and high are the lowest and highest that a source gives; best is the number that most independent sources give,
 * the latest published of equals (tolls rise as the dead are found), with rows of data sets, which are compiled later,
 * as the latest.
 */
function mergedNumber(facts: readonly Facts[], of: Counted, sources: ReadonlyMap<Facts, string>): Estimate | null {
  const given = facts.flatMap((one) => {
    const estimate = one.report[of];
    return estimate === null ? [] : [{ one, estimate }];
  });
  const [only] = given;
  if (only === undefined) return null;
  if (given.length === 1) return only.estimate;
  const lows = given.flatMap(({ estimate: { low, best } }) => low ?? best ?? []);
  const highs = given.flatMap(({ estimate: { high, best } }) => high ?? best ?? []);
  const open = given.some(({ estimate: { best, high } }) => best === null && high === null);
  const best = bestOf(given, sources);
  return {
    low: lows.length === 0 ? null : Math.min(...lows, ...(best === null ? [] : [best])),
    best,
    high: highs.length === 0 || open ? null : Math.max(...highs),
  };
}

function bestOf(
  given: readonly { readonly one: Facts; readonly estimate: Estimate }[],
  sources: ReadonlyMap<Facts, string>,
): number | null {
  // "At least 100" is no other number than 160, only less of it.
  const isLess = ({ low, best, high }: Estimate) =>
    best !== null && low === best && high === null && given.some(({ estimate }) => (estimate.best ?? 0) > best);
  const backers = new Map<number, { sources: Set<string>; latest: number }>();
  for (const { one, estimate } of given) {
    const value = estimate.best;
    if (value === null || isLess(estimate)) continue;
    const backing = backers.get(value) ?? { sources: new Set<string>(), latest: Number.NEGATIVE_INFINITY };
    backing.sources.add(sources.get(one) ?? '');
    const published = one.row ? Number.MAX_SAFE_INTEGER : one.published;
    if (published > backing.latest) backing.latest = published;
    backers.set(value, backing);
  }
  const ranked = [...backers].sort(([m, a], [n, b]) => b.sources.size - a.sources.size || b.latest - a.latest || n - m);
  return ranked[0]?.[0] ?? null;
}

/** What the members differ on; numbers only between independent sources. */
function contradictions(facts: readonly Facts[], sources: ReadonlyMap<Facts, string>): Contradiction[] {
  const found = new Set<Contradiction>();
  const statuses = new Set(facts.map(({ report }) => report.status));
  if (statuses.has('denied') && statuses.size > 1) found.add('status');
  facts.forEach((a, i) => {
    for (let j = i + 1; j < facts.length; j++) {
      const b = facts[j] as Facts;
      if (Math.max(a.first, b.first) > Math.min(a.last, b.last)) found.add('when');
      if (placeShare(a, b) < 0) found.add('place');
      if (doerShare(a, b) < 0) found.add('source');
      if (targetShare(a, b) < 0) found.add('target');
      if (sources.get(a) === sources.get(b) && a.owner === b.owner) continue;
      for (const of of ['killed', 'injured', 'abducted', 'arrested'] as const) {
        const [m, n] = [a.report[of], b.report[of]];
        if (m !== null && n !== null && central(m) !== central(n) && !fits(m, n)) found.add(of);
      }
    }
  });
  return [...found].sort();
}

/** The member that a report is most like, and how much. */
export function nearest(one: Facts, others: readonly Facts[]): { other: Facts; bits: number } | null {
  let best: { other: Facts; bits: number } | null = null;
  for (const other of others) {
    const bits = score(one, other);
    if (best === null || bits > best.bits) best = { other, bits };
  }
  return best;
}
