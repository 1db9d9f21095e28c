import type { Command } from 'commander';
import { resolveRecord } from '../pipeline.ts';
import { printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';
import { progress } from './progress.ts';

export function resolveCommand(): Command {
  return recordCommand(
    'resolve',
    'Joins all reports to events anew, by the resolver of this griot; decisions of people stay. `read` and `import` do it for what is new.',
    'griot resolve --record mali',
  ).action(async (options: RecordOptions) => {
    const shown = progress(options.json === true);
    const done = await withRecord(options, {}, (record) => resolveRecord(record, { all: true, progress: shown.step }));
    shown.done();
    if (options.json) printJson(done);
    if (done !== null)
      tell(`${done.looked} reports looked at: ${done.events} events that ${done.members} of them tell of.`);
  });
}
