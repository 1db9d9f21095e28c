import { type Command, Option } from 'commander';
import { type Profile, profiles, type Restricted } from '../model/index.ts';
import { loadKnowledge } from '../pipeline.ts';
import {
  actorToRestrict,
  decide,
  documentToRestrict,
  type OpenRecord,
  passageToRestrict,
  placeToRestrict,
  standing,
} from '../record/index.ts';
import {
  type DecisionOptions,
  deciding,
  decisionCommand,
  printJson,
  type RecordOptions,
  recordCommand,
  tell,
  withCommands,
  withRecord,
} from './command.ts';

interface Options extends DecisionOptions {
  readonly for: Exclude<Profile, 'public'>;
  readonly also?: readonly string[];
}

export function restrictCommand(): Command {
  const list = recordCommand(
    'restrict',
    'Protects sources: a document, passage, person or place that exports leave out or coarsen. Without a command below it, the same as list.',
    'griot restrict actor "A Witness" --for internal --reason "fears for her life"',
  ).action(listed);
  return withCommands(
    list,
    recordCommand('list', 'Lists what is protected, and who may see it.', 'griot restrict list').action(listed),
    restricting('document', 'a document with all that was read from it', ['<id>', 'id of the document'], (record, id) =>
      documentToRestrict(record, id),
    ),
    restricting(
      'passage',
      'a passage of a document, by its words',
      ['<id>', 'id of the document'],
      (record, id, { quote }) => passageToRestrict(record, id, quote ?? ''),
    ).requiredOption('--quote <words>', 'the passage as it stands in the text'),
    restricting(
      'actor',
      'an actor or a person: a sector stands for the name, and quotes that have it are withheld',
      ['<name>', 'the name'],
      (record, name, { also }) => {
        const { registry } = loadKnowledge();
        const actor = registry.actorNamed(name);
        const aliases = registry.actors.find((entry) => entry.actor.name === actor?.name)?.aliases ?? [];
        return actorToRestrict(record, name, actor === null ? null : { actor, aliases }, also ?? []);
      },
    ),
    restricting(
      'place',
      'a place: its division or country stands for it, without coordinates',
      ['<name>', 'its name, or NAME, DIVISION, COUNTRY'],
      (record, name, { also }) => placeToRestrict(record, name, loadKnowledge().registry.placesNamed(name), also ?? []),
    ),
  );
}

async function listed(options: RecordOptions): Promise<void> {
  const found = await withRecord(options, { readOnly: true }, (record) => standing(record, 'restrict'));
  if (options.json) printJson(found);
  else
    for (const { id, by, at, reason, data } of found)
      process.stdout.write(
        `${id} · ${data.what.kind} “${data.what.label}” · for ${data.profile} · ${by}, ${at}: ${reason}\n`,
      );
  tell(`${found.length} restrictions. \`griot undo ID\` lifts one.`);
}

function restricting(
  kind: Restricted['kind'],
  about: string,
  [argument, what]: readonly [string, string],
  find: (record: OpenRecord, given: string, options: Options & { readonly quote?: string }) => Promise<Restricted>,
): Command {
  return decisionCommand(kind, `Protects ${about}.`, `griot restrict ${kind} … --for internal --reason "…"`)
    .argument(argument, what)
    .addOption(
      new Option('--for <profile>', 'who may still see it')
        .choices(profiles.filter((profile) => profile !== 'public'))
        .makeOptionMandatory(),
    )
    .option('--also <name...>', 'further spellings that give it away')
    .action(async (given: string, options: Options & { quote?: string }) => {
      const decision = await withRecord(options, deciding(options), async (record) =>
        decide(record, 'restrict', { what: await find(record, given, options), profile: options.for }, options.reason),
      );
      if (options.json) printJson(decision);
      const { what, profile } = decision.data;
      tell(
        `${decision.id}: ${what.kind} “${what.label}” is for ${profile}. Texts are withheld that have one of: ${what.names.join(' | ')}. --also adds spellings.`,
      );
    });
}
