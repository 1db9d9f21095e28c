import { type Command, Option } from 'commander';
import { type PloverType, ploverTypes, UnusableInput } from '../model/index.ts';
import { type EventFilter, listEvents } from '../record/index.ts';
import { firstDay, lastDay } from '../time/index.ts';
import { isoOption, printJson, type RecordOptions, recordCommand, tell, wholeNumber, withRecord } from './command.ts';
import { reportLine } from './print.ts';

interface Options extends RecordOptions {
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
  readonly type?: PloverType;
  readonly killed?: string;
  readonly limit: string;
}

export function eventsCommand(): Command {
  return recordCommand(
    'events',
    'Lists what happened: reports from sentences and rows from data sets, the earliest first.',
    'griot events --country MLI --from 2022-03 --killed 10',
  )
    .option('--country <iso3>', 'only in this country (ISO 3166-1 alpha-3)')
    .option('--from <date>', 'only from this date on', isoOption('--from'))
    .option('--to <date>', 'only until this date', isoOption('--to'))
    .addOption(new Option('--type <type>', 'only of this PLOVER type').choices(ploverTypes))
    .option('--killed <n>', 'only with at least so many killed')
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .action(async (options: Options) => {
      const { total, shown } = await withRecord(options, { readOnly: true }, (record) =>
        listEvents(record, filterOf(options)),
      );
      if (options.json) printJson({ total, events: shown });
      else process.stdout.write(shown.map((report) => `${reportLine(report)} · ${report.id}\n`).join(''));
      tell(`${shown.length} of ${total} events.${shown.length < total ? ' --limit 0 shows all.' : ''}`);
    });
}

function filterOf(options: Options): EventFilter {
  const refuse = (option: string, found: string, expected: string) =>
    new UnusableInput({ file: option, line: null, found: `"${found}"`, expected, wayOut: 'Give it in this form.' });
  const { country, type } = options;
  if (country !== undefined && !/^[A-Z]{3}$/.test(country))
    throw refuse('--country', country, 'three capital letters, as MLI');
  const limit = wholeNumber('--limit', options.limit);
  return {
    ...(country === undefined ? {} : { country }),
    ...(type === undefined ? {} : { type }),
    ...(options.from === undefined ? {} : { from: firstDay(options.from) }),
    ...(options.to === undefined ? {} : { to: lastDay(options.to) }),
    ...(options.killed === undefined ? {} : { killed: wholeNumber('--killed', options.killed) }),
    ...(limit === 0 ? {} : { limit }),
  };
}
