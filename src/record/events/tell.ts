import type { Document, Report, Told } from '../../model/index.ts';
import { dayNumber, firstDay, lastDay } from '../../time/index.ts';
import type { Cell, Database } from '../database.ts';
import type { OpenRecord } from '../open.ts';
import { readOverlay } from '../overlay.ts';
import { type Row, reportOf, rowCells, sides } from '../reports.ts';
import { rowReportIdSql } from '../rows.ts';

/** Log entries are farther apart in the order of the record than characters of a text. */
const step = 2 ** 24;

/** Days of a bucket by which reports near others are found. */
const month = 31;

/** SQL: the ids of a temporary list, filled by {@link listIds}. */
const listed = 'SELECT id FROM listed';

/** Puts ids into a temporary table that the next query reads. */
async function listIds({ database }: OpenRecord, ids: Iterable<string>): Promise<void> {
  await database.run('CREATE OR REPLACE TEMP TABLE listed (id VARCHAR)');
  await database.append(
    'listed',
    [...ids].map((id) => [id]),
  );
}

/**
 * Reports of texts and rows by their ids, as they stand, each with where it comes from; those that somebody rejected and
 * ids of neither are left out.
 */
export async function tellOf(record: OpenRecord, ids: Iterable<string>): Promise<Told[]> {
  await listIds(record, ids);
  return tellListed(record);
}

async function tellListed(record: OpenRecord): Promise<Told[]> {
  const texts = await record.database.all<{
    json: string;
    document: Document['id'];
    published: string | null;
    lang: string | null;
    site: string | null;
    copies: string | null;
    seq: number | null;
  }>(
    `SELECT r.json, r.document, d.published, json_extract_string(d.json, '$.lang') AS lang,
       json_extract_string(d.json, '$.site') AS site, p.copies,
       (SELECT min(seq) FROM custody c WHERE c.sha256 = d.sha256)::INTEGER AS seq
     FROM reports r JOIN documents d ON d.id = r.document LEFT JOIN prints p ON p.document = d.id
     WHERE r.id IN (${listed})`,
  );
  const rows = await record.database.all<Row & { dataset: string; seq: number | null }>(
    `SELECT ${rowCells}, s.dataset, (SELECT min(seq) FROM custody c WHERE c.sha256 = rows.sha256)::INTEGER AS seq
     FROM rows JOIN snapshots s ON s.id = rows.snapshot WHERE ${rowReportIdSql} IN (${listed})`,
  );
  const overlay = await readOverlay(record);
  const side = sides(() => null);
  const all = [
    ...texts.map(({ json, document, published, lang, site, copies, seq }): Told => {
      const report = JSON.parse(json) as Report;
      const at = report.provenance.kind === 'sentence' ? report.provenance.span.start : 0;
      const period = published === null ? null : { from: published, to: published };
      const origin = {
        kind: 'document',
        id: document,
        copies: copies ?? document,
        published: period,
        lang,
        site,
      } as const;
      return { report, origin, order: (seq ?? 0) * step + at };
    }),
    ...rows.map(({ dataset, seq, ...row }): Told => {
      // Both formats of today say that a row is an event.
      const origin = { kind: 'dataset', name: dataset, repeats: false } as const;
      return { report: reportOf(row as Row, side), origin, order: (seq ?? 0) * step };
    }),
  ];
  return all.flatMap((told) => {
    const report = overlay.report(told.report);
    return report === null ? [] : [{ ...told, report }];
  });
}

/** When and where a report of a text may have been: what is not dated, in the month before it was told. */
export function whenTold({ report, origin }: Told): Cell[] {
  const { when, place } = report;
  const from = when?.from ?? when?.to ?? null;
  const to = when?.to ?? when?.from ?? null;
  const published = origin.kind === 'document' ? (origin.published?.from ?? null) : null;
  const told = published === null ? null : dayNumber(firstDay(published));
  const first = from === null ? (told === null ? null : told - month) : dayNumber(firstDay(from));
  const last = to === null ? told : dayNumber(lastDay(to));
  return [report.id, report.type, place?.countries.length === 1 ? (place.countries[0] ?? null) : null, first, last];
}

/** SQL: the buckets that a span of days touches, a day more on either side. */
const bucketsOf = (first: string, last: string) =>
  `unnest(range((${first} - 1) // ${month}, least((${last} + 1) // ${month} + 1, (${first} - 1) // ${month} + 14)))`;

