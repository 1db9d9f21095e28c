import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { drawSvg, drawTerminal } from '../draw/index.ts';
import { type Analysis, type Chart, type Filters, ploverTypes, UnusableInput } from '../model/index.ts';
import { type OpenRecord, sideNames } from '../record/index.ts';
import { firstDay, lastDay } from '../time/index.ts';
import { isoOption, printJson, type RecordOptions, recordCommand, tell } from './command.ts';

/** Options that choose the rows of data sets that are counted. */
export interface FilterOptions extends RecordOptions {
  readonly country?: string;
  readonly admin1?: string;
  readonly actor?: string;
  readonly type: string;
  readonly dataset?: string;
  readonly release?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Options of every analysis. */
export interface AnalysisOptions extends FilterOptions {
  readonly chart?: boolean;
  readonly svg?: string;
}

/** A command over rows of data sets, with the options that choose them. */
export function filterCommand(name: string, about: string, example: string): Command {
  return recordCommand(name, about, example)
    .option('--country <iso3>', 'only in this country (ISO 3166-1 alpha-3)', countryOption('--country'))
    .option('--admin1 <name>', 'only in this first-level area, as the data set spells it')
    .option('--actor <name>', 'only with this actor on a side, as the data set names it')
    .addOption(
      new Option('--type <type>', 'PLOVER type of what is counted, or all')
        .choices([...ploverTypes, 'all'])
        .default('ASSAULT'),
    )
    .option('--dataset <name>', 'only this data set, as ucdp-ged')
    .option('--release <name>', 'only this release, as 25.1')
    .option('--from <date>', 'only from this date on', isoOption('--from'))
    .option('--to <date>', 'only until this date', isoOption('--to'));
}

/** A command that analyses: filters, and ways to draw what it finds. */
export function analysisCommand(name: string, about: string, example: string): Command {
  return filterCommand(name, about, example)
    .option('--chart', 'draw it in the terminal')
    .option('--svg <file>', 'write a figure for publication to this file');
}

/** A country given as an option. */
export function countryOption(name: string): (value: string) => string {
  return (value) => {
    if (/^[A-Z]{3}$/.test(value)) return value;
    throw new UnusableInput({
      file: name,
      line: null,
      found: `"${value}"`,
      expected: 'three capital letters, as MLI',
      wayOut: 'Give it in this form.',
    });
  };
}

export function filtersOf(options: FilterOptions): Filters {
  return {
    country: options.country ?? null,
    admin1: options.admin1 ?? null,
    actor: options.actor ?? null,
    type: options.type === 'all' ? null : options.type,
    dataset: options.dataset ?? null,
    release: options.release ?? null,
    from: options.from === undefined ? null : firstDay(options.from),
    to: options.to === undefined ? null : lastDay(options.to),
  };
}

/** Refuses an actor that no data set names so, with the names that are like it. */
export async function mustNameActor(record: OpenRecord, { actor }: Filters, rows: number): Promise<void> {
  if (actor === null || rows > 0) return;
  const names = await sideNames(record);
  if (names.includes(actor)) return;
  const words = actor.toLowerCase().split(/\s+/);
  const like = names
    .filter((name) => words.some((word) => word.length > 2 && name.toLowerCase().includes(word)))
    .slice(0, 5);
  throw new UnusableInput({
    file: '--actor',
    line: null,
    found: `"${actor}", whom no data set names`,
    expected:
      like.length > 0 ? `a name as ${like.map((name) => `"${name}"`).join(', ')}` : 'a name as the data set has it',
    wayOut: 'Name the actor as the data set does; griot actors lists them.',
  });
}

/** Prints an analysis as it was asked for: JSON, a chart, or its lines; and writes its figure. */
export function show(
  analysis: Analysis<string, unknown>,
  options: AnalysisOptions,
  { chart, lines }: { chart: () => Chart; lines: () => readonly string[] },
): void {
  if (options.svg !== undefined) writeFileSync(options.svg, drawSvg(chart()));
  if (options.json) printJson(analysis);
  else if (options.chart) process.stdout.write(`${drawTerminal(chart(), process.stdout.columns ?? 100).join('\n')}\n`);
  else process.stdout.write(`${[analysis.question, '', ...lines(), ''].join('\n')}`);
  if (options.json || !options.chart) for (const warning of analysis.warnings) tell(`⚠ ${warning}`);
  tell(`${analysis.behind.rows} rows behind it: ${analysis.behind.query}`);
}
