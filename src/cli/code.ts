import type { Command } from 'commander';
import { type Dyad, type ExplainedReport, plainCameo, vocabulariesOf } from '../code/index.ts';
import { codeFiles } from '../coding-pool.ts';
import { type Claim, type Report, refusalText } from '../model/index.ts';
import { type CodedText, loadKnowledge } from '../pipeline.ts';
import { findFiles } from '../read/index.ts';
import { command, exit, isoOption, printJson, tablesOption, tell, tellFaults } from './command.ts';
import { claimLines, documentName, reportLine } from './print.ts';
import { progress } from './progress.ts';

interface Options {
  readonly published?: string;
  readonly explain?: boolean;
  readonly dyads?: boolean;
  readonly tables?: string;
  readonly dictionaries?: string;
  readonly json?: boolean;
}

export function codeCommand(): Command {
  return command(
    'code',
    'Reads and codes files without storing anything; with --json a line a document (JSON Lines).',
    'griot code article.txt --published 2024-05-15',
  )
    .argument('<file...>', 'text or HTML files, or folders of them')
    .option('--published <date>', 'date of publication, when the file does not tell', isoOption('--published'))
    .option('--explain', 'say for each report and dyad which words and rules gave its values')
    .option('--dyads', 'say too who did what to whom in CAMEO codes: source, target, event')
    .option(
      '--dictionaries <path>',
      'dictionaries of your own in the syntax of PETRARCH, a file or a folder (docs/dictionaries.md); with --dyads',
    )
    .addOption(tablesOption())
    .action(async (files: string[], options: Options) => {
      if (options.tables !== undefined || options.dictionaries !== undefined)
        tellFaults(loadKnowledge(options).faults());
      const shown = progress(options.json === true && !process.stderr.isTTY);
      const found = findFiles(files);
      for (const { refusal } of found.refused) tell(refusalText(refusal));
      let coded = 0;
      let done = 0;
      for await (const { path, outcome } of codeFiles(found.files, options)) {
        done += 1;
        shown.step(`coding ${done} of ${found.files.length}: ${path}`);
        if (!outcome.ok) {
          tell(refusalText(outcome.refusal));
          continue;
        }
        coded += 1;
        if (options.json) printJson(codedJson(outcome, options.explain === true));
        else printCoded(outcome, options.explain === true);
      }
      shown.done();
      const refused = found.refused.length + found.files.length - coded;
      if (coded === 0) process.exitCode = exit.unusable;
      else if (refused > 0) process.exitCode = exit.rejected;
    });
}

/**
 * The contract of `griot code --json`: quotes and spans stand beside the values, the text of the document with them,
 * and each report in CAMEO, ACLED's and UCDP's words where these are defined; dyads where they were asked for.
 */
export function codedJson(
  { document, reports, claims, dyads, sentences, warnings }: CodedText,
  explain: boolean,
): unknown {
  const quoted = ({ provenance }: Report | Claim) =>
    provenance.kind === 'sentence' ? { quote: provenance.quote, span: provenance.span } : {};
  return {
    document,
    reports: reports.map((report) => ({ ...report, ...quoted(report), vocabularies: vocabulariesOf(report) })),
    claims: claims.map((claim) => ({ ...claim, ...quoted(claim) })),
    ...(dyads === null ? {} : { dyads: dyads.map((dyad) => dyadJson(dyad, document.text, explain)) }),
    sentences,
    warnings,
  };
}

/** A dyad as scripts get it: codes, what they mean in plain words, the parties as they are written. */
function dyadJson({ source, target, code, weis, words, span, why }: Dyad, text: string, explain: boolean): unknown {
  return {
    source,
    target,
    code,
    plain: plainCameo(code),
    weis: weis?.code ?? null,
    parties: words,
    quote: text.slice(span.start, span.end),
    span,
    ...(explain ? { why } : {}),
  };
}

function printCoded({ document, reports, claims, dyads, sentences, warnings }: CodedText, explain: boolean): void {
  const counted = dyads === null ? '' : `, ${dyads.length} dyads`;
  const lines = [
    `${documentName(document)} · ${sentences} sentences, ${reports.length} reports, ${claims.length} claims${counted}`,
    ...warnings.map((warning) => `⚠ ${warning}`),
    ...(reports.length > 0 ? ['', 'Reports'] : []),
    ...reports.flatMap((report) => [
      `  ${reportLine(report)}`,
      ...(report.provenance.kind === 'sentence' ? [`    “${report.provenance.quote.replaceAll(/\s+/g, ' ')}”`] : []),
      ...whyOf(report).map((line) => `      because ${line}`),
    ]),
    ...(claims.length > 0 ? ['', 'Claims'] : []),
    ...claims.flatMap((claim) => claimLines(claim, null).map((line) => `  ${line}`)),
    ...(dyads === null || dyads.length === 0 ? [] : ['', 'Dyads']),
    ...(dyads ?? []).flatMap((dyad) => dyadLines(dyad, document.text, explain)),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** `MLIMIL → MLIREB 190`, what it means, where it stands. */
function dyadLines({ source, target, code, span, why }: Dyad, text: string, explain: boolean): string[] {
  const plain = plainCameo(code);
  return [
    `  ${source} → ${target} ${code}${plain === null ? '' : ` · ${plain}`}`,
    `    “${text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')}”`,
    ...(explain ? why.map((line) => `      because ${line}`) : []),
  ];
}

/** The words and rules behind a report, where they were asked for. */
const whyOf = (report: Report): readonly string[] => ('why' in report ? (report as ExplainedReport).why : []);
