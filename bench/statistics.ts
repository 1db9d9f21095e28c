import { readFileSync } from 'node:fs';
import { type GoldenCase, worstError } from './support/golden.ts';
import { methodOf } from './support/golden-methods.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';

/** Largest relative error with which a case passes; of Hawkes R's own optimum has no more digits. */
const toleranceOf = ({ id }: GoldenCase) => (id.startsWith('hawkes') ? 1e-4 : 1e-6);

interface Judged {
  readonly golden: GoldenCase;
  readonly error: number;
  readonly place: string;
}

function judge(golden: GoldenCase): Judged {
  try {
    const found = methodOf(golden)?.(golden.input, golden);
    return found === undefined
      ? { golden, error: Number.POSITIVE_INFINITY, place: `no method "${golden.method}"` }
      : { golden, ...worstError(golden.output, found) };
  } catch (error) {
    return { golden, error: Number.POSITIVE_INFINITY, place: error instanceof Error ? error.message : String(error) };
  }
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('statistics', 'golden-dev.json');
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly GoldenCase[] };
  const judged = cases.map(judge);
  const passed = judged.filter(({ golden, error }) => error <= toleranceOf(golden));
  return {
    bench: 'statistics',
    data: file,
    rows: cases.length,
    figures: {
      cases: cases.length,
      passed: passed.length,
      worst_relative_error: Math.max(...judged.map(({ error }) => error)),
    },
    peers: [],
    notes: judged.map(
      ({ golden, error, place }) =>
        `  ${error <= toleranceOf(golden) ? 'passed' : 'MISSED'} ${golden.id.padEnd(32)} ${error.toExponential(1)} ${place}`,
    ),
    table: {
      head: ['method', 'worst relative error'],
      rows: judged.map(({ golden, error }) => [golden.method, error.toExponential(1)]),
    },
  };
}

export default {
  about: 'golden results of R: exact tests, regressions of counts, breaks, clusters, scores',
  floors: { passed: 34 },
  most: { worst_relative_error: 1e-6 },
  needsData: true,
  run,
} satisfies Bench;
