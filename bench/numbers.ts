import { readFileSync } from 'node:fs';
import { languageOf } from '../src/lang/index.ts';
import { findNumbers } from '../src/text/index.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';

interface Row {
  readonly lang: string;
  readonly type: 'cardinal' | 'ordinal';
  readonly text: string;
  readonly value: number | null;
  readonly tags: readonly string[];
}

/** The whole text is read as one number of this value; for a text that is no number: nothing is read. */
function passes({ lang, text, value }: Row): boolean {
  const language = languageOf(lang);
  if (language === null) return false;
  const found = findNumbers(text, language);
  const [only] = found;
  if (value === null) return only === undefined;
  const { best } = only?.value ?? { best: null };
  return (
    only !== undefined &&
    found.length === 1 &&
    only.span.start === 0 &&
    only.span.end === text.length &&
    best !== null &&
    Math.abs(best - value) <= 1e-9 * Math.abs(value)
  );
}

async function run({ data, lang }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('conformance', 'numbers', 'duckling.jsonl');
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => lang === null || row.lang === lang);
  const judged = rows.map((row) => ({ row, passed: passes(row) }));
  const share = (keep: (row: Row) => boolean): number | null => {
    const kept = judged.filter(({ row }) => keep(row));
    return kept.length === 0 ? null : kept.filter(({ passed }) => passed).length / kept.length;
  };
  const plain = ({ tags }: Row) => !tags.includes('vague') && !tags.includes('indian');
  const figures = Object.fromEntries(
    ['en', 'fr'].flatMap((code) =>
      ['cardinal', 'ordinal'].map((type) => [
        `${code}_${type}`,
        share((row) => row.lang === code && row.type === type && plain(row)),
      ]),
    ),
  );
  return {
    bench: 'numbers',
    data: file,
    rows: rows.length,
    figures: { ...figures, all: share(() => true) },
    peers: [],
    notes: judged
      .filter(({ passed }) => !passed)
      .map(({ row }) => `  missed: ${row.lang} ${JSON.stringify(row.text)} = ${row.value} (${row.tags.join(', ')})`),
  };
}

export default {
  about: 'numerals of the duckling corpus, without vague and Indian ones (in `all` they are counted)',
  floors: { en_cardinal: 0.95, en_ordinal: 0.95, fr_cardinal: 0.95, fr_ordinal: 0.95 },
  needsData: true,
  run,
} satisfies Bench;
