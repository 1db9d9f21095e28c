import { type Decision, type Report, type Told, UnusableInput } from './model/index.ts';
import {
  addPrint,
  decide,
  eventsDigest,
  findEvent,
  forgetEvents,
  judgementsOf,
  type OpenRecord,
  printsNear,
  rowsToResolve,
  saveEvents,
  tellAgain,
  tellDocuments,
  tellNear,
  tellOf,
  textOf,
  unresolved,
  withTheirEvents,
  write,
} from './record/index.ts';
import {
  areCopies,
  bandsOf,
  type EventMatrix,
  type Judgement,
  matrixOf,
  printOf,
  resolveEvents,
  resolver,
  tiedTo,
} from './resolve/index.ts';

/** What resolving did. */
export interface ResolvedRecord {
  /** Reports that were looked at. */
  readonly looked: number;
  /** Events of two reports or more in the record, and the reports in them. */
  readonly events: number;
  readonly members: number;
}

export interface ResolveOptions {
  /** Forget what was resolved and look at everything again; decisions of people stay. */
  readonly all?: boolean;
  readonly progress?: (step: string) => void;
}

/** Reports that are looked at together: what is tied to them comes on top. */
const batch = 5_000;

/**
 * Joins the reports that came in since the last time to events, in one step with its log entry; null when nothing did.
 * Only what new reports, or reports that a decision names, are tied to is looked at again: the rest would come out the same.
 */
export async function resolveRecord(record: OpenRecord, options: ResolveOptions = {}): Promise<ResolvedRecord | null> {
  const { all = false, progress = () => {} } = options;
  const fresh = await unresolved(record, all);
  if (!all && fresh.recoded) return resolveRecord(record, { ...options, all: true });
  if (!all && fresh.documents.length + fresh.decided.length === 0 && !fresh.imported) return null;
  return write(record, async () => {
    if (all) await forgetEvents(record);
    progress('looking for copies of texts');
    for (const document of fresh.documents) await findCopies(record, document);
    const decisions = await judgementsOf(record);
    const done = new Set<Report['id']>();
    const texts = (await tellDocuments(record, fresh.documents)).map(({ report }) => report.id);
    await tellAgain(record, fresh.decided);
    const named = decisions.flatMap(({ data }) => ('reports' in data ? data.reports : data.groups.flat()));
    const first = [
      ...texts,
      ...(await withTheirEvents(record, fresh.decided)),
      ...fresh.decided,
      ...(all ? named : []),
    ];
    const rows = fresh.imported ? await rowsToResolve(record, fresh.after) : new Map<string, string[]>();
    for (const ids of [first, ...rows.values()] as Report['id'][][])
      for (let at = 0; at < ids.length; at += batch) {
        const some = ids.slice(at, at + batch).filter((id) => !done.has(id));
        progress(`resolving ${done.size + some.length} reports`);
        await resolveTied(record, some, decisions, done);
      }
    const { digest, ...counts } = await eventsDigest(record.database);
    const data = { resolver, looked: done.size, ...counts, digest };
    return { result: { looked: done.size, ...counts }, log: { kind: 'resolved', data } };
  });
}

/** Resolves reports with all that links or decisions tie to them, however many steps away. */
async function resolveTied(
  record: OpenRecord,
  ids: readonly Report['id'][],
  decisions: readonly Judgement[],
  done: Set<Report['id']>,
): Promise<void> {
  const partners = decisions.flatMap(({ data }) => ('reports' in data ? [data.reports] : []));
  const known = new Map<Report['id'], Told>();
  const asked = new Set<string>();
  const learn = (told: readonly Told[]) => {
    const news = told.filter(({ report }) => !known.has(report.id));
    for (const one of news) known.set(one.report.id, one);
    return news;
  };
  let edge = learn(await tellOf(record, ids));
  let tied = new Set(ids);
  while (edge.length > 0) {
    learn(await tellNear(record, edge, asked));
    const joined = partners.filter((group) => group.some((id) => tied.has(id))).flat();
    learn(
      await tellOf(
        record,
        joined.filter((id) => !known.has(id)),
      ),
    );
    const before = tied;
    tied = tiedTo(tied, [...known.values()], decisions);
    edge = [...known.values()].filter(({ report }) => tied.has(report.id) && !before.has(report.id));
  }
  const told = [...known.values()].filter(({ report }) => tied.has(report.id));
  await saveEvents(record, tied, resolveEvents(told, decisions));
  for (const id of tied) done.add(id);
}

/** Notes what copies of a document are known by, and of which document it is one. */
async function findCopies(record: OpenRecord, document: Parameters<typeof textOf>[1]): Promise<void> {
  const print = printOf(await textOf(record, document));
  if (print === null) return;
  const bands = bandsOf(print);
  const near = (await printsNear(record, bands)).find((other) => areCopies(print, other.print));
  await addPrint(record, document, near?.copies ?? document, print, bands);
}

/** An event with what each of its reports says, side by side; by its id or that of one of its reports. */
export async function showEvent(record: OpenRecord, id: string): Promise<EventMatrix> {
  const { event, assignments } = await findEvent(record, id);
  const told = await tellOf(
    record,
    event.reports.map((report) => report.id),
  );
  return matrixOf(told, assignments);
}

/** A person says whom or what names stand for; the reports that have them are resolved anew. */
export async function decideNames<Kind extends 'actor-is' | 'place-is' | 'same-actor'>(
  record: OpenRecord,
  kind: Kind,
  data: Decision<Kind>['data'],
  reason: string,
): Promise<Decision<Kind>> {
  const decision = await decide(record, kind, data, reason);
  await resolveRecord(record);
  return decision;
}

/** A person says that events are one. */
export async function mergeEvents(record: OpenRecord, ids: readonly string[], reason: string): Promise<Decision> {
  const found = [];
  for (const id of ids) found.push(await findEvent(record, id));
  const events = new Map(found.map(({ event }) => [event.id, event]));
  if (events.size < 2)
    throw refusal(
      ids.join(' '),
      'one event',
      'two events or more',
      'Name events of different ids, or reports of them.',
    );
  const reports = [...events.values()].flatMap((event) => event.reports.map(({ id }) => id));
  const decision = await decide(record, 'together', { reports }, reason);
  await resolveRecord(record);
  return decision;
}

/** A person says that some reports of an event tell of another. */
export async function splitEvent(
  record: OpenRecord,
  id: string,
  reports: readonly string[],
  reason: string,
): Promise<Decision> {
  const { event } = await findEvent(record, id);
  const own = event.reports.map((report) => report.id);
  const strange = reports.find((report) => !own.includes(report as Report['id']));
  if (strange !== undefined)
    throw refusal(
      strange,
      `no report of ${event.id}`,
      `one of ${own.join(', ')}`,
      `See \`griot events show ${event.id}\`.`,
    );
  const rest = own.filter((report) => !reports.includes(report));
  if (rest.length === 0)
    throw refusal(
      id,
      'all reports of the event',
      'some of them, so that others stay',
      'Name those that tell of another event.',
    );
  const decision = await decide(record, 'apart', { groups: [reports as Report['id'][], rest] }, reason);
  await resolveRecord(record);
  return decision;
}

const refusal = (file: string, found: string, expected: string, wayOut: string) =>
  new UnusableInput({ file, line: null, found, expected, wayOut });
