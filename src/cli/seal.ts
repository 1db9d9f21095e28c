import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { importSeal, type Seal, sealRequest } from '../record/index.ts';
import { printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';

interface Options extends RecordOptions {
  readonly out: string;
  readonly import?: string;
}

export function sealCommand(): Command {
  return recordCommand(
    'seal',
    'Writes a time-stamp request (RFC 3161) for the log as it stands; --import keeps the answer in the record.',
    'griot seal --out griot.tsq',
  )
    .option('--out <file>', 'where to write the request', 'griot.tsq')
    .option('--import <file>', 'keep the answer of a time-stamp authority (.tsr)')
    .action(async (options: Options) => {
      if (options.import === undefined) await request(options);
      else await keep(options, options.import);
    });
}

async function request(options: Options): Promise<void> {
  const { line, digest, request } = await withRecord(options, { readOnly: true }, sealRequest);
  writeFileSync(options.out, request);
  if (options.json) printJson({ file: options.out, line, digest });
  tell(`${options.out} asks for a time stamp of log line ${line} (SHA-256 ${digest}).`);
  tell('Send it to a time-stamp authority of your choice; griot opens no connection. Then give the answer:');
  tell('  griot seal --import ANSWER.tsr');
}

async function keep(options: Options, file: string): Promise<void> {
  const seal = await withRecord(options, {}, (record) => importSeal(record, file));
  if (options.json) printJson(seal);
  for (const line of sealLines(seal)) tell(line);
}

/** What a seal says, and what of it was not checked. */
export const sealLines = ({ line, time, authority, unchecked }: Seal): string[] => [
  `Log line ${line} and all before it stood as they are at ${time}, says ${authority}.`,
  ...unchecked.map((what) => `  not checked: ${what}`),
];
