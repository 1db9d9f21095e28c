import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type EvidenceRow, evidenceColumns, evidenceRow, type Noted } from '../custody.ts';
import { hashOf } from '../evidence.ts';
import { evidenceDigest } from '../inherited.ts';
import { readEntry } from '../log.ts';
import type { OpenRecord } from '../open.ts';
import { entriesOf, field, kindIn } from './entries.ts';
import { brief, type Progress, type Say, sayCells } from './say.ts';

/** Items that are looked at together. */
const page = 5_000;

/** Captured bytes against their names, and the table of evidence against the log. Gives the number of items. */
export async function verifyEvidence(record: OpenRecord, progress: Progress, say: Say): Promise<number> {
  const { database, evidence } = record;
  const known = new Set<string>();
  for (let last = ''; ; ) {
    const rows = await database.all<EvidenceRow & { line: string | null }>(
      `SELECT ${evidenceColumns}, line FROM evidence LEFT JOIN log USING (seq)
       WHERE sha256 > ? ORDER BY sha256 LIMIT ${page}`,
      [last],
    );
    for (const { line, ...row } of rows) {
      known.add(row.sha256);
      progress(`evidence ${brief(row.sha256)}`);
      await verifyBytes(evidence, row, say);
      if (row.seq === null) verifyOlder(row, say);
      else verifyRow(row, line, say);
    }
    if (rows.length < page) break;
    last = rows.at(-1)?.sha256 ?? '';
  }
  await verifyInherited(record, say);
  await verifyComplete(record, say);
  if (existsSync(evidence)) await verifyStrays(evidence, known, say);
  return known.size;
}

async function verifyBytes(folder: string, { sha256, bytes, origin }: EvidenceRow, say: Say): Promise<void> {
  const where = `evidence/${sha256} (${origin})`;
  const path = join(folder, sha256);
  const found = await hashOf(path);
  if (found !== sha256) say(where, found === null ? 'no file' : `bytes with SHA-256 ${brief(found)}`, brief(sha256));
  else if (statSync(path).size !== bytes) say(where, `${bytes} bytes in the database`, `${statSync(path).size} bytes`);
}

function verifyRow(row: EvidenceRow, line: string | null, say: Say): void {
  const where = `evidence/${row.sha256} (${row.origin})`;
  const entry = line === null ? null : readEntry(line);
  const noted = entry?.data.captured as Noted | undefined;
  if (entry === null || noted?.sha256 !== row.sha256) {
    say(where, `no capture of it in log entry ${row.seq}`, 'an entry that says when it was captured');
    return;
  }
  const expected = evidenceRow(noted, entry);
  const { bytes: _, ...told } = expected;
  const { bytes: __, ...kept } = row;
  sayCells(say, where, Object.keys(told), Object.values(kept), Object.values(told));
}

/** The first layout did not keep this, so nobody can know it. */
const unknownOfOld = ['url', 'stated_url', 'captured_by', 'tool', 'headers', 'redirects'] as const;

function verifyOlder(row: EvidenceRow, say: Say): void {
  const found = unknownOfOld.map((column) => row[column]);
  const nothing = unknownOfOld.map(() => null);
  sayCells(say, `evidence/${row.sha256} (${row.origin})`, unknownOfOld, found, nothing);
}

/** Rows of the first layout, for which the entry of the migration vouches as a whole. */
async function verifyInherited(record: OpenRecord, say: Say): Promise<void> {
  const [migrated] = await entriesOf(record, ['migrated']);
  const digest = await evidenceDigest(record.database, 'seq IS NULL');
  const expected = String(migrated?.data.evidence ?? '');
  if (digest !== expected)
    say('evidence of an older layout', `rows with digest ${brief(digest || null)}`, brief(expected || null));
}

/** What the log says was captured must be in the table. */
async function verifyComplete({ database }: OpenRecord, say: Say): Promise<void> {
  const lost = await database.all<{ seq: number; sha256: string }>(
    `SELECT min(seq) AS seq, ${field('sha256')} AS sha256 FROM log
     WHERE ${kindIn(['read', 'imported', 'sealed'])} AND ${field('sha256')} NOT IN (SELECT sha256 FROM evidence)
     GROUP BY 2 ORDER BY 1`,
  );
  for (const { seq, sha256 } of lost)
    say(`evidence/${sha256}`, 'no row in the database', `the item that log entry ${seq} brought`);
}

/** A file without a row is what a stopped command had captured: harmless when its bytes fit its name. */
async function verifyStrays(folder: string, known: ReadonlySet<string>, say: Say): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (known.has(name) || name.startsWith('.')) continue;
    const found = await hashOf(join(folder, name));
    if (found !== name) say(`evidence/${name}`, `a file with SHA-256 ${brief(found)}`, 'files named by their SHA-256');
  }
}
