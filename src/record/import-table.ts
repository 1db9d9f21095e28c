import type { Snapshot, TableFormat } from '../model/index.ts';
import { linesOfBytes, makeId, recordLines, sha256 } from '../text/index.ts';
import { compile } from './compile.ts';
import { noteCaptures } from './custody.ts';
import type { Captured } from './evidence.ts';
import { type OpenRecord, write } from './open.ts';
import { rowColumns, rowsDigest } from './rows.ts';

/** A table as the exchange room has made it ready. */
export interface TableInput {
  /** Plain UTF-8 text. */
  readonly path: string;
  readonly delimiter: string;
  /** Column names in the file's order. */
  readonly header: readonly string[];
  /** Records at the top that are no data: the header, a line of tags. */
  readonly skip: number;
  /** The file's name as the user knows it. */
  readonly name: string;
  readonly captured: Captured;
}

/** A row that was left out: the line it begins on, and why. */
export interface RejectedRow {
  readonly line: number;
  /** The row's own id, where it could be read. */
  readonly row: string | null;
  readonly reason: string;
}

export interface Imported {
  readonly snapshot: Snapshot;
  /** Rows taken in now. */
  readonly rows: number;
  /** Rows that the same release had brought before, with the same values. */
  readonly repeated: number;
  readonly rejected: readonly RejectedRow[];
  /** Rows whose low, best and high are out of order; they are kept as the data set has them. */
  readonly disordered: number;
}

/** Longest record that is read, in bytes (the longest GED row seen has about 10,000). */
const longestRecord = 2 << 20;

/**
 * Takes a table into the record as a snapshot of its data set's release, in one transaction. Rows that cannot be read
 * are left out and reported by line and reason; the others go in. A second file of the same release adds to it.
 */
export async function importTable(
  record: OpenRecord,
  input: TableInput,
  format: TableFormat,
  options: { release: string; sample: string | null },
): Promise<Imported> {
  const { database } = record;
  const id = makeId<'Snapshot'>('snap', format.name, options.release);
  const { values, fault } = compile(format);
  const csv = csvRelation(input);
  const quoted = `'${id}' AS snapshot, '${input.captured.sha256}' AS sha256`;
  return write(record, async (step) => {
    const [before] = await database.all<{ json: string }>('SELECT json FROM snapshots WHERE id = ?', [id]);
    const [same] = await database.all<{ rows: number }>('SELECT rows FROM imports WHERE snapshot = ? AND sha256 = ?', [
      id,
      input.captured.sha256,
    ]);
    if (before !== undefined && same !== undefined) {
      const snapshot = JSON.parse(before.json) as Snapshot;
      return { result: { snapshot, rows: 0, repeated: same.rows, rejected: [], disordered: 0 }, log: null };
    }
    await database.run(`CREATE TEMP TABLE staged AS SELECT ${quoted}, ${values}, ${fault} AS fault FROM ${csv}`);
    const unread = await unreadable(record, input);
    await findTrouble(record, id);
    const repeated = await count(record, `staged WHERE row IN (${known(id)}) AND ${sound}`);
    await database.run(
      `INSERT INTO rows SELECT * EXCLUDE fault FROM staged WHERE ${sound} ${before ? `AND row NOT IN (${known(id)})` : ''}`,
    );
    const disordered = await count(
      record,
      `staged WHERE (killed_low > killed_best OR killed_best > killed_high) AND ${sound}`,
    );
    const rejected = [...unread, ...(await troubled(record, input, unread))].sort((a, b) => a.line - b.line);
    await database.run('DROP TABLE staged; DROP TABLE trouble');

    const { n: added, digest } = await rowsDigest(database, id, input.captured.sha256);
    const snapshot: Snapshot = {
      id,
      dataset: format.name,
      release: options.release,
      coverage: format.coverage(options.release),
      sample: options.sample,
      rows: await count(record, `rows WHERE snapshot = '${id}'`),
      citation: format.citation,
    };
    const json = JSON.stringify(snapshot);
    await database.run('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?)', [
      id,
      format.name,
      options.release,
      json,
    ]);
    const origin = { origin: input.name, statedUrl: null };
    const [noted] = await noteCaptures(record, [{ captured: input.captured, step, origin }]);
    const data = {
      snapshot: id,
      dataset: format.name,
      release: options.release,
      file: input.name,
      sha256: input.captured.sha256,
      rows: added,
      rejected: rejected.length,
      digest,
      snapshotDigest: sha256(json),
      ...noted,
    };
    await database.run('INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?)', [
      id,
      input.captured.sha256,
      input.name,
      added,
      rejected.length,
      digest,
    ]);
    return { result: { snapshot, rows: added, repeated, rejected, disordered }, log: { kind: 'imported', data } };
  });
}

