import { join } from 'node:path';
import type { Command } from 'commander';
import { type Check, type Claim, type Document, verdicts } from '../model/index.ts';
import { checkClaims, importInto, loadKnowledge, resolveRecord } from '../pipeline.ts';
import { listDocuments, listEvents, listSnapshots, type OpenRecord } from '../record/index.ts';
import { shipped } from '../text/index.ts';
import { briefOf } from './check.ts';
import { command, printJson, tell, withRecord } from './command.ts';
import { claimLines, eventLine } from './print.ts';
import { progress } from './progress.ts';
import { readPaths } from './read.ts';

/** Events that the brief shows: those with the most dead. */
const eventsShown = 8;

interface Checked {
  readonly claim: Claim;
  readonly document: Document;
  readonly check: Check;
}

export function demoCommand(): Command {
  return command('demo', 'Builds the example record, checks every claim in it, and prints a brief.', 'griot demo')
    .option('--record <folder>', 'where to keep the example record', './griot-demo')
    .action(async (options: { record: string; json?: boolean }) => {
      const { checked, events } = await withRecord(options, { create: true }, build);
      if (options.json) printJson({ events, checks: checked.map(({ check }) => check) });
      else process.stdout.write(brief(checked, events, options.record));
    });
}

interface Events {
  readonly total: number;
  readonly deadliest: readonly string[];
  readonly documents: number;
  readonly snapshots: readonly string[];
}

/** Reads and imports the example; what is in the record already is left as it is. */
async function build(record: OpenRecord): Promise<{ checked: Checked[]; events: Events }> {
  tell(`Building the example record in ${record.folder} …`);
  const example = shipped('examples', 'sahel');
  await readPaths(record, [join(example, 'reports')], {});
  const shown = progress();
  await importInto(record, join(example, 'incidents.csv'), { as: 'incidents', release: 'sahel-2024' }, shown.step);
  shown.done();
  await resolveRecord(record);
  const documents = await listDocuments(record);
  const asked = documents.flatMap(({ document, claims }) => claims.map((claim) => ({ claim, document })));
  const checks = await checkClaims(record, asked, loadKnowledge());
  const { total, shown: all } = await listEvents(record, {});
  const snapshots = await listSnapshots(record);
  return {
    checked: checks.map((check, i) => ({ ...(asked[i] as (typeof asked)[number]), check })),
    events: {
      total,
      documents: documents.length,
      snapshots: snapshots.map(
        ({ rows, dataset, release, sample }) =>
          `${rows} rows of ${dataset} ${release}${sample === null ? '' : ` ⚠ ${sample}`}`,
      ),
      deadliest: all
        .filter(({ killed }) => killed?.best != null)
        .sort((a, b) => (b.killed?.best ?? 0) - (a.killed?.best ?? 0))
        .slice(0, eventsShown)
        .map(eventLine),
    },
  };
}

function brief(checked: readonly Checked[], events: Events, folder: string): string {
  const answered = checked.filter(({ check }) => check.readings.length > 0);
  const unanswered = checked.filter(({ check }) => check.readings.length === 0);
  const counts = verdicts.map(
    (verdict) => [verdict, checked.filter(({ check }) => check.verdict === verdict).length] as const,
  );
  return [
    'WHAT CAME IN',
    `  ${events.documents} documents, ${events.snapshots.join(', ')}`,
    '',
    `EVENTS  ${events.total}, those with the most dead:`,
    ...events.deadliest.map((line) => `  ${line}`),
    '',
    `CLAIMS  ${checked.length}: ${counts.map(([verdict, n]) => `${n} ${verdict}`).join(', ')}`,
    '',
    briefOf(
      answered,
      answered.map(({ check }) => check),
      false,
    ),
    ...byReason(unanswered),
    ...nextSteps(folder),
    '',
  ].join('\n');
}

/** Claims that event data cannot answer, under the reason why. */
function byReason(checked: readonly Checked[]): string[] {
  const groups = new Map<string, Checked[]>();
  for (const item of checked) groups.set(item.check.reason, [...(groups.get(item.check.reason) ?? []), item]);
  return [...groups].flatMap(([reason, items]) => [
    `CANNOT BE CHECKED · ${reason}`,
    ...items.flatMap(({ claim, document }) => claimLines(claim, document).map((line) => `  ${line}`)),
    '',
  ]);
}

function nextSteps(folder: string): string[] {
  return [
    'WHAT TO TRY NEXT',
    '  The example holds only a sample of incidents, so nothing in it can settle a claim. For an answer, download a',
    '  release of the UCDP GED (ucdp.uu.se, free) and import it beside the sample:',
    `    griot import GEDEvent_v25_1.csv --record ${folder}`,
    `    griot check "Civilian casualties in Mali have surged by 278 percent since the Wagner Group began operations." --published 2024-05-15 --record ${folder}`,
    `    griot events --country MLI --from 2022-03 --to 2022-04 --record ${folder}`,
    `    griot verify --record ${folder}`,
    '  Read your own texts:  griot read FOLDER --record my-record',
  ];
}
