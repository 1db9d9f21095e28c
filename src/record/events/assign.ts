import type { Assignment, Decision, Document, Event, Id, Report, Told } from '../../model/index.ts';
import { sha256 } from '../../text/index.ts';
import type { Database } from '../database.ts';
import type { OpenRecord } from '../open.ts';
import { is } from '../overlay.ts';
import { currentIds } from '../successors.ts';
import { reportsRenamed } from './renamed.ts';
import { tellOf, whenTold } from './tell.ts';

/** What the log has told of since the events were last resolved. */
export interface Unresolved {
  /** Log entry up to which everything is resolved; 0: nothing. */
  readonly after: number;
  readonly documents: readonly Id<'Document'>[];
  /** True when texts were coded anew: reports are gone, and others have taken their place. */
  readonly recoded: boolean;
  /** True when data sets came in. */
  readonly imported: boolean;
  /** Reports that a decision made or taken back since is about: merges, splits, corrections, rejections, names. */
  readonly decided: readonly Report['id'][];
}

/** What is not resolved yet; with `all`, everything in the record. */
export async function unresolved(record: OpenRecord, all: boolean): Promise<Unresolved> {
  const { database } = record;
  const [last] = await database.all<{ seq: number | null }>(
    `SELECT max(seq)::INTEGER AS seq FROM log WHERE json_extract_string(line, '$.kind') = 'resolved'`,
  );
  const after = all ? 0 : (last?.seq ?? 0);
  const entries = await database.all<{ kind: string; document: Id<'Document'> | null; decision: string | null }>(
    `SELECT json_extract_string(line, '$.kind') AS kind, json_extract_string(line, '$.data.document') AS document,
       coalesce(json_extract_string(line, '$.data.decision'), json_extract_string(line, '$.data.id')) AS decision
     FROM log WHERE seq > ? ORDER BY seq`,
    [after],
  );
  const of = (kinds: readonly string[]) => entries.filter(({ kind }) => kinds.includes(kind));
  const decisions = new Set(of(['decided', 'undone']).map(({ decision }) => decision));
  const made = await database.all<{ id: string; seq: number; json: string }>(
    'SELECT id, seq, json FROM decisions ORDER BY seq',
  );
  const read = made.map(({ id, seq, json }) => ({ id, seq, decision: JSON.parse(json) as Decision }));
  const changed = read.filter(({ id }) => decisions.has(id));
  const named = changed.flatMap(({ seq, decision }) => reportsOf(decision).map((id) => ({ id, seq })));
  const now = (await currentIds(record, named)).flatMap((id) => (id === null ? [] : [id as Report['id']]));
  const [those = [], every = []] = [changed, read].map((some) => some.map(({ decision }) => decision));
  const renamed = all ? [] : await reportsRenamed(record, those, every);
  return {
    after,
    documents: of(['read']).flatMap(({ document }) => document ?? []),
    recoded: of(['recoded']).length > 0,
    imported: of(['imported']).length > 0,
    decided: [...new Set([...now, ...renamed])],
  };
}

const reportsOf = (decision: Decision): Report['id'][] => {
  if (is(decision, 'together')) return [...decision.data.reports];
  if (is(decision, 'apart')) return decision.data.groups.flat();
  return 'subject' in decision.data && decision.data.subject.kind === 'report'
    ? [decision.data.subject.id as Report['id']]
    : [];
};

/** Forgets all that the resolver said; decisions of people stay. */
export async function forgetEvents({ database }: OpenRecord): Promise<void> {
  for (const table of ['events', 'members', 'told', 'prints', 'bands']) await database.run(`DELETE FROM ${table}`);
}

/** Text of a document, to find its copies. */
export async function textOf({ database }: OpenRecord, document: Id<'Document'>): Promise<string> {
  const [row] = await database.all<{ json: string }>('SELECT json FROM documents WHERE id = ?', [document]);
  return row === undefined ? '' : (JSON.parse(row.json) as Document).text;
}

/** Documents that share a band with a print, the first in the record first. */
export async function printsNear(
  { database }: OpenRecord,
  bands: readonly string[],
): Promise<{ document: Id<'Document'>; copies: string; print: readonly number[] }[]> {
  const rows = await database.all<{ document: Id<'Document'>; copies: string; print: string }>(
    `SELECT document, copies, print FROM prints WHERE document IN (
       SELECT document FROM bands WHERE band IN (SELECT unnest(json_extract_string(?, '$[*]')))) ORDER BY rowid`,
    [JSON.stringify(bands)],
  );
  return rows.map(({ print, ...row }) => ({ ...row, print: JSON.parse(print) as number[] }));
}

