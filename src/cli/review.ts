import { type Command, Option } from 'commander';
import { type Claim, type Decision, type Report, type Subject, UnusableInput } from '../model/index.ts';
import { loadKnowledge, resolveRecord } from '../pipeline.ts';
import { decide, type OpenRecord, type Reviewed, readCorrection, reviewed, waiting } from '../record/index.ts';
import {
  type DecisionOptions,
  deciding,
  decisionCommand,
  printJson,
  type RecordOptions,
  recordCommand,
  tablesOption,
  tell,
  wholeNumber,
  withCommands,
  withRecord,
} from './command.ts';
import { claimLines, documentName, reportLine } from './print.ts';

interface ListOptions extends RecordOptions {
  readonly kind?: Subject['kind'];
  readonly next?: boolean;
  readonly limit: string;
}

export function reviewCommand(): Command {
  const list = recordCommand(
    'review',
    'Lists what was read and nobody has looked at yet, the deadliest and the least sure first; judges it by the commands below.',
    'griot review --next',
  )
    .addOption(new Option('--kind <kind>', 'only reports, or only claims').choices(['report', 'claim']))
    .option('--next', 'only the first, with all that is known of it')
    .option('--limit <n>', 'at most so many; 0: all', '20')
    .action(async (options: ListOptions) => {
      const limit = options.next ? 1 : wholeNumber('--limit', options.limit);
      const found = await withRecord(options, { readOnly: true }, (record) => waiting(record, options.kind ?? null));
      const shown = limit === 0 ? found : found.slice(0, limit);
      if (options.json) printJson({ waiting: found.length, shown });
      else process.stdout.write(shown.map((item) => `${summary(item).join('\n')}\n\n`).join(''));
      tell(`${shown.length} of ${found.length} that wait for review.`);
    });
  return withCommands(list, showCommand(), acceptCommand(), rejectCommand(), correctCommand());
}

function showCommand(): Command {
  return recordCommand(
    'show',
    'Shows one report or claim: what was read and by whom, what people decided, and what stands.',
    'griot review show report-637d304f74a77679',
  )
    .argument('<id>', 'id of a report or claim')
    .action(async (id: string, options: RecordOptions) => {
      const shown = await withRecord(options, { readOnly: true }, (record) => reviewed(record, id));
      if (options.json) {
        printJson(shown);
        return;
      }
      const { read, standing, decisions, coded } = shown;
      const lines = [
        ...summary(shown),
        `read by ${coderOf(read)}${coded === null ? '' : ` (${coded.tool}, command of ${coded.by}, ${coded.at})`}`,
        ...decisions.map((decision) => `${decision.id} · ${decisionText(decision)}`),
        ...(standing === null ? ['stands: rejected; it is in no list, check or event'] : changes(read, standing)),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

function acceptCommand(): Command {
  return decisionCommand(
    'accept',
    'Says that a report or claim was read right.',
    'griot review accept report-637d304f74a77679 --reason "as the page says"',
  )
    .argument('<id>', 'id of a report or claim')
    .action((id: string, options: DecisionOptions) =>
      judge(options, id, (record, { subject }) => decide(record, 'accept', { subject }, options.reason)),
    );
}

function rejectCommand(): Command {
  return decisionCommand(
    'reject',
    'Takes a report or claim out of lists, checks and events; it stays in the record.',
    'griot review reject report-637d304f74a77679 --reason "a headline of another article"',
  )
    .argument('<id>', 'id of a report or claim')
    .action((id: string, options: DecisionOptions) =>
      judge(options, id, (record, { subject }) => decide(record, 'reject', { subject }, options.reason)),
    );
}

function correctCommand(): Command {
  return decisionCommand(
    'correct',
    'Sets values of a report or claim right; what the coder read stays below them.',
    'griot review correct report-637d304f74a77679 --set killed.best=12 --set place.name=Moura --reason "toll of the UN report"',
  )
    .argument('<id>', 'id of a report or claim')
    .requiredOption(
      '--set <field=value...>',
      'killed=12, killed.low=10, when=2022-03, place.name="Gao, exact", source="Wagner Group; …", status=denied, by=…; null: not stated',
    )
    .addOption(tablesOption())
    .action((id: string, options: DecisionOptions & { set: string[]; tables?: string }) =>
      judge(options, id, (record, { subject, standing }) => {
        if (standing === null)
          throw new UnusableInput({
            file: id,
            line: null,
            found: 'a rejected one',
            expected: 'one that stands',
            wayOut: 'Take the rejection back first: griot undo.',
          });
        const values = readCorrection(standing, options.set, loadKnowledge(options).registry);
        return decide(record, 'correct', { subject, values }, options.reason);
      }),
    );
}

async function judge(
  options: DecisionOptions,
  id: string,
  work: (record: OpenRecord, found: Reviewed) => Promise<Decision>,
): Promise<void> {
  const decision = await withRecord(options, deciding(options), async (record) => {
    const made = await work(record, await reviewed(record, id));
    await resolveRecord(record);
    return made;
  });
  if (options.json) printJson(decision);
  tell(`${decision.id}: ${decisionText(decision)}. \`griot undo ${decision.id}\` takes it back.`);
}

const decisionText = ({ kind, data, by, at, reason }: Decision): string =>
  `${past[kind] ?? kind}${'values' in data ? ` ${JSON.stringify(data.values)}` : ''} by ${by}, ${at}: ${reason}`;

const past: Readonly<Partial<Record<Decision['kind'], string>>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
};

function summary({ read, document }: Reviewed): string[] {
  if (!('type' in read)) return claimLines(read, document);
  const score = read.provenance.kind === 'sentence' ? ` · score ${read.provenance.score.toFixed(2)}` : '';
  const quote = read.provenance.kind === 'sentence' ? [`  “${read.provenance.quote.replaceAll(/\s+/g, ' ')}”`] : [];
  const where = document === null ? [] : [`  ${documentName(document)}`];
  return [`${reportLine(read)}${score} · ${read.id}`, ...quote, ...where];
}

const coderOf = ({ provenance }: Report | Claim): string =>
  provenance.kind === 'sentence' ? provenance.coder : 'the data set';

/** The fields in which what stands differs from what was read. */
function changes(read: Report | Claim, standing: Report | Claim): string[] {
  const [before, now] = [read, standing].map((value) => value as unknown as Readonly<Record<string, unknown>>);
  const fields = Object.keys(read).filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(now?.[field]));
  if (fields.length === 0) return ['stands: as it was read'];
  return fields.map(
    (field) => `stands: ${field} ${JSON.stringify(now?.[field])} (read: ${JSON.stringify(before?.[field])})`,
  );
}
