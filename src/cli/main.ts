#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../text/index.ts';
import { exit, fail } from './command.ts';

/** The commands, in the order of the help. Only the one that is given is loaded: readers and models take their time. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./demo.ts')).demoCommand(),
  read: async () => (await import('./read.ts')).readCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  restrict: async () => (await import('./restrict.ts')).restrictCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
  recode: async () => (await import('./recode.ts')).recodeCommand(),
  trend: async () => (await import('./trend.ts')).trendCommand(),
  compare: async () => (await import('./compare.ts')).compareCommand(),
  changes: async () => (await import('./changes.ts')).changesCommand(),
  'compare-sources': async () => (await import('./compare-sources.ts')).compareSourcesCommand(),
  rows: async () => (await import('./rows.ts')).rowsCommand(),
  diff: async () => (await import('./diff.ts')).diffCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  claims: async () => (await import('./claims.ts')).claimsCommand(),
  review: async () => (await import('./review.ts')).reviewCommand(),
  actors: async () => (await import('./actors.ts')).actorsCommand(),
  places: async () => (await import('./places.ts')).placesCommand(),
  events: async () => (await import('./events.ts')).eventsCommand(),
  resolve: async () => (await import('./resolve.ts')).resolveCommand(),
  code: async () => (await import('./code.ts')).codeCommand(),
  parse: async () => (await import('./parse.ts')).parseCommand(),
  evidence: async () => (await import('./evidence.ts')).evidenceCommand(),
  log: async () => (await import('./log.ts')).logCommand(),
  seal: async () => (await import('./seal.ts')).sealCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./backup.ts')).restoreCommand(),
  undo: async () => (await import('./undo.ts')).undoCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
};

/** The commands that the first word asks for: all of them for the help, none for the version. */
function needed(given = ''): readonly (() => Promise<Command>)[] {
  if (given === '--version' || given === '-V') return [];
  const chosen = commands[given];
  return chosen === undefined ? Object.values(commands) : [chosen];
}

async function program(given: string | undefined): Promise<Command> {
  const griot = new Command('griot')
    .description('Keeps one sourced record of a conflict and says how fragile its figures are.')
    .version(version())
    .showHelpAfterError('Give --help to see what is expected.')
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 done with rejected input (listed), 2 wrong usage or unusable input, 3 internal fault.\nStart with: griot demo',
    );
  for (const load of needed(given)) griot.addCommand((await load()).exitOverride().copyInheritedSettings(griot));
  return griot;
}

// A reader that closes early (`griot events | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.done);
  throw error;
});

try {
  await (await program(process.argv[2])).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.done : exit.unusable;
  else fail(error);
}
