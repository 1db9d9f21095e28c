/** One explanatory variable: a value for each observation. A design is the list of them, with the intercept. */
export interface Column {
  readonly name: string;
  readonly values: readonly number[];
}

export type Design = readonly Column[];

/** The column of ones, for `n` observations. */
export const intercept = (n: number): Column => ({ name: 'intercept', values: new Array<number>(n).fill(1) });

/** The product of two columns: what one changes in the effect of the other. */
export const interaction = (a: Column, b: Column): Column => ({
  name: `${a.name}:${b.name}`,
  values: a.values.map((value, i) => value * (b.values[i] ?? Number.NaN)),
});

/** Sine and cosine of `time` over `period` (the same unit), one pair a harmonic: a season without a column a month. */
export function season(time: readonly number[], period: number, harmonics = 1): Column[] {
  if (!(period > 0)) throw new RangeError(`${period} is no period`);
  return Array.from({ length: harmonics }, (_, i) => i + 1).flatMap((h) => [
    { name: `sin ${h}`, values: time.map((t) => Math.sin((2 * Math.PI * h * t) / period)) },
    { name: `cos ${h}`, values: time.map((t) => Math.cos((2 * Math.PI * h * t) / period)) },
  ]);
}

export interface Interruption {
  /** Time of each observation, any unit. */
  readonly time: readonly number[];
  /** Last time before the change. */
  readonly last: number;
  /** Allow the trend to change as well as the level. */
  readonly slope?: boolean;
  /** Length of the season in units of time, and how many pairs of sine and cosine draw it (1). */
  readonly season?: { readonly period: number; readonly harmonics?: number };
  /**
   * 1 for observations of the place where something changed, 0 for those of the control: adds the group and how much
   * more each change was there than in the control.
   */
  readonly treated?: readonly number[];
}

/**
 * Design of an interrupted time series: intercept, `trend`, `level` (0 before, 1 after), with `slope` the time since the
 * change, with `season` its harmonics; with `treated` also `group`, `group:level` and `group:slope`. Bernal, Cummins &
 * Gasparrini 2017, doi:10.1093/ije/dyw098; controls: the same 2018, doi:10.1093/ije/dyy135.
 */
export function interruptedSeries({ time, last, slope = false, season: wave, treated }: Interruption): Design {
  const level = { name: 'level', values: time.map((t) => (t > last ? 1 : 0)) };
  const since = { name: 'slope', values: time.map((t) => Math.max(0, t - last)) };
  const changes = slope ? [level, since] : [level];
  const group = treated === undefined ? null : { name: 'group', values: treated };
  return [
    intercept(time.length),
    { name: 'trend', values: time },
    ...changes,
    ...(wave === undefined ? [] : season(time, wave.period, wave.harmonics ?? 1)),
    ...(group === null ? [] : [group, ...changes.map((change) => interaction(group, change))]),
  ];
}
