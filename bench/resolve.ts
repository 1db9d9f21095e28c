import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { code } from '../src/code/index.ts';
import type { Report, Told } from '../src/model/index.ts';
import { parse } from '../src/parse/index.ts';
import { loadNames, type Resolved, resolveEvents } from '../src/resolve/index.ts';
import { type BCubed, bCubed, type Item } from './support/bcubed.ts';
import { type GdeltRow, gdeltTold } from './support/gdelt-told.ts';
import { goldReport, toldIn } from './support/gold-told.ts';
import { type Bench, type BenchOptions, type BenchResult, developmentFile } from './support/harness.ts';
import { pairReports } from './support/pair-reports.ts';
import { documentOf, type ReportRow, readReportRows } from './support/reports-data.ts';

/** The event that each report stands in; who stands alone is an event alone. */
function eventsOf(told: readonly Told[], { assignments }: Resolved): Map<Report['id'], string> {
  const events = new Map<Report['id'], string>(told.map(({ report }) => [report.id, report.id]));
  for (const { report, event } of assignments) events.set(report, event);
  return events;
}

interface Resolution {
  readonly figures: BCubed;
  /** F1 of the bare floor. */
  readonly bare: number;
  readonly notes: string[];
}

const bare = (figure: string, value: number) => ({
  name: 'same type, day and place name',
  figure,
  value,
  origin: 'same reports, same run',
});

/** A gold account, the report that stands for it, or both. */
interface Paired {
  readonly gold: string | null;
  readonly report: Report | null;
}

function resolution(told: readonly Told[], paired: readonly Paired[]): Resolution {
  const events = eventsOf(told, resolveEvents(told));
  const itemsBy = (of: (report: Report) => string) =>
    paired.map(({ gold, report }) => ({ gold, predicted: report === null ? null : of(report) }));
  const items = itemsBy(({ id }) => events.get(id) ?? id);
  return { figures: bCubed(items), bare: bCubed(itemsBy(bareKey)).f1, notes: faults(items, paired) };
}

function gold(rows: readonly ReportRow[]): Resolution {
  const all = rows.flatMap((row) =>
    row.events.map((event, i) => {
      const report = goldReport(row, event);
      return { gold: event.cluster, report, told: toldIn(row, report, i) };
    }),
  );
  return resolution(
    all.map(({ told }) => told),
    all,
  );
}

/** Clusters that are not as in the gold standard, for whoever mends the resolver. */
function faults(items: readonly Item[], paired: readonly Paired[]): string[] {
  const groups = new Map<string, Set<string>>();
  const parts = new Map<string, Map<string, string[]>>();
  items.forEach(({ gold: g, predicted }, i) => {
    if (g === null || predicted === null) return;
    groups.set(predicted, (groups.get(predicted) ?? new Set()).add(g));
    const of = parts.get(g) ?? new Map<string, string[]>();
    of.set(predicted, [...(of.get(predicted) ?? []), paired[i]?.report?.id ?? '']);
    parts.set(g, of);
  });
  return [
    ...[...groups].filter(([, g]) => g.size > 1).map(([id, g]) => `  joined in ${id}: ${[...g].join(' | ')}`),
    ...[...parts]
      .filter(([, p]) => p.size > 1)
      .map(([g, p]) => `  split ${g}: ${[...p.values()].map((ids) => ids.join(' ')).join(' | ')}`),
  ];
}

/**
 * The reports that griot codes, paired with the annotated accounts as the benchmark `reports` does. An account that no
 * report matches has recall 0; a report that matches none has precision 0 and swells its event; one that only repeats a
 * matched account is neutral.
 */
function endToEnd(rows: readonly ReportRow[]): Resolution {
  const names = loadNames();
  const told: Told[] = [];
  const paired: Paired[] = [];
  for (const row of rows) {
    const document = documentOf(row);
    const { reports } = code(document, parse(row.text, { lang: row.language }).sentences, names);
    told.push(...reports.map((report, i) => toldIn(row, report, i)));
    const { pairs, counted } = pairReports(row, reports, (event, report) => event.type === report.type);
    const found = new Map(pairs.map((pair) => [pair.gold, pair.predicted]));
    const used = new Set(found.values());
    for (const event of row.events) paired.push({ gold: event.cluster, report: found.get(event) ?? null });
    for (const report of counted) if (!used.has(report)) paired.push({ gold: null, report });
  }
  return resolution(told, paired);
}

