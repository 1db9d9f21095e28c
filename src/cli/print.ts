import { factorNames, onlyOf, valueText } from '../check/index.ts';
import type { Check, Claim, Document, Event, Reading, Report } from '../model/index.ts';
import { byFactor, curve, readingText } from './curve.ts';
import { claimText, estimateText, partiesText, periodText, sayer } from './words.ts';

/** Choices that explain less than this share of the spread are not named as deciding. */
const leastShare = 0.05;

/** The name that people know a document by. */
export const documentName = (document: Document): string => document.title ?? document.origin;

/** A claim: its quote, what was read from it, who says so, where it stands. */
export function claimLines(claim: Claim, document: Document | null): string[] {
  const { quote, span } = claim.provenance;
  const where =
    document === null
      ? ''
      : `${documentName(document)}${document.published ? `, ${periodText(document.published)}` : ''}, `;
  return [
    `“${quote.replaceAll(/\s+/g, ' ')}”`,
    `  ${claimText(claim)}`,
    `  said by ${sayer(claim)} · ${where}characters ${span.start} to ${span.end} · ${claim.id}`,
  ];
}

/** A report in one line. */
export const reportLine = (report: Report): string => happeningLine(report);

/** An event in one line: how many reports tell of it, from how many independent sources, and whether they differ. */
export function eventLine(event: Event): string {
  const told = event.reports.length === 1 ? '' : ` · ${event.reports.length} reports, ${event.sources} sources`;
  return `${happeningLine(event)}${told}${event.contradicts.length === 0 ? '' : ' ⚠'}`;
}

function happeningLine(report: Omit<Report, 'id' | 'provenance'>): string {
  const place = report.place === null ? 'place not stated' : (report.place.name ?? report.place.text);
  const country = report.place?.countries.join(' ') ?? '';
  const killed = report.killed === null ? '' : ` · killed ${estimateText(report.killed)}`;
  const status = report.status === 'asserted' ? '' : ` · ${report.status}`;
  const by = report.by === null ? '' : ` · by ${report.by.name ?? report.by.text}`;
  const type = report.mode === null ? report.type : `${report.type} ${report.mode}`;
  return `${periodText(report.when)} · ${place}${country && country !== place ? ` (${country})` : ''} · ${type} · ${partiesText(report)}${killed}${status}${by}`;
}

/** A check as a brief: verdict, the spread of answers, the choice that decides, cautions. */
export function checkLines(check: Check, options: { all: boolean; plain?: boolean }): string[] {
  const lines = [
    ...(check.sample === null ? [] : [`⚠ ${check.sample}`]),
    `${check.verdict.toUpperCase()} · ${check.reason}`,
  ];
  if (options.plain !== true) lines.push(...curve(check).map((line) => `    ${line}`));
  const deciding = check.decides.filter(({ share }) => share >= leastShare);
  if (deciding.length > 0) {
    const told = deciding.map(
      ({ factor, share }) => `${factorNames[factor]} (${Math.round(share * 100)} % of the spread)`,
    );
    lines.push(`  decides: ${told.join(', then ')}`);
  }
  for (const { factor } of deciding.slice(0, 2)) {
    const told = byFactor(check, factor).map(
      ({ choice, median, readings }) => `${choice} ${valueText(check, median)} (${readings})`,
    );
    lines.push(`  median by ${factorNames[factor]}: ${told.join(' · ')}`);
  }
  const nearest = closest(check);
  if (nearest !== null) lines.push(`  nearest reading: ${readingText(check, nearest).trim()}`);
  if (check.rule !== null) lines.push(`  rule: ${check.rule}`);
  lines.push(...elsewhereLines(check));
  lines.push(...check.warnings.map((warning) => `  ⚠ ${warning}`));
  if (options.all)
    lines.push(
      '  all readings:',
      ...check.readings.flatMap((reading) => [`  ${readingText(check, reading)}`, `            ${callText(reading)}`]),
    );
  return lines;
}

/** What other documents say of the same quantity, side by side. */
function elsewhereLines({ elsewhere, readings }: Check): string[] {
  if (elsewhere === null) return [];
  if (elsewhere.length === 0) return readings.length > 0 ? [] : ['  no other document of the record states it'];
  const against = elsewhere.filter(({ agrees }) => !agrees).length;
  const head = `  the same quantity elsewhere (${elsewhere.length}${against === 0 ? '' : `, ${against} of them contrary`}):`;
  const told = elsewhere.map(
    ({ claim, agrees, copy }) =>
      `    ${agrees ? 'the same' : 'contrary'}: ${claimText(claim)}, said by ${sayer(claim)} · ${claim.id}${copy === null ? '' : ` (${copy})`}`,
  );
  return [head, ...told];
}

/** The options with which `griot check` gives just this reading. */
const callText = ({ choices }: Reading) =>
  onlyOf(choices)
    .map((choice) => `--only "${choice}"`)
    .join(' ');

function closest(check: Check): Check['readings'][number] | null {
  const { claimed, readings } = check;
  if (claimed === null || readings.length === 0) return null;
  return readings.reduce((best, next) =>
    Math.abs(next.value - claimed) < Math.abs(best.value - claimed) ? next : best,
  );
}
