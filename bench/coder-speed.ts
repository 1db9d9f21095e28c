import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonLines } from './support/coding.ts';
import { generatedText } from './support/generated-text.ts';
import type { Bench } from './support/harness.ts';

/** Sentences of the shortest text; the others are two and four times as long. */
const base = 1500;
const lengths = [1, 2, 4] as const;

interface Run {
  readonly sentences: number;
  readonly reports: number;
  /** User and system time of the whole process, so threads of the engine count too. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

function code(texts: readonly string[], folder: string): Run {
  const file = join(folder, 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  const script = fileURLToPath(new URL('./support/speed-run.ts', import.meta.url));
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, file], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`the coder did not finish: ${child.stderr}`);
  return JSON.parse(child.stdout) as Run;
}

interface PoolRun {
  readonly sentences: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** A folder of texts coded by so many threads; needs the built `dist/`. */
function pool(threads: number): PoolRun {
  const script = fileURLToPath(new URL('./support/pool-run.ts', import.meta.url));
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, String(threads)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`the pool did not finish: ${child.stderr}`);
  return JSON.parse(child.stdout) as PoolRun;
}

const bench: Bench = {
  about: 'raw text to Reports and Claims in one process: sentences per CPU-second, growth with length, memory',
  floors: {},
  most: { growth: 1.5 },
  needsData: false,
  async run({ data }) {
    const folder = mkdtempSync(join(tmpdir(), 'griot-bench-'));
    try {
      const runs =
        data === null
          ? lengths.map((times) => code([generatedText(base * times)], folder))
          : [
              code(
                jsonLines<{ text: string }>(data).map(({ text }) => text),
                folder,
              ),
            ];
      const [one, two] = data === null ? [pool(1), pool(2)] : [null, null];
      const perSecond = ({ sentences, cpuSeconds }: Run) => sentences / cpuSeconds;
      const [shortest, longest] = [runs[0], runs.at(-1)];
      if (shortest === undefined || longest === undefined) throw new Error('nothing was coded');
      return {
        bench: 'coder-speed',
        data: data ?? `generated: one text of ${lengths.map((times) => base * times).join(', ')} sentences`,
        rows: longest.sentences,
        figures: {
          sentences_per_cpu_s: Math.min(...runs.map(perSecond)),
          // 1: twice the text takes twice the time; quadratic work would show as 4.
          growth: data === null ? perSecond(shortest) / perSecond(longest) : null,
          peak_mb: Math.max(...runs.map(({ peakMb }) => peakMb)),
          // Wall time of a folder on one thread over that on two, loading included; 2 where both cores are free.
          scaling_1_to_2: one === null || two === null ? null : one.seconds / two.seconds,
          peak_mb_2_threads: two?.peakMb ?? null,
        },
        peers: [],
        notes: [
          'wanted: 400 sentences per CPU-second; not reached yet',
          ...runs.map(
            (run) =>
              `${run.sentences} sentences, ${run.reports} reports: ${run.cpuSeconds.toFixed(2)} s, ${run.peakMb.toFixed(0)} MB`,
          ),
        ],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
