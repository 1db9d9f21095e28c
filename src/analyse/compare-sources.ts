import { distanceKm } from '../geo/index.ts';
import type { Analysis, Filters, Report, Snapshot } from '../model/index.ts';
import { listRows, type OpenRecord } from '../record/index.ts';
import { dayNumber } from '../time/index.ts';
import { rowsCommand } from './behind.ts';
import { chosenSnapshots, coverageOf, coverageWarnings, snapshotName } from './coverage.ts';
import { filtersText, plural } from './words.ts';

/** Two rows that may be one happening. */
export interface Match {
  readonly a: Report;
  readonly b: Report;
  /** `id`: the same row of two releases; `day and place`: told by nearness. */
  readonly by: 'id' | 'day and place';
  readonly daysApart: number;
  /** null: one of them has no coordinates. */
  readonly kmApart: number | null;
  /** Both state the deaths (best), and state them differently. */
  readonly deathsDiffer: boolean;
}

/** Two releases side by side. */
export interface SourcesCompared {
  readonly a: string;
  readonly b: string;
  readonly matched: readonly Match[];
  readonly onlyA: readonly Report[];
  readonly onlyB: readonly Report[];
}

/** Days and kilometres up to which rows of two data sets may be one happening. */
const nearby = { days: 2, km: 25 } as const;

/** A data set, or a release of it, as the user names it. */
export interface Named {
  readonly dataset: string;
  readonly release: string | null;
}

/**
 * The rows of two releases side by side: matched, only in one, and where the deaths differ. Releases of one data set are
 * matched by the ids of their rows, others by day and place, the nearest pairs first, each row once.
 */
export async function compareSources(
  record: OpenRecord,
  filters: Filters,
  names: readonly [Named, Named],
): Promise<Analysis<'compare-sources', SourcesCompared>> {
  const [a, b] = [await newest(record, names[0]), await newest(record, names[1])];
  const [first, second] = [await listRows(record, filters, [a]), await listRows(record, filters, [b])];
  const pairs = a.dataset === b.dataset ? byId(first, second) : byPlace(first, second);
  const matched = pairs.sort((x, y) => Number(y.deathsDiffer) - Number(x.deathsDiffer) || deaths(y) - deaths(x));
  const [inA, inB] = [new Set(pairs.map((pair) => pair.a)), new Set(pairs.map((pair) => pair.b))];
  const covered = await coverageOf(record, [a, b], filters.country);
  const command = ({ dataset, release }: Snapshot) => rowsCommand({ ...filters, dataset, release });
  return {
    analysis: 'compare-sources',
    question: `What do ${snapshotName(a)} and ${snapshotName(b)} have in common: ${filtersText(filters)}?`,
    filters,
    snapshots: [a, b],
    data: {
      a: snapshotName(a),
      b: snapshotName(b),
      matched,
      onlyA: first.filter((row) => !inA.has(row)),
      onlyB: second.filter((row) => !inB.has(row)),
    },
    method: [
      {
        name: 'match',
        text:
          a.dataset === b.dataset
            ? 'Rows of two releases of one data set are the same where their ids are.'
            : `Rows of two data sets are matched where their days are at most ${nearby.days} apart and their places at most ${nearby.km} km, the nearest pairs first, each row once; rows without coordinates where the names of their places are equal.`,
        source: null,
      },
    ],
    behind: {
      rows: first.length + second.length,
      ids: [...first, ...second].map(({ id }) => id),
      query: `${command(a)}; ${command(b)}`,
    },
    warnings: [
      ...coverageWarnings(covered, filters).filter((warning) => !warning.includes('never add')),
      ...(a.dataset === b.dataset
        ? []
        : ['a match by day and place is a likeness, not a proof: two attacks on a place on a day look like one']),
      ...vague(first, a),
      ...vague(second, b),
    ],
  };
}

/** The release named, or the newest of the data set. */
async function newest(record: OpenRecord, { dataset, release }: Named): Promise<Snapshot> {
  const found = (await chosenSnapshots(record, { dataset, release })).at(-1);
  if (found === undefined) throw new RangeError('a choice of releases is never empty');
  return found;
}

function vague(rows: readonly Report[], snapshot: Snapshot): string[] {
  const wide = rows.filter((row) => ['admin1', 'country', 'region'].includes(row.place?.precision ?? '')).length;
  return wide === 0
    ? []
    : [
        `${plural(wide, 'row')} of ${snapshotName(snapshot)} are placed to an area only: their coordinates stand for all of it`,
      ];
}

const rowOf = ({ provenance, id }: Report) => (provenance.kind === 'row' ? provenance.row : id);

function byId(first: readonly Report[], second: readonly Report[]): Match[] {
  const others = new Map(second.map((row) => [rowOf(row), row]));
  return first.flatMap((a) => {
    const b = others.get(rowOf(a));
    return b === undefined ? [] : [matchOf(a, b, 'id')];
  });
}

function byPlace(first: readonly Report[], second: readonly Report[]): Match[] {
  const near = first.flatMap((a) =>
    second.flatMap((b) => {
      if (daysApart(a, b) > nearby.days) return [];
      const pair = matchOf(a, b, 'day and place');
      const close = pair.kmApart === null ? samePlace(a, b) : pair.kmApart <= nearby.km;
      return close ? [pair] : [];
    }),
  );
  near.sort((x, y) => farness(x) - farness(y) || (x.a.id < y.a.id ? -1 : 1));
  const taken = new Set<Report>();
  return near.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
}

/** Days and kilometres in shares of what is near; rows that give other deaths come after those that agree. */
const farness = ({ daysApart, kmApart, deathsDiffer }: Match) =>
  daysApart / nearby.days + (kmApart ?? nearby.km / 2) / nearby.km + (deathsDiffer ? 0.25 : 0);

const samePlace = (a: Report, b: Report) =>
  a.place?.name != null && a.place.name.toLowerCase() === b.place?.name?.toLowerCase();

function matchOf(a: Report, b: Report, by: Match['by']): Match {
  const [killed, other] = [a.killed?.best ?? null, b.killed?.best ?? null];
  return {
    a,
    b,
    by,
    daysApart: daysApart(a, b),
    kmApart: kmApart(a, b),
    deathsDiffer: killed !== null && other !== null && killed !== other,
  };
}

const deaths = ({ a, b }: Match) => Math.max(a.killed?.best ?? 0, b.killed?.best ?? 0);

/** 0 where the spans share a day. */
function daysApart({ when: a }: Report, { when: b }: Report): number {
  if (!a?.from || !b?.from) return Number.POSITIVE_INFINITY;
  const gap = (x: string, y: string) => dayNumber(y) - dayNumber(x);
  return Math.max(0, gap(a.to ?? a.from, b.from), gap(b.to ?? b.from, a.from));
}

function kmApart({ place: a }: Report, { place: b }: Report): number | null {
  if (a?.latitude == null || a.longitude === null || b?.latitude == null || b.longitude === null) return null;
  return distanceKm({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude });
}
