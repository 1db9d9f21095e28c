import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPage } from '../src/read/html/article.ts';
import { read } from '../src/read/index.ts';
import type { Bench, BenchOptions, BenchResult } from './support/harness.ts';
import { developmentFile } from './support/harness.ts';

/** A row of html-article: one page with what another project's tests expect of it. */
interface Row {
  readonly id: string;
  readonly url?: string;
  readonly html?: string;
  readonly htmlBase64?: string;
  readonly news?: boolean;
  readonly text?: string;
  readonly metadata?: Readonly<Record<'title' | 'byline' | 'publishedTime' | 'lang' | 'siteName', string | null>>;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string | null;
  readonly date?: string | null;
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

function rowsOf(file: string): Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

const bytesOf = (row: Row) => Buffer.from(row.htmlBase64 ?? row.html ?? '', row.htmlBase64 ? 'base64' : 'utf8');

function reading(row: Row) {
  const result = read(bytesOf(row), row.url ?? 'page.html');
  return result.ok ? result.document : null;
}

const countsOf = (items: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/** Items that two bags share. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = countsOf(b);
  let common = 0;
  for (const item of a) {
    const have = left.get(item) ?? 0;
    if (have === 0) continue;
    left.set(item, have - 1);
    common++;
  }
  return common;
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function tokenF1(predicted: string, expected: string): number {
  const [p, e] = [words(predicted), words(expected)];
  return p.length + e.length === 0 ? 1 : (2 * shared(p, e)) / (p.length + e.length);
}

/** Runs of four tokens, the benchmark's own unit; a shorter text is one. */
function shingles(text: string): string[] {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (tokens.length === 0) return [];
  const out: string[] = [];
  for (let i = 0; i <= Math.max(0, tokens.length - 4); i++) out.push(tokens.slice(i, i + 4).join(' '));
  return out;
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const f1 = (p: number | null, r: number | null) =>
  p === null || r === null || p + r === 0 ? null : (2 * p * r) / (p + r);

type Figures = Record<string, number | null>;

function scoreReadability(rows: readonly Row[], notes: string[]): Figures {
  const scores = new Map<Row, number>();
  const fields = {
    title: [] as number[],
    byline: [] as number[],
    publishedTime: [] as number[],
    lang: [] as number[],
    siteName: [] as number[],
  };
  for (const row of rows) {
    const document = reading(row);
    const score = tokenF1(document?.text ?? '', row.text ?? '');
    scores.set(row, score);
    if (score < 0.9) notes.push(`  ${row.id}: token F1 ${score.toFixed(3)}`);
    // The page's own words: the document holds the day only, and the byline without "By".
    const page = readPage(row.html ?? '', 'page.html');
    const instant = page.metadata.publishedTime;
    const said = { title: document?.title, byline: page.byline, lang: document?.lang, siteName: document?.site };
    for (const field of ['title', 'byline', 'lang', 'siteName'] as const) {
      const expected = row.metadata?.[field] ?? null;
      if (expected === null) continue;
      const right =
        field === 'lang'
          ? said.lang === expected.slice(0, 2).toLowerCase()
          : collapse(said[field] ?? '') === collapse(expected);
      fields[field].push(right ? 1 : 0);
      if (!right)
        notes.push(
          `  ${row.id}: ${field} ${JSON.stringify(said[field] ?? null)}, ${JSON.stringify(expected)} expected`,
        );
    }
    const when = row.metadata?.publishedTime ?? null;
    if (when !== null) {
      const right = instant !== null && new Date(instant).getTime() === new Date(when).getTime();
      fields.publishedTime.push(right ? 1 : 0);
      if (!right) notes.push(`  ${row.id}: published ${instant}, ${when} expected`);
    }
  }
  return {
    readability_token_f1: mean([...scores.values()]),
    readability_news_token_f1: mean(rows.filter((row) => row.news).map((row) => scores.get(row) ?? 0)),
    readability_title: mean(fields.title),
    readability_byline: mean(fields.byline),
    readability_published: mean(fields.publishedTime),
    readability_lang: mean(fields.lang),
    readability_site: mean(fields.siteName),
  };
}

function scoreScrapinghub(rows: readonly Row[], notes: string[]): Figures {
  const precision: number[] = [];
  const recall: number[] = [];
  for (const row of rows) {
    const predicted = shingles(reading(row)?.text ?? '');
    const expected = shingles(row.text ?? '');
    const tp = shared(predicted, expected);
    if (predicted.length > 0) precision.push(tp / predicted.length);
    if (expected.length > 0) recall.push(tp / expected.length);
    const score = (2 * tp) / Math.max(1, predicted.length + expected.length);
    if (score < 0.9)
      notes.push(
        `  ${row.id} ${row.url}: P ${(tp / predicted.length).toFixed(2)} R ${(tp / expected.length).toFixed(2)}`,
      );
  }
  const [p, r] = [mean(precision), mean(recall)];
  return { scrapinghub_precision: p, scrapinghub_recall: r, scrapinghub_f1: f1(p, r) };
}

function scoreTrafilatura(rows: readonly Row[], notes: string[]): Figures {
  let [tp, fn, fp] = [0, 0, 0];
  const titles: number[] = [];
  const dates: number[] = [];
  for (const row of rows) {
    const document = reading(row);
    const text = collapse(document?.text ?? '');
    for (const segment of row.with ?? []) {
      if (text.includes(collapse(segment))) tp++;
      else {
        fn++;
        notes.push(`  ${row.id}: lacks "${segment}"`);
      }
    }
    for (const segment of row.without ?? [])
      if (text.includes(collapse(segment))) {
        fp++;
        notes.push(`  ${row.id}: holds "${segment}"`);
      }
    if (row.title) {
      const right = collapse(document?.title ?? '') === collapse(row.title);
      titles.push(right ? 1 : 0);
      if (!right)
        notes.push(
          `  ${row.id}: title ${JSON.stringify(document?.title ?? null)}, ${JSON.stringify(row.title)} expected`,
        );
    }
    if (row.date) {
      const right = document?.published?.from === row.date;
      dates.push(right ? 1 : 0);
      if (!right) notes.push(`  ${row.id}: date ${document?.published?.from ?? null}, ${row.date} expected`);
    }
  }
  const p = tp / (tp + fp);
  const r = tp / (tp + fn);
  return {
    trafilatura_precision: p,
    trafilatura_recall: r,
    trafilatura_f1: f1(p, r),
    trafilatura_title: mean(titles),
    trafilatura_date: mean(dates),
  };
}

/** Scorer of a row's suite, told by the columns that it has. */
const suiteOf = (row: Row) => (row.metadata ? 'readability' : row.with ? 'trafilatura' : 'scrapinghub');

async function run(options: BenchOptions): Promise<BenchResult> {
  const files = options.data
    ? [options.data]
    : ['readability', 'scrapinghub', 'trafilatura'].map((name) =>
        developmentFile('conformance', 'html-article', `${name}.jsonl.gz`),
      );
  const rows = files.flatMap(rowsOf);
  const notes: string[] = [];
  const of = (suite: string) => rows.filter((row) => suiteOf(row) === suite);
  const figures: Figures = {};
  if (of('readability').length > 0) Object.assign(figures, scoreReadability(of('readability'), notes));
  if (of('scrapinghub').length > 0) Object.assign(figures, scoreScrapinghub(of('scrapinghub'), notes));
  if (of('trafilatura').length > 0) Object.assign(figures, scoreTrafilatura(of('trafilatura'), notes));
  const own = 'the same pages, development part';
  return {
    bench: 'articles',
    data: files.join(', '),
    rows: rows.length,
    figures,
    peers: [
      { name: 'readability.js 0.6', figure: 'scrapinghub_f1', value: 0.947, origin: own },
      { name: 'trafilatura 2.0', figure: 'scrapinghub_f1', value: 0.961, origin: own },
      { name: 'go_trafilatura', figure: 'scrapinghub_f1', value: 0.955, origin: own },
      { name: 'readability + jsdom', figure: 'trafilatura_f1', value: 0.89, origin: own },
      { name: 'readability + jsdom', figure: 'readability_token_f1', value: 0.999, origin: 'its own test pages' },
    ],
    notes,
  };
}

const bench: Bench = {
  about: 'Article text and metadata from real web pages',
  floors: {
    readability_token_f1: 0.98,
    readability_news_token_f1: 0.98,
    readability_title: 0.86,
    readability_byline: 0.98,
    readability_published: 0.88,
    readability_lang: 0.99,
    readability_site: 0.98,
    scrapinghub_f1: 0.963,
    trafilatura_f1: 0.925,
    trafilatura_title: 0.88,
    trafilatura_date: 0.8,
  },
  needsData: true,
  run,
};

export default bench;
