import type { Command } from 'commander';
import { verifyRecord } from '../record/index.ts';
import { exit, printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';
import { progress } from './progress.ts';
import { sealLines } from './seal.ts';

interface Options extends RecordOptions {
  readonly ca?: string;
  readonly seal?: readonly string[];
}

export function verifyCommand(): Command {
  return recordCommand(
    'verify',
    'Recomputes every hash of the record and names what was altered.',
    'griot verify --record mali',
  )
    .option('--ca <file>', 'certificates of time-stamp authorities that you trust (PEM)')
    .option('--seal <file...>', 'time-stamp responses that you kept outside the record')
    .action(async (options: Options) => {
      const shown = progress(options.json === true);
      const found = await withRecord(options, { readOnly: true }, (record) =>
        verifyRecord(record, (what) => shown.step(`verifying ${what}`), {
          ...(options.ca === undefined ? {} : { ca: options.ca }),
          seals: options.seal ?? [],
        }),
      );
      shown.done();
      if (options.json) printJson(found);
      for (const { where, found: was, expected } of found.alterations)
        tell(`altered: ${where}: ${was} found, ${expected} expected.`);
      for (const seal of found.seals) if (seal.faults.length === 0 && seal.line !== null) sealLines(seal).forEach(tell);
      const { evidence, logLines, documents, quotes, snapshots, rows, decisions } = found;
      tell(
        `${evidence} captured files, ${logLines} log lines, ${documents} documents with ${quotes} quotes, ${snapshots} snapshots with ${rows.toLocaleString('en')} rows, ${decisions} decisions: ${found.alterations.length === 0 ? 'all as written.' : `${found.alterations.length} altered.`}`,
      );
      if (found.alterations.length > 0) process.exitCode = exit.rejected;
    });
}
