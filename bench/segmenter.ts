import { readFileSync } from 'node:fs';
import { parse } from '../src/parse/index.ts';
import { type Bench, developmentFile } from './support/harness.ts';

interface Case {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly sentences: readonly string[];
  readonly kind: string;
  readonly idiosyncratic: string | null;
}

/** White space does not count; what is left is compared, and its length gives the place of each end. */
const squeeze = (sentences: readonly string[]) => sentences.map((s) => s.replace(/\s+/g, '')).filter((s) => s !== '');

function ends(sentences: readonly string[]): number[] {
  let at = 0;
  return sentences.map((s) => {
    at += s.length;
    return at;
  });
}

const bench: Bench = {
  about: 'sentence splitting: cases passed; core = running prose without idiosyncratic expectations',
  floors: { core: 0.9, boundary_f1: 0.94 },
  needsData: true,
  async run({ data }) {
    const file = data ?? developmentFile('conformance', 'segmenter', 'cases.jsonl');
    const cases = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case);
    const core = new Map<string, { passed: number; of: number }>();
    const all = { passed: 0, of: 0 };
    const notes: string[] = [];
    let matched = 0;
    let predicted = 0;
    let expected = 0;
    for (const item of cases) {
      if (item.kind === 'cleaner') continue;
      const spans = parse(item.text, { lang: item.lang }).sentences;
      const got = squeeze(spans.map(({ span }) => item.text.slice(span.start, span.end)));
      const want = squeeze(item.sentences);
      const passes = got.join('\n') === want.join('\n');
      all.of += 1;
      if (passes) all.passed += 1;
      if (item.kind !== 'prose' || item.idiosyncratic !== null) continue;
      const tally = core.get(item.lang) ?? { passed: 0, of: 0 };
      tally.of += 1;
      if (passes) tally.passed += 1;
      else notes.push(`  ${item.id}: ${want.length} sentences wanted, ${got.length} found: ${item.text.slice(0, 100)}`);
      core.set(item.lang, tally);
      const wanted = new Set(ends(want));
      const found = ends(got);
      matched += found.filter((end) => wanted.has(end)).length;
      predicted += found.length;
      expected += wanted.size;
    }
    const total = [...core.values()];
    const share = (of: readonly { passed: number; of: number }[]) =>
      of.reduce((sum, t) => sum + t.passed, 0) / of.reduce((sum, t) => sum + t.of, 0);
    const figures: Record<string, number> = {
      core: share(total),
      boundary_f1: (2 * matched) / (predicted + expected),
      all: share([all]),
    };
    for (const [lang, tally] of core) figures[`core_${lang}`] = share([tally]);
    const origin = 'same cases (development half), Node 20.20';
    return {
      bench: 'segmenter',
      data: file,
      rows: cases.length,
      figures,
      peers: [
        { name: 'Intl.Segmenter', figure: 'core', value: 65 / 87, origin },
        { name: 'sbd 1.0.19', figure: 'core', value: 66 / 87, origin },
        { name: 'Intl.Segmenter', figure: 'boundary_f1', value: 0.894, origin },
      ],
      notes,
    };
  },
};

export default bench;