/** Keeps the print of a document and the document that stands for all its copies. */
export async function addPrint(
  { database }: OpenRecord,
  document: Id<'Document'>,
  copies: string,
  print: readonly number[],
  bands: readonly string[],
): Promise<void> {
  await database.append('prints', [[document, copies, JSON.stringify(print)]]);
  await database.append(
    'bands',
    bands.map((band) => [band, document]),
  );
}

/** The reports of documents, noted by when and where they may have been. */
export async function tellDocuments(record: OpenRecord, documents: readonly Id<'Document'>[]): Promise<Told[]> {
  const ids = await record.database.all<{ id: string }>(
    `SELECT id FROM reports WHERE document IN (SELECT unnest(json_extract_string(?, '$[*]')))`,
    [JSON.stringify(documents)],
  );
  const told = await tellOf(
    record,
    ids.map(({ id }) => id),
  );
  await record.database.append('told', told.map(whenTold));
  return told;
}

/** Notes anew when and where reports of texts may have been, which decisions may have changed. */
export async function tellAgain(record: OpenRecord, reports: readonly Report['id'][]): Promise<void> {
  if (reports.length === 0) return;
  const told = (await tellOf(record, reports)).filter(({ origin }) => origin.kind === 'document');
  await record.database.run(`DELETE FROM told WHERE report IN (SELECT unnest(json_extract_string(?, '$[*]')))`, [
    JSON.stringify(reports),
  ]);
  await record.database.append('told', told.map(whenTold));
}

/** Reports that stand in one event with one of these. */
export async function withTheirEvents(
  { database }: OpenRecord,
  reports: Iterable<Report['id']>,
): Promise<Report['id'][]> {
  const rows = await database.all<{ report: Report['id'] }>(
    `SELECT report FROM members WHERE event IN (
       SELECT event FROM members WHERE report IN (SELECT unnest(json_extract_string(?, '$[*]'))))`,
    [JSON.stringify([...reports])],
  );
  return rows.map(({ report }) => report);
}

/** Puts what was resolved of some reports in the place of what was said of them before. */
export async function saveEvents(
  { database }: OpenRecord,
  looked: Iterable<Report['id']>,
  { events, assignments }: { readonly events: readonly Event[]; readonly assignments: readonly Assignment[] },
): Promise<void> {
  const ids = JSON.stringify([...looked]);
  const those = `SELECT unnest(json_extract_string(?, '$[*]'))`;
  await database.run(`DELETE FROM events WHERE id IN (SELECT event FROM members WHERE report IN (${those}))`, [ids]);
  await database.run(`DELETE FROM members WHERE report IN (${those})`, [ids]);
  await database.append('events', events.map(eventCells));
  await database.append(
    'members',
    assignments.map((assignment) => [assignment.report, assignment.event, JSON.stringify(assignment)]),
  );
}

const eventCells = (event: Event) => [
  event.id,
  event.type,
  ` ${(event.place?.countries ?? []).join(' ')} `,
  event.when?.from ?? null,
  event.when?.to ?? event.when?.from ?? null,
  event.killed?.best ?? event.killed?.low ?? 0,
  JSON.stringify(event),
];

/** Numbers and digest of what the resolver says, in an order of their own: any later change shows. */
export async function eventsDigest(database: Database): Promise<{ events: number; members: number; digest: string }> {
  const digestOf = async (table: string, cells: string, order: string) => {
    const [row] = await database.all<{ n: number; digest: string | null }>(
      `SELECT count(*)::INTEGER AS n, sha256(string_agg(md5, '' ORDER BY key, md5)) AS digest
       FROM (SELECT ${order} AS key, md5(concat_ws('|', ${cells})) AS md5 FROM ${table})`,
    );
    return row ?? { n: 0, digest: null };
  };
  const events = await digestOf(
    'events',
    `id, type, countries, coalesce("from", '~'), coalesce("to", '~'), killed, json`,
    'id',
  );
  const members = await digestOf('members', 'report, event, json', 'report');
  const told = await digestOf(
    'told',
    `report, type, coalesce(country, '~'), coalesce(first, 0), coalesce(last, 0)`,
    'report',
  );
  const copies = await digestOf('prints', 'document, copies, print', 'document');
  const bands = await digestOf('bands', 'document, band', 'document');
  return {
    events: events.n,
    members: members.n,
    digest: sha256([events, members, told, copies, bands].map(({ digest }) => digest ?? '').join(' ')),
  };
}
