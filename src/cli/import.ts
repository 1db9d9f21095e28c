import type { Command } from 'commander';
import { type Refusal, refusalText, UnusableInput } from '../model/index.ts';
import { type ImportOptions, importInto, resolveRecord } from '../pipeline.ts';
import { exit, printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';
import { progress } from './progress.ts';

/** Rejected rows that are printed; all of them are in the JSON. */
const printed = 20;

export function importCommand(): Command {
  return recordCommand(
    'import',
    'Imports data sets (UCDP GED, incident tables; CSV, plain or gzip) as snapshots of their releases.',
    'griot import ged251.csv.gz --record mali',
  )
    .argument('<file...>', 'files of one or more data sets')
    .option('--as <format>', 'ucdp-ged or incidents; told from the header otherwise')
    .option('--release <name>', 'name of the release, as 25.1; told from the file name otherwise')
    .option('--sample <why>', 'say that the rows are no complete count, and why; every figure from them will carry it')
    .action(async (files: string[], options: RecordOptions & ImportOptions) => {
      let refused = 0;
      let rejected = 0;
      await withRecord(options, { create: true }, async (record) => {
        for (const file of files) {
          const shown = progress();
          try {
            const { snapshot, rows, repeated, warnings, disordered, ...rest } = await importInto(
              record,
              file,
              options,
              shown.step,
            );
            shown.done();
            rejected += rest.rejected.length;
            if (options.json) {
              printJson({ file, snapshot, rows, repeated, disordered, rejected: rest.rejected, warnings });
              continue;
            }
            for (const warning of warnings) tell(`⚠ ${warning}`);
            for (const { line, row, reason } of rest.rejected.slice(0, printed))
              tell(`left out: ${file}, line ${line}${row === null ? '' : ` (id ${row})`}: ${reason}.`);
            if (rest.rejected.length > printed) tell(`… and ${rest.rejected.length - printed} more; --json lists all.`);
            if (disordered > 0)
              tell(
                `⚠ ${disordered} rows have low, best and high out of order; they are kept as the data set has them.`,
              );
            tell(
              `${rows.toLocaleString('en')} rows of ${snapshot.dataset} ${snapshot.release} are in${repeated > 0 ? `, ${repeated} were there already` : ''}${rest.rejected.length > 0 ? `, ${rest.rejected.length} left out` : ''}.${snapshot.sample === null ? '' : ` ⚠ ${snapshot.sample}.`}`,
            );
          } catch (error) {
            shown.done();
            if (!(error instanceof UnusableInput)) throw error;
            refused += 1;
            refuse(error.refusal, options.json === true);
          }
        }
        const shown = progress();
        await resolveRecord(record, { progress: shown.step });
        shown.done();
      });
      if (refused === files.length) process.exitCode = exit.unusable;
      else if (refused + rejected > 0) process.exitCode = exit.rejected;
    });
}

/** One file that cannot be imported does not spoil the others: it is told and left out. */
function refuse(refusal: Refusal, json: boolean): void {
  tell(`left out: ${refusalText(refusal)}`);
  if (json) printJson({ file: refusal.file, refusal });
}
