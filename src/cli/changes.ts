import { type Command, Option } from 'commander';
import { type Changes, changes, changesChart, changesText, type Measure, measures } from '../analyse/index.ts';
import { type AnalysisOptions, analysisCommand, filtersOf, mustNameActor, show } from './analysis.ts';
import { withRecord } from './command.ts';

interface Options extends AnalysisOptions {
  readonly measure: Measure;
}

export function changesCommand(): Command {
  return analysisCommand(
    'changes',
    'Tells when the monthly level changed, with the interval of each date and a second method beside it.',
    'griot changes --country MLI --measure events --chart',
  )
    .addOption(new Option('--measure <what>', 'what is counted').choices(measures).default('events'))
    .action(async (options: Options) => {
      const filters = filtersOf(options);
      const found = await withRecord(options, { readOnly: true }, async (record) => {
        const found = await changes(record, filters, options.measure);
        await mustNameActor(record, filters, found.behind.rows);
        return found;
      });
      show(found, options, { chart: () => changesChart(found), lines: () => found.data.flatMap(linesOf) });
    });
}

function linesOf(found: Changes): string[] {
  const { name, supF, second } = found;
  return [
    name,
    ...changesText(found).map((line) => `  ${line}`),
    ...(supF === null
      ? []
      : [
          `  any change at all: supF ${supF.statistic.toFixed(1)}, p ${supF.p < 0.001 ? '< 0.001' : supF.p.toFixed(3)}`,
        ]),
    ...(supF === null
      ? []
      : [
          `  second method: ${second.length === 0 ? 'no change' : `from ${second.map((at) => at.slice(0, 7)).join(', ')} on`}`,
        ]),
    '',
  ];
}
