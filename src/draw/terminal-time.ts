import type { TimeChart, TimePanel, TimePoint } from '../model/index.ts';
import { shortNumber, wholeTicks } from './numbers.ts';
import { wrapped } from './wrap.ts';

/** Eighths of a character, from below. */
const blocks = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** Lines that the bars of a panel may fill. */
const height = 5;

/** A column of the drawing: neighbouring points as one. */
interface Column {
  readonly from: string;
  /** Mean of the points that have a value; null: none has. */
  readonly value: number | null;
  readonly gap: boolean;
}

/** Panels as bars of blocks; `·` is a true zero, `░` a span that is not covered. */
export function timeLines(chart: TimeChart, width: number): string[] {
  const most = wholeTicks(largest(chart.panels, ({ value }) => value)).at(-1) ?? 1;
  const margin = Math.max(shortNumber(most).length, 1) + 2;
  const room = width - margin;
  const lines = chart.panels.flatMap((panel) => [...panelLines(panel, { most, margin, room }), '']);
  const joined = pointsAColumn(chart.panels[0]?.points.length ?? 0, room);
  const each = joined > 1 ? `${joined} ${chart.span}s, their mean` : `a ${chart.span}`;
  return [...lines, ...wrapped(`· none, ░ not covered; each column: ${each}`, width)];
}

/** Largest value of all panels, 0 at least. */
export const largest = (panels: readonly TimePanel[], of: (point: TimePoint) => number | null): number =>
  panels.reduce((most, { points }) => points.reduce((top, point) => Math.max(top, of(point) ?? 0), most), 0);

const pointsAColumn = (points: number, room: number) => Math.max(1, Math.ceil(points / room));

function panelLines(
  panel: TimePanel,
  { most, margin, room }: { most: number; margin: number; room: number },
): string[] {
  const columns = columnsOf(panel.points, pointsAColumn(panel.points.length, room));
  const rows = Array.from({ length: height }, (_, i) => height - 1 - i).map((row) => {
    const label = row === height - 1 ? shortNumber(most) : row === 0 ? '0' : '';
    return `${label.padStart(margin - 2)} ┤${columns.map((column) => cell(column, row, most)).join('')}`.trimEnd();
  });
  const first = columns[0]?.from;
  return [
    panel.title,
    ...rows,
    ...(first === undefined ? [] : [`${' '.repeat(margin)}${axis(columns)}`.trimEnd()]),
    ...panel.marks.map(
      ({ at, low, high, label }) =>
        `${' '.repeat(margin)}│ ${at}${low === null || high === null ? '' : ` (${low} to ${high})`} ${label}`,
    ),
  ];
}

function cell({ value, gap }: Column, row: number, most: number): string {
  if (value === null) return gap ? '░' : ' ';
  if (value === 0) return row === 0 ? '·' : ' ';
  const eighths = (value / most) * height * 8 - row * 8;
  // Something is never drawn as nothing.
  const least = row === 0 ? 1 : 0;
  return blocks[Math.max(least, Math.min(8, Math.round(eighths)))] ?? ' ';
}

function columnsOf(points: readonly TimePoint[], each: number): Column[] {
  const columns: Column[] = [];
  for (let i = 0; i < points.length; i += each) {
    const joined = points.slice(i, i + each);
    const known = joined.flatMap(({ value }) => (value === null ? [] : [value]));
    const value = known.length === 0 ? null : known.reduce((sum, next) => sum + next, 0) / known.length;
    columns.push({ from: joined[0]?.from ?? '', value, gap: known.length === 0 });
  }
  return columns;
}

/** Dates under the columns that they begin at: years where they begin, else the first day. */
function axis(columns: readonly Column[]): string {
  let line = '';
  let year = '';
  columns.forEach(({ from }, i) => {
    const begins = from.slice(0, 4);
    const label = i === 0 && from.slice(5) !== '01-01' ? from.slice(0, 7) : begins;
    const room = line === '' || line.length + 1 <= i;
    if (begins !== year && room) line = line.padEnd(i) + label;
    year = begins;
  });
  return line;
}
