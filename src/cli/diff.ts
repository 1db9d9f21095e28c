import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { diffSnapshots, type RowChange, type SnapshotDiff, type TotalChange } from '../record/index.ts';
import { csvText } from '../text/index.ts';
import { printJson, type RecordOptions, recordCommand, tell, wholeNumber, withRecord } from './command.ts';
import { filterOf } from './events-filter.ts';

interface Options extends RecordOptions {
  readonly country?: string;
  readonly limit: string;
  readonly csv?: string;
}

export function diffCommand(): Command {
  return recordCommand(
    'diff',
    'Tells what changed between two releases of a data set: rows by their ids, field by field, and the totals of each country and year.',
    'griot diff ucdp-ged 24.1 25.1 --country MLI',
  )
    .argument('<dataset>', 'as ucdp-ged')
    .argument('<before>', 'the earlier release')
    .argument('<after>', 'the later release')
    .option('--country <iso3>', 'only rows in this country (ISO 3166-1 alpha-3)')
    .option('--limit <n>', 'at most so many rows and totals on screen; 0: all', '20')
    .option('--csv <file>', 'write all changes to this file, a line each field')
    .action(async (dataset: string, before: string, after: string, options: Options) => {
      const { country = null } = filterOf(options);
      const diff = await withRecord(options, { readOnly: true }, (record) =>
        diffSnapshots(record, dataset, { before, after }, country),
      );
      if (options.csv !== undefined) writeFileSync(options.csv, csvText(csvRows(diff)));
      if (options.json) printJson(diff);
      else process.stdout.write(diffText(diff, wholeNumber('--limit', options.limit)));
      const where = country === null ? '' : ` in ${country}`;
      tell(
        `${dataset} ${before} to ${after}${where}: ${diff.added} rows added, ${diff.removed} removed, ${diff.changed} changed, ${diff.same} the same.`,
      );
    });
}

function diffText({ totals, rows }: SnapshotDiff, limit: number): string {
  const most = <T>(items: readonly T[]) => (limit === 0 ? items : items.slice(0, limit));
  const revised = totals.filter(({ coveredByBoth }) => coveredByBoth);
  const news = totals.filter(({ coveredByBoth }) => !coveredByBoth);
  const section = (title: string, lines: readonly string[], all: number) =>
    all === 0 ? [] : [`${title} (${lines.length} of ${all})`, ...lines.map((line) => `  ${line}`), ''];
  return [
    ...section('TOTALS REVISED, by effect on deaths', most(revised).map(totalLine), revised.length),
    ...section('YEARS THAT ONLY ONE RELEASE COVERS', most(news).map(totalLine), news.length),
    ...section('ROWS, by effect on deaths', most(rows).map(rowLine), rows.length),
  ].join('\n');
}

const change = (name: string, { before, after }: { before: number; after: number }) =>
  before === after ? `${name} ${after}` : `${name} ${before} → ${after}`;

const totalLine = ({ country, year, events, low, best, high }: TotalChange): string =>
  [
    `${country ?? 'no country'} ${year}`,
    change('events', events),
    change('deaths low', low),
    change('best', best),
    change('high', high),
  ].join(' · ');

const rowLine = ({ row, kind, country, year, killed, fields }: RowChange): string =>
  `${kind} ${row} · ${country ?? 'no country'} ${year} · ${
    kind === 'changed'
      ? fields.map(({ field, before, after }) => `${field} ${shown(before)} → ${shown(after)}`).join(', ')
      : `killed ${kind === 'added' ? killed.after : killed.before}`
  }`;

const longest = 40;
const shown = (value: string | null) =>
  value === null ? 'not stated' : value.length > longest ? `"${value.slice(0, longest)}…"` : value;

function csvRows({ rows }: SnapshotDiff): (string | number | null)[][] {
  const head = ['row', 'change', 'country', 'year', 'killed_before', 'killed_after', 'field', 'before', 'after'];
  const cells = rows.flatMap(({ row, kind, country, year, killed, fields }) => {
    const start = [row, kind, country, year, killed.before, killed.after];
    return fields.length === 0
      ? [[...start, null, null, null]]
      : fields.map(({ field, before, after }) => [...start, field, before, after]);
  });
  return [head, ...cells];
}
