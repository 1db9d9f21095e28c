import type { Snapshot } from '../../src/model/index.ts';
import type { OpenRecord } from '../../src/record/index.ts';

/**
 * Fills a record with made-up events straight in its database, by SQL and without file, evidence or log: for benchmarks of
 * queries only (`griot verify` would rightly complain). The same rows every time; a twentieth are dated to a month.
 */
export async function fillWithEvents(record: OpenRecord, rows: number): Promise<void> {
  const snapshot: Snapshot = {
    id: 'snap-many' as Snapshot['id'],
    dataset: 'many',
    release: '1',
    coverage: { from: '1989-01-01', to: '2023-12-31' },
    sample: null,
    rows,
    citation: null,
  };
  const { database } = record;
  await database.run('INSERT INTO snapshots VALUES (?, ?, ?, ?)', ['snap-many', 'many', '1', JSON.stringify(snapshot)]);
  // hash() of the row number and a salt stands for chance.
  const below = (n: number, salt: number) => `(hash(i * 16 + ${salt}) % ${n})::INTEGER`;
  const side = (salt: number) =>
    `'Actor ' || ${below(60, salt)} || CASE WHEN ${below(12, salt)} = 0 THEN '; Actor ' || ${below(60, salt + 1)} ELSE '' END`;
  await database.run(
    `INSERT INTO rows BY NAME
     SELECT 'snap-many' AS snapshot, 'none' AS sha256, 'r' || i AS row, day AS "from",
       day + CASE WHEN ${below(20, 0)} = 0 THEN 30 ELSE 0 END AS "to", 'day' AS date_precision,
       ['MLI', 'BFA', 'NER', 'CAF', 'SDN', 'COD', 'SYR', 'UKR', 'AFG', 'SOM'][1 + ${below(10, 1)}] AS country,
       'Area ' || ${below(40, 2)} AS admin1, 'Place ' || ${below(5000, 3)} AS place,
       ${below(30_000, 4)} / 1000 AS latitude, ${below(50_000, 5)} / 1000 - 10 AS longitude, 'exact' AS place_precision,
       CASE WHEN ${below(8, 6)} = 0 THEN 'PROTEST' ELSE 'ASSAULT' END AS type, ${side(7)} AS side_a, ${side(9)} AS side_b,
       'sides' AS parties, 'state-based' AS violence, ${below(5, 11)} AS killed_low, ${below(5, 11)} + ${below(3, 12)} AS killed_best,
       ${below(5, 11)} + ${below(3, 12)} + ${below(9, 13)} AS killed_high, ${below(4, 14)} AS civilians_best
     FROM (SELECT i, DATE '1989-01-01' + ${below(12_780, 15)} AS day FROM range(${rows}) made(i))`,
  );
}
