/** Sums of squares about the mean of any stretch of a series, in constant time. */
export interface Stretches {
  /** Of `series[from]` to `series[to - 1]`. */
  mean(from: number, to: number): number;
  squares(from: number, to: number): number;
}

export function stretches(series: readonly number[]): Stretches {
  const centre = series.reduce((sum, value) => sum + value, 0) / series.length;
  const sums = new Float64Array(series.length + 1);
  const squared = new Float64Array(series.length + 1);
  series.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + (value - centre);
    squared[i + 1] = (squared[i] ?? 0) + (value - centre) ** 2;
  });
  const sum = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  return {
    mean: (from, to) => centre + sum(from, to) / (to - from),
    squares: (from, to) => Math.max(0, (squared[to] ?? 0) - (squared[from] ?? 0) - sum(from, to) ** 2 / (to - from)),
  };
}
