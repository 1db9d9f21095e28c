import { choicesText, valueText } from '../check/index.ts';
import type { Check, Factor, Reading } from '../model/index.ts';
import { median } from '../stats/index.ts';

const width = 64;
const heights = ' ▁▂▃▄▅▆▇█';
/** Fewer different answers than this are told, not drawn. */
const leastDrawn = 6;

/** Where a value stands on the axis: changes by the logarithm of their ratio, counts as they are. */
const scaleOf = (check: Check) => (check.answers !== 'change' ? (v: number) => v : (v: number) => Math.log1p(v / 100));

/** The spread of the readings as a row of bars, the claimed value marked above; empty when there is nothing to draw. */
export function curve(check: Check): string[] {
  const scale = scaleOf(check);
  const values = check.readings.map(({ value }) => scale(value)).filter(Number.isFinite);
  if (new Set(values).size < leastDrawn || check.claimed === null) return [];
  const claimed = scale(check.claimed);
  const low = Math.min(...values, claimed);
  const high = Math.max(...values, claimed);
  if (high === low) return [];
  const at = (v: number) => Math.min(width - 1, Math.floor(((v - low) / (high - low)) * width));
  const counts = new Array<number>(width).fill(0);
  for (const v of values) counts[at(v)] = (counts[at(v)] ?? 0) + 1;
  const most = Math.max(...counts);
  const bars = counts
    .map((n) => heights[n === 0 ? 0 : Math.max(1, Math.round((n / most) * (heights.length - 1)))])
    .join('');
  const mark = `${' '.repeat(at(claimed))}┆ claimed ${valueText(check, check.claimed)}`;
  const unscale = (v: number) => (check.answers === 'change' ? Math.expm1(v) * 100 : v);
  const [left, right] = [valueText(check, unscale(low)), valueText(check, unscale(high))];
  return [
    mark,
    bars,
    '─'.repeat(width),
    `${left}${' '.repeat(Math.max(1, width - left.length - right.length))}${right}`,
  ];
}

/** Median answer and number of readings for each alternative of a factor, in its natural order. */
export function byFactor(check: Check, factor: Factor): { choice: string; median: number; readings: number }[] {
  const groups = new Map<string, number[]>();
  for (const { choices, value } of check.readings) {
    const choice = choices[factor];
    if (choice !== undefined) groups.set(choice, [...(groups.get(choice) ?? []), value]);
  }
  return [...groups]
    .map(([choice, values]) => ({ choice, median: median(values), readings: values.length }))
    .sort((a, b) => a.choice.localeCompare(b.choice, 'en', { numeric: true }));
}

/** One reading as a line: value, interval, counts, choices. */
export function readingText(check: Check, reading: Reading): string {
  const value = valueText(check, reading.value).padStart(9);
  const interval = `[${valueText(check, reading.low)}, ${valueText(check, reading.high)}]`.padEnd(20);
  const counts = reading.before === null ? '' : `${reading.before.value} → ${reading.after.value}`.padEnd(14);
  return `${value} ${interval} ${counts} ${choicesText(reading.choices)}`;
}
