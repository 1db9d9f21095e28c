import type { Cell } from './database.ts';
import { type Coded, claimCells, codedDigest, documentCells, documentsAsRead, reportCells } from './documents.ts';
import { successorsOf } from './match-codings.ts';
import type { Told } from './open.ts';
import { type OpenRecord, write } from './open.ts';
import { readSubjects } from './overlay.ts';

/** What coding documents anew brought. */
export interface RecodeSummary {
  /** Documents whose coding differs now. */
  readonly changed: number;
  readonly same: number;
}

/**
 * Puts new codings in the place of the present ones, in one step. What was read before is kept whole in the table
 * `superseded`, with the ids that took the place of those that are gone; each document has its log entry.
 */
export async function recodeDocuments(record: OpenRecord, items: readonly Coded[]): Promise<RecodeSummary> {
  return write(record, async ({ seq }) => {
    const { database } = record;
    const ids = items.map(({ document }) => document.id as string);
    const before = new Map((await documentsAsRead(record, ids)).map((coded) => [coded.document.id, coded]));
    const log: Told[] = [];
    const superseded: Cell[][] = [];
    for (const coded of items) {
      const { document, basis = null } = coded;
      const old = before.get(document.id);
      if (old === undefined) throw new Error(`${document.id} is not in the record`);
      const [was, digest] = [codedDigest(old), codedDigest(coded)];
      const told = { document: document.id, reports: coded.reports.length, claims: coded.claims.length, digest, basis };
      if (was === digest) {
        log.push({ kind: 'recoded', data: { ...told, supersedes: null } });
        continue;
      }
      const successors = successorsOf(old, coded);
      superseded.push([seq + log.length, document.id, JSON.stringify(old), JSON.stringify(successors)]);
      log.push({ kind: 'recoded', data: { ...told, supersedes: was, successors } });
    }
    const changed = items.filter((_, i) => log[i]?.data.supersedes !== null);
    if (changed.length > 0) {
      const ids = changed.map(({ document }) => document.id as string);
      const marks = ids.map(() => '?').join(', ');
      for (const [table, column] of [
        ['reports', 'document'],
        ['claims', 'document'],
        ['documents', 'id'],
      ] as const)
        await database.run(`DELETE FROM ${table} WHERE ${column} IN (${marks})`, ids);
      await database.append('superseded', superseded);
      await database.append(
        'documents',
        changed.map(({ document }) => documentCells(document)),
      );
      await database.append(
        'reports',
        changed.flatMap(({ document, reports }) => reports.map((report) => reportCells(document.id, report))),
      );
      await database.append(
        'claims',
        changed.flatMap(({ document, claims }) => claims.map((claim) => claimCells(document.id, claim))),
      );
    }
    return { result: { changed: changed.length, same: items.length - changed.length }, log };
  });
}

/** What each document was last coded by, as the log tells; null: by a griot that did not write it down. */
export async function codedBy({ database }: OpenRecord): Promise<Map<string, string | null>> {
  const rows = await database.all<{ document: string; basis: string | null }>(
    `SELECT json_extract_string(line, '$.data.document') AS document,
       arg_max(coalesce(json_extract_string(line, '$.data.basis'), ''), seq) AS basis
     FROM log WHERE json_extract_string(line, '$.kind') IN ('read', 'recoded') GROUP BY 1`,
  );
  return new Map(rows.map(({ document, basis }) => [document, basis === '' ? null : basis]));
}

/** Decisions that stand and whose report or claim has no successor in the present coding. */
export async function lostDecisions(record: OpenRecord) {
  return (await readSubjects(record)).filter(({ decision, subject }) => 'subject' in decision.data && subject === null);
}
