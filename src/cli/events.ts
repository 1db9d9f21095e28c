import type { Command } from 'commander';
import { listEvents } from '../record/index.ts';
import { printJson, type RecordOptions, recordCommand, tell, wholeNumber, withRecord } from './command.ts';
import { type FilterOptions, filterOf, filterOptions } from './events-filter.ts';
import { reportLine } from './print.ts';

interface Options extends RecordOptions, FilterOptions {
  readonly limit: string;
}

export function eventsCommand(): Command {
  const list = recordCommand(
    'events',
    'Lists what happened: reports from sentences and rows from data sets, the earliest first.',
    'griot events --country MLI --from 2022-03 --killed 10',
  );
  return filterOptions(list)
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .action(async (options: Options) => {
      const limit = wholeNumber('--limit', options.limit);
      const filter = { ...filterOf(options), ...(limit === 0 ? {} : { limit }) };
      const { total, shown } = await withRecord(options, { readOnly: true }, (record) => listEvents(record, filter));
      if (options.json) printJson({ total, events: shown });
      else process.stdout.write(shown.map((report) => `${reportLine(report)} · ${report.id}\n`).join(''));
      tell(`${shown.length} of ${total} events.${shown.length < total ? ' --limit 0 shows all.' : ''}`);
    });
}
