import { readFileSync } from 'node:fs';
import { loadNames } from '../src/resolve/index.ts';
import { type Bench, developmentFile } from './support/harness.ts';

/** A phrase and what it should be coded as; '' is an answer, an absent key is not asked. */
interface Row {
  readonly text: string;
  readonly date: string | null;
  readonly expected: { readonly country?: string; readonly code_1?: string };
}

/** The expectations describe the world of about this day where a row gives none. */
const stateOfTheWorld = '2022-11-01';

const bench: Bench = {
  about: 'country and sector of phrases that name an actor (expectations of the NGEC actor resolution tests)',
  needsData: true,
  floors: { country: 0.85, code_1: 0.75 },
  async run({ data }) {
    const path = data ?? developmentFile('actor_resolution', 'dev.jsonl');
    const rows = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Row);
    const names = loadNames();
    const right = { country: 0, code_1: 0 };
    const asked = { country: 0, code_1: 0 };
    const wrong: string[] = [];
    for (const { text, date, expected } of rows) {
      const found = names.codeOf(text, { lang: 'en', countries: [], date: date ?? stateOfTheWorld });
      const answers = { country: found.country, code_1: found.code };
      for (const key of ['country', 'code_1'] as const) {
        const wanted = expected[key];
        if (wanted === undefined) continue;
        asked[key] += 1;
        if (answers[key] === wanted) right[key] += 1;
        else wrong.push(`  ${key}: ${JSON.stringify(text)}: ${answers[key] || '-'}, ${wanted || '-'} expected`);
      }
    }
    const share = (key: 'country' | 'code_1') => (asked[key] === 0 ? null : right[key] / asked[key]);
    return {
      bench: 'actors',
      data: path,
      rows: rows.length,
      figures: { country: share('country'), code_1: share('code_1') },
      peers: [],
      notes: wrong,
    };
  },
};

export default bench;
