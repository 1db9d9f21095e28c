import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Claim, Document, Report } from '../../src/model/index.ts';
import { type LogEntry, nextEntry } from '../../src/record/log.ts';
import { sha256 } from '../../src/text/index.ts';

/** The tables of the first release, as it laid them. */
const tables = `
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE log (seq INTEGER PRIMARY KEY, line VARCHAR NOT NULL);
CREATE TABLE evidence (
  sha256 VARCHAR PRIMARY KEY, bytes BIGINT NOT NULL, origin VARCHAR NOT NULL, captured_at VARCHAR NOT NULL
);
CREATE TABLE documents (id VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL, published VARCHAR, json VARCHAR NOT NULL);
CREATE TABLE reports (
  id VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, type VARCHAR NOT NULL, status VARCHAR NOT NULL,
  country VARCHAR, "from" VARCHAR, json VARCHAR NOT NULL
);
CREATE TABLE claims (
  id VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, kind VARCHAR NOT NULL, of VARCHAR NOT NULL, json VARCHAR NOT NULL
);
CREATE TABLE snapshots (id VARCHAR PRIMARY KEY, dataset VARCHAR NOT NULL, release VARCHAR NOT NULL, json VARCHAR NOT NULL);
CREATE TABLE imports (
  snapshot VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, file VARCHAR NOT NULL,
  rows INTEGER NOT NULL, rejected INTEGER NOT NULL, digest VARCHAR NOT NULL
);
CREATE TABLE rows (
  snapshot VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, row VARCHAR NOT NULL, "from" DATE NOT NULL, "to" DATE NOT NULL,
  date_precision VARCHAR, country VARCHAR, admin1 VARCHAR, place VARCHAR, latitude DOUBLE, longitude DOUBLE,
  place_precision VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, side_a VARCHAR, side_b VARCHAR, parties VARCHAR,
  violence VARCHAR, killed_low INTEGER, killed_best INTEGER, killed_high INTEGER, civilians_best INTEGER,
  injured_best INTEGER, disputed VARCHAR, sources VARCHAR, summary VARCHAR
);
`;

/** A row of the first layout: the text of each cell after snapshot and sha256; null for what is not stated. */
const row = (id: string, killed: number) => [
  id,
  '2022-03-27',
  '2022-03-27',
  'day',
  'MLI',
  null,
  'Moura',
  null,
  null,
  'near',
  'ASSAULT',
  null,
  'army',
  'civilians',
  'directed',
  'one-sided',
  null,
  String(killed),
  null,
  null,
  null,
  null,
  null,
  null,
];

export interface Filling {
  readonly text: string;
  readonly document: Document;
  readonly reports: readonly Report[];
  readonly claims: readonly Claim[];
}

/** Makes a record as the first release wrote it: a document with its coding, and a snapshot of two rows. */
export async function layoutOne(folder: string, { text, document, reports, claims }: Filling): Promise<void> {
  mkdirSync(join(folder, 'evidence'), { recursive: true });
  const capture = (bytes: string) => {
    writeFileSync(join(folder, 'evidence', sha256(bytes)), bytes);
    return sha256(bytes);
  };
  const [page, table] = [capture(text), capture('the table')];
  const rows = [row('i1', 6), row('i2', 7)];
  const md5s = `SELECT sha256(string_agg(md5, '' ORDER BY row)) AS digest FROM (SELECT row, md5(concat(${cellsOf(rows)})) AS md5
    FROM rows)`;
  const snapshot = {
    id: 'snap-1',
    dataset: 'incidents',
    release: '1',
    coverage: null,
    sample: 'a sample',
    rows: 2,
    citation: null,
  };

  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  const run = (sql: string, cells: readonly (string | number | null)[] = []) => connection.run(sql, [...cells]);
  const insert = (name: string, cells: readonly (string | number | null)[]) =>
    run(`INSERT INTO ${name} VALUES (${cells.map(() => '?').join(', ')})`, cells);
  let last: LogEntry | null = null;
  const lines: string[] = [];
  const log = async (kind: LogEntry['kind'], data: LogEntry['data']) => {
    last = nextEntry(last, {
      at: `2024-01-0${lines.length + 1}T00:00:00.000Z`,
      kind,
      by: 'Awa',
      tool: 'griot 0.1.0',
      data,
    });
    lines.push(JSON.stringify(last));
    await insert('log', [last.seq, JSON.stringify(last)]);
  };
  await run(tables);
  await insert('meta', ['layout', '1']);
  await log('created', { layout: 1 });

  await insert('evidence', [page, text.length, document.origin, '2024-01-02T00:00:00.000Z']);
  await insert('documents', [document.id, document.sha256, document.published?.from ?? null, JSON.stringify(document)]);
  for (const report of reports) {
    const { id, type, status, place, when } = report;
    const cells = [id, document.id, type, status, place?.countries[0] ?? null, when?.from ?? null];
    await insert('reports', [...cells, JSON.stringify(report)]);
  }
  for (const claim of claims)
    await insert('claims', [claim.id, document.id, claim.kind, claim.of, JSON.stringify(claim)]);
  await log('read', {
    document: document.id,
    sha256: page,
    origin: document.origin,
    reports: reports.length,
    claims: claims.length,
    digest: sha256(JSON.stringify([document, reports, claims])),
  });

  for (const cells of rows) await insert('rows', [snapshot.id, table, ...cells]);
  const digest = String((await connection.runAndReadAll(md5s)).getRows()[0]?.[0]);
  await insert('snapshots', [snapshot.id, snapshot.dataset, snapshot.release, JSON.stringify(snapshot)]);
  await insert('evidence', [table, 9, 'table.csv', '2024-01-03T00:00:00.000Z']);
  await insert('imports', [snapshot.id, table, 'table.csv', 2, 0, digest]);
  const { dataset, release } = snapshot;
  const imported = { snapshot: snapshot.id, dataset, release, file: 'table.csv', sha256: table, rows: 2, rejected: 0 };
  await log('imported', { ...imported, digest });
  connection.closeSync();
  instance.closeSync();
  writeFileSync(join(folder, 'log.jsonl'), lines.map((line) => `${line}\n`).join(''));
}

/** SQL for the cells that the digest of rows was reckoned over. */
const cellsOf = (rows: readonly (readonly (string | null)[])[]) => {
  const names =
    `row from to date_precision country admin1 place latitude longitude place_precision type mode side_a side_b
    parties violence killed_low killed_best killed_high civilians_best injured_best disputed sources summary`.split(
      /\s+/,
    );
  if (rows.some((cells) => cells.length !== names.length)) throw new Error('a row of another length');
  return names.map((name) => `coalesce("${name}"::VARCHAR, '~')`).join(", '|', ");
};
