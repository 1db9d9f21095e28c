import { type Command, Option } from 'commander';
import { type PloverType, ploverTypes, UnusableInput } from '../model/index.ts';
import type { EventFilter } from '../record/index.ts';
import { firstDay, lastDay } from '../time/index.ts';
import { isoOption, wholeNumber } from './command.ts';

/** Options that say which events are meant. */
export interface FilterOptions {
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
  readonly type?: PloverType;
  readonly killed?: string;
}

export function filterOptions(command: Command): Command {
  return command
    .option('--country <iso3>', 'only in this country (ISO 3166-1 alpha-3)')
    .option('--from <date>', 'only from this date on', isoOption('--from'))
    .option('--to <date>', 'only until this date', isoOption('--to'))
    .addOption(new Option('--type <type>', 'only of this PLOVER type').choices(ploverTypes))
    .option('--killed <n>', 'only with at least so many killed');
}

export function filterOf({ country, from, to, type, killed }: FilterOptions): Omit<EventFilter, 'limit'> {
  if (country !== undefined && !/^[A-Z]{3}$/.test(country))
    throw new UnusableInput({
      file: '--country',
      line: null,
      found: `"${country}"`,
      expected: 'three capital letters, as MLI',
      wayOut: 'Give it in this form.',
    });
  return {
    ...(country === undefined ? {} : { country }),
    ...(type === undefined ? {} : { type }),
    ...(from === undefined ? {} : { from: firstDay(from) }),
    ...(to === undefined ? {} : { to: lastDay(to) }),
    ...(killed === undefined ? {} : { killed: wholeNumber('--killed', killed) }),
  };
}
