import { type Command, Option } from 'commander';
import {
  type Measure,
  measures,
  seriesName,
  type TrendPoint,
  type TrendSeries,
  trend,
  trendChart,
} from '../analyse/index.ts';
import { type Split, splits } from '../record/index.ts';
import { type SpanLength, spanLengths } from '../time/index.ts';
import { type AnalysisOptions, analysisCommand, filtersOf, mustNameActor, show } from './analysis.ts';
import { wholeNumber, withRecord } from './command.ts';

interface Options extends AnalysisOptions {
  readonly by: SpanLength;
  readonly measure: Measure;
  readonly split?: Split;
  readonly most: string;
}

export function trendCommand(): Command {
  return analysisCommand(
    'trend',
    'Counts events and deaths over time, each release apart: zeros are shown as zeros, time that a release does not cover as gaps.',
    'griot trend --country MLI --by month --from 2021 --chart',
  )
    .addOption(new Option('--by <span>', 'length of a span').choices(spanLengths).default('month'))
    .addOption(new Option('--measure <what>', 'what is drawn').choices(measures).default('events'))
    .addOption(new Option('--split <by>', 'a line for each of these').choices(splits))
    .option('--most <n>', 'with --split, so many lines of each release at most', '6')
    .action(async (options: Options) => {
      const filters = filtersOf(options);
      const found = await withRecord(options, { readOnly: true }, async (record) => {
        const most = wholeNumber('--most', options.most);
        const found = await trend(record, filters, { by: options.by, split: options.split ?? null, most });
        await mustNameActor(record, filters, found.behind.rows);
        return found;
      });
      show(found, options, {
        chart: () => trendChart(found, options.measure),
        lines: () => found.data.series.flatMap(seriesLines),
      });
    });
}

const seriesLines = (series: TrendSeries): string[] => [
  seriesName(series),
  ...series.points.map((point) => `  ${pointText(point)}`),
  '',
];

function pointText({ from, to, covered, events, killed, civilians }: TrendPoint): string {
  const when = from === to ? from : `${from} to ${to}`;
  if (events === null || killed === null) return `${when} · not covered`;
  const deaths = killed.low === killed.high ? `${killed.best}` : `${killed.best} (${killed.low} to ${killed.high})`;
  return `${when} · ${events} events · ${deaths} killed · ${civilians} of them civilians${covered === 'part' ? ' · covered only in part' : ''}`;
}
