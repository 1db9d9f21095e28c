import type { Command } from 'commander';
import { type SettledPlace, UnusableInput } from '../model/index.ts';
import { loadKnowledge } from '../pipeline.ts';
import { countPlaces, nameAsKey, type PlaceMentions, placeNames } from '../record/index.ts';
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
import { readSettling, settle } from './settling.ts';

interface Options extends RecordOptions {
  readonly limit: string;
  readonly tables?: string;
}

export function placesCommand(): Command {
  const list = recordCommand(
    'places',
    'Lists the places that texts name, by frequency, with division, country, precision and coordinates as the gazetteer has them.',
    'griot places Moura',
  )
    .argument('[name]', 'only those whose name, or a name as written, has this in it')
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .action(async (name: string | undefined, options: Options) => {
      const found = (await withRecord(options, { readOnly: true }, countPlaces)).filter(
        ({ place, written }) =>
          place.name !== null &&
          (name === undefined || [place.name, ...written].some((text) => nameAsKey(text).includes(nameAsKey(name)))),
      );
      show(found, options, ({ place, total, written }) => `${total} · ${placeText(place)} · ${written.join(' | ')}`);
      tell(`${found.length} places.`);
    });
  return withCommands(list, unresolvedCommand(), showCommand(), isCommand(), settleCommand());
}

function show(found: readonly PlaceMentions[], options: Options, line: (found: PlaceMentions) => string): void {
  const limit = wholeNumber('--limit', options.limit);
  const shown = limit === 0 ? found : found.slice(0, limit);
  if (options.json) printJson(shown);
  else process.stdout.write(shown.map((place) => `${line(place)}\n`).join(''));
}

/** "Moura, Mopti, MLI · exact · 14.33, -4.55". */
function placeText({ name, admin1, countries, precision, latitude, longitude }: SettledPlace): string {
  const where = [name, admin1 === name ? null : admin1, countries.join(' ')].filter(
    (part) => part !== null && part !== '',
  );
  const point = latitude === null || longitude === null ? '' : ` · ${latitude}, ${longitude}`;
  return `${where.join(', ')} · ${precision ?? 'precision not stated'}${point}`;
}

function unresolvedCommand(): Command {
  return recordCommand(
    'unresolved',
    'Lists places as written that the gazetteer lacks, the most frequent first, each with a sentence.',
    'griot places unresolved',
  )
    .option('--limit <n>', 'at most so many; 0: all', '50')
    .option('--tsv', 'as a table with the columns that `griot places settle` reads')
    .action(async (options: Options & { tsv?: boolean }) => {
      const found = (await withRecord(options, { readOnly: true }, countPlaces)).filter(
        ({ place }) => place.name === null,
      );
      if (options.tsv)
        process.stdout.write(
          [
            'name\tplace\tn\texample',
            ...found.map(
              ({ place, total, example }) =>
                `${place.text.replaceAll(/\s+/g, ' ')}\t\t${total}\t${example.replaceAll('\t', ' ')}`,
            ),
            '',
          ].join('\n'),
        );
      else show(found, options, ({ place, total, example }) => `${total} · ${place.text} · “${example}”`);
      tell(`${found.length} names of places that the gazetteer lacks.`);
    });
}

function showCommand(): Command {
  return recordCommand('show', 'Shows what the gazetteer has by a name.', 'griot places show "Gao, MLI"')
    .argument('<name>', 'NAME, or NAME, DIVISION, COUNTRY')
    .addOption(tablesOption())
    .action((name: string, options: Options) => {
      const found = loadKnowledge(options).registry.placesNamed(name);
      if (found.length === 0) throw missing(name);
      if (options.json) printJson(found);
      else process.stdout.write(found.map((place) => `${placeText(place)}\n`).join(''));
    });
}

function isCommand(): Command {
  return decisionCommand(
    'is',
    'Says which place of the gazetteer a name as written stands for, in texts read before and later.',
    'griot places is "the market town" "Moura, Mopti, MLI" --reason "so called in the article before"',
  )
    .argument('<name>', 'as written')
    .argument('<place>', 'NAME, or NAME, DIVISION, COUNTRY, or NAME, PRECISION')
    .addOption(tablesOption())
    .action(async (name: string, wanted: string, options: DecisionOptions & { tables?: string }) => {
      const { registry } = loadKnowledge(options);
      const place = theOnly(registry.placesNamed(wanted), wanted);
      if (typeof place === 'string')
        throw new UnusableInput({
          file: wanted,
          line: null,
          found: place,
          expected: 'one place',
          wayOut:
            'Say which, as NAME, DIVISION, COUNTRY, or add it to places.tsv in a folder of yours (--tables FOLDER).',
        });
      const decision = await withRecord(options, deciding(options), (record) =>
        decideNames(record, 'place-is', { names: [{ name, place }] }, options.reason),
      );
      if (options.json) printJson(decision);
      tell(`${decision.id}: "${name}" is ${placeText(place)}.`);
    });
}

function settleCommand(): Command {
  return decisionCommand(
    'settle',
    'Settles names of places in bulk from a table with the columns name and place.',
    'griot places settle places.tsv --reason "by the map of the district"',
  )
    .argument('<file>', 'tab-separated (`griot places unresolved --tsv`)')
    .addOption(tablesOption())
    .action(async (file: string, options: DecisionOptions & { tables?: string }) => {
      const { registry } = loadKnowledge(options);
      await settle(options, file, async (record) => {
        const { settled, refused } = readSettling(file, ['place'] as const, (row) => {
          const place = theOnly(registry.placesNamed(row.place), row.place);
          return typeof place === 'string' ? place : { place };
        });
        const decision =
          settled.length === 0 ? null : await decideNames(record, 'place-is', { names: settled }, options.reason);
        return { decision, settled: settled.length, refused };
      });
    });
}

const missing = (name: string) =>
  new UnusableInput({
    file: name,
    line: null,
    found: 'a name that the gazetteer lacks',
    expected: 'a place of the gazetteer',
    wayOut: 'Add it to places.tsv in a folder of yours and give --tables FOLDER.',
  });

/** The one place that is meant; else what is wrong, in words. */
function theOnly(found: readonly SettledPlace[], wanted: string): SettledPlace | string {
  const [only] = found;
  if (only === undefined) return `"${wanted}", which the gazetteer lacks`;
  return found.length === 1 ? only : `several places: ${placeNames(found)}`;
}
