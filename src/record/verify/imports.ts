import type { Snapshot } from '../../model/index.ts';
import { sha256 } from '../../text/index.ts';
import type { LogEntry } from '../log.ts';
import type { OpenRecord } from '../open.ts';
import { rowsDigest } from '../rows.ts';
import { entriesOf } from './entries.ts';
import { brief, look, type Progress, type Say, sayCells } from './say.ts';

interface Found {
  readonly snapshots: number;
  readonly rows: number;
}

/** Rows, imports and snapshots of data sets against what the log says of each import. */
export async function verifyImports(record: OpenRecord, progress: Progress, say: Say): Promise<Found> {
  const imported = await entriesOf(record, ['imported']);
  const seen = new Map<string, number>();
  for (const { data } of imported) {
    const [id, hash] = [String(data.snapshot), String(data.sha256)];
    progress(`rows of ${data.dataset} ${data.release}`);
    const { n, digest } = await rowsDigest(record.database, id, hash);
    seen.set(id, (seen.get(id) ?? 0) + n);
    if (digest !== data.digest)
      say(
        `rows of ${data.dataset} ${data.release} (${data.file})`,
        `${n} rows, digest ${brief(digest)}`,
        `${data.rows} rows, ${brief(String(data.digest))}`,
      );
  }
  await verifyImportsTable(record, imported, say);
  const snapshots = await verifySnapshots(record, imported, seen, say);
  return { snapshots, rows: [...seen.values()].reduce((sum, n) => sum + n, 0) };
}

const columns = ['snapshot', 'sha256', 'file', 'rows', 'rejected', 'digest'] as const;

async function verifyImportsTable({ database }: OpenRecord, imported: readonly LogEntry[], say: Say): Promise<void> {
  const kept = await database.all(`SELECT ${columns.join(', ')} FROM imports ORDER BY rowid`);
  for (let i = 0; i < Math.max(kept.length, imported.length); i++) {
    const [row, entry] = [kept[i], imported[i]];
    const where = `import ${i + 1} (${entry?.data.file ?? row?.file})`;
    if (row === undefined) say(where, 'no row in the database', `what log entry ${entry?.seq} says`);
    else if (entry === undefined) say(where, 'no log entry', 'an entry that says what was imported');
    else
      sayCells(
        say,
        where,
        columns,
        columns.map((name) => row[name]),
        columns.map((name) => entry.data[name]),
      );
  }
}

interface Kept {
  readonly id: string;
  readonly dataset: string;
  readonly release: string;
  readonly json: string;
}

async function verifySnapshots(
  record: OpenRecord,
  imported: readonly LogEntry[],
  seen: ReadonlyMap<string, number>,
  say: Say,
): Promise<number> {
  const { database } = record;
  const digests = await digestsOf(record, imported);
  const kept = await database.all<Kept>('SELECT id, dataset, release, json FROM snapshots ORDER BY rowid');
  for (const row of kept) {
    await look(say, `snapshot ${row.id}`, undefined, () => verifySnapshot(record, row, seen.get(row.id) ?? 0, say));
    const [found, digest] = [sha256(row.json), digests.get(row.id) ?? null];
    if (found !== digest)
      say(`snapshot ${row.dataset} ${row.release}`, `another text, digest ${brief(found)}`, brief(digest));
    digests.delete(row.id);
  }
  for (const id of digests.keys())
    say(`snapshot ${id}`, 'nothing in the database', 'the snapshot that the log tells of');
  const orphans = await database.all<{ snapshot: string; n: number }>(
    `SELECT snapshot, count(*)::INTEGER AS n FROM rows
     WHERE snapshot NOT IN (SELECT id FROM snapshots) GROUP BY 1 ORDER BY 1`,
  );
  for (const { snapshot, n } of orphans) say(`rows of ${snapshot}`, `${n} rows of no known snapshot`, 'none');
  return kept.length;
}

async function verifySnapshot({ database }: OpenRecord, kept: Kept, logged: number, say: Say): Promise<void> {
  const { json, ...row } = kept;
  const snapshot = JSON.parse(json) as Snapshot;
  const where = `snapshot ${snapshot.dataset} ${snapshot.release}`;
  const { id, dataset, release } = snapshot;
  sayCells(say, where, ['id', 'dataset', 'release'], Object.values(row), [id, dataset, release]);
  const [{ n } = { n: 0 }] = await database.all<{ n: number }>(
    'SELECT count(*)::INTEGER AS n FROM rows WHERE snapshot = ?',
    [id],
  );
  if (n !== snapshot.rows || n !== logged)
    say(where, `${n} rows`, `${snapshot.rows} rows, all brought by logged imports`);
}

/** Digest of each snapshot's text: the last that the log tells; for older records what the migration vouches for. */
async function digestsOf(record: OpenRecord, imported: readonly LogEntry[]): Promise<Map<string, string>> {
  const [migrated] = await entriesOf(record, ['migrated']);
  const digests = new Map(Object.entries((migrated?.data.snapshots ?? {}) as Record<string, string>));
  for (const { data } of imported)
    if (data.snapshotDigest !== undefined) digests.set(String(data.snapshot), String(data.snapshotDigest));
  return digests;
}
