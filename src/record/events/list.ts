import type { Event, Report } from '../../model/index.ts';
import type { Cell } from '../database.ts';
import type { OpenRecord } from '../open.ts';
import { type Overlay, readOverlay } from '../overlay.ts';
import { fits, rowReports } from '../reports.ts';
import { rowReportIdSql } from '../rows.ts';
import type { EventFilter } from './filter.ts';

/** A report that no other tells of, as the event that it is. */
export function eventAlone({ provenance, ...report }: Report): Event {
  return {
    ...report,
    id: eventOf(report.id),
    reports: [{ id: report.id, provenance }],
    sources: 1,
    contradicts: [],
  };
}

/** The id of an event whose first report in the record is this. */
export const eventOf = (report: Report['id']): Event['id'] => `event-${report}` as Event['id'];

interface Found {
  readonly kind: 'event' | 'report' | 'row';
  readonly id: string;
  readonly total: number;
}

/**
 * Events of the record, the earliest first, the undated last: `shown` of `total` that fit. What people decided lies over
 * what was read: a report that was set right is looked for by its new values, one that was rejected is no event.
 */
export async function listEvents(record: OpenRecord, filter: EventFilter): Promise<{ total: number; shown: Event[] }> {
  const overlay = await readOverlay(record);
  const touched = JSON.stringify([...overlay.touched]);
  const parts = [eventsThat(filter), reportsThat(filter, touched), rowsThat(filter, touched)];
  const found = await record.database.all<Found>(
    `SELECT kind, id, (count(*) OVER ())::INTEGER AS total FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')})
     ORDER BY first NULLS LAST, id LIMIT ${filter.limit ?? 'ALL'}`,
    parts.flatMap(({ parameters }) => parameters),
  );
  const byId = new Map((await load(record, found, overlay)).map((event) => [event.id as string, event]));
  const page = found.flatMap(({ kind, id }) => byId.get(kind === 'event' ? id : eventOf(id as Report['id'])) ?? []);
  const corrected = (await touchedAlone(record, overlay, touched)).filter((report) => fits(report, filter));
  const total = (found[0]?.total ?? 0) + corrected.length;
  if (corrected.length === 0) return { total, shown: page };
  const first = ({ when }: Event) => when?.from ?? '9';
  const all = [...page, ...corrected.map(eventAlone)].sort((a, b) => first(a).localeCompare(first(b)));
  return { total, shown: all.slice(0, filter.limit ?? all.length) };
}

/** Reports that somebody judged and that stand alone, as they stand. */
async function touchedAlone(record: OpenRecord, overlay: Overlay, touched: string): Promise<Report[]> {
  if (overlay.touched.size === 0) return [];
  const rows = await record.database.all<{ id: string }>(
    `SELECT unnest(json_extract_string(?, '$[*]')) AS id EXCEPT SELECT report FROM members`,
    [touched],
  );
  const ids = rows.map(({ id }) => id);
  const read = [...(await jsonOf<Report>(record, 'reports', ids)), ...(await rowReports(record, ids))];
  return read.flatMap((report) => overlay.report(report) ?? []);
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly Cell[];
}

/** Conditions that are asked for, as SQL. */
function where(parts: readonly (readonly [string, Cell | undefined])[], always = 'true'): Condition {
  const given = parts.filter((part): part is [string, Cell] => part[1] !== undefined);
  return { sql: [always, ...given.map(([sql]) => sql)].join(' AND '), parameters: given.map(([, value]) => value) };
}

function eventsThat({ country, from, to, type, killed }: EventFilter): Condition {
  const { sql, parameters } = where([
    ["contains(countries, ' ' || ? || ' ')", country],
    ['"to" >= left(?, length("to"))', from],
    ['"from" <= ?', to],
    ['type = ?', type],
    ['killed >= ?', killed],
  ]);
  return { sql: `SELECT 'event' AS kind, id, "from" AS first FROM events WHERE ${sql}`, parameters };
}

/** SQL: a report that stands alone and that nobody judged. */
const alone = (id: string) =>
  `${id} NOT IN (SELECT report FROM members) AND ${id} NOT IN (SELECT unnest(json_extract_string(?, '$[*]')))`;

function reportsThat({ country, from, to, type, killed }: EventFilter, touched: string): Condition {
  const last = `coalesce(json_extract_string(json, '$.when.to'), "from")`;
  const dead = `coalesce(json_extract(json, '$.killed.best')::INTEGER, json_extract(json, '$.killed.low')::INTEGER, 0)`;
  const { sql, parameters } = where(
    [
      ["list_contains(json_extract_string(json, '$.place.countries[*]'), ?)", country],
      [`${last} >= left(?, length(${last}))`, from],
      ['"from" <= ?', to],
      ['type = ?', type],
      [`${dead} >= ?`, killed],
    ],
    alone('id'),
  );
  return {
    sql: `SELECT 'report' AS kind, id, "from" AS first FROM reports WHERE ${sql}`,
    parameters: [touched, ...parameters],
  };
}

function rowsThat({ country, from, to, type, killed }: EventFilter, touched: string): Condition {
  const { sql, parameters } = where(
    [
      ['r.country = ?', country],
      ['r."to" >= ?::DATE', from],
      ['r."from" <= ?::DATE', to],
      ['r.type = ?', type],
      ['coalesce(r.killed_best, r.killed_low, 0) >= ?', killed],
    ],
    alone(rowReportIdSql),
  );
  return {
    sql: `SELECT 'row' AS kind, ${rowReportIdSql} AS id, r."from"::VARCHAR AS first FROM rows r WHERE ${sql}`,
    parameters: [touched, ...parameters],
  };
}

async function load(record: OpenRecord, found: readonly Found[], overlay: Overlay): Promise<Event[]> {
  const ids = (kind: Found['kind']) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  const events = await jsonOf<Event>(record, 'events', ids('event'));
  const reports = await jsonOf<Report>(record, 'reports', ids('report'));
  const rows = await rowReports(record, ids('row'));
  return [
    ...events.map((event) => withParties(event, overlay)),
    ...[...reports, ...rows].flatMap((report) => overlay.report(report) ?? []).map(eventAlone),
  ];
}

/** An event with its sides as they are settled now. */
export const withParties = (event: Event, overlay: Overlay): Event =>
  overlay.none ? event : { ...event, source: event.source.map(overlay.party), target: event.target.map(overlay.party) };

/** Nouns of a table by their ids, which go in as one list. */
export async function jsonOf<T>(record: OpenRecord, table: string, ids: readonly string[]): Promise<T[]> {
  if (ids.length === 0) return [];
  const rows = await record.database.all<{ json: string }>(
    `SELECT json FROM ${table} WHERE id IN (SELECT unnest(json_extract_string(?, '$[*]')))`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ json }) => JSON.parse(json) as T);
}
