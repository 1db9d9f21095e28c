import type { Check } from '../model/index.ts';

/** What the readings together say of a claim. */
export type Judged = Pick<Check, 'verdict' | 'reason' | 'rule' | 'median' | 'agree' | 'decides'>;

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
