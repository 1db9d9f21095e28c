import type { IntervalChart, IntervalRow } from '../model/index.ts';
import { shortNumber } from './numbers.ts';
import { intervalRange } from './range.ts';
import { wrapped } from './wrap.ts';

/** Estimates as dots on lines from low to high, one a row, about the line of no difference. */
export function intervalLines(chart: IntervalChart, width: number): string[] {
  const labels = Math.min(34, Math.max(...chart.rows.map(({ label }) => label.length), 4) + 4);
  const room = Math.max(16, width - labels - 26);
  const [from, to] = intervalRange(chart);
  const scale = (value: number) => (chart.log ? Math.log(value) : value);
  const place = (value: number) => {
    const at = (scale(value) - scale(from)) / (scale(to) - scale(from));
    return Math.max(0, Math.min(room - 1, Math.round(at * (room - 1))));
  };
  const lines: string[] = [];
  let group: string | null = null;
  for (const row of chart.rows) {
    if (row.group !== group) lines.push(row.group);
    group = row.group;
    if (row.value === null) {
      const [first = '', ...rest] = wrapped(row.note ?? '', width - labels);
      lines.push(`${`  ${row.label}`.padEnd(labels)}${first}`, ...rest.map((line) => ' '.repeat(labels) + line));
    } else
      lines.push(
        `${`  ${row.label}`.slice(0, labels - 1).padEnd(labels)}${bar(row, place, room, place(chart.even))} ${intervalText(row)}`,
      );
  }
  const even = place(chart.even);
  const scaleLine = `${shortNumber(from)}${' '.repeat(Math.max(1, even - shortNumber(from).length))}${shortNumber(chart.even)}`;
  return [
    ...lines,
    `${' '.repeat(labels)}${scaleLine.padEnd(room - shortNumber(to).length)}${shortNumber(to)}  ${chart.unit}`,
    '',
  ];
}

function bar({ value, low, high }: IntervalRow, place: (value: number) => number, room: number, even: number): string {
  const cells = new Array<string>(room).fill(' ');
  cells[even] = '┆';
  const end = (bound: number | null, otherwise: number) =>
    bound === null || !Number.isFinite(bound) || bound <= 0 ? otherwise : place(bound);
  for (let i = end(low, 0); i <= end(high, room - 1); i++) cells[i] = '─';
  if (value !== null && Number.isFinite(value) && value > 0) cells[place(value)] = '●';
  return cells.join('');
}

/** "3.8 (1.2 to 9.4)". */
export function intervalText({ value, low, high }: Pick<IntervalRow, 'value' | 'low' | 'high'>): string {
  const text = (bound: number | null) =>
    bound === null ? '?' : Number.isFinite(bound) ? shortNumber(bound) : 'no bound';
  return value === null
    ? ''
    : `${Number.isFinite(value) ? shortNumber(value) : 'from nothing'} (${text(low)} to ${text(high)})`;
}
