import type { Command } from 'commander';
import { type Actor, UnusableInput } from '../model/index.ts';
import { loadKnowledge } from '../pipeline.ts';
import { type ActorMentions, countActors, nameAsKey, type OpenRecord } from '../record/index.ts';
import type { ActorEntry, Registry } from '../resolve/index.ts';
import { decideNames } from '../resolving.ts';
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
import { actorOf, newActor, readSettling, settle } from './settling.ts';

interface Options extends RecordOptions {
  readonly limit: string;
  readonly all?: boolean;
  readonly tables?: string;
}

/** An actor of the record with what the tables know of it. */
interface Listed extends ActorMentions {
  readonly entry: ActorEntry | null;
}

export function actorsCommand(): Command {
  const list = recordCommand(
    'actors',
    'Lists who is named in the record: reports in which they do something, are done to, and say so; `show` tells all of one.',
    'griot actors Wagner',
  )
    .argument('[name]', 'only those whose name, or a name as written, has this in it')
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .addOption(tablesOption())
    .action(async (name: string | undefined, options: Options) => {
      const found = (await listed(options)).filter((actor) => name === undefined || matches(actor, name));
      const limit = wholeNumber('--limit', options.limit);
      const shown = limit === 0 ? found : found.slice(0, limit);
      if (options.json) printJson(shown);
      else process.stdout.write(shown.map((actor) => `${line(actor)}\n`).join(''));
      tell(`${shown.length} of ${found.length} actors.`);
    });
  return withCommands(list, showCommand(), unresolvedCommand(), isCommand(), settleCommand(), mergeCommand());
}

async function listed(options: RecordOptions & { readonly tables?: string }): Promise<Listed[]> {
  const { registry } = loadKnowledge(options);
  const entries = new Map(registry.actors.map((entry) => [entry.actor.name, entry]));
  const { actors } = await withRecord(options, { readOnly: true }, (record) =>
    countActors(record, registry.actorNamed),
  );
  return actors.map((actor) => ({ ...actor, entry: entries.get(actor.name) ?? null }));
}

function matches({ name, written, entry }: Listed, wanted: string): boolean {
  const key = nameAsKey(wanted);
  return [name, ...written, ...(entry?.aliases ?? [])].some((text) => nameAsKey(text).includes(key));
}

const line = ({ name, sector, country, source, target, by }: Listed): string =>
  `${name} · ${sector}${country === null ? '' : ` · ${country}`} · does ${source}, is done to ${target}, says ${by}`;

