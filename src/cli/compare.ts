import type { Command } from 'commander';
import {
  type Comparison,
  type Contrast,
  compare,
  compareChart,
  givenTurn,
  ratioName,
  type Where,
} from '../analyse/index.ts';
import { type DatedTurn, isIsoPrefix, UnusableInput } from '../model/index.ts';
import { resolveTurningPoint } from '../resolve/index.ts';
import { type AnalysisOptions, analysisCommand, filtersOf, mustNameActor, show } from './analysis.ts';
import { withRecord } from './command.ts';

interface Options extends AnalysisOptions {
  readonly at?: string;
  readonly window: string;
  readonly with?: string;
  readonly control?: string;
}

export function compareCommand(): Command {
  return analysisCommand(
    'compare',
    'Compares rates before and after a date or a named turning point, or of two places: exact ratio and negative-binomial model side by side.',
    'griot compare --country MLI --at 2021-12-01 --window 24 --control BFA',
  )
    .option('--at <date or name>', 'where to split time: a date, or a turning point as "Wagner arrived"')
    .option('--window <months>', 'months on either side of --at', '24')
    .option('--with <place>', 'the other place, as NER or "MLI: Gao"; over --from … --to')
    .option('--control <place>', 'with --at, a place where nothing changed then, as BFA or "MLI: Kayes"')
    .action(async (options: Options) => {
      const filters = filtersOf(options);
      const contrast = contrastOf(options);
      const found = await withRecord(options, { readOnly: true }, async (record) => {
        const found = await compare(record, filters, contrast);
        if (found.data.length > 0) await mustNameActor(record, filters, found.behind.rows);
        return found;
      });
      show(found, options, { chart: () => compareChart(found), lines: () => found.data.flatMap(linesOf) });
    });
}

const refuse = (file: string, found: string, expected: string, wayOut: string) =>
  new UnusableInput({ file, line: null, found, expected, wayOut });

function contrastOf(options: Options): Contrast {
  const { at, with: other, control } = options;
  if ((at === undefined) === (other === undefined))
    throw refuse(
      'griot compare',
      at === undefined ? 'neither --at nor --with' : 'both --at and --with',
      '--at DATE to compare before and after, or --with PLACE to compare places',
      'For before and after beside another place give --at DATE --control PLACE.',
    );
  if (other !== undefined) return { kind: 'place', other: placeOf('--with', other) };
  const months = Number(/^(\d+)( months?)?$/.exec(options.window)?.[1] ?? Number.NaN);
  if (!(months >= 1 && months <= 600))
    throw refuse('--window', `"${options.window}"`, 'months, as 24', 'Give it in this form.');
  return {
    kind: 'time',
    turns: turnsOf(at ?? '', options.country),
    months,
    control: control === undefined ? null : placeOf('--control', control),
  };
}

function placeOf(option: string, text: string): Where {
  const [, country, admin1] = /^([A-Z]{3})(?:\s*[:/]\s*(.+))?$/.exec(text) ?? [];
  if (country === undefined) throw refuse(option, `"${text}"`, 'a place as MLI or "MLI: Gao"', 'Give it in this form.');
  return { country, admin1: admin1 ?? null };
}

/** A date as given, or every date that sources give for the turning point of this name. */
function turnsOf(at: string, country: string | undefined): readonly DatedTurn[] {
  if (isIsoPrefix(at)) return [givenTurn(at)];
  const found = resolveTurningPoint(at, {
    countries: country === undefined ? [] : [country],
    lang: null,
    published: null,
  });
  if (found === null)
    throw refuse(
      '--at',
      `"${at}"`,
      'a date as 2021-12-01, or a turning point of data/anchors.tsv as "Wagner Group begins operations in Mali"',
      'Give a date.',
    );
  return found[0].anchors.map(({ name, date, source }) => ({ name, date, source: source.publisher, url: source.url }));
}

function linesOf({ name, measure, contrast, before, after, control, ratios }: Comparison): string[] {
  const per = (side: { count: number; days: number }) => `${side.count} in ${side.days} days`;
  return [
    `${measure} · ${name} · ${contrast}`,
    `  ${per(after)} against ${per(before)}${control === null ? '' : `; control ${control.after} against ${control.before}`}`,
    ...ratios.map((ratio) => `  ${ratioName(ratio)}: ${ratioText(ratio)}`),
    ...(control === null ? [] : [`  exact, control alone: ${ratioText(control.ratio)}`]),
    '',
  ];
}

function ratioText({ ratio, low, high, refused }: Comparison['ratios'][number]): string {
  if (ratio === null || low === null || high === null) return refused ?? '';
  const number = (value: number) =>
    Number.isFinite(value) ? Number(value.toPrecision(2)).toLocaleString('en') : 'no bound';
  return `${Number.isFinite(ratio) ? `${number(ratio)} times` : 'from nothing'} (95 % interval ${number(low)} to ${number(high)})`;
}
