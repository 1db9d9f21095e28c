import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Provenance, Snapshot } from '../model/index.ts';
import { decisionsOf } from './decisions.ts';
import { codedDigest, listDocuments } from './documents.ts';
import { hashOf } from './evidence.ts';
import { type LogEntry, walkLog } from './log.ts';
import type { OpenRecord } from './open.ts';
import { rowsDigest } from './rows.ts';

/** Something in the record that is not as it was written. */
export interface Alteration {
  /** What was altered: `log.jsonl, line 4`, `evidence/ab12…`, `document doc-…`. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}

export interface Verified {
  readonly evidence: number;
  readonly logLines: number;
  readonly documents: number;
  readonly quotes: number;
  readonly snapshots: number;
  readonly rows: number;
  readonly decisions: number;
  /** Empty: everything is as it was written. */
  readonly alterations: readonly Alteration[];
}

/**
 * Recomputes every hash of the record: captured bytes against their names, the chain of the log, the log against the
 * database, documents and coding against the digests that the log keeps, each quote against its place in its document,
 * the rows of each import, and the decisions of people. `progress` is told what is being looked at.
 */
export async function verifyRecord(record: OpenRecord, progress: (what: string) => void = () => {}): Promise<Verified> {
  const alterations: Alteration[] = [];
  const say = (where: string, found: string, expected: string) => alterations.push({ where, found, expected });

  progress('log');
  const text = existsSync(record.logPath) ? readFileSync(record.logPath, 'utf8') : '';
  const lines = text.split('\n').slice(0, -1);
  const { entries, faults } = walkLog(lines);
  for (const fault of faults) say(`log.jsonl, line ${fault.line}`, fault.found, fault.expected);
  await compareLog(record, lines, say);

  const captured = await verifyEvidence(record, progress, say);
  const { documents, quotes } = await verifyDocuments(record, entries, progress, say);
  const { snapshots, rows } = await verifyImports(record, entries, progress, say);
  const decisions = await verifyDecisions(record, entries, progress, say);
  return { evidence: captured, logLines: lines.length, documents, quotes, snapshots, rows, decisions, alterations };
}

type Say = (where: string, found: string, expected: string) => void;

const brief = (hash: string | null) => (hash === null ? 'nothing' : `${hash.slice(0, 12)}…`);

async function compareLog(record: OpenRecord, lines: readonly string[], say: Say): Promise<void> {
  const kept = await record.database.all<{ seq: number; line: string }>('SELECT seq, line FROM log ORDER BY seq');
  const most = Math.max(kept.length, lines.length);
  for (let i = 0; i < most; i++) {
    const [inFile, inDatabase] = [lines[i], kept[i]?.line];
    if (inFile === inDatabase) continue;
    if (inFile === undefined) say(`log.jsonl, line ${i + 1}`, 'no such line', 'the line that the database keeps');
    else if (inDatabase === undefined) say(`record.duckdb, log ${i + 1}`, 'no such entry', 'the entry of log.jsonl');
    else say(`log.jsonl, line ${i + 1}`, 'another text than in the database', 'the same text in both');
  }
}

async function verifyEvidence(record: OpenRecord, progress: (what: string) => void, say: Say): Promise<number> {
  const noted = await record.database.all<{ sha256: string; origin: string }>(
    'SELECT sha256, origin FROM evidence ORDER BY sha256',
  );
  for (const { sha256, origin } of noted) {
    progress(`evidence ${brief(sha256)}`);
    const found = await hashOf(join(record.evidence, sha256));
    if (found !== sha256)
      say(
        `evidence/${sha256} (${origin})`,
        found === null ? 'no file' : `bytes with SHA-256 ${brief(found)}`,
        brief(sha256),
      );
  }
  const known = new Set(noted.map(({ sha256 }) => sha256));
  if (existsSync(record.evidence)) {
    // A file without an entry is what a stopped command had captured: harmless when its bytes fit its name.
    for (const name of readdirSync(record.evidence)) {
      if (known.has(name) || name.startsWith('.')) continue;
      const found = await hashOf(join(record.evidence, name));
      if (found !== name)
        say(`evidence/${name}`, `a file with SHA-256 ${brief(found)}`, 'files named by their SHA-256');
    }
  }
  return noted.length;
}

