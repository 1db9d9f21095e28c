import { type Claim, type Document, type Report, UnusableInput } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import { noteCaptures } from './custody.ts';
import type { Cell } from './database.ts';
import type { Captured } from './evidence.ts';
import { type OpenRecord, write } from './open.ts';
import { readOverlay } from './overlay.ts';

/** A document with what a coder found in it. */
export interface Coded {
  readonly document: Document;
  readonly reports: readonly Report[];
  readonly claims: readonly Claim[];
  /** Digest of what it was coded by: coder, word lists, names, models. */
  readonly basis?: string;
}

/** Digest that the log keeps of a document and its coding: any later change of one of them shows. */
export function codedDigest({ document, reports, claims }: Coded): string {
  return sha256(JSON.stringify([document, reports, claims]));
}

/** A coded document and its bytes. */
export interface CapturedDocument {
  readonly captured: Captured;
  readonly coded: Coded;
}

/**
 * Adds a coded document whose bytes have been captured. False: its bytes are in the record already, nothing changed.
 */
export async function addDocument(record: OpenRecord, captured: Captured, coded: Coded): Promise<boolean> {
  return (await addDocuments(record, [{ captured, coded }])) === 1;
}

/**
 * Adds coded documents in one step: all of them are on disk when it resolves, none of them after a kill before. Each
 * has its own log entry. Gives the number of those that are new; what the record has already stays as it is.
 */
export async function addDocuments(record: OpenRecord, items: readonly CapturedDocument[]): Promise<number> {
  for (const { captured, coded } of items)
    if (coded.document.sha256 !== captured.sha256)
      throw new Error(`${coded.document.id} was not read from the captured bytes`);
  return write(record, async ({ seq, at }) => {
    const { database } = record;
    const added = await unknown(record, items);
    await database.append(
      'documents',
      added.map(({ coded }) => documentCells(coded.document)),
    );
    await database.append(
      'reports',
      added.flatMap(({ coded }) => coded.reports.map((report) => reportCells(coded.document.id, report))),
    );
    await database.append(
      'claims',
      added.flatMap(({ coded }) => coded.claims.map((claim) => claimCells(coded.document.id, claim))),
    );
    const captures = added.map(({ captured, coded: { document } }, i) => ({
      captured,
      step: { seq: seq + i, at },
      origin: { origin: document.origin, statedUrl: document.url },
    }));
    const noted = await noteCaptures(record, captures);
    const log = added.map(({ coded }, i) => ({
      kind: 'read' as const,
      data: {
        document: coded.document.id,
        sha256: coded.document.sha256,
        origin: coded.document.origin,
        reports: coded.reports.length,
        claims: coded.claims.length,
        digest: codedDigest(coded),
        ...(coded.basis === undefined ? {} : { basis: coded.basis }),
        ...noted[i],
      },
    }));
    return { result: added.length, log };
  });
}

/** The items that the record does not know yet, each once. */
async function unknown(record: OpenRecord, items: readonly CapturedDocument[]): Promise<CapturedDocument[]> {
  const byId = new Map(items.map((item) => [item.coded.document.id as string, item]));
  const known = await record.database.all<{ id: string }>(
    `SELECT id FROM documents WHERE id IN (${[...byId].map(() => '?').join(', ') || 'NULL'})`,
    [...byId.keys()],
  );
  for (const { id } of known) byId.delete(id);
  return [...byId.values()];
}

/** Rows of the tables: the noun in JSON, and beside it what it is found by. */
export const documentCells = (document: Document): Cell[] => [
  document.id,
  document.sha256,
  document.published?.from ?? null,
  JSON.stringify(document),
];

export const reportCells = (document: string, report: Report): Cell[] => [
  report.id,
  document,
  report.type,
  report.status,
  report.place?.countries[0] ?? null,
  report.when?.from ?? null,
  JSON.stringify(report),
];

export const claimCells = (document: string, claim: Claim): Cell[] => [
  claim.id,
  document,
  claim.kind,
  claim.of,
  JSON.stringify(claim),
];

/**
 * Documents of the record, in the order of their publication (undated last), with what was coded from each as it stands:
 * what people decided lies over it.
 */
export async function listDocuments(record: OpenRecord): Promise<Coded[]> {
  const [read, overlay] = [await documentsAsRead(record), await readOverlay(record)];
  if (overlay.none) return read;
  return read.map(({ document, reports, claims }) => ({
    document,
    reports: reports.flatMap((report) => overlay.report(report) ?? []),
    claims: claims.flatMap((claim) => overlay.claim(claim) ?? []),
  }));
}

/** The same with what the coder read, whatever people decided since; only some documents where their ids are given. */
export async function documentsAsRead(record: OpenRecord, ids: readonly string[] | null = null): Promise<Coded[]> {
  const only = (column: string) =>
    ids === null ? '' : `WHERE ${column} IN (${ids.map(() => '?').join(', ') || 'NULL'})`;
  const documents = await record.database.all<{ json: string }>(
    `SELECT json FROM documents ${only('id')} ORDER BY published NULLS LAST, id`,
    ids ?? [],
  );
  const coded = new Map<string, { document: Document; reports: Report[]; claims: Claim[] }>();
  for (const { json } of documents) {
    const document = JSON.parse(json) as Document;
    coded.set(document.id, { document, reports: [], claims: [] });
  }
  for (const table of ['reports', 'claims'] as const) {
    const rows = await record.database.all<{ document: string; json: string }>(
      `SELECT document, json FROM ${table} ${only('document')} ORDER BY rowid`,
      ids ?? [],
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
