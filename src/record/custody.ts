import { UnusableInput } from '../model/index.ts';
import type { Cell } from './database.ts';
import { type Captured, hashOf } from './evidence.ts';
import type { LogEntry } from './log.ts';
import { type OpenRecord, type Step, tool, write } from './open.ts';

/** What can happen to captured bytes; each happening is a row of the table `custody` and an entry of the log. */
export type CustodyEvent = 'imported' | 'opened' | 'exported' | 'redacted';

/** Captured bytes as the record knows them; null: not known, or not fetched. */
export interface Evidence {
  readonly sha256: string;
  readonly bytes: number;
  /** Path or address as it was given. */
  readonly origin: string;
  /** Address that the bytes were fetched from. */
  readonly url: string | null;
  /** Address that the page itself states as its own. */
  readonly statedUrl: string | null;
  /** UTC. */
  readonly capturedAt: string;
  readonly capturedBy: string | null;
  /** Name and version of the program. */
  readonly tool: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly redirects: readonly string[] | null;
}

/** One happening in the life of captured bytes. */
export interface Custody {
  /** Number of its log entry. */
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly tool: string;
  readonly event: CustodyEvent;
  readonly sha256: string;
  readonly origin: string;
  readonly detail: Readonly<Record<string, string>> | null;
}

/** A row of the table `evidence`. */
export interface EvidenceRow {
  readonly sha256: string;
  readonly bytes: number;
  readonly origin: string;
  readonly captured_at: string;
  readonly seq: number | null;
  readonly url: string | null;
  readonly stated_url: string | null;
  readonly captured_by: string | null;
  readonly tool: string | null;
  readonly headers: string | null;
  readonly redirects: string | null;
}

/** SQL for the rows of `evidence`. */
export const evidenceColumns =
  'sha256, bytes::DOUBLE AS bytes, origin, captured_at, seq, url, stated_url, captured_by, tool, headers, redirects';

/** Where bytes came from, for the log entry that brings them into the record. */
export interface Origin {
  readonly origin: string;
  readonly statedUrl: string | null;
}

/** Captured bytes that a step brings into the record, with the log entry that will vouch for them. */
export interface Capture {
  readonly captured: Captured;
  readonly step: Step;
  readonly origin: Origin;
}

/**
 * Notes captured bytes in the table of evidence and their import in that of custody. Gives what the log entry of each
 * has to tell of them: nothing where the record knew the bytes already.
 */
export async function noteCaptures(
  record: OpenRecord,
  captures: readonly Capture[],
): Promise<{ readonly captured?: Noted }[]> {
  const { database } = record;
  const hashes = captures.map(({ captured }) => captured.sha256);
  const known = await database.all<{ sha256: string }>(
    `SELECT sha256 FROM evidence WHERE sha256 IN (${hashes.map(() => '?').join(', ') || 'NULL'})`,
    hashes,
  );
  const seen = new Set(known.map(({ sha256 }) => sha256));
  const rows: Cell[][] = [];
  const told = captures.map(({ captured, step, origin }) => {
    if (seen.has(captured.sha256)) return {};
    seen.add(captured.sha256);
    const noted = notedOf(captured, origin);
    rows.push(cellsOf(evidenceRow(noted, { ...step, by: record.by, tool })));
    return { captured: noted };
  });
  await database.append('evidence', rows);
  await database.append(
    'custody',
    captures.map(({ captured, step }) => [step.seq, captured.sha256, 'imported', null]),
  );
  return told;
}

/** What the log keeps of newly captured bytes; who captured them and with what is the entry's own. */
export interface Noted {
  readonly sha256: string;
  readonly bytes: number;
  readonly origin: string;
  readonly at: string;
  readonly statedUrl: string | null;
  readonly fetched: Captured['fetched'];
}

export const notedOf = ({ sha256, bytes, at, fetched }: Captured, { origin, statedUrl }: Origin): Noted => ({
  sha256,
  bytes,
  origin,
  at,
  statedUrl,
  fetched,
});

/** The row of evidence that a log entry vouches for. */
export function evidenceRow(noted: Noted, { seq, by, tool }: Pick<LogEntry, 'seq' | 'by' | 'tool'>): EvidenceRow {
  const { sha256, bytes, origin, at, statedUrl, fetched } = noted;
  return {
    sha256,
    bytes,
    origin,
    captured_at: at,
    seq,
    url: fetched?.url ?? null,
    stated_url: statedUrl,
    captured_by: by,
    tool,
    headers: fetched === null ? null : JSON.stringify(fetched.headers),
    redirects: fetched === null ? null : JSON.stringify(fetched.redirects),
  };
}

