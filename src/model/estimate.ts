/**
 * A number as a source gives it: low <= best <= high where stated, `null` where the source does not say.
 * "at least 12" is 12/12/null, "nearly 20" null/20/20, "about 20" null/20/null, exactly 12 is 12/12/12.
 */
export interface Estimate {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** An exact figure: low, best and high are the same. */
export function exactly(n: number): Estimate {
  return { low: n, best: n, high: n };
}

/** True when the parts that are stated stand in the order low <= best <= high. */
export function isOrdered({ low, best, high }: Estimate): boolean {
  const stated = [low, best, high].filter((n): n is number => n !== null);
  return stated.every((n, i) => i === 0 || (stated[i - 1] as number) <= n);
}
