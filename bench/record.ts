import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './support/harness.ts';

/** Documents where `--data` gives no other number. */
const usual = 20_000;

interface Run {
  readonly seconds: number;
  /** Of all threads: not altered by what else runs. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly documents: number;
  readonly megabytes: number;
}

/** One step in a process of its own: time and peak memory are its own too. */
function run(step: 'write' | 'open' | 'verify', folder: string, documents: number): Run {
  const script = fileURLToPath(new URL('./support/record-run.ts', import.meta.url));
  const args = ['--import', 'tsx', script, step, folder, String(documents)];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${step}: ${child.stderr}`);
  return JSON.parse(child.stdout) as Run;
}

const bench: Bench = {
  about: 'synthetic documents with two reports each, written 1,000 a step, opened and verified (--data N: how many)',
  floors: { documents: usual },
  needsData: false,
  async run({ data }) {
    const documents = data === null ? usual : Number(data);
    if (!Number.isSafeInteger(documents) || documents < 1)
      throw new Error(`--data ${data}: a number of documents was expected`);
    const folder = mkdtempSync(join(tmpdir(), 'griot-bench-'));
    try {
      const record = join(folder, 'record');
      const write = run('write', record, documents);
      const open = run('open', record, documents);
      const verify = run('verify', record, documents);
      return {
        bench: 'record',
        data: `${documents} synthetic documents, one captured file and one acknowledged step each 1,000`,
        rows: 3 * documents,
        figures: {
          documents: verify.documents,
          rows_per_s: (3 * documents) / write.seconds,
          rows_per_cpu_s: (3 * documents) / write.cpuSeconds,
          write_peak_mb: write.peakMb,
          open_s: open.seconds,
          verify_s: verify.seconds,
          verify_rows_per_cpu_s: (3 * documents) / verify.cpuSeconds,
          verify_peak_mb: verify.peakMb,
          database_mb: write.megabytes,
        },
        peers: [],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