async function verifyDocuments(
  record: OpenRecord,
  entries: readonly LogEntry[],
  progress: (what: string) => void,
  say: Say,
): Promise<{ documents: number; quotes: number }> {
  const digests = new Map(
    entries.filter(({ kind }) => kind === 'read').map(({ data }) => [String(data.document), String(data.digest)]),
  );
  let quotes = 0;
  const coded = await listDocuments(record);
  for (const item of coded) {
    const { document, reports, claims } = item;
    progress(`document ${document.id}`);
    const digest = digests.get(document.id);
    if (digest === undefined) say(`document ${document.id}`, 'no log entry', 'an entry that says when it was read');
    else if (codedDigest(item) !== digest)
      say(
        `document ${document.id} (${document.origin})`,
        `text or coding with digest ${brief(codedDigest(item))}`,
        brief(digest),
      );
    for (const { id, provenance } of [...reports, ...claims]) {
      const misplaced = quoteFault(document, provenance);
      if (misplaced !== null) say(`${id} of document ${document.id}`, misplaced, 'its quote at its place in the text');
      quotes += 1;
    }
    digests.delete(document.id);
  }
  for (const id of digests.keys())
    say(`document ${id}`, 'nothing in the database', 'the document that the log says was read');
  return { documents: coded.length, quotes };
}

function quoteFault(document: Document, provenance: Provenance): string | null {
  if (provenance.kind !== 'sentence') return null;
  const { start, end } = provenance.span;
  const there = document.text.slice(start, end);
  return there === provenance.quote ? null : `"${there.slice(0, 40)}" at ${start} to ${end}`;
}

async function verifyImports(
  record: OpenRecord,
  entries: readonly LogEntry[],
  progress: (what: string) => void,
  say: Say,
): Promise<{ snapshots: number; rows: number }> {
  const { database } = record;
  const vouched = entries.filter(({ kind }) => kind === 'imported');
  const seen = new Map<string, number>();
  for (const { data } of vouched) {
    const [id, sha256] = [String(data.snapshot), String(data.sha256)];
    progress(`rows of ${data.dataset} ${data.release}`);
    const { n, digest } = await rowsDigest(database, id, sha256);
    seen.set(id, (seen.get(id) ?? 0) + n);
    if (digest !== data.digest)
      say(
        `rows of ${data.dataset} ${data.release} (${data.file})`,
        `${n} rows, digest ${brief(digest)}`,
        `${data.rows} rows, ${brief(String(data.digest))}`,
      );
  }
  const snapshots = await database.all<{ json: string }>('SELECT json FROM snapshots');
  for (const { json } of snapshots) {
    const snapshot = JSON.parse(json) as Snapshot;
    const [counted] = await database.all<{ n: number }>('SELECT count(*)::INTEGER AS n FROM rows WHERE snapshot = ?', [
      snapshot.id,
    ]);
    const n = counted?.n ?? 0;
    if (n !== snapshot.rows || n !== (seen.get(snapshot.id) ?? 0))
      say(
        `snapshot ${snapshot.dataset} ${snapshot.release}`,
        `${n} rows`,
        `${snapshot.rows} rows, all brought by logged imports`,
      );
  }
  return { snapshots: snapshots.length, rows: [...seen.values()].reduce((sum, n) => sum + n, 0) };
}

async function verifyDecisions(
  record: OpenRecord,
  entries: readonly LogEntry[],
  progress: (what: string) => void,
  say: Say,
): Promise<number> {
  progress('decisions');
  const kept = await record.database.all<{
    id: string;
    seq: number;
    kind: string;
    json: string;
    undone: number | null;
  }>('SELECT id, seq, kind, json, undone FROM decisions ORDER BY seq');
  const rows = new Map(kept.map((row) => [row.id, row]));
  for (const { decision, seq, undone } of decisionsOf(entries)) {
    const row = rows.get(decision.id);
    rows.delete(decision.id);
    const whole =
      row?.json === JSON.stringify(decision) && row.seq === seq && row.kind === decision.kind && row.undone === undone;
    if (!whole)
      say(
        `decision ${decision.id}`,
        row === undefined ? 'nothing in the database' : 'another decision in the database',
        `what log entry ${seq} says${undone === null ? '' : `, taken back by entry ${undone}`}`,
      );
  }
  for (const id of rows.keys()) say(`decision ${id}`, 'no log entry', 'an entry that says who decided it');
  return kept.length;
}
