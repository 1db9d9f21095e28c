import { type Filters, type Snapshot, UnusableInput } from '../model/index.ts';
import { hasRows, listSnapshots, type OpenRecord, rowSpan } from '../record/index.ts';
import { addDays, type Span } from '../time/index.ts';

/** A release and the days that it can tell something about. */
export interface Covered {
  readonly snapshot: Snapshot;
  /** What the release sets out to cover, else from its first row to its last; null: it has no rows of the country. */
  readonly days: Span | null;
}

export const snapshotName = ({ dataset, release }: Snapshot): string => `${dataset} ${release}`;

/** The releases that the filters ask for. Throws {@link UnusableInput} where the record has none. */
export async function chosenSnapshots(
  record: OpenRecord,
  { dataset, release }: Pick<Filters, 'dataset' | 'release'>,
): Promise<Snapshot[]> {
  const all = await listSnapshots(record);
  const chosen = all.filter(
    (snapshot) =>
      (dataset ?? snapshot.dataset) === snapshot.dataset && (release ?? snapshot.release) === snapshot.release,
  );
  if (chosen.length > 0) return chosen;
  const asked = [dataset, release].filter((part) => part !== null).join(' ');
  throw new UnusableInput({
    file: record.folder,
    line: null,
    found: all.length === 0 ? 'no data set' : `no release ${asked}`,
    expected: all.length === 0 ? 'event data to count' : `one of ${all.map(snapshotName).join(', ')}`,
    wayOut: all.length === 0 ? 'Import some: griot import FILE.' : 'Name one of these with --dataset and --release.',
  });
}

/**
 * What each release covers. One that has not a single row of the country may be an extract of other countries, so it
 * tells nothing about this one, not even zeros.
 */
export async function coverageOf(
  record: OpenRecord,
  snapshots: readonly Snapshot[],
  country: string | null,
): Promise<Covered[]> {
  const covered: Covered[] = [];
  for (const snapshot of snapshots) {
    const known = country === null || (await hasRows(record, snapshot, { country, admin1: null }));
    const days = known ? (snapshot.coverage ?? (await rowSpan(record, snapshot))) : null;
    covered.push({ snapshot, days: days === null ? null : { from: days.from, to: addDays(days.to, 1) } });
  }
  return covered;
}

/** How much of a span the release covers. */
export function coveredPart(days: Span | null, span: Span): 'whole' | 'part' | 'none' {
  if (days === null || span.to <= days.from || span.from >= days.to) return 'none';
  return span.from >= days.from && span.to <= days.to ? 'whole' : 'part';
}

/** Cautions about what the releases cover, and that they must not be added up. */
export function coverageWarnings(covered: readonly Covered[], filters: Filters): string[] {
  const samples = covered.flatMap(({ snapshot }) =>
    snapshot.sample === null ? [] : [`${snapshotName(snapshot)} is ${snapshot.sample}`],
  );
  const missing = covered.flatMap(({ snapshot, days }) =>
    days === null
      ? [
          `${snapshotName(snapshot)} as imported has no row for ${filters.country ?? 'anywhere'}: that is a gap, not peace`,
        ]
      : [],
  );
  const known = covered.filter(({ days, snapshot }) => days !== null && snapshot.coverage === null);
  const guessed = known.map(
    ({ snapshot }) => `${snapshotName(snapshot)} does not say what it covers: its first and last row stand in for it`,
  );
  const overlap = covered.some((a, i) => covered.some((b, j) => i < j && overlaps(a.days, b.days)));
  const several = overlap
    ? [
        'data sets and releases here cover the same time and may tell of the same events: read them side by side, never add them',
      ]
    : [];
  return [...samples, ...missing, ...guessed, ...several];
}

const overlaps = (a: Span | null, b: Span | null) => a !== null && b !== null && a.from < b.to && b.from < a.to;
