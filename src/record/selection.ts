import type { Filters, Snapshot } from '../model/index.ts';
import type { Cell } from './database.ts';
import type { OpenRecord } from './open.ts';
import { type Overlay, readOverlay } from './overlay.ts';

/** Nothing narrowed. */
export const everything: Filters = {
  country: null,
  admin1: null,
  actor: null,
  type: null,
  dataset: null,
  release: null,
  from: null,
  to: null,
};

/** Filters as SQL over `rows`, with the decisions of people that bear on them. */
export interface Selected {
  readonly where: string;
  readonly parameters: readonly Cell[];
  readonly overlay: Overlay;
  /** Rows in the shape of a data set's side -> who it stands for, where a person settled it. */
  readonly settled: Readonly<Record<string, string>>;
}

/** Compiles filters for the given snapshots. Rows that somebody rejected or corrected are left to {@link touchedRows}. */
export async function select(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
  needsActors = false,
): Promise<Selected> {
  const overlay = await readOverlay(record);
  const settled = overlay.none || !(needsActors || filters.actor !== null) ? {} : await settledNames(record, overlay);
  const parts: [string, readonly Cell[]][] = [
    ...(await snapshotPart(record, snapshots)),
    ...given('country = ?', filters.country),
    ...given('admin1 = ?', filters.admin1),
    ...given('type = ?', filters.type),
    ...given('"from" >= ?::DATE', filters.from),
    ...given('"from" <= ?::DATE', filters.to),
  ];
  if (filters.actor !== null) parts.push(actorPart(filters.actor, settled));
  if (overlay.touched.size > 0)
    parts.push([`(snapshot || '-' || row) NOT IN (${marks([...overlay.touched])})`, [...overlay.touched]]);
  return {
    where: parts.map(([sql]) => sql).join(' AND '),
    parameters: parts.flatMap(([, values]) => values),
    overlay,
    settled,
  };
}

/** Nothing to narrow where all snapshots are wanted: the column need not be read. */
async function snapshotPart(record: OpenRecord, snapshots: readonly Snapshot[]): Promise<[string, readonly Cell[]][]> {
  const [all] = await record.database.all<{ n: number }>('SELECT count(*)::INTEGER AS n FROM snapshots');
  if (all?.n === snapshots.length) return [['true', []]];
  return [[`snapshot IN (${marks(snapshots)})`, snapshots.map(({ id }) => id)]];
}

const marks = (items: readonly unknown[]) => (items.length === 0 ? 'NULL' : items.map(() => '?').join(', '));

const given = (sql: string, value: string | null): [string, readonly Cell[]][] =>
  value === null ? [] : [[sql, [value]]];

/** A side of a data set is one name or several, parted by `; `. */
function actorPart(actor: string, settled: Readonly<Record<string, string>>): [string, readonly Cell[]] {
  const names = Object.entries(settled).flatMap(([name, stands]) => (stands === actor ? [name] : []));
  if (settled[actor] === undefined) names.push(actor);
  const one = `(side_a = ? OR side_b = ? OR contains(concat('; ', side_a, '; ', side_b, '; '), '; ' || ? || '; '))`;
  return [`(${names.map(() => one).join(' OR ')})`, names.flatMap((name) => [name, name, name])];
}

/** Every name on a side of a row. */
export async function sideNames(record: OpenRecord): Promise<string[]> {
  const rows = await record.database.all<{ name: string }>(
    `SELECT DISTINCT unnest(string_split(side, '; ')) AS name
     FROM (SELECT DISTINCT side_a AS side FROM rows UNION SELECT DISTINCT side_b FROM rows) WHERE side IS NOT NULL ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

async function settledNames(record: OpenRecord, overlay: Overlay): Promise<Record<string, string>> {
  const settled: Record<string, string> = {};
  for (const name of await sideNames(record)) {
    const { actor } = overlay.party({ text: name, head: name, actor: null, sector: 'unknown', country: null });
    if (actor !== null && actor !== name) settled[name] = actor;
  }
  return settled;
}
