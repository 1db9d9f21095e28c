import type { Assignment, Contradiction, Estimate } from '../model/index.ts';
import type { EventMatrix, MatrixRow } from '../resolve/index.ts';
import { eventLine } from './print.ts';
import { estimateText, periodText, sideText } from './words.ts';

const numbers = ['killed', 'injured', 'abducted', 'arrested'] as const;

/** Attributes by the label that they stand under, and what a report says of each; null: nothing. */
const attributes: readonly (readonly [string, Contradiction, (row: MatrixRow) => string | null])[] = [
  ['date', 'when', ({ report }) => (report.when === null ? null : periodText(report.when))],
  ['place', 'place', ({ report: { place } }) => (place === null ? null : (place.name ?? place.text))],
  ['doer', 'source', ({ report }) => sideText(report.source) || null],
  ['done to', 'target', ({ report }) => sideText(report.target) || null],
  ...numbers.map(
    (of) => [of, of, ({ report }: MatrixRow) => (report[of] === null ? null : estimateText(report[of]))] as const,
  ),
  ['status', 'status', ({ report: { status } }) => (status === 'asserted' ? null : status)],
];

/**
 * An event in lines of at most `width` characters: each attribute with what the sources, by their numbers, say of it; then
 * each report with its source, its quote, and why it stands there.
 */
export function matrixLines({ event, rows }: EventMatrix, width: number): string[] {
  const told = attributes.flatMap(([label, attribute, of]) => {
    const said = byValue(rows, of);
    if (said === null) return [];
    const merged = numbers.find((one) => one === attribute);
    const over = merged === undefined || rows.length === 1 ? '' : `${boundsText(event[merged])}: `;
    const differ = event.contradicts.includes(attribute) ? '⚠ ' : '';
    return wrapped(`${differ}${over}${said}`, width, `  ${label.padEnd(9)}`);
  });
  const { contradicts } = event;
  return [
    ...wrapped(eventLine({ ...event, contradicts: [] }), width),
    `  ${event.id}`,
    '',
    ...told,
    ...(contradicts.length === 0 ? [] : ['', '  ⚠ the sources differ here']),
    ...rows.flatMap((row) => ['', ...rowLines(row, width)]),
  ];
}

/** "6 [1, 3] · 5 [2]": each value with the numbers of the sources that give it; null where none gives any. */
function byValue(rows: readonly MatrixRow[], of: (row: MatrixRow) => string | null): string | null {
  const sources = new Map<string, Set<number>>();
  for (const row of rows) {
    const value = of(row);
    if (value !== null) sources.set(value, (sources.get(value) ?? new Set()).add(row.source));
  }
  if (sources.size === 0) return null;
  return [...sources].map(([value, by]) => `${value} [${[...by].join(', ')}]`).join(' · ');
}

function boundsText(estimate: Estimate | null): string {
  const shown = (n: number | null | undefined) => n?.toLocaleString('en') ?? 'not stated';
  return `low ${shown(estimate?.low)}, best ${shown(estimate?.best)}, high ${shown(estimate?.high)}`;
}

function rowLines({ report, origin, source, assignment }: MatrixRow, width: number): string[] {
  const { provenance, by, type, mode } = report;
  const where =
    provenance.kind === 'row'
      ? `${origin.kind === 'dataset' ? origin.name : ''}, row ${provenance.row} of ${provenance.snapshot}`
      : [
          ...(origin.kind === 'document' && origin.site !== null ? [origin.site] : []),
          provenance.document,
          ...(origin.kind === 'document' && origin.published ? [periodText(origin.published)] : []),
          `characters ${provenance.span.start} to ${provenance.span.end}`,
        ].join(', ');
  const said = [`${type}${mode === null ? '' : ` ${mode}`}`, ...(by === null ? [] : [`by ${by.name ?? by.text}`])];
  const quote = provenance.kind === 'sentence' ? `“${provenance.quote.replaceAll(/\s+/g, ' ')}”` : null;
  return [
    ...wrapped(`${report.id} · ${said.join(' · ')}`, width, `  [${source}] `),
    ...wrapped(where, width, '      '),
    ...(quote === null ? [] : wrapped(quote, width, '      ')),
    ...why(assignment).flatMap((text) => wrapped(text, width, '      ')),
  ];
}

function why(assignment: Assignment | null): string[] {
  if (assignment === null) return [];
  const { like, score, terms, by } = assignment;
  const decided = /^d\d/.test(by) ? `joined by decision ${by}` : null;
  if (like === null) return decided === null ? [] : [decided];
  const shares = terms.map(({ name, share, why: compared }) => `${name} ${share > 0 ? '+' : ''}${share} (${compared})`);
  return [`${decided ?? `joined by ${by}`}: ${score} bits with ${like}: ${shares.join(', ')}`];
}

/** Words in lines of at most `width` characters behind a label; the lines that follow are as far in. */
function wrapped(text: string, width: number, label = ''): string[] {
  const lines: string[] = [];
  let line = label;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(Math.max(label.length, 2));
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
