import type { Command } from 'commander';
import { refusalText } from '../model/index.ts';
import { loadKnowledge, recode, resolveRecord } from '../pipeline.ts';
import { lostDecisions } from '../record/index.ts';
import {
  exit,
  printJson,
  type RecordOptions,
  recordCommand,
  tablesOption,
  tell,
  tellFaults,
  withRecord,
} from './command.ts';
import { progress } from './progress.ts';

interface Options extends RecordOptions {
  readonly tables?: string;
  readonly all?: boolean;
}

export function recodeCommand(): Command {
  return recordCommand(
    'recode',
    "Codes kept documents anew from their captured bytes with today's coder and tables; what was read before and what people decided stays.",
    'griot recode --tables my-tables',
  )
    .option('--all', 'documents too that this coder and these tables have coded already')
    .addOption(tablesOption())
    .action(async (options: Options) => {
      const knowledge = loadKnowledge(options);
      if (options.tables !== undefined) tellFaults(knowledge.faults());
      const shown = progress(options.json === true && !process.stderr.isTTY);
      const { found, lost } = await withRecord(options, {}, async (record) => {
        const found = await recode(record, knowledge, { all: options.all === true, progress: shown.step });
        await resolveRecord(record, { progress: shown.step });
        return { found, lost: (await lostDecisions(record)).map(({ decision }) => decision) };
      });
      shown.done();
      for (const refusal of found.refused) tell(`stays as it is: ${refusalText(refusal)}`);
      for (const { id, kind, by, reason, data } of lost)
        tell(
          `⚠ ${id} (${kind} by ${by}: ${reason}) has nothing to stand on any more: no report or claim took the place of ${'subject' in data ? data.subject.id : ''}. It is kept; judge what stands there now, or undo it.`,
        );
      if (options.json) printJson({ ...found, lost });
      tell(
        `${found.recoded} documents coded anew, ${found.changed} of them read otherwise now; ${found.current} were current${lost.length > 0 ? `; ${lost.length} decisions stand on nothing` : ''}.`,
      );
      if (found.refused.length > 0) process.exitCode = exit.rejected;
    });
}