/**
 * Bare floor beside the resolver: reports are one where type, first day and name of the place are equal and stated, and
 * nothing else is looked at.
 */
const bareKey = ({ id, type, when, place }: Report): string =>
  when?.from == null || place === null ? id : `${type} ${when.from} ${place.name ?? place.text}`;

interface Speed {
  readonly reports: number;
  readonly events: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

const sizes = [10_000, 100_000, 1_000_000];
const briefSizes = [10_000, 100_000];

/** Resolving so many generated reports in a process of its own. */
function speed(reports: number): Speed {
  const script = fileURLToPath(new URL('./support/resolve-run.ts', import.meta.url));
  const args = ['--max-old-space-size=8000', '--import', 'tsx', script, String(reports)];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${reports} reports were not resolved: ${child.stderr}`);
  return { reports, ...(JSON.parse(child.stdout) as Omit<Speed, 'reports'>) };
}

/**
 * Rows of the GDELT 1.0 slice that share day, both actor codes, event code and place name with another row: how many of
 * those 18,066 the resolver gives an event together with exactly the rows that they share all this with.
 */
function gdelt(): number {
  const file = developmentFile('gdelt', 'gdelt1-westafrica-violence-1979-1997.csv.gz');
  const rows: GdeltRow[] = parseCsv(gunzipSync(readFileSync(file)), { columns: true });
  const told = rows.map(gdeltTold);
  const repeated = new Map<string, Set<string>>();
  for (const { report } of told) {
    const sides = [report.source, report.target].map((side) => side.map(({ text }) => text).join());
    const key = [report.when?.from, ...sides, report.mode, report.place?.text].join('|');
    repeated.set(key, (repeated.get(key) ?? new Set()).add(report.id));
  }
  const events = new Map<string, ReadonlySet<string>>();
  for (const { reports } of resolveEvents(told).events) {
    const ids = new Set<string>(reports.map(({ id }) => id));
    for (const id of ids) events.set(id, ids);
  }
  let collapsed = 0;
  for (const ids of repeated.values()) {
    const [first = ''] = ids;
    const event = events.get(first);
    if (ids.size > 1 && event?.size === ids.size && [...ids].every((id) => event.has(id))) collapsed += ids.size;
  }
  return collapsed;
}

async function run({ data, brief = false }: BenchOptions): Promise<BenchResult> {
  const file = data ?? developmentFile('reports', 'reports.jsonl');
  const rows = readReportRows(file);
  const [given, own] = [gold(rows), endToEnd(rows)];
  const runs = data === null ? (brief ? briefSizes : sizes).map(speed) : [];
  const perSecond = ({ reports, cpuSeconds }: Speed) => reports / cpuSeconds;
  const [least, most] = [runs[0], runs.at(-1)];
  return {
    bench: 'resolve',
    data: file,
    rows: rows.length,
    figures: {
      bcubed_f1_gold: given.figures.f1,
      bcubed_precision_gold: given.figures.precision,
      bcubed_recall_gold: given.figures.recall,
      bcubed_f1_end_to_end: own.figures.f1,
      bcubed_precision_end_to_end: own.figures.precision,
      bcubed_recall_end_to_end: own.figures.recall,
      gdelt_repeats_collapsed: data === null ? gdelt() : null,
      reports_per_cpu_s: runs.length === 0 ? null : Math.min(...runs.map(perSecond)),
      // 1: time grows as the reports do.
      growth: least === undefined || most === undefined ? null : perSecond(least) / perSecond(most),
      peak_mb: most?.peakMb ?? null,
    },
    peers: [bare('bcubed_f1_gold', given.bare), bare('bcubed_f1_end_to_end', own.bare)],
    notes: [
      'reports given:',
      ...given.notes,
      'own reports:',
      ...own.notes,
      ...runs.map(
        (one) =>
          `${one.reports} generated reports, ${one.events} events of two or more: ${one.cpuSeconds.toFixed(1)} CPU-s, ${Math.round(perSecond(one))} a CPU-second, ${one.peakMb.toFixed(0)} MB`,
      ),
    ],
  };
}

const bench: Bench = {
  about: 'reports of one happening joined to events: B-cubed on annotated reports, repeated rows, speed',
  floors: { bcubed_f1_gold: 0.9, bcubed_f1_end_to_end: 0.75, gdelt_repeats_collapsed: 18_066 },
  most: { growth: 1.5 },
  needsData: true,
  run,
};

export default bench;
