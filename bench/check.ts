import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './support/harness.ts';

/** Events in the record, of eight countries; the claim is about one of them, or (`all_countries_s`) about all. */
const events = 2_000_000;

interface Run {
  readonly events: number;
  readonly specifications: number;
  readonly seconds: number;
  readonly allSeconds: number;
  readonly reckonSeconds: number;
  readonly bareSeconds: number;
  readonly allBareSeconds: number;
  readonly peakMb: number;
}

const bench: Bench = {
  about: 'a whole specification curve on 2 million synthetic events in a record (--data N: how many events)',
  floors: { specifications: 200 },
  most: { seconds: 2 },
  needsData: false,
  async run({ data }) {
    const count = data === null ? events : Number(data);
    if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--data ${data}: a number of events was expected`);
    const folder = mkdtempSync(join(tmpdir(), 'griot-bench-'));
    try {
      const script = fileURLToPath(new URL('./support/check-run.ts', import.meta.url));
      const args = ['--import', 'tsx', script, join(folder, 'record'), String(count)];
      const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (child.status !== 0) throw new Error(child.stderr);
      const run = JSON.parse(child.stdout) as Run;
      return {
        bench: 'check',
        data: `${count} synthetic events of eight countries, seed 1; a change claimed of one country, of all eight`,
        rows: run.events,
        figures: {
          specifications: run.specifications,
          seconds: run.seconds,
          all_countries_s: run.allSeconds,
          reckoning_s: run.reckonSeconds,
          peak_mb: run.peakMb,
        },
        peers: [
          {
            name: 'bare DuckDB, one sum a specification',
            figure: 'seconds',
            value: run.bareSeconds,
            origin: 'same record, same run: as many queries, without intervals, row ids, omissions',
          },
          {
            name: 'bare DuckDB, one sum a specification',
            figure: 'all_countries_s',
            value: run.allBareSeconds,
            origin: 'same record, same run: as many queries, without intervals, row ids, omissions',
          },
        ],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
