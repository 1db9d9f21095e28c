import { type Decisive, factors, type Reading } from '../model/index.ts';
import { etaSquared } from '../stats/index.ts';

/**
 * How much of the spread between readings each choice explains, the largest first; `scale` turns values into what is
 * compared (changes: the logarithm of the ratio). Choices without alternatives are left out.
 */
export function decisive(readings: readonly Reading[], scale: (value: number) => number): Decisive[] {
  const finite = readings.filter(({ value }) => Number.isFinite(scale(value)));
  const values = finite.map(({ value }) => scale(value));
  return factors
    .map((factor) => ({ factor, groups: finite.map(({ choices }) => choices[factor] ?? '') }))
    .filter(({ groups }) => new Set(groups).size > 1)
    .map(({ factor, groups }) => ({ factor, share: etaSquared(values, groups) }))
    .sort((a, b) => b.share - a.share);
}