function showCommand(): Command {
  return recordCommand(
    'show',
    'Tells all that is known of one actor: aliases, parent, dates, code, and how the record names it.',
    'griot actors show JNIM',
  )
    .argument('<name>', 'its name or an alias')
    .addOption(tablesOption())
    .action(async (name: string, options: Options) => {
      const { registry } = loadKnowledge(options);
      const known = registry.actorNamed(name)?.name ?? name;
      const inRecord = (await listed(options)).find((actor) => nameAsKey(actor.name) === nameAsKey(known));
      const entry = registry.actors.find(({ actor }) => actor.name === known) ?? null;
      if (inRecord === undefined && entry === null) throw unknown(name);
      if (options.json) {
        printJson({ entry, record: inRecord ?? null });
        return;
      }
      const { sector, country } = inRecord ?? (entry as ActorEntry).actor;
      const lines = [
        inRecord === undefined ? `${known} · ${sector} · not named in the record` : line(inRecord),
        ...field('as written', inRecord?.written),
        ...field('aliases', entry?.aliases),
        ...field('part of', entry?.parent),
        ...field('parts', entry?.children),
        ...field('active', entry === null ? null : activeText(entry)),
        ...field('PLOVER', entry === null ? null : `${country ?? ''} ${entry.code}`.trim()),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

function field(label: string, value: string | readonly string[] | null | undefined): string[] {
  const text = typeof value === 'string' ? value : (value ?? []).join(' | ');
  return text === '' ? [] : [`  ${label}: ${text}`];
}

const activeText = ({ from, to }: ActorEntry): string | null =>
  from === null && to === null ? null : `${from ?? '?'} to ${to ?? 'now, as far as known'}`;

function unresolvedCommand(): Command {
  return recordCommand(
    'unresolved',
    "Lists names as written that no table knows, the most frequent first, each with a sentence; data sets' sides too.",
    'griot actors unresolved',
  )
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .option('--all', 'phrases without a name too: "he", "13 people"')
    .option('--tsv', 'as a table with the columns that `griot actors settle` reads')
    .addOption(tablesOption())
    .action(async (options: Options & { tsv?: boolean }) => {
      const { registry } = loadKnowledge(options);
      const { unresolved } = await withRecord(options, { readOnly: true }, (record) =>
        countActors(record, registry.actorNamed, { all: options.all === true }),
      );
      const limit = wholeNumber('--limit', options.limit);
      const shown = limit === 0 ? unresolved : unresolved.slice(0, limit);
      const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
      if (options.json) printJson(shown);
      else if (options.tsv)
        process.stdout.write(
          [
            'name\tactor\tsector\tcountry\tn\texample',
            ...shown.map((n) => `${flat(n.name)}\t\t\t\t${n.total}\t${flat(n.example)}`),
            '',
          ].join('\n'),
        );
      else process.stdout.write(shown.map((n) => `${n.total} · ${n.name} · “${n.example}”\n`).join(''));
      tell(`${shown.length} of ${unresolved.length} names that nobody is known by.`);
    });
}

interface NewActor {
  readonly sector?: string;
  readonly country?: string;
  readonly tables?: string;
}

function isCommand(): Command {
  return decisionCommand(
    'is',
    'Says whom a name as written stands for, in texts read before and later.',
    'griot actors is "the men of the forest" "Katiba Macina" --reason "so called in the district"',
  )
    .argument('<name>', 'as written')
    .argument('<actor>', 'name of a known actor, or of a new one with --sector')
    .option('--sector <sector>', 'sector of a new actor: rebel, militia, military …')
    .option('--country <iso3>', 'country of a new actor')
    .addOption(tablesOption())
    .action(async (name: string, wanted: string, options: DecisionOptions & NewActor) => {
      const { registry } = loadKnowledge(options);
      const decision = await withRecord(options, deciding(options), async (record) => {
        const actor = actorOf(
          { actor: wanted, sector: options.sector ?? '', country: options.country ?? '' },
          await actorsKnown(record, registry),
        );
        if (typeof actor === 'string')
          throw new UnusableInput({
            file: wanted,
            line: null,
            found: actor,
            expected: 'an actor',
            wayOut: 'See griot actors, or make it with --sector.',
          });
        return decideNames(record, 'actor-is', { names: [{ name, actor }] }, options.reason);
      });
      if (options.json) printJson(decision);
      tell(`${decision.id}: "${name}" is ${decision.data.names[0]?.actor.name}.`);
    });
}

function settleCommand(): Command {
  return decisionCommand(
    'settle',
    'Settles names in bulk from a table: name, actor, and sector and country for actors that are new.',
    'griot actors settle names.tsv --reason "names of the district office"',
  )
    .argument(
      '<file>',
      'tab-separated, with the columns name, actor, sector, country (`griot actors unresolved --tsv`)',
    )
    .addOption(tablesOption())
    .action(async (file: string, options: DecisionOptions & NewActor) => {
      const { registry } = loadKnowledge(options);
      await settle(options, file, async (record) => {
        const known = await actorsKnown(record, registry);
        const { settled, refused } = readSettling(file, ['actor', 'sector', 'country'] as const, (row) => {
          const actor = actorOf(row, known);
          return typeof actor === 'string' ? actor : { actor };
        });
        const decision =
          settled.length === 0 ? null : await decideNames(record, 'actor-is', { names: settled }, options.reason);
        return { decision, settled: settled.length, refused };
      });
    });
}

function mergeCommand(): Command {
  return decisionCommand(
    'merge',
    'Says that two actors are one: the reports of the second become those of the first.',
    'griot actors merge "Africa Corps" "Wagner Group" --reason "taken over by it"',
  )
    .argument('<keep>', 'the actor that stays')
    .argument('<merged>', 'the actor that is the same')
    .addOption(tablesOption())
    .action(async (keepName: string, mergedName: string, options: DecisionOptions & { tables?: string }) => {
      const { registry } = loadKnowledge(options);
      const decision = await withRecord(options, deciding(options), async (record) => {
        const known = await actorsKnown(record, registry);
        const [keep, merged] = [keepName, mergedName].map((name) => known(name) ?? fail(unknown(name)));
        if (keep === undefined || merged === undefined || keep.name === merged.name)
          throw new UnusableInput({
            file: mergedName,
            line: null,
            found: `${keep?.name} twice`,
            expected: 'two actors',
            wayOut: 'They are one already.',
          });
        return decideNames(record, 'same-actor', { keep, merged }, options.reason);
      });
      if (options.json) printJson(decision);
      tell(`${decision.id}: ${decision.data.merged.name} is ${decision.data.keep.name}.`);
    });
}

function fail(error: Error): never {
  throw error;
}

const unknown = (name: string) =>
  new UnusableInput({
    file: name,
    line: null,
    found: 'an actor that neither the tables nor the record know',
    expected: 'the name or an alias of one',
    wayOut: 'griot actors lists those of the record.',
  });

/** Actors by name: those of the tables, and those that the record names (settled by people before). */
async function actorsKnown(record: OpenRecord, registry: Registry): Promise<(name: string) => Actor | null> {
  const { actors } = await countActors(record, registry.actorNamed);
  const byName = new Map(actors.map(({ name, sector, country }) => [nameAsKey(name), { name, sector, country }]));
  return (name) => {
    const found = byName.get(nameAsKey(name));
    return (
      registry.actorNamed(name) ?? (found === undefined ? null : newActor(found.name, found.sector, found.country))
    );
  };
}
