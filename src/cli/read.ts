import type { Command } from 'commander';
import { codeFiles, type PoolOptions } from '../coding-pool.ts';
import { type Refusal, refusalText } from '../model/index.ts';
import { loadKnowledge, resolveRecord, store } from '../pipeline.ts';
import { findFiles } from '../read/index.ts';
import type { OpenRecord } from '../record/index.ts';
import {
  exit,
  isoOption,
  printJson,
  type RecordOptions,
  recordCommand,
  tablesOption,
  tell,
  tellFaults,
  withRecord,
} from './command.ts';
import { progress } from './progress.ts';

/** What reading some files brought. */
export interface ReadSummary {
  readonly read: number;
  /** Files whose bytes the record has already. */
  readonly known: number;
  readonly reports: number;
  readonly claims: number;
  readonly refused: readonly Refusal[];
}

export function readCommand(): Command {
  return recordCommand(
    'read',
    'Reads texts and pages into the record: captures their bytes, codes who did what to whom and what is claimed.',
    'griot read reports/ --record mali',
  )
    .argument('<path...>', 'text or HTML files, or folders of them')
    .option('--published <date>', 'date of publication, when the files do not tell', isoOption('--published'))
    .addOption(tablesOption())
    .action(async (paths: string[], options: RecordOptions & PoolOptions) => {
      if (options.tables) tellFaults(loadKnowledge(options).faults());
      const summary = await withRecord(options, { create: true }, (record) => readPaths(record, paths, options));
      for (const refusal of summary.refused) tell(`left out: ${refusalText(refusal)}`);
      if (options.json) printJson(summary);
      else tell(summaryText(summary));
      if (summary.read + summary.known === 0) process.exitCode = exit.unusable;
      else if (summary.refused.length > 0) process.exitCode = exit.rejected;
    });
}

export const summaryText = ({ read, known, reports, claims, refused }: ReadSummary): string =>
  `${read} documents read (${reports} reports, ${claims} claims)${known > 0 ? `, ${known} were in the record already` : ''}${refused.length > 0 ? `, ${refused.length} left out` : ''}.`;

/** Reads all files under the paths into the record, telling how far it is. */
export async function readPaths(
  record: OpenRecord,
  paths: readonly string[],
  options: PoolOptions,
): Promise<ReadSummary> {
  const shown = progress();
  const found = findFiles(paths);
  const refused: Refusal[] = found.refused.map(({ refusal }) => refusal);
  const sum = { read: 0, known: 0, reports: 0, claims: 0 };
  let done = 0;
  for await (const { path, outcome } of codeFiles(found.files, options)) {
    done += 1;
    shown.step(`reading ${done} of ${found.files.length}: ${path}`);
    if (!outcome.ok) {
      refused.push(outcome.refusal);
      continue;
    }
    for (const warning of outcome.warnings) tell(`⚠ ${path}: ${warning}`);
    if (!(await store(record, path, outcome))) {
      sum.known += 1;
      continue;
    }
    sum.read += 1;
    sum.reports += outcome.reports.length;
    sum.claims += outcome.claims.length;
  }
  await resolveRecord(record, { progress: shown.step });
  shown.done();
  return { ...sum, refused };
}
