import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { isIsoPrefix, type Refusal, refusalText, UnusableInput } from '../model/index.ts';
import { closeRecord, type OpenOptions, type OpenRecord, openRecord } from '../record/index.ts';

/** Exit codes of every command. */
export const exit = { done: 0, rejected: 1, unusable: 2, fault: 3 } as const;

/** Options that every command on a record has. */
export interface RecordOptions {
  readonly record: string;
  readonly json?: boolean;
}

/** Opens the record, does the work, and closes it whatever happens. */
export async function withRecord<T>(
  options: RecordOptions,
  open: OpenOptions,
  work: (record: OpenRecord) => Promise<T>,
): Promise<T> {
  const record = await openRecord(options.record, open);
  try {
    return await work(record);
  } finally {
    closeRecord(record);
  }
}

/** Options of every command by which a person decides something. */
export interface DecisionOptions extends RecordOptions {
  readonly as?: string;
  readonly reason: string;
}

/** A command by which a person decides something: it asks for the reason, and may be given in another's name. */
export function decisionCommand(name: string, about: string, example: string): Command {
  return recordCommand(name, about, example)
    .requiredOption('--reason <text>', 'why, in your own words; it is kept in the log')
    .option('--as <name>', 'who decides this (default: the user of this machine)');
}

/** A command with commands of its own below it; each keeps its own options, and faults of use go to the program. */
export function withCommands(parent: Command, ...children: readonly Command[]): Command {
  for (const child of children) parent.addCommand(child.exitOverride());
  return parent;
}

/** Opens the record in the name of the person who decides. */
export const deciding = ({ as }: DecisionOptions): OpenOptions => (as === undefined ? {} : { by: as });

/** Prints one JSON value on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A line for people on standard error: messages and progress never mix with results. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Says what a fault was and sets the exit code: 2 for what the user can mend, 3 for what only we can. */
export function fail(error: unknown): void {
  if (error instanceof UnusableInput) {
    tell(`griot: ${error.message}`);
    process.exitCode = exit.unusable;
    return;
  }
  if (diskFull(error)) {
    tell(
      'griot: the disk is full, or a file may not grow further. What was acknowledged is safe; the command that was running left nothing. Free some space and give it again.',
    );
    process.exitCode = exit.unusable;
    return;
  }
  tell(`griot: internal fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  tell('The record is as it was before the command. Please report this with the lines above.');
  process.exitCode = exit.fault;
}

/** Node says it by a code, the database in words. */
function diskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  return full || /no space left on device|file too large/i.test(error.message);
}

/** A command of the program with the options that every command on a record shares, and an example in its help. */
export function recordCommand(name: string, about: string, example: string): Command {
  return command(name, about, example).option('--record <folder>', 'folder of the record', defaultRecord);
}

/** A command with an example in its help. */
export function command(name: string, about: string, example: string): Command {
  return new Command(name)
    .description(about)
    .option('--json', 'print JSON on standard output; messages stay on standard error')
    .addHelpText('after', `\nExample:\n  $ ${example}`);
}

const defaultRecord = './griot-record';

/** An ISO prefix given as an option, or a refusal that says what was expected. */
export function isoOption(name: string): (value: string) => string {
  return (value) => {
    if (isIsoPrefix(value)) return value;
    throw new UnusableInput({
      file: name,
      line: null,
      found: `"${value}"`,
      expected: 'a date as 2022, 2022-03 or 2022-03-27',
      wayOut: 'Give it in this form.',
    });
  };
}

/** A whole number given as an option. */
export function wholeNumber(option: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UnusableInput({
    file: option,
    line: null,
    found: `"${text}"`,
    expected: 'a whole number',
    wayOut: 'Give it in this form.',
  });
}

/** `--tables`, for every command that codes: a user's own actors, places, turning points and verbs. */
export function tablesOption(): Option {
  return new Option(
    '--tables <folder>',
    'tables of your own beside ours: actors.tsv, places.tsv, anchors.tsv, geonames/ML.txt, en/deeds.tsv …',
  ).argParser((folder) => {
    if (existsSync(folder)) return folder;
    throw new UnusableInput({
      file: folder,
      line: null,
      found: 'no such folder',
      expected: 'a folder with tables as in data/',
      wayOut: 'Check the path.',
    });
  });
}

/** Tells the lines of tables and word lists that were left out. */
export function tellFaults(faults: readonly Refusal[]): void {
  for (const fault of faults) tell(`left out: ${refusalText(fault)}`);
}
