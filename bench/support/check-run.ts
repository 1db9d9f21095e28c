import { check } from '../../src/check/index.ts';
import type { Claim, Id } from '../../src/model/index.ts';
import { closeRecord, type OpenRecord, openRecord, readSeries } from '../../src/record/index.ts';

// One run of the check benchmark in a process of its own: node check-run.ts RECORD EVENTS

const countries = ['MLI', 'CAF', 'NER', 'BFA', 'SDN', 'COD', 'SYR', 'UKR'];

const claimOf = (place: readonly string[]): Claim => ({
  id: 'claim-bench' as Id<'Claim'>,
  kind: 'change',
  of: 'civilianFatalities',
  value: null,
  unit: 'people',
  per: null,
  percent: 278,
  factor: null,
  size: { low: 278, best: 278, high: 278 },
  direction: 'up',
  period: null,
  baseline: null,
  since: { text: 'December 2015', span: { start: 0, end: 13 }, date: { from: '2015-12', to: '2015-12' } },
  place: {
    text: 'there',
    name: 'there',
    admin1: null,
    countries: [...place],
    precision: 'region',
    latitude: null,
    longitude: null,
  },
  actor: null,
  onCivilians: true,
  by: null,
  provenance: {
    kind: 'sentence',
    document: 'doc-bench' as Id<'Document'>,
    span: { start: 0, end: 1 },
    quote: '.',
    coder: 'bench@1',
    score: 1,
  },
});

/** Made-up rows by a hash of their number: the same ones on every machine. */
async function fill({ database }: OpenRecord, events: number): Promise<void> {
  const snapshot = {
    id: 'snap-bench',
    dataset: 'synthetic',
    release: '1',
    coverage: { from: '1989-01-01', to: '2023-12-31' },
    sample: null,
    rows: events,
    citation: null,
  };
  await database.run('INSERT INTO snapshots VALUES (?, ?, ?, ?)', [
    snapshot.id,
    snapshot.dataset,
    snapshot.release,
    JSON.stringify(snapshot),
  ]);
  const part = (n: number, below: number) => `(hash(i * 8 + ${n}) % ${below})::INTEGER`;
  await database.run(
    `INSERT INTO rows (snapshot, sha256, row, "from", "to", country, type, violence,
       killed_low, killed_best, killed_high, civilians_best)
     SELECT 'snap-bench', 'none', (i + 100000)::VARCHAR, day, day, (${JSON.stringify(countries).replaceAll('"', "'")})[1 + country],
       'ASSAULT', CASE WHEN kind = 0 THEN 'one-sided' ELSE 'state-based' END, killed, killed + a, killed + a + b, least(c, killed + a)
     FROM (SELECT i, DATE '1989-01-01' + ${part(0, 12_783)} AS day, ${part(1, countries.length)} AS country,
             ${part(2, 3)} AS kind, ${part(3, 8)} AS killed, ${part(4, 3)} AS a, ${part(5, 4)} AS b, ${part(6, 5)} AS c
           FROM range(?) t(i))`,
    [events],
  );
}

const since = (start: number) => (performance.now() - start) / 1000;

/** The curve as a user gets it: rows read from the record, all readings reckoned. */
async function curve(record: OpenRecord, place: readonly string[]) {
  const start = performance.now();
  const series = await readSeries(record, place);
  const read = since(start);
  const { readings } = check(claimOf(place), { series, turns: [], published: '2023-12-31' });
  return { readings, seconds: since(start), reckon: since(start) - read };
}

/** What a researcher without this does: one query for each reading that leaves nothing out. */
async function bare({ database }: OpenRecord, place: readonly string[], specifications: number): Promise<number> {
  const start = performance.now();
  const marks = place.map(() => '?').join(', ');
  for (let n = 0; n < specifications; n++)
    await database.all(
      `SELECT sum(civilians_best) FILTER (WHERE "from" >= DATE '2015-12-01') AS after,
         sum(civilians_best) FILTER (WHERE "from" < DATE '2015-12-01') AS before
       FROM rows WHERE snapshot = 'snap-bench' AND type = 'ASSAULT' AND country IN (${marks})
         AND "from" >= DATE '2015-12-01' - ?::INTEGER AND "from" < DATE '2015-12-01' + ?::INTEGER`,
      [...place, 180 + n, 180 + n],
    );
  return since(start);
}

const [folder = '', events = '0'] = process.argv.slice(2);
const record = await openRecord(folder, { create: true });
try {
  await fill(record, Number(events));
  // The middle of three: other work on the machine slows one.
  const rounds = [];
  for (let n = 0; n < 3; n++) rounds.push(await curve(record, ['MLI']));
  const one = rounds.sort((a, b) => a.seconds - b.seconds)[1] as (typeof rounds)[number];
  const all = await curve(record, countries);
  const specifications = one.readings.length;
  // A tenth of the queries stands for all of them; there are many, and all cost alike.
  const some = Math.ceil(specifications / 10);
  const result = {
    events: Number(events),
    specifications,
    seconds: one.seconds,
    allSeconds: all.seconds,
    reckonSeconds: one.reckon,
    bareSeconds: ((await bare(record, ['MLI'], some)) / some) * specifications,
    allBareSeconds: ((await bare(record, countries, some)) / some) * specifications,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(JSON.stringify(result));
} finally {
  closeRecord(record);
}
