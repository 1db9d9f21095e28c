import type { Assignment, Estimate, Report } from '../model/index.ts';
import type { EventMatrix, MatrixRow } from '../resolve/index.ts';
import { eventLine } from './print.ts';
import { estimateText, partiesText, periodText } from './words.ts';

const numbers = ['killed', 'injured', 'abducted', 'arrested'] as const;

/** An event: its merged values, what each report says of it, and why it stands there. */
export function matrixLines({ event, rows }: EventMatrix): string[] {
  const told = numbers.flatMap((of) => line(of, event[of]));
  return [
    eventLine(event),
    `  ${event.id} · ${count(rows.length, 'report')}, ${count(event.sources, 'independent source')}`,
    ...told.map((text) => `  ${text}`),
    ...(event.contradicts.length === 0 ? [] : [`  ⚠ the reports differ on ${event.contradicts.join(', ')}`]),
    '',
    ...rows.flatMap(rowLines),
  ];
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

function line(of: string, estimate: Estimate | null): string[] {
  if (estimate === null) return [];
  const { low, best, high } = estimate;
  const shown = (n: number | null) => (n === null ? 'not stated' : n.toLocaleString('en'));
  return [`${of}: low ${shown(low)}, best ${shown(best)}, high ${shown(high)}`];
}

function rowLines({ report, origin, source, assignment }: MatrixRow): string[] {
  const { provenance, by, status, place } = report;
  const where =
    provenance.kind === 'row'
      ? `${origin.kind === 'dataset' ? origin.name : ''}, row ${provenance.row} of ${provenance.snapshot}`
      : `${provenance.document}${origin.kind === 'document' && origin.published ? `, ${periodText(origin.published)}` : ''}, characters ${provenance.span.start} to ${provenance.span.end}`;
  const values = [
    periodText(report.when),
    place === null ? 'place not stated' : (place.name ?? place.text),
    report.mode === null ? report.type : `${report.type} ${report.mode}`,
    partiesText(report),
    ...numbers.flatMap((of) => given(report, of)),
    status,
    ...(by === null ? [] : [`by ${by.name ?? by.text}`]),
  ];
  return [
    `  [source ${source}] ${values.join(' · ')}`,
    ...(provenance.kind === 'sentence' ? [`    “${provenance.quote.replaceAll(/\s+/g, ' ')}”`] : []),
    `    ${where} · ${report.id}`,
    ...why(assignment),
  ];
}

const given = (report: Report, of: (typeof numbers)[number]): string[] =>
  report[of] === null ? [] : [`${of} ${estimateText(report[of])}`];

function why(assignment: Assignment | null): string[] {
  if (assignment === null) return [];
  const { like, score, terms, by } = assignment;
  if (like === null) return /^d\d/.test(by) ? [`    joined by decision ${by}`] : [];
  const shares = terms.map(({ name, share, why: compared }) => `${name} ${share > 0 ? '+' : ''}${share} (${compared})`);
  return [`    joined by ${/^d\d/.test(by) ? `decision ${by}` : by}: ${score} bits with ${like}: ${shares.join(', ')}`];
}
