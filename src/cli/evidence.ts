import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  type Custody,
  custodyLog,
  type Evidence,
  exportEvidence,
  findEvidence,
  listEvidence,
} from '../record/index.ts';
import { csvText } from '../text/index.ts';
import {
  command,
  type DecisionOptions,
  deciding,
  decisionCommand,
  printJson,
  type RecordOptions,
  recordCommand,
  tell,
  withRecord,
} from './command.ts';

export function evidenceCommand(): Command {
  return command(
    'evidence',
    'What was captured: when, by whom, from where, and what was done with it since.',
    'griot evidence log --csv --out collection-log.csv',
  )
    .addCommand(listing())
    .addCommand(showing())
    .addCommand(logging())
    .addCommand(exporting());
}

const short = 16;

function listing(): Command {
  return recordCommand('list', 'Lists the captured files, the earliest first.', 'griot evidence list').action(
    async (options: RecordOptions) => {
      const items = await withRecord(options, { readOnly: true }, listEvidence);
      for (const item of items) {
        if (options.json) printJson(item);
        else
          process.stdout.write(
            `${item.sha256.slice(0, short)} · ${item.capturedAt} · ${item.bytes} bytes · ${item.origin}\n`,
          );
      }
      tell(`${items.length} captured files.`);
    },
  );
}

function showing(): Command {
  return recordCommand('show', 'Shows one captured file with its custody.', 'griot evidence show 3f2a')
    .argument('<sha256>', 'its SHA-256 or the beginning of it')
    .action(async (sha256: string, options: RecordOptions) => {
      const { item, custody } = await withRecord(options, { readOnly: true }, async (record) => {
        const item = await findEvidence(record, sha256);
        return { item, custody: await custodyLog(record, item.sha256) };
      });
      if (options.json) printJson({ ...item, custody });
      else process.stdout.write(`${[...itemLines(item), ...custody.map(custodyLine)].join('\n')}\n`);
    });
}

const notKnown = 'not known';

function itemLines({
  sha256,
  bytes,
  origin,
  url,
  statedUrl,
  capturedAt,
  capturedBy,
  tool,
  redirects,
  headers,
}: Evidence) {
  return [
    `SHA-256     ${sha256}`,
    `bytes       ${bytes}`,
    `origin      ${origin}`,
    `fetched     ${url ?? 'no: a file'}${(redirects ?? []).map((from) => `, by way of ${from}`).join('')}`,
    `page says   ${statedUrl ?? 'no address of its own'}`,
    `captured    ${capturedAt} by ${capturedBy ?? notKnown}, with ${tool ?? notKnown}`,
    ...Object.entries(headers ?? {}).map(([name, value]) => `header      ${name}: ${value}`),
    'CUSTODY',
  ];
}

const custodyLine = ({ at, by, event, detail }: Custody) =>
  `  ${[at, event, by, ...Object.entries(detail ?? {}).map(([name, value]) => `${name}: ${value}`)].join(' · ')}`;

interface LogOptions extends RecordOptions {
  readonly csv?: boolean;
  readonly out?: string;
}

/** Columns of the collection log. */
const head = ['entry', 'time_utc', 'event', 'sha256', 'origin', 'by', 'tool', 'detail'];

function logging(): Command {
  return recordCommand(
    'log',
    'The collection log: a line each custody event, the oldest first.',
    'griot evidence log --csv',
  )
    .option('--csv', 'as CSV, for spreadsheets and case files')
    .option('--out <file>', 'write it to this file')
    .action(async (options: LogOptions) => {
      const events = await withRecord(options, { readOnly: true }, (record) => custodyLog(record));
      const text = options.json
        ? events.map((event) => `${JSON.stringify(event)}\n`).join('')
        : options.csv
          ? csvText([head, ...events.map(cells)])
          : events
              .map((event) => `${custodyLine(event).trim()} · ${event.origin} · ${event.sha256.slice(0, short)}\n`)
              .join('');
      if (options.out === undefined) process.stdout.write(text);
      else writeFileSync(options.out, text);
      tell(`${events.length} custody events.`);
    });
}

const cells = ({ seq, at, event, sha256, origin, by, tool, detail }: Custody) => [
  seq,
  at,
  event,
  sha256,
  origin,
  by,
  tool,
  Object.entries(detail ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join('; '),
];

function exporting(): Command {
  return decisionCommand(
    'export',
    'Copies captured bytes out of the record, and writes down who did so and why.',
    'griot evidence export 3f2a --out case-12 --reason "for the prosecutor"',
  )
    .argument('<sha256...>', 'SHA-256 of each file, or the beginning of it')
    .requiredOption('--out <folder>', 'folder for the copies')
    .action(async (items: string[], options: DecisionOptions & { readonly out: string }) => {
      const paths = await withRecord(options, deciding(options), (record) =>
        exportEvidence(record, items, { to: options.out, reason: options.reason }),
      );
      if (options.json) printJson(paths);
      else process.stdout.write(paths.map((path) => `${path}\n`).join(''));
      tell(`${paths.length} captured files are copied; the log says so.`);
    });
}