/** SQL for staged rows without a fault; the order of the file is that of `rowid`. */
const sound = 'staged.rowid NOT IN (SELECT n FROM trouble)';
/** SQL for the ids that earlier files of the release brought. */
const known = (snapshot: string) => `SELECT row FROM rows WHERE snapshot = '${snapshot}'`;

/** SQL for the file as a relation of text columns; what cannot be split into columns goes to the table of rejects. */
function csvRelation(input: TableInput): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const columns = input.header.map((name) => `${text(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${text(input.path)}, auto_detect = false, header = false, skip = ${input.skip},
    delim = ${text(input.delimiter)}, quote = '"', escape = '"', columns = {${columns}}, max_line_size = ${longestRecord},
    store_rejects = true, rejects_limit = 0, rejects_table = 'unread', rejects_scan = 'unread_scan')`;
}

async function count(record: OpenRecord, from: string): Promise<number> {
  const [row] = await record.database.all<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${from}`);
  return row?.n ?? 0;
}

/** Records that are no rows at all: too few or too many cells, an open quote, a line without end. */
async function unreadable(record: OpenRecord, input: TableInput): Promise<RejectedRow[]> {
  const found = await record.database.all<{ at: number; type: string; message: string; line_feeds: number }>(
    `SELECT line_byte_position::DOUBLE AS at, any_value(error_type)::VARCHAR AS type, any_value(error_message) AS message,
       max(length(csv_line) - length(replace(csv_line, chr(10), '')))::INTEGER AS line_feeds
     FROM unread GROUP BY 1 ORDER BY 1`,
  );
  await record.database.run('DROP TABLE unread; DROP TABLE unread_scan');
  if (found.length === 0) return [];
  const lines = await linesOfBytes(
    input.path,
    found.map(({ at }) => at),
  );
  return found.map(({ at, type, message, line_feeds }) => ({
    line: lines.get(at) ?? 0,
    row: null,
    reason: unreadableReason(type, message, line_feeds),
  }));
}

function unreadableReason(type: string, message: string, lineFeeds: number): string {
  const numbers = /Columns: (\d+) Found: (\d+)/.exec(message);
  if (numbers) return `${numbers[2]} cells found, ${numbers[1]} were expected`;
  if (type === 'UNQUOTED VALUE')
    return `a quote that is not closed was found${lineFeeds > 0 ? `, and the ${lineFeeds} lines behind it were lost with it` : ''}; a closing quote was expected`;
  if (type === 'LINE SIZE OVER MAXIMUM')
    return `a record longer than ${longestRecord} bytes was found, one row a line was expected`;
  return message.split('\n')[0] ?? type;
}

/** Lists the staged rows that cannot go in, each with its reason: a bad value, an id used twice, an id with other values. */
async function findTrouble(record: OpenRecord, snapshot: string): Promise<void> {
  const { database } = record;
  await database.run(
    // Row ids of a table made in the same transaction begin at a high number: `n` is counted from the first.
    'CREATE TEMP TABLE trouble AS SELECT rowid AS n, row, fault AS reason FROM staged WHERE fault IS NOT NULL',
  );
  const doubled = await count(record, '(SELECT row FROM staged GROUP BY row HAVING count(*) > 1)');
  if (doubled > 0)
    await database.run(
      `INSERT INTO trouble SELECT rowid, row, 'the id stands on an earlier row of this file, an id of its own was expected'
       FROM staged WHERE fault IS NULL QUALIFY row_number() OVER (PARTITION BY row ORDER BY rowid) > 1`,
    );
  await database.run(
    `INSERT INTO trouble SELECT s.rowid, s.row,
       'the release already has a row with this id and other values; the same values, or another --release, was expected'
     FROM staged s JOIN rows r ON r.snapshot = '${snapshot}' AND r.row = s.row
     WHERE s.fault IS NULL AND s.rowid NOT IN (SELECT n FROM trouble)
       AND (${rowColumns.map((column) => `r."${column}" IS DISTINCT FROM s."${column}"`).join(' OR ')})`,
  );
}

/** The rows in trouble with the lines that they begin on. */
async function troubled(record: OpenRecord, input: TableInput, unread: readonly RejectedRow[]): Promise<RejectedRow[]> {
  const rows = await record.database.all<{ n: number; row: string | null; reason: string }>(
    'SELECT (n - (SELECT min(rowid) FROM staged))::INTEGER AS n, row, reason FROM trouble ORDER BY n',
  );
  if (rows.length === 0) return [];
  const lost = new Set(unread.map(({ line }) => line));
  const lines = (await recordLines(input.path)).slice(input.skip).filter((line) => !lost.has(line));
  return rows.map(({ n, row, reason }) => ({ line: lines[n] ?? 0, row, reason }));
}
