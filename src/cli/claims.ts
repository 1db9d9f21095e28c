import { type Command, Option } from 'commander';
import { quantitiesOf } from '../check/index.ts';
import { claimKinds, measures } from '../model/index.ts';
import { listDocuments } from '../record/index.ts';
import { printJson, type RecordOptions, recordCommand, tell, withRecord } from './command.ts';
import { claimLines, documentName } from './print.ts';

export function claimsCommand(): Command {
  return recordCommand(
    'claims',
    'Lists the claims in the record, each with its quote and who says so.',
    'griot claims --of civilianFatalities',
  )
    .addOption(new Option('--of <measure>', 'only claims of this').choices(measures))
    .addOption(new Option('--kind <kind>', 'only claims of this kind').choices(claimKinds))
    .action(async (options: RecordOptions & { of?: string; kind?: string }) => {
      const coded = await withRecord(options, { readOnly: true }, listDocuments);
      const found = coded.flatMap(({ document, claims }) =>
        claims
          .filter(({ of, kind }) => (options.of ?? of) === of && (options.kind ?? kind) === kind)
          .map((claim) => ({ claim, document })),
      );
      const all = coded.reduce((sum, { claims }) => sum + claims.length, 0);
      if (options.json) printJson(found.map(({ claim }) => claim));
      else process.stdout.write(quantitiesOf(found).map(quantityText).join(''));
      tell(`${found.length} of ${all} claims in ${coded.length} documents.`);
    });
}

/** One quantity: each claim once, with all that carry it; claims that contradict one another stand together. */
function quantityText({ claims }: ReturnType<typeof quantitiesOf>[number]): string {
  const told = claims.flatMap(({ carriers }) => {
    const [first, ...others] = carriers;
    if (first === undefined) return [];
    return [
      ...claimLines(first.claim, first.document),
      ...others.map(
        ({ claim, document, copyOf, why }) =>
          `  also in ${documentName(document)} · ${claim.id}${copyOf === null ? '' : ` (${why}: ${copyOf.claim.id})`}`,
      ),
    ];
  });
  const head = claims.length > 1 ? [`⚠ ${claims.length} claims on one quantity that contradict one another:`] : [];
  return `${[...head, ...told].join('\n')}\n\n`;
}
