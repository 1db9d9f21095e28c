import { type Check, type Factor, factors, type Reading } from '../model/index.ts';

/** What the readings together say of a claim. */
export type Judged = Pick<Check, 'answers' | 'verdict' | 'reason' | 'rule' | 'median' | 'agree' | 'decides'>;

/** Values within a quarter of one another are of one size for a verdict; a claim's words are rarely more exact. */
const tolerance = 1.25;

/** True when `value` is as large as `claimed`, or beyond it on the side that the claim leaves open; both above 0. */
export function sameSize(value: number, claimed: number, open: 'above' | 'below' | null): boolean {
  const notAbove = open === 'above' || value <= claimed * tolerance;
  const notBelow = open === 'below' || value >= claimed / tolerance;
  return notAbove && notBelow;
}

export const onlySampleText =
  'Only a sample of incidents covers this; what it gives is shown, but it says nothing about the real level.';

/** Choices that all of `some` make and not all of `readings`: what they have in common. */
export function inCommon(some: readonly Reading[], readings: readonly Reading[]): string[] {
  const [first] = some;
  if (first === undefined) return [];
  const alike = (factor: Factor, list: readonly Reading[]) =>
    list.every(({ choices }) => choices[factor] === first.choices[factor]);
  return factors.flatMap((factor) =>
    first.choices[factor] !== undefined && alike(factor, some) && !alike(factor, readings)
      ? [first.choices[factor]]
      : [],
  );
}
