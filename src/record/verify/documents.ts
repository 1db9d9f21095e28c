import type { Claim, Document, Provenance, Report } from '../../model/index.ts';
import { type Coded, claimCells, codedDigest, documentCells, reportCells } from '../documents.ts';
import type { OpenRecord } from '../open.ts';
import { field, kindIn } from './entries.ts';
import { brief, look, type Progress, type Say, sayCells } from './say.ts';

/** Documents that are looked at together. */
const page = 2_000;

interface Found {
  readonly documents: number;
  readonly quotes: number;
}

interface Kept {
  readonly id: string;
  readonly sha256: string;
  readonly published: string | null;
  readonly json: string;
  /** What the log says of it, where it says anything. */
  readonly digest: string | null;
}

type Coding = Readonly<Record<string, string | null>> & { readonly json: string };

const columns = {
  documents: ['id', 'sha256', 'published', 'json'],
  reports: ['id', 'document', 'type', 'status', 'country', 'from', 'json'],
  claims: ['id', 'document', 'kind', 'of', 'json'],
} as const;

/**
 * Documents and their coding against the digests that the log keeps, the columns beside each noun against the noun,
 * and each quote against its place in its text.
 */
export async function verifyDocuments(record: OpenRecord, progress: Progress, say: Say): Promise<Found> {
  const { database } = record;
  let [documents, quotes] = [0, 0];
  await database.run(
    `CREATE OR REPLACE TEMP TABLE told AS SELECT ${field('document')} AS id, arg_max(${field('digest')}, seq) AS digest
     FROM log WHERE ${kindIn(['read', 'recoded'])} GROUP BY 1`,
  );
  for (let last = ''; ; ) {
    const rows = await database.all<Kept>(
      `SELECT d.id, d.sha256, d.published, d.json, t.digest FROM documents d LEFT JOIN told t USING (id)
       WHERE d.id > ? ORDER BY d.id LIMIT ${page}`,
      [last],
    );
    if (rows.length === 0) break;
    progress(`documents from ${rows[0]?.id}`);
    const to = rows.at(-1)?.id ?? '';
    const reports = await codingOf(record, 'reports', last, to);
    const claims = await codingOf(record, 'claims', last, to);
    for (const kept of rows) {
      documents += 1;
      quotes += await look(say, `document ${kept.id}`, 0, () =>
        verifyDocument(kept, reports.get(kept.id) ?? [], claims.get(kept.id) ?? [], say),
      );
    }
    last = to;
  }
  await verifyOwners(record, say);
  await database.run('DROP TABLE told');
  return { documents, quotes };
}

/** Rows of a table by their document, for the documents after `after` up to `to`. */
async function codingOf(
  { database }: OpenRecord,
  table: 'reports' | 'claims',
  after: string,
  to: string,
): Promise<Map<string, Coding[]>> {
  const rows = await database.all<Coding>(
    `SELECT ${columns[table].map((name) => `"${name}"`).join(', ')} FROM ${table}
     WHERE document > ? AND document <= ? ORDER BY rowid`,
    [after, to],
  );
  const groups = new Map<string, Coding[]>();
  for (const row of rows) {
    const document = String(row.document);
    groups.set(document, [...(groups.get(document) ?? []), row]);
  }
  return groups;
}

/** Gives the number of quotes. */
function verifyDocument(kept: Kept, reports: readonly Coding[], claims: readonly Coding[], say: Say): number {
  const { digest, ...row } = kept;
  const document = JSON.parse(row.json) as Document;
  const where = `document ${row.id} (${document.origin})`;
  sayCells(say, where, columns.documents, Object.values(row), documentCells(document));
  const coded: Coded = {
    document,
    reports: reports.map(({ json }) => JSON.parse(json) as Report),
    claims: claims.map(({ json }) => JSON.parse(json) as Claim),
  };
  coded.reports.forEach((report, i) => {
    const found = Object.values(reports[i] ?? {});
    sayCells(say, `report ${found[0]} of ${where}`, columns.reports, found, reportCells(row.id, report));
  });
  coded.claims.forEach((claim, i) => {
    const found = Object.values(claims[i] ?? {});
    sayCells(say, `claim ${found[0]} of ${where}`, columns.claims, found, claimCells(row.id, claim));
  });
  if (digest === null) say(where, 'no log entry', 'an entry that says when it was read');
  else if (codedDigest(coded) !== digest)
    say(where, `text or coding with digest ${brief(codedDigest(coded))}`, brief(digest));
  for (const { id, provenance } of [...coded.reports, ...coded.claims]) {
    const misplaced = quoteFault(document, provenance);
    if (misplaced !== null) say(`${id} of document ${document.id}`, misplaced, 'its quote at its place in the text');
  }
  return reports.length + claims.length;
}

function quoteFault(document: Document, provenance: Provenance): string | null {
  if (provenance.kind !== 'sentence') return null;
  const { start, end } = provenance.span;
  const there = document.text.slice(start, end);
  return there === provenance.quote ? null : `"${there.slice(0, 40)}" at ${start} to ${end}`;
}

/** Documents that the log tells of must be there, and coded values must have their document. */
async function verifyOwners({ database }: OpenRecord, say: Say): Promise<void> {
  const lost = await database.all<{ id: string }>(
    'SELECT id FROM told WHERE id NOT IN (SELECT id FROM documents) ORDER BY id',
  );
  for (const { id } of lost)
    say(`document ${id}`, 'nothing in the database', 'the document that the log says was read');
  for (const table of ['reports', 'claims'] as const) {
    const orphans = await database.all<{ id: string; document: string }>(
      `SELECT id, document FROM ${table} WHERE document NOT IN (SELECT id FROM documents) ORDER BY rowid`,
    );
    for (const { id, document } of orphans)
      say(`${table} ${id}`, `document ${document}, which is not in the record`, 'the document that it was coded from');
  }
}
