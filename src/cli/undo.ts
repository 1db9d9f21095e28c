import type { Command } from 'commander';
import { resolveRecord } from '../pipeline.ts';
import { undo } from '../record/index.ts';
import { type DecisionOptions, deciding, decisionCommand, printJson, tell, withRecord } from './command.ts';

export function undoCommand(): Command {
  return decisionCommand(
    'undo',
    'Takes a decision back: a merge, a split, a correction. The decision and its undoing both stay in the log.',
    'griot undo d3 --reason "two villages of one name"',
  )
    .argument('<decision>', 'its id, as `griot log --decisions` shows it')
    .action(async (id: string, options: DecisionOptions) => {
      const decision = await withRecord(options, deciding(options), async (record) => {
        const taken = await undo(record, id, options.reason);
        await resolveRecord(record);
        return taken;
      });
      if (options.json) printJson(decision);
      tell(`${decision.id} (${decision.kind}, by ${decision.by}: ${decision.reason}) is taken back.`);
    });
}
