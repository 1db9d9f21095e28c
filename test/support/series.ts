import type { Id } from '../../src/model/index.ts';
import type { Series } from '../../src/record/index.ts';
import { dayNumber } from '../../src/time/index.ts';

export interface Row {
  readonly day: string;
  readonly killed?: number;
  readonly civilians?: number;
  readonly oneSided?: boolean;
}

/** A series of a made-up release that covers `from` to `to`. */
export function seriesOf(
  rows: readonly Row[],
  { from = '2018-01-01', to = '2023-12-31', sample = null as string | null, release = '24.1' } = {},
): Series {
  const sorted = [...rows].sort((a, b) => a.day.localeCompare(b.day));
  const killed = Float64Array.from(sorted, ({ killed }) => killed ?? 1);
  return {
    snapshot: {
      id: `snap-${release}` as Id<'Snapshot'>,
      dataset: 'test',
      release,
      coverage: { from, to },
      sample,
      rows: rows.length,
      citation: null,
    },
    countries: ['MLI'],
    row: sorted.map((_, i) => `r${i}`),
    first: Int32Array.from(sorted, ({ day }) => dayNumber(day)),
    last: Int32Array.from(sorted, ({ day }) => dayNumber(day)),
    killedLow: killed,
    killedBest: killed,
    killedHigh: killed,
    civilians: Float64Array.from(sorted, ({ civilians, killed }) => civilians ?? killed ?? 1),
    oneSided: Uint8Array.from(sorted, ({ oneSided }) => (oneSided === false ? 0 : 1)),
  };
}

/** One row on the 15th of each month from `first` for `months` months, `n` in each. */
export function monthly(first: string, months: number, n: number, row: Omit<Row, 'day'> = {}): Row[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: months }, (_, i) =>
    Array.from({ length: n }, () => ({
      ...row,
      day: new Date(Date.UTC(year, month - 1 + i, 15)).toISOString().slice(0, 10),
    })),
  ).flat();
}
