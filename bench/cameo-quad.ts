import { type ActorCoder, type Dyad, rules, vocabulariesOf } from '../src/code/index.ts';
import type { Report } from '../src/model/index.ts';
import { parse } from '../src/parse/index.ts';
import { loadNames } from '../src/resolve/index.ts';
import { jsonLines, ownEvents, textDocument } from './support/coding.ts';
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

/** The class of a sentence: that of its first dyad, else of its first report; none without either. */
export function quadOf(dyads: readonly Pick<Dyad, 'code'>[], reports: readonly Report[]): number {
  const codes = [...dyads.map(({ code }) => code), ...ownEvents(reports).map((report) => vocabulariesOf(report).cameo)];
  const first = codes.find((code) => code !== null);
  return first == null ? 0 : quadOfCode(first);
}

async function run({ data }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('cameo_quad', 'dev.jsonl');
  const rows = jsonLines<QuadRow>(file);
  const names = loadNames();
  const context = { lang: 'en', countries: [], date: null };
  // The class is told by the deed: who has no code takes part by name.
  const codesOf: ActorCoder = (party) => [names.cameoOf(party, context) ?? party.text];
  const labels = rows.map(({ doc_id, text, quad }) => {
    const document = textDocument(text, { id: doc_id, published: null });
    const { sentences } = parse(text, { lang: 'en' });
    const dyads = rules.dyads(document, sentences, names, codesOf);
    const reports = dyads.length > 0 ? [] : rules.code(document, sentences, names).reports;
    return { gold: [String(quad)], predicted: [String(quadOf(dyads, reports))] };
  });
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
    notes: ['wanted and reached: macro_f1 0.70'],
  };
}

const bench: Bench = {
  about: 'CAMEO quad class of news sentences',
  floors: { macro_f1: 0.74 },
  needsData: true,
  run,
};

export default bench;
