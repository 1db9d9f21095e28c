import { type Claim, type Document, type Report, UnusableInput } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import { addEvidence, type Captured } from './evidence.ts';
import { type OpenRecord, write } from './open.ts';

/** A document with what a coder found in it. */
export interface Coded {
  readonly document: Document;
  readonly reports: readonly Report[];
  readonly claims: readonly Claim[];
}

/** Digest that the log keeps of a document and its coding: any later change of one of them shows. */
export function codedDigest({ document, reports, claims }: Coded): string {
  return sha256(JSON.stringify([document, reports, claims]));
}

/**
 * Adds a coded document whose bytes have been captured. False: its bytes are in the record already, nothing changed.
 */
export async function addDocument(record: OpenRecord, captured: Captured, coded: Coded): Promise<boolean> {
  const { document, reports, claims } = coded;
  if (document.sha256 !== captured.sha256) throw new Error(`${document.id} was not read from the captured bytes`);
  return write(record, async () => {
    const { database } = record;
    const [known] = await database.all('SELECT 1 FROM documents WHERE id = ?', [document.id]);
    if (known !== undefined) return { result: false, log: null };
    await addEvidence(database, captured, document.origin);
    await database.run('INSERT INTO documents VALUES (?, ?, ?, ?)', [
      document.id,
      document.sha256,
      document.published?.from ?? null,
      JSON.stringify(document),
    ]);
    for (const report of reports)
      await database.run('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?)', [
        report.id,
        document.id,
        report.type,
        report.status,
        report.place?.countries[0] ?? null,
        report.when?.from ?? null,
        JSON.stringify(report),
      ]);
    for (const claim of claims)
      await database.run('INSERT INTO claims VALUES (?, ?, ?, ?, ?)', [
        claim.id,
        document.id,
        claim.kind,
        claim.of,
        JSON.stringify(claim),
      ]);
    const data = {
      document: document.id,
      sha256: document.sha256,
      origin: document.origin,
      reports: reports.length,
      claims: claims.length,
      digest: codedDigest(coded),
    };
    return { result: true, log: { kind: 'read', data } };
  });
}

/** Documents of the record, in the order of their publication (undated last), with what was coded from each. */
export async function listDocuments(record: OpenRecord): Promise<Coded[]> {
  const documents = await record.database.all<{ json: string }>(
    'SELECT json FROM documents ORDER BY published NULLS LAST, id',
  );
  const coded = new Map<string, { document: Document; reports: Report[]; claims: Claim[] }>();
  for (const { json } of documents) {
    const document = JSON.parse(json) as Document;
    coded.set(document.id, { document, reports: [], claims: [] });
  }
  for (const table of ['reports', 'claims'] as const) {
    const rows = await record.database.all<{ document: string; json: string }>(
      `SELECT document, json FROM ${table} ORDER BY rowid`,
    );
    for (const row of rows) {
      const owner = coded.get(row.document);
      if (owner === undefined) throw orphan(record, table, row.document);
      (owner[table] as unknown[]).push(JSON.parse(row.json));
    }
  }
  return [...coded.values()];
}

function orphan(record: OpenRecord, table: string, document: string): UnusableInput {
  return new UnusableInput({
    file: record.folder,
    line: null,
    found: `${table} of ${document}, which is not in the record`,
    expected: 'every coded value to have its document',
    wayOut: 'Run `griot verify` to see what was altered.',
  });
}