/**
 * Reports that may tell of the same happening as those given: of the same type, in the months that these may have been
 * in, in their country or in none; rows only of other data sets, and only where a country is known. `asked` holds what
 * was looked for before, and is not looked for again.
 */
export async function tellNear(record: OpenRecord, told: readonly Told[], asked: Set<string>): Promise<Told[]> {
  const { database } = record;
  const keys: Cell[][] = [];
  for (const one of told) {
    const [, type, country, first, last] = whenTold(one);
    if (typeof first !== 'number' || typeof last !== 'number' || first > last) continue;
    const own = one.origin.kind === 'dataset' ? one.origin.name : '';
    const most = Math.min(Math.floor((last + 1) / month), Math.floor((first - 1) / month) + 13);
    for (let bucket = Math.floor((first - 1) / month); bucket <= most; bucket++) {
      const key = [type, country, bucket, own].join('|');
      if (asked.has(key)) continue;
      asked.add(key);
      keys.push([type as string, country as string | null, bucket, own]);
    }
  }
  if (keys.length === 0) return [];
  await database.run('CREATE OR REPLACE TEMP TABLE keys (type VARCHAR, country VARCHAR, bucket INTEGER, own VARCHAR)');
  await database.append('keys', keys);
  await database.run(`CREATE OR REPLACE TEMP TABLE listed AS
    SELECT DISTINCT t.report AS id FROM (SELECT *, ${bucketsOf('first', 'last')} AS bucket FROM told) t
      JOIN keys k ON k.type = t.type AND k.bucket = t.bucket
      WHERE t.country IS NULL OR k.country IS NULL OR t.country = k.country
    UNION SELECT DISTINCT r.id FROM (
      SELECT ${rowReportIdSql} AS id, r.type, r.country, s.dataset,
        ${bucketsOf(`(r."from" - DATE '1970-01-01')::INTEGER`, `(r."to" - DATE '1970-01-01')::INTEGER`)} AS bucket
      FROM rows r JOIN snapshots s ON s.id = r.snapshot
      WHERE r.country IN (SELECT country FROM keys) AND r.type IN (SELECT type FROM keys)) r
      JOIN keys k ON k.type = r.type AND k.country = r.country AND k.bucket = r.bucket AND k.own <> r.dataset`);
  return tellListed(record);
}

/** True where a row may have something to join: a report of a text, or another data set. */
export async function anyOther(database: Database): Promise<boolean> {
  const [others] = await database.all<{ n: number }>(
    'SELECT (SELECT count(*) FROM told)::INTEGER + (SELECT greatest(count(DISTINCT dataset) - 1, 0) FROM snapshots)::INTEGER AS n',
  );
  return (others?.n ?? 0) > 0;
}

/**
 * Rows of the imports behind a log entry, by country, that have a report of a text or a row of another data set in the same
 * months; all others stand alone without being read.
 */
export async function rowsToResolve({ database }: OpenRecord, after: number): Promise<Map<string, string[]>> {
  if (!(await anyOther(database))) return new Map();
  const days = (column: string) => `(r."${column}" - DATE '1970-01-01')::INTEGER`;
  const rows = await database.all<{ country: string; id: string }>(
    `WITH fresh AS (
       SELECT DISTINCT json_extract_string(line, '$.data.snapshot') AS snapshot, json_extract_string(line, '$.data.sha256') AS sha256
       FROM log WHERE seq > ? AND json_extract_string(line, '$.kind') = 'imported'),
     spread AS (
       SELECT r.snapshot, r.sha256, r.row, r.country, r.type, s.dataset, ${bucketsOf(days('from'), days('to'))} AS bucket
       FROM rows r JOIN snapshots s ON s.id = r.snapshot WHERE r.country IS NOT NULL),
     near AS (
       SELECT DISTINCT type, country, bucket, dataset FROM spread
       UNION SELECT DISTINCT type, country, ${bucketsOf('first', 'last')}, '' FROM told WHERE country IS NOT NULL)
     SELECT DISTINCT f.country, f.snapshot || '-' || f.row AS id
     FROM spread f JOIN fresh USING (snapshot, sha256)
       JOIN near n ON n.type = f.type AND n.country = f.country AND n.bucket = f.bucket AND n.dataset <> f.dataset
     ORDER BY 1, 2`,
    [after],
  );
  const byCountry = new Map<string, string[]>();
  for (const { country, id } of rows) {
    const ids = byCountry.get(country);
    if (ids === undefined) byCountry.set(country, [id]);
    else ids.push(id);
  }
  return byCountry;
}
