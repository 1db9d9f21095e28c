import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableFormats } from '../src/exchange/index.ts';
import { writeSyntheticGed } from './support/ged.ts';
import type { Bench } from './support/harness.ts';

const rows = 400_000;
/** Runs of each side; the ratio is that of the medians of pairs, so that a slow moment hits both. */
const rounds = 3;

interface Run {
  readonly seconds: number;
  readonly peakMb: number;
  readonly rows: number;
}

/** One side in a process of its own: time and peak memory are its own too. */
function run(side: 'griot' | 'bare', file: string, folder: string): Run {
  const script = fileURLToPath(new URL('./support/import-run.ts', import.meta.url));
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, side, file, folder], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${side}: ${child.stderr}`);
  return JSON.parse(child.stdout) as Run;
}

const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const bench: Bench = {
  about: 'a seeded synthetic GED file through the whole import, against a bare DuckDB read_csv of it into a table',
  floors: { rows },
  most: { ratio_to_bare: 3 },
  needsData: false,
  async run({ data }) {
    const folder = mkdtempSync(join(tmpdir(), 'griot-bench-'));
    try {
      const file = data ?? join(folder, 'ged241-synthetic.csv');
      const format = tableFormats().find(({ name }) => name === 'ucdp-ged');
      if (format === undefined) throw new Error('no format ucdp-ged');
      if (data === null) writeSyntheticGed(file, rows, format);
      const pairs = Array.from({ length: rounds }, () => ({
        bare: run('bare', file, folder),
        griot: run('griot', file, folder),
      }));
      const last = pairs.at(-1);
      if (last === undefined) throw new Error('no rounds');
      const seconds = middle(pairs.map(({ griot }) => griot.seconds));
      return {
        bench: 'import',
        data: `${data ?? 'synthetic GED, 49 columns, seed 1'}, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
        rows: last.griot.rows,
        figures: {
          rows: last.griot.rows,
          rows_per_s: last.griot.rows / seconds,
          ratio_to_bare: middle(pairs.map(({ bare, griot }) => griot.seconds / bare.seconds)),
          peak_mb: middle(pairs.map(({ griot }) => griot.peakMb)),
        },
        peers: [
          {
            name: 'bare DuckDB read_csv',
            figure: 'rows_per_s',
            value: last.bare.rows / middle(pairs.map(({ bare }) => bare.seconds)),
            origin: 'same file, same run',
          },
          {
            name: 'bare DuckDB read_csv',
            figure: 'peak_mb',
            value: middle(pairs.map(({ bare }) => bare.peakMb)),
            origin: 'same file, same run',
          },
        ],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
