import type { Command } from 'commander';
import { verifyRecord } from '../record/index.ts';
import { exit, printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';
import { progress } from './progress.ts';

export function verifyCommand(): Command {
  return recordCommand(
    'verify',
    'Recomputes every hash of the record and names what was altered.',
    'griot verify --record mali',
  ).action(async (options: RecordOptions) => {
    const shown = progress(options.json === true);
    const found = await withRecord(options, { readOnly: true }, (record) =>
      verifyRecord(record, (what) => shown.step(`verifying ${what}`)),
    );
    shown.done();
    if (options.json) printJson(found);
    for (const { where, found: was, expected } of found.alterations)
      tell(`altered: ${where}: ${was} found, ${expected} expected.`);
    const { evidence, logLines, documents, quotes, snapshots, rows, decisions } = found;
    tell(
      `${evidence} captured files, ${logLines} log lines, ${documents} documents with ${quotes} quotes, ${snapshots} snapshots with ${rows.toLocaleString('en')} rows, ${decisions} decisions: ${found.alterations.length === 0 ? 'all as written.' : `${found.alterations.length} altered.`}`,
    );
    if (found.alterations.length > 0) process.exitCode = exit.rejected;
  });
}
