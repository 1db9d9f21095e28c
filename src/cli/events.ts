import type { Command } from 'commander';
import { listEvents } from '../record/index.ts';
import { mergeEvents, showEvent, splitEvent } from '../resolving.ts';
import {
  type DecisionOptions,
  deciding,
  decisionCommand,
  printJson,
  type RecordOptions,
  recordCommand,
  tell,
  wholeNumber,
  withRecord,
} from './command.ts';
import { type FilterOptions, filterOf, filterOptions } from './events-filter.ts';
import { eventLine } from './print.ts';
import { matrixLines } from './print-event.ts';

interface Options extends RecordOptions, FilterOptions {
  readonly limit: string;
}

export function eventsCommand(): Command {
  const list = recordCommand(
    'events',
    'Lists what happened, the earliest first: each event once, however many reports and rows tell of it.',
    'griot events --country MLI --from 2022-03 --killed 10',
  ).enablePositionalOptions();
  return filterOptions(list)
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .action(async (options: Options) => {
      const limit = wholeNumber('--limit', options.limit);
      const filter = { ...filterOf(options), ...(limit === 0 ? {} : { limit }) };
      const { total, shown } = await withRecord(options, { readOnly: true }, (record) => listEvents(record, filter));
      if (options.json) printJson({ total, events: shown });
      else process.stdout.write(shown.map((event) => `${eventLine(event)} · ${event.id}\n`).join(''));
      tell(`${shown.length} of ${total} events.${shown.length < total ? ' --limit 0 shows all.' : ''}`);
    })
    .addCommand(showCommand().exitOverride())
    .addCommand(mergeCommand().exitOverride())
    .addCommand(splitCommand().exitOverride());
}

function showCommand(): Command {
  return recordCommand(
    'show',
    'Shows an event: who reported which date, place, doer and number, what contradicts, why the reports are joined.',
    'griot events show event-report-4f1c2a9be07d3385',
  )
    .argument('<event>', 'its id, or that of one of its reports')
    .action(async (id: string, options: RecordOptions) => {
      const matrix = await withRecord(options, { readOnly: true }, (record) => showEvent(record, id));
      if (options.json) printJson(matrix);
      else process.stdout.write(`${matrixLines(matrix, process.stdout.columns ?? 100).join('\n')}\n`);
    });
}

function mergeCommand(): Command {
  return decisionCommand(
    'merge',
    'Says that events are one. It stands above the resolver until `griot undo` takes it back.',
    'griot events merge event-report-4f1c event-report-9a02 --reason "one raid, two names of the village"',
  )
    .argument('<event...>', 'ids of the events, or of reports of them')
    .action(async (ids: string[], options: DecisionOptions) => {
      const { decision, matrix } = await withRecord(options, deciding(options), async (record) => {
        const made = await mergeEvents(record, ids, options.reason);
        return { decision: made, matrix: await showEvent(record, ids[0] as string) };
      });
      if (options.json) printJson({ decision, event: matrix.event });
      tell(`${decision.id}: ${matrix.event.id} has ${matrix.rows.length} reports now.`);
    });
}

function splitCommand(): Command {
  return decisionCommand(
    'split',
    'Says that some reports of an event tell of another. It stands above the resolver until `griot undo` takes it back.',
    'griot events split event-report-4f1c report-77d0 --reason "a second attack, the day after"',
  )
    .argument('<event>', 'id of the event')
    .argument('<report...>', 'ids of the reports that tell of another event')
    .action(async (id: string, reports: string[], options: DecisionOptions) => {
      const { decision, events } = await withRecord(options, deciding(options), async (record) => {
        const made = await splitEvent(record, id, reports, options.reason);
        const both = [await showEvent(record, id), await showEvent(record, reports[0] as string)];
        return { decision: made, events: both.map(({ event }) => event) };
      });
      if (options.json) printJson({ decision, events });
      tell(`${decision.id}: ${events.map((event) => `${event.id} (${event.reports.length})`).join(' and ')}.`);
    });
}
