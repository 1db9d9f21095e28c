import { type Command, Option } from 'commander';
import { type ExportFormat, exportFormats } from '../exchange/index.ts';
import { exportInto, manifestOf } from '../exporting.ts';
import { type Profile, profiles } from '../model/index.ts';
import { loadKnowledge } from '../pipeline.ts';
import { printJson, type RecordOptions, recordCommand, tablesOption, tell, withRecord } from './command.ts';
import { type FilterOptions, filterOf, filterOptions } from './events-filter.ts';

interface Options extends RecordOptions, FilterOptions {
  readonly format: ExportFormat;
  readonly profile: Profile;
  readonly what: 'reports' | 'claims';
  readonly out: string;
  readonly tables?: string;
}

export function exportCommand(): Command {
  const made = recordCommand(
    'export',
    'Writes reports or claims to a file for those who may see them, with a manifest beside it that says what was withheld.',
    'griot export --format geojson --country MLI --out mali.geojson',
  )
    .addOption(new Option('--format <format>', 'format of the file').choices(exportFormats).makeOptionMandatory())
    .requiredOption('--out <file>', 'the file; FILE.manifest.json stands beside it')
    .addOption(new Option('--profile <profile>', 'who will read it').choices(profiles).default('public'))
    .addOption(new Option('--what <what>', 'what is exported').choices(['reports', 'claims']).default('reports'))
    .addOption(tablesOption());
  return filterOptions(made).action(async (options: Options) => {
    const { registry } = loadKnowledge(options);
    const { format, profile, what } = options;
    const manifest = await withRecord(options, {}, (record) =>
      exportInto(record, options.out, { format, profile, what, filter: filterOf(options), known: registry.actorNamed }),
    );
    if (options.json) printJson(manifest);
    const { reports, claims, names, places, texts } = manifest.withheld;
    tell(
      `${manifest.items} ${what} for ${profile} in ${options.out}; withheld: ${reports} reports, ${claims} claims, ${names} names, ${places} places, ${texts} texts (${manifestOf(options.out)}).`,
    );
  });
}
