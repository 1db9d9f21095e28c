import type { Command } from 'commander';
import { compareSources, type Match, type Named, type SourcesCompared, sourcesChart } from '../analyse/index.ts';
import type { Report } from '../model/index.ts';
import { type AnalysisOptions, analysisCommand, filtersOf, show } from './analysis.ts';
import { isoOption, wholeNumber, withRecord } from './command.ts';
import { reportLine } from './print.ts';
import { estimateText } from './words.ts';

interface Options extends AnalysisOptions {
  readonly month?: string;
  readonly limit: string;
}

export function compareSourcesCommand(): Command {
  return analysisCommand(
    'compare-sources',
    'Sets the rows of two data sets or releases side by side: matched, only in one, deaths that differ.',
    'griot compare-sources ucdp-ged:25.1 incidents --country MLI --month 2022-03',
  )
    .argument('<a>', 'a data set, as incidents, or one release of it, as ucdp-ged:25.1')
    .argument('<b>', 'the other one')
    .option('--month <month>', 'only this month, as 2022-03 (short for --from and --to)', isoOption('--month'))
    .option('--limit <n>', 'at most so many rows of each kind on screen; 0: all', '20')
    .action(async (a: string, b: string, options: Options) => {
      const { month } = options;
      const filters = filtersOf(month === undefined ? options : { ...options, from: month, to: month });
      const limit = wholeNumber('--limit', options.limit);
      const found = await withRecord(options, { readOnly: true }, (record) =>
        compareSources(record, filters, [named(a), named(b)]),
      );
      show(found, options, { chart: () => sourcesChart(found), lines: () => linesOf(found.data, limit) });
    });
}

function named(text: string): Named {
  const [dataset = '', ...release] = text.split(':');
  return { dataset, release: release.length === 0 ? null : release.join(':') };
}

function linesOf({ a, b, matched, onlyA, onlyB }: SourcesCompared, limit: number): string[] {
  const some = <T>(items: readonly T[]) => (limit === 0 ? items : items.slice(0, limit));
  const differ = matched.filter(({ deathsDiffer }) => deathsDiffer);
  const agree = matched.filter(({ deathsDiffer }) => !deathsDiffer);
  const row = (report: Report) => `  ${reportLine(report)} · ${report.id}`;
  return [
    `DEATHS DIFFER · ${differ.length}`,
    ...some(differ).flatMap((match) => matchLines(match, a, b)),
    `MATCHED · ${agree.length}`,
    ...some(agree).flatMap((match) => matchLines(match, a, b)),
    `ONLY IN ${a} · ${onlyA.length}`,
    ...some(onlyA).map(row),
    `ONLY IN ${b} · ${onlyB.length}`,
    ...some(onlyB).map(row),
  ];
}

function matchLines({ a, b, by, daysApart, kmApart }: Match, nameA: string, nameB: string): string[] {
  const near =
    by === 'id'
      ? 'same id'
      : `${daysApart} days, ${kmApart === null ? 'same name of the place' : `${Math.round(kmApart)} km`} apart`;
  return [
    `  ${reportLine(a)} · ${a.id}`,
    `    killed ${estimateText(a.killed)} in ${nameA}, ${estimateText(b.killed)} in ${nameB} · ${near} · ${b.id}`,
  ];
}
