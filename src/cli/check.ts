import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { choosing, readSpecifications } from '../check/index.ts';
import { codeFile } from '../coding-pool.ts';
import { type Check, type Claim, type Document, refusalText, UnusableInput } from '../model/index.ts';
import { checkClaims, codeBytes, type Knowledge, loadKnowledge } from '../pipeline.ts';
import { findFiles } from '../read/index.ts';
import { listDocuments, type OpenRecord } from '../record/index.ts';
import { checkPage } from './check-page.ts';
import { curveSvg } from './check-svg.ts';
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
import { checkLines, claimLines } from './print.ts';

interface Options extends RecordOptions {
  readonly published?: string;
  readonly all?: boolean;
  readonly tables?: string;
  readonly specs?: string;
  readonly svg?: string;
  readonly html?: string;
  readonly only: readonly string[];
  readonly drop: readonly string[];
}

interface Asked {
  readonly claim: Claim;
  readonly document: Document;
}

export function checkCommand(): Command {
  return recordCommand(
    'check',
    'Holds claims against the record by every reasonable reading of them: those of a file, a sentence, a claim id, or (without argument) all in the record.',
    'griot check "Attacks on civilians in Mali doubled since January 2022." --published 2023-06-01',
  )
    .argument('[what]', 'a file, a sentence in quotes, or the id of a claim in the record')
    .option('--published <date>', 'day on which the sentence was said, or the file published', isoOption('--published'))
    .option('--all', 'print every reading, not only the spread, each with the options that give just this one')
    .option('--svg <file>', 'write the specification curve of the first claim that has one')
    .option('--html <file>', 'write a page that stands alone: claims, curves, rows, footnotes')
    .option('--specs <file>', 'further choices to try: a table as data/check/specifications.tsv', fileOption)
    .option('--only <factor=choice>', 'try only this choice of a factor (again for more)', gathered, [])
    .option('--drop <factor=choice>', 'do not try this choice (again for more)', gathered, [])
    .addOption(tablesOption())
    .action(async (what: string | undefined, options: Options) => {
      const knowledge = loadKnowledge(options);
      if (options.tables !== undefined) tellFaults(knowledge.faults());
      const specifications = choosing(readSpecifications(options.specs ?? null), options);
      const { asked, checks } = await withRecord(options, { readOnly: true }, async (record) => {
        const asked = await claimsOf(what, options.published ?? null, record, knowledge);
        return { asked, checks: await checkClaims(record, asked, knowledge, specifications) };
      });
      writeFiles(asked, checks, options);
      if (options.json) for (const check of checks) printJson(check);
      else process.stdout.write(briefOf(asked, checks, options.all === true));
    });
}

function writeFiles(asked: readonly Asked[], checks: readonly Check[], { svg, html }: Options): void {
  const drawn = checks.find(({ readings }) => readings.length > 0);
  if (svg !== undefined && drawn === undefined)
    throw new UnusableInput({
      file: '--svg',
      line: null,
      found: 'no claim with a reading',
      expected: 'a claim that the record can answer',
      wayOut: 'Run it without --svg to see why none can be.',
    });
  if (svg !== undefined && drawn !== undefined) writeFileSync(svg, curveSvg(drawn));
  if (html === undefined) return;
  const items = checks.flatMap((check, i) => (asked[i] === undefined ? [] : [{ ...asked[i], check }]));
  writeFileSync(html, checkPage(items));
}

const gathered = (value: string, before: readonly string[]) => [...before, value];

function fileOption(path: string): string {
  if (existsSync(path)) return path;
  throw new UnusableInput({
    file: path,
    line: null,
    found: 'no such file',
    expected: 'a table as data/check/specifications.tsv',
    wayOut: 'Check the path.',
  });
}

/** Claims with their checks, for people. */
export function briefOf(asked: readonly Asked[], checks: readonly Check[], all: boolean): string {
  return checks
    .map((check, i) =>
      [
        ...claimLines(check.claim, asked[i]?.document ?? null),
        ...checkLines(check, { all }).map((line) => `  ${line}`),
        '',
        '',
      ].join('\n'),
    )
    .join('');
}

async function claimsOf(
  what: string | undefined,
  published: string | null,
  record: OpenRecord,
  knowledge: Knowledge,
): Promise<Asked[]> {
  if (what === undefined || /^claim-[0-9a-f]+$/.test(what)) return claimsOfRecord(what ?? null, record);
  if (existsSync(what)) return claimsOfFiles(what, published, knowledge);
  const coded = codeBytes(new TextEncoder().encode(what), 'the sentence', knowledge, { published });
  if (!coded.ok) throw new UnusableInput(coded.refusal);
  if (coded.claims.length === 0) {
    throw new UnusableInput({
      file: 'the sentence',
      line: null,
      found: `no claim in "${what.slice(0, 80)}"`,
      expected:
        'a count, a change or a comparison, as "Attacks in Mali doubled since January 2022." (or a file that exists)',
      wayOut: 'Say what is counted, by how much it changed, where and when.',
    });
  }
  for (const warning of coded.warnings) tell(`⚠ ${warning}`);
  return coded.claims.map((claim) => ({ claim, document: coded.document }));
}

async function claimsOfRecord(id: string | null, record: OpenRecord): Promise<Asked[]> {
  const all = (await listDocuments(record)).flatMap(({ document, claims }) =>
    claims.map((claim) => ({ claim, document })),
  );
  const found = id === null ? all : all.filter(({ claim }) => claim.id === id);
  if (found.length > 0) return found;
  throw new UnusableInput({
    file: record.folder,
    line: null,
    found: id === null ? 'no claims' : `no claim ${id}`,
    expected: 'claims to check',
    wayOut: id === null ? 'Read some texts first: griot read FILE.' : 'List the claims with griot claims.',
  });
}

function claimsOfFiles(path: string, published: string | null, knowledge: Knowledge): Asked[] {
  const { files, refused } = findFiles([path]);
  const refusals = refused.map(({ refusal }) => refusal);
  const asked: Asked[] = [];
  for (const file of files) {
    const coded = codeFile(file, knowledge, published);
    if (!coded.ok) refusals.push(coded.refusal);
    else asked.push(...coded.claims.map((claim) => ({ claim, document: coded.document })));
  }
  for (const refusal of refusals) tell(`left out: ${refusalText(refusal)}`);
  if (refusals.length > 0) process.exitCode = files.length > 0 && asked.length > 0 ? exit.rejected : exit.unusable;
  return asked;
}
