import { vocabulariesOf } from '../src/code/index.ts';
import type { Report } from '../src/model/index.ts';
import { loadNames } from '../src/resolve/index.ts';
import { jsonLines, ownEvents, reportsIn } from './support/coding.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { f1Of, macroF1, talliesByLabel } from './support/scores.ts';

interface QuadRow {
  readonly doc_id: string;
  readonly text: string;
  /** 0 none or statement only, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
  readonly quad: number;
}

/**
 * Quad class of a CAMEO root as this data set has it (seen on its sentences that also carry codes): statements and
 * appeals are none, yielding is material cooperation, reduced relations are verbal conflict.
 */
export function quadOfCode(cameo: string): number {
  const root = Number(cameo.slice(0, 2));
  if (root <= 2) return 0;
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 || root === 16 ? 3 : 4;
}

/** The class of a sentence: that of the first event it reports, none without one. */
export function quadOf(reports: readonly Report[]): number {
  for (const report of ownEvents(reports)) {
    const { cameo } = vocabulariesOf(report);
    if (cameo !== null) return quadOfCode(cameo);
  }
  return 0;
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('cameo_quad', 'dev.jsonl');
  const rows = jsonLines<QuadRow>(file);
  const names = loadNames();
  const labels = rows.map(({ doc_id, text, quad }) => ({
    gold: [String(quad)],
    predicted: [String(quadOf(reportsIn(text, { id: doc_id, published: null }, names)))],
  }));
  const byLabel = talliesByLabel(labels);
  const quads = [...byLabel].sort(([a], [b]) => a.localeCompare(b));
  return {
    bench: 'cameo-quad',
    data: file,
    rows: rows.length,
    figures: {
      macro_f1: macroF1(byLabel),
      ...Object.fromEntries(quads.map(([quad, tally]) => [`quad_${quad}_f1`, f1Of(tally)])),
    },
    peers: [],
    notes: ['wanted: macro_f1 0.70'],
  };
}

const bench: Bench = { about: 'CAMEO quad class of news sentences', floors: {}, needsData: true, run };

export default bench;
