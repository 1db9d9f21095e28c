import type { Command } from 'commander';
import { type ExplainedReport, vocabulariesOf } from '../code/index.ts';
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
  readonly tables?: string;
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
    .option('--explain', 'say for each report which words and rules gave its values')
    .addOption(tablesOption())
    .action(async (files: string[], options: Options) => {
      if (options.tables !== undefined) tellFaults(loadKnowledge(options).faults());
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
        if (options.json) printJson(codedJson(outcome));
        else printCoded(outcome);
      }
      shown.done();
      const refused = found.refused.length + found.files.length - coded;
      if (coded === 0) process.exitCode = exit.unusable;
      else if (refused > 0) process.exitCode = exit.rejected;
    });
}

/**
 * The contract of `griot code --json`: quotes and spans stand beside the values, the text of the document with them,
 * and each report in CAMEO, ACLED's and UCDP's words where these are defined.
 */
export function codedJson({ document, reports, claims, sentences, warnings }: CodedText): unknown {
  const quoted = ({ provenance }: Report | Claim) =>
    provenance.kind === 'sentence' ? { quote: provenance.quote, span: provenance.span } : {};
  return {
    document,
    reports: reports.map((report) => ({ ...report, ...quoted(report), vocabularies: vocabulariesOf(report) })),
    claims: claims.map((claim) => ({ ...claim, ...quoted(claim) })),
    sentences,
    warnings,
  };
}

function printCoded({ document, reports, claims, sentences, warnings }: CodedText): void {
  const lines = [
    `${documentName(document)} · ${sentences} sentences, ${reports.length} reports, ${claims.length} claims`,
    ...warnings.map((warning) => `⚠ ${warning}`),
    ...(reports.length > 0 ? ['', 'Reports'] : []),
    ...reports.flatMap((report) => [
      `  ${reportLine(report)}`,
      ...(report.provenance.kind === 'sentence' ? [`    “${report.provenance.quote.replaceAll(/\s+/g, ' ')}”`] : []),
      ...whyOf(report).map((line) => `      because ${line}`),
    ]),
    ...(claims.length > 0 ? ['', 'Claims'] : []),
    ...claims.flatMap((claim) => claimLines(claim, null).map((line) => `  ${line}`)),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The words and rules behind a report, where they were asked for. */
const whyOf = (report: Report): readonly string[] => ('why' in report ? (report as ExplainedReport).why : []);
