import type { Actor, Participant, Place, PlacePrecision, PloverType, Report, Snapshot } from '../model/index.ts';
import type { Cell } from './database.ts';
import type { EventFilter } from './events/filter.ts';
import type { OpenRecord } from './open.ts';
import { readOverlay } from './overlay.ts';
import { rowReportId, rowReportIdSql } from './rows.ts';

/** A row of event data as it stands in the database; days as text. */
export interface Row {
  readonly snapshot: Snapshot['id'];
  readonly row: string;
  readonly first: string;
  readonly last: string;
  readonly date_precision: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly place: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly place_precision: PlacePrecision | null;
  readonly type: PloverType;
  readonly mode: string | null;
  readonly side_a: string | null;
  readonly side_b: string | null;
  readonly parties: 'directed' | 'sides';
  readonly killed_low: number | null;
  readonly killed_best: number | null;
  readonly killed_high: number | null;
  readonly injured_best: number | null;
}

/** Who a side of a data set is, as the tables of names have it; null: they do not know the name. */
export type KnownActor = (name: string) => Actor | null;

/**
 * All reports that fit, the earliest first, as they stand: what people decided lies over what was read. `known` tells who
 * the sides of data sets are; without it they have their names alone.
 */
export async function readReports(
  record: OpenRecord,
  filter: Omit<EventFilter, 'limit'> = {},
  known: KnownActor = () => null,
): Promise<Report[]> {
  const { database } = record;
  const overlay = await readOverlay(record);
  const side = sides(known);
  const { where, parameters } = conditions(filter);
  // A correction may bring a row under the filter, or take it from there.
  const touched = overlay.touched.size === 0 ? '' : `OR ${rowReportIdSql} IN (${marksFor(overlay.touched)})`;
  const rows = await database.all<Row>(`${selectRows} WHERE (${where}) ${touched} ORDER BY "from", row`, [
    ...parameters,
    ...overlay.touched,
  ]);
  const coded = await database.all<{ json: string }>('SELECT json FROM reports ORDER BY "from" NULLS LAST, id');
  const read = [...rows.map((row) => reportOf(row, side)), ...coded.map(({ json }) => JSON.parse(json) as Report)];
  const standing = overlay.none ? read : read.flatMap((report) => overlay.report(report) ?? []);
  return standing
    .filter((report) => (report.provenance.kind === 'row' && !overlay.touched.has(report.id)) || fits(report, filter))
    .sort((a, b) => (a.when?.from ?? '9').localeCompare(b.when?.from ?? '9'));
}

const marksFor = (items: ReadonlySet<string>) => [...items].map(() => '?').join(', ');

/** The reports that are rows with these ids, as the data sets have them; other ids are passed over. */
export async function rowReports(
  record: OpenRecord,
  ids: readonly string[],
  known: KnownActor = () => null,
): Promise<Report[]> {
  if (ids.length === 0) return [];
  const wanted = `${rowReportIdSql} IN (SELECT unnest(json_extract_string(?, '$[*]')))`;
  return rowReportsWhere(record, wanted, [JSON.stringify(ids)], known);
}

/** The reports that are rows of which a condition (SQL) holds, as the data sets have them, by their first day. */
export async function rowReportsWhere(
  record: OpenRecord,
  where: string,
  parameters: readonly Cell[],
  known: KnownActor,
): Promise<Report[]> {
  const rows = await record.database.all<Row>(`${selectRows} WHERE ${where} ORDER BY "from", row`, parameters);
  const side = sides(known);
  return rows.map((row) => reportOf(row, side));
}

/** Select list of {@link Row} over the table of rows. */
export const rowCells = 'rows.* EXCLUDE ("from", "to"), "from"::VARCHAR AS first, "to"::VARCHAR AS last';

const selectRows = `SELECT ${rowCells} FROM rows`;

function conditions(filter: EventFilter): { where: string; parameters: (string | number)[] } {
  const parts: [string, string | number | undefined][] = [
    ['country = ?', filter.country],
    ['"to" >= ?::DATE', filter.from],
    ['"from" <= ?::DATE', filter.to],
    ['type = ?', filter.type],
    ['coalesce(killed_best, killed_low, 0) >= ?', filter.killed],
  ];
  const given = parts.filter((part): part is [string, string | number] => part[1] !== undefined);
  return { where: ['true', ...given.map(([sql]) => sql)].join(' AND '), parameters: given.map(([, value]) => value) };
}

/** True when a report is among those wanted. */
export function fits(report: Report, { country, from, to, type, killed }: EventFilter): boolean {
  const first = report.when?.from ?? null;
  const last = report.when?.to ?? first;
  return (
    (country === undefined || (report.place?.countries.includes(country) ?? false)) &&
    (from === undefined || (last !== null && last >= from.slice(0, last.length))) &&
    (to === undefined || (first !== null && first <= to)) &&
    (type === undefined || report.type === type) &&
    (killed === undefined || (report.killed?.best ?? report.killed?.low ?? 0) >= killed)
  );
}

/** A row as the report that it is. */
export function reportOf(row: Row, side: (text: string) => Participant): Report {
  const [a = [], b = []] = [row.side_a, row.side_b].map((text) => (text === null ? [] : text.split('; ').map(side)));
  const killed = { low: row.killed_low, best: row.killed_best, high: row.killed_high };
  const stated = killed.low !== null || killed.best !== null || killed.high !== null;
  return {
    id: rowReportId(row.snapshot, row.row),
    type: row.type,
    mode: row.mode,
    source: row.parties === 'directed' ? a : [...a, ...b],
    target: row.parties === 'directed' ? b : [],
    place: placeOf(row),
    when: { from: row.first, to: row.last },
    killed: stated ? killed : null,
    injured: row.injured_best === null ? null : { low: null, best: row.injured_best, high: null },
    abducted: null,
    arrested: null,
    status: 'asserted',
    by: null,
    provenance: { kind: 'row', snapshot: row.snapshot, row: row.row },
  };
}

/** Sides by their names, each looked up once. */
export function sides(known: KnownActor): (text: string) => Participant {
  const seen = new Map<string, Participant>();
  return (text) => {
    const before = seen.get(text);
    if (before !== undefined) return before;
    const actor = known(text);
    const party: Participant = {
      text,
      head: text,
      actor: actor?.name ?? null,
      sector: actor?.sector ?? 'unknown',
      country: actor?.country ?? null,
    };
    seen.set(text, party);
    return party;
  };
}

function placeOf(row: Row): Place {
  return {
    text: row.place ?? row.admin1 ?? row.country ?? '',
    name: row.place,
    admin1: row.admin1,
    countries: row.country === null ? [] : [row.country],
    precision: row.place_precision,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}