/** Cells in the order of the table's columns. */
export const cellsOf = (row: EvidenceRow): Cell[] => Object.values(row);

/**
 * Writes down what was done with captured bytes, in one step: a log entry, and a row of custody for each item.
 * Exporters call it when they open bytes, when a file has left, and when they left parts out. Throws
 * {@link UnusableInput} for bytes that the record does not know.
 */
export async function noteCustody(
  record: OpenRecord,
  event: Exclude<CustodyEvent, 'imported'>,
  items: readonly string[],
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const hashes = (await Promise.all(items.map((item) => findEvidence(record, item)))).map(({ sha256 }) => sha256);
  const groups = Array.from({ length: Math.ceil(hashes.length / itemsOfEntry) }, (_, i) =>
    hashes.slice(i * itemsOfEntry, (i + 1) * itemsOfEntry),
  );
  await write(record, async ({ seq }) => {
    const json = JSON.stringify(detail);
    const rows = groups.flatMap((group, i) => group.map((sha256) => [seq + i, sha256, event, json]));
    await record.database.append('custody', rows);
    const log = groups.map((group) => ({ kind: 'custody' as const, data: { event, items: group, detail } }));
    return { result: undefined, log };
  });
}

/** Items that one log entry tells of, so that its line stays short. */
const itemsOfEntry = 5_000;

/** All captured bytes, the earliest first. */
export async function listEvidence({ database }: OpenRecord): Promise<Evidence[]> {
  const rows = await database.all<EvidenceRow>(
    `SELECT ${evidenceColumns} FROM evidence ORDER BY evidence.captured_at, sha256`,
  );
  return rows.map(evidenceOf);
}

/** The captured bytes whose SHA-256 begins as given. Throws {@link UnusableInput} for none or several. */
export async function findEvidence({ database, folder }: OpenRecord, sha256: string): Promise<Evidence> {
  const rows = await database.all<EvidenceRow>(
    `SELECT ${evidenceColumns} FROM evidence WHERE starts_with(sha256, ?) LIMIT 2`,
    [sha256.toLowerCase()],
  );
  const [row] = rows;
  if (row !== undefined && rows.length === 1 && sha256 !== '') return evidenceOf(row);
  throw new UnusableInput({
    file: folder,
    line: null,
    found: `${row === undefined ? 'no' : 'more than one'} captured file whose SHA-256 begins with "${sha256}"`,
    expected: 'the SHA-256 of one captured file, or its beginning',
    wayOut: 'See `griot evidence list`.',
  });
}

/** The bytes of one item, still those that were captured; a change on disk throws {@link UnusableInput}. */
export async function soundPath({ evidence }: OpenRecord, sha256: string): Promise<string> {
  const path = `${evidence}/${sha256}`;
  const found = await hashOf(path);
  if (found === sha256) return path;
  throw new UnusableInput({
    file: path,
    line: null,
    found: found === null ? 'no file' : `bytes with SHA-256 ${found}`,
    expected: `the bytes with SHA-256 ${sha256}`,
    wayOut: 'Bring the file back from a backup; `griot verify` says what else was altered.',
  });
}

function evidenceOf({
  captured_at,
  captured_by,
  stated_url,
  headers,
  redirects,
  seq: _,
  ...row
}: EvidenceRow): Evidence {
  return {
    ...row,
    capturedAt: captured_at,
    capturedBy: captured_by,
    statedUrl: stated_url,
    headers: headers === null ? null : JSON.parse(headers),
    redirects: redirects === null ? null : JSON.parse(redirects),
  };
}

/** The collection log: what happened to captured bytes, the oldest first; of one item where its SHA-256 is given. */
export async function custodyLog({ database }: OpenRecord, sha256: string | null = null): Promise<Custody[]> {
  const rows = await database.all<{
    line: string;
    sha256: string;
    event: CustodyEvent;
    detail: string;
    origin: string;
  }>(
    `SELECT line, c.sha256, c.event, c.detail, e.origin FROM custody c JOIN log l USING (seq) JOIN evidence e USING (sha256)
     ${sha256 === null ? '' : 'WHERE c.sha256 = ?'} ORDER BY c.seq, c.rowid`,
    sha256 === null ? [] : [sha256],
  );
  return rows.map(({ line, detail, ...row }) => {
    const { seq, at, by, tool } = JSON.parse(line) as LogEntry;
    return { seq, at, by, tool, ...row, detail: detail === null ? null : JSON.parse(detail) };
  });
}
