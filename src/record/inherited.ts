import { sha256 } from '../text/index.ts';
import type { Database } from './database.ts';

/**
 * What the log of the first layout did not vouch for: where evidence came from and when, and the texts of snapshots.
 * The entry of the migration vouches for it as it was found, so that from then on any change of it shows.
 */
export async function inherited(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const snapshots = await database.all<{ id: string; json: string }>('SELECT id, json FROM snapshots ORDER BY id');
  return {
    evidence: await evidenceDigest(database, 'true'),
    snapshots: Object.fromEntries(snapshots.map(({ id, json }) => [id, sha256(json)])),
  };
}

/** SHA-256 over the first layout's columns of the evidence that `where` names. */
export async function evidenceDigest(database: Database, where: 'true' | 'seq IS NULL'): Promise<string> {
  const [found] = await database.all<{ digest: string | null }>(
    `SELECT sha256(string_agg(md5, '' ORDER BY sha256)) AS digest
     FROM (SELECT sha256, md5(concat_ws('|', sha256, bytes, captured_at, origin)) AS md5 FROM evidence WHERE ${where})`,
  );
  return found?.digest ?? '';
}
