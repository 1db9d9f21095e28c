import type { Command } from 'commander';
import { backupRecord, restoreRecord } from '../record/index.ts';
import { printJson, type RecordOptions, recordCommand, tell } from './command.ts';

export function backupCommand(): Command {
  return recordCommand(
    'backup',
    'Writes the whole record into one file: a tar archive of database, log and captured bytes with their SHA-256.',
    'griot backup mali-2024-06-01.tar --record mali',
  )
    .argument('<file>', 'a new file')
    .action(async (file: string, options: RecordOptions) => {
      const manifest = await backupRecord(options.record, file);
      if (options.json) printJson({ file, ...manifest });
      tell(`${file} holds the record: ${manifest.log.lines} log lines, ${manifest.evidence} captured files.`);
    });
}

export function restoreCommand(): Command {
  return recordCommand(
    'restore',
    'Makes a record of a backup, in a folder that is new or empty; every digest is checked.',
    'griot restore mali-2024-06-01.tar --record mali-again',
  )
    .argument('<file>', 'a file made by `griot backup`')
    .action((file: string, options: RecordOptions) => {
      const manifest = restoreRecord(file, options.record);
      if (options.json) printJson({ record: options.record, ...manifest });
      tell(`${options.record} is the record as of ${manifest.made}; \`griot verify\` checks all of it.`);
    });
}
