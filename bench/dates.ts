import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../src/lang/index.ts';
import type { Period } from '../src/model/index.ts';
import { endOf, findTimes, lengthInDays, startOf, type TimeMention } from '../src/time/index.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';

interface DucklingRow {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly reference: string;
  readonly set: 'core' | 'clock' | 'holiday' | 'none';
  readonly when: Period | null;
  readonly future_default?: boolean;
  readonly convention?: boolean;
}

interface DateparserRow {
  readonly id: string;
  readonly lang: string;
  readonly kind: string;
  readonly text: string;
  readonly reference: string;
  readonly expected: string | readonly { readonly text: string; readonly start: string }[];
  readonly period: 'day' | 'week' | 'month' | 'year' | null;
}

function read(lang: string, text: string, reference: string, future = false): TimeMention[] {
  const language = languageOf(lang);
  if (language === null) return [];
  const day = reference.slice(0, 10);
  return findTimes(text, language, {
    published: reference.slice(0, 16),
    previous: { from: day, to: day },
    ...(future ? { direction: 'future' as const } : {}),
  });
}

/** Both ends equal. Where the suite leaves the end open, ours must be a time that runs on to publication. */
function ducklingPasses({ lang, text, reference, set, when, future_default }: DucklingRow): boolean {
  const found = read(lang, text, reference, future_default === true);
  if (set === 'none') return found.length === 0;
  const [only] = found;
  if (found.length !== 1 || only === undefined || only.period === null || when === null) return false;
  const runsOn = only.role === 'since' || only.role === 'after';
  return startOf(only.period) === when.from && (runsOn && when.to === null ? null : endOf(only.period)) === when.to;
}

const longest = { day: 1, week: 7, month: 31, year: 366 };

function dateparserPasses({ lang, text, reference, expected, period }: DateparserRow): boolean {
  const found = read(lang, text, reference);
  const starts = typeof expected === 'string' ? [expected] : expected.map(({ start }) => start);
  if (found.length !== starts.length) return false;
  return found.every((mention, i) => {
    if (mention.period === null) return false;
    const day = (starts[i] ?? '').slice(0, 10);
    const [from, to] = [startOf(mention.period), endOf(mention.period)];
    const days = lengthInDays(mention.period);
    return (
      from !== null && to !== null && days !== null && from <= day && day <= to && days <= longest[period ?? 'day']
    );
  });
}

function rowsOf<T extends { readonly lang: string }>(file: string, lang: string | null): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
    .filter((row) => lang === null || row.lang === lang);
}

const share = (passed: readonly boolean[]): number | null =>
  passed.length === 0 ? null : passed.filter(Boolean).length / passed.length;

function ducklingFigures(rows: readonly DucklingRow[]) {
  const notes: string[] = [];
  const figure = (label: string, keep: (row: DucklingRow) => boolean): [string, number | null][] =>
    ['en', 'fr'].map((lang) => {
      const kept = rows.filter((row) => row.lang === lang && keep(row));
      const passed = kept.map(ducklingPasses);
      if (label === 'news_core')
        kept.forEach((row, i) => {
          if (passed[i] === true) return;
          const got = read(lang, row.text, row.reference).map(
            ({ period, role }) => `${role} ${period?.from}..${period?.to}`,
          );
          notes.push(
            `  missed: ${lang} "${row.text}" ${row.when?.from}..${row.when?.to}, read ${got.join('; ') || 'nothing'}`,
          );
        });
      return [`${lang}_${label}`, share(passed)];
    });
  const figures = Object.fromEntries([
    ...figure('news_core', (row) => row.set === 'core' && row.future_default !== true && row.convention !== true),
    ...figure('future', (row) => row.set === 'core' && row.future_default === true && row.convention !== true),
    ...figure('convention', (row) => row.set === 'core' && row.convention === true),
    ...figure('none', (row) => row.set === 'none'),
  ]);
  return { figures, notes };
}

function dateparserFigures(rows: readonly DateparserRow[]): Record<string, number | null> {
  return Object.fromEntries(
    ['en', 'fr'].flatMap((lang) => {
      const kept = rows.filter((row) => row.lang === lang);
      const by = (kind: string) => share(kept.filter((row) => row.kind === kind).map(dateparserPasses));
      return [
        [`${lang}_dateparser`, share(kept.map(dateparserPasses))],
        ...[...new Set(kept.map(({ kind }) => kind))].map((kind) => [`${lang}_dateparser_${kind}`, by(kind)]),
      ];
    }),
  );
}

async function run({ data, lang }: BenchOptions): Promise<BenchResult> {
  const place = data ?? developmentFile('conformance', 'dates');
  const files = statSync(place).isDirectory()
    ? ['duckling.jsonl', 'dateparser.jsonl'].map((file) => join(place, file))
    : [place];
  let figures: Record<string, number | null> = {};
  const notes: string[] = [];
  let rows = 0;
  for (const file of files) {
    const read = rowsOf<DucklingRow | DateparserRow>(file, lang);
    const isDateparser = read.some((row) => 'kind' in row);
    rows += read.length;
    if (isDateparser) figures = { ...figures, ...dateparserFigures(read as DateparserRow[]) };
    else {
      const duckling = ducklingFigures(read as DucklingRow[]);
      figures = { ...figures, ...duckling.figures };
      notes.push(...duckling.notes);
    }
  }
  const origin = 'first day right, counted on the development part';
  return {
    bench: 'dates',
    data: files.join(', '),
    rows,
    figures,
    peers: [
      { name: 'chrono-node 2.10.3', figure: 'en_news_core', value: 20 / 65, origin },
      { name: 'chrono-node 2.10.3', figure: 'fr_news_core', value: 7 / 41, origin },
      { name: 'chrono-node 2.10.3', figure: 'en_dateparser', value: 57 / 82, origin },
    ],
    notes,
  };
}

export default {
  about:
    'expressions of time of duckling and dateparser; the rows that news can mean (no future default, no convention)',
  floors: { en_news_core: 0.8, fr_news_core: 0.8 },
  needsData: true,
  run,
} satisfies Bench;
