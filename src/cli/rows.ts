import type { Command } from 'commander';
import { chosenSnapshots } from '../analyse/index.ts';
import { listRows } from '../record/index.ts';
import { type FilterOptions, filterCommand, filtersOf } from './analysis.ts';
import { printJson, tell, wholeNumber, withRecord } from './command.ts';
import { reportLine } from './print.ts';

export function rowsCommand(): Command {
  return filterCommand(
    'rows',
    'Lists the rows of data sets that an analysis with the same filters counts, by their first day.',
    'griot rows --country MLI --from 2022-03 --to 2022-03',
  )
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .action(async (options: FilterOptions & { limit: string }) => {
      const limit = wholeNumber('--limit', options.limit);
      const filters = filtersOf(options);
      const rows = await withRecord(options, { readOnly: true }, async (record) =>
        listRows(record, filters, await chosenSnapshots(record, filters)),
      );
      const shown = limit === 0 ? rows : rows.slice(0, limit);
      if (options.json) printJson({ total: rows.length, rows: shown });
      else process.stdout.write(shown.map((report) => `${reportLine(report)} · ${report.id}\n`).join(''));
      tell(`${shown.length} of ${rows.length} rows.${shown.length < rows.length ? ' --limit 0 shows all.' : ''}`);
    });
}
