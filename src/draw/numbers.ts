/** A value in as few digits as it needs: whole numbers whole, small ones to two significant digits. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** Whole numbers from 0 to at or above a value, by steps of 1, 2 or 5 times a power of ten: about four of them. */
export function wholeTicks(most: number): number[] {
  const least = Math.max(1, most) / 4;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  const step = ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10) * power;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, i) => i * step);
}
