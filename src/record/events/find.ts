import { type Assignment, type Event, type Report, UnusableInput } from '../../model/index.ts';
import type { OpenRecord } from '../open.ts';
import { readOverlay } from '../overlay.ts';
import { rowReports } from '../reports.ts';
import { rowReportIdSql } from '../rows.ts';
import { eventAlone, jsonOf } from './list.ts';

const prefix = 'event-';

/** The event of an id, or the one in which a report of that id stands, and why each of its reports does. */
export interface FoundEvent {
  readonly event: Event;
  /** Empty for an event of one report. */
  readonly assignments: readonly Assignment[];
}

/**
 * Finds an event by its id or by the id of one of its reports. An id that an event once had leads to where its first report
 * stands now. Throws {@link UnusableInput} with the ids nearest to one that is unknown.
 */
export async function findEvent(record: OpenRecord, id: string): Promise<FoundEvent> {
  const report = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  const [member] = await record.database.all<{ event: string }>('SELECT event FROM members WHERE report = ?', [report]);
  if (member !== undefined) {
    const [event] = await jsonOf<Event>(record, 'events', [member.event]);
    if (event === undefined) throw new Error(`${member.event} has reports and is not in the record`);
    const rows = await record.database.all<{ json: string }>('SELECT json FROM members WHERE event = ?', [event.id]);
    const byReport = new Map(rows.map(({ json }) => JSON.parse(json) as Assignment).map((one) => [one.report, one]));
    return { event, assignments: event.reports.flatMap((one) => byReport.get(one.id) ?? []) };
  }
  const [alone] = [...(await jsonOf<Report>(record, 'reports', [report])), ...(await rowReports(record, [report]))];
  const standing = alone === undefined ? null : (await readOverlay(record)).report(alone);
  if (standing !== null) return { event: eventAlone(standing), assignments: [] };
  const near = await nearIds(record, report);
  throw new UnusableInput({
    file: id,
    line: null,
    found: alone === undefined ? 'no event and no report of this id' : 'a report that somebody rejected',
    expected: near.length === 0 ? 'the id of an event' : `an id such as ${near.join(', ')}`,
    wayOut: 'See `griot events` for the ids.',
  });
}

/** Ids that differ least from one that is unknown. */
async function nearIds({ database }: OpenRecord, report: string): Promise<string[]> {
  const rows = await database.all<{ id: string }>(
    `SELECT id FROM (SELECT id FROM reports UNION ALL SELECT ${rowReportIdSql} FROM rows r)
     WHERE levenshtein(id, ?) <= 6 OR contains(id, ?) ORDER BY levenshtein(id, ?), id LIMIT 3`,
    [report, report, report],
  );
  return rows.map(({ id }) => `${prefix}${id}`);
}
