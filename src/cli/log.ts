import type { Command } from 'commander';
import { readLog, standingDecisions } from '../record/index.ts';
import { printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';

interface Options extends RecordOptions {
  readonly decisions?: boolean;
}

/** Longest text of a log entry's data that a line shows. */
const shownData = 120;

export function logCommand(): Command {
  return recordCommand('log', 'Shows what was done to the record, by whom and when, the oldest first.', 'griot log')
    .option('--decisions', 'only the decisions of people that stand, with the ids that `griot undo` takes')
    .action(async (options: Options) => {
      await withRecord(options, { readOnly: true }, async (record) => {
        if (options.decisions) {
          const decisions = await standingDecisions(record);
          if (options.json) for (const decision of decisions) printJson(decision);
          else
            for (const { id, at, by, kind, data, reason } of decisions)
              process.stdout.write(`${id} · ${at} · ${by} · ${kind} · ${reason} · ${JSON.stringify(data)}\n`);
          tell(`${decisions.length} decisions stand.`);
          return;
        }
        const entries = await readLog(record);
        for (const entry of entries) {
          if (options.json) printJson(entry);
          else
            process.stdout.write(
              `${entry.seq} · ${entry.at} · ${entry.by} · ${entry.kind} · ${JSON.stringify(entry.data).slice(0, shownData)}\n`,
            );
        }
        tell(`${entries.length} entries; \`griot verify\` checks their chain.`);
      });
    });
}
