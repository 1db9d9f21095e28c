import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, givenTurn, trend } from '../src/analyse/index.ts';
import { closeRecord, everything, type OpenRecord, openRecord } from '../src/record/index.ts';
import type { Bench } from './support/harness.ts';
import { fillWithEvents } from './support/many-events.ts';

const rows = 2_000_000;
/** Runs of each side, one after the other; the ratio is that of the medians. */
const rounds = 7;

interface Query {
  readonly name: string;
  run(record: OpenRecord): Promise<unknown>;
  /** The same aggregate in SQL alone. */
  readonly bare: string;
}

/** Every column that a trend gives: those above the sums are what its warnings rest on. */
const sums = `count(*) - count(coalesce(killed_best, killed_low)), max(coalesce(killed_best, killed_low)),
  count(*) FILTER (WHERE "to" > last_day("from")), count(*), sum(coalesce(killed_low, killed_best)), sum(coalesce(killed_best, killed_low)),
  sum(coalesce(killed_high, killed_best, killed_low)), sum(civilians_best)`;
const assaults = `type = 'ASSAULT'`;
const violent = { ...everything, type: 'ASSAULT' };
const plain = { split: null, most: 6 } as const;

const queries: readonly Query[] = [
  {
    name: 'trend_month',
    run: (record) => trend(record, { ...violent, country: 'MLI' }, { by: 'month', ...plain }),
    bare: `SELECT snapshot, date_trunc('month', "from"), ${sums} FROM rows WHERE ${assaults} AND country = 'MLI' GROUP BY ALL`,
  },
  {
    name: 'trend_day_everywhere',
    run: (record) => trend(record, violent, { by: 'day', ...plain }),
    bare: `SELECT snapshot, "from", ${sums} FROM rows WHERE ${assaults} GROUP BY ALL`,
  },
  {
    name: 'trend_year_by_actor',
    run: (record) => trend(record, { ...violent, country: 'MLI' }, { by: 'year', split: 'actor', most: 6 }),
    bare: `SELECT snapshot, date_trunc('year', "from"), side, ${sums}
      FROM (SELECT *, unnest(list_distinct(string_split(concat_ws('; ', side_a, side_b), '; '))) AS side FROM rows
        WHERE ${assaults} AND country = 'MLI') GROUP BY ALL`,
  },
  {
    name: 'trend_month_of_actor',
    run: (record) => trend(record, { ...violent, actor: 'Actor 7' }, { by: 'month', ...plain }),
    bare: `SELECT snapshot, date_trunc('month', "from"), ${sums} FROM rows
      WHERE ${assaults} AND list_contains(string_split(concat_ws('; ', side_a, side_b), '; '), 'Actor 7') GROUP BY ALL`,
  },
  {
    name: 'compare',
    run: (record) =>
      compare(
        record,
        { ...violent, country: 'MLI' },
        { kind: 'time', turns: [givenTurn('2010-06-01')], months: 24, control: { country: 'BFA', admin1: null } },
      ),
    bare: `SELECT snapshot, country, "from", ${sums} FROM rows WHERE ${assaults} AND country IN ('MLI', 'BFA')
      AND "from" >= DATE '2008-06-01' AND "from" < DATE '2012-06-01' GROUP BY ALL`,
  },
];

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const bench: Bench = {
  about: 'trends and comparisons over synthetic events in a record, against the bare SQL of the same aggregate',
  floors: { rows },
  // A guard; wanted is 1.5, which days everywhere and comparisons do not reach yet.
  most: Object.fromEntries(queries.map(({ name }) => [`${name}_ratio`, 3])),
  needsData: false,
  async run({ data }) {
    const wanted = data === null ? rows : Number(data);
    if (!(wanted >= 1000)) throw new Error('--data takes a number of rows here: 1000 or more');
    const folder = mkdtempSync(join(tmpdir(), 'griot-bench-'));
    const record = await openRecord(join(folder, 'record'), { create: true });
    try {
      const filled = await seconds(() => fillWithEvents(record, wanted));
      const figures: Record<string, number> = { rows: wanted };
      const notes = [
        `${wanted.toLocaleString('en')} rows made in ${filled.toFixed(1)} s`,
        'wanted: at most 1.5; not reached yet for days everywhere and comparisons',
      ];
      for (const { name, run, bare } of queries) {
        await run(record);
        const [ours, theirs]: [number[], number[]] = [[], []];
        for (let round = 0; round < rounds; round++) {
          ours.push(await seconds(() => run(record)));
          theirs.push(await seconds(() => record.database.columns(bare)));
        }
        figures[`${name}_ratio`] = middle(ours) / middle(theirs);
        notes.push(
          `${name}: ${(middle(ours) * 1000).toFixed(0)} ms, bare SQL ${(middle(theirs) * 1000).toFixed(0)} ms`,
        );
      }
      return {
        bench: 'query',
        data: 'synthetic events, one release, 1989 to 2023',
        rows: wanted,
        figures,
        peers: [],
        notes,
      };
    } finally {
      closeRecord(record);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
