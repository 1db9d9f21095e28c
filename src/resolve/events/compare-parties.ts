import type { Facts, Party } from './facts.ts';
import { weights } from './weights.ts';

// Where an account gives the sides no direction either of them may be the doer, and either the target.

/** Bits for the doers of two reports. */
export const doerShare = (a: Facts, b: Facts): number => sideShare(a.doers, b.doers);

/** Bits for those whom it was done to. */
export const targetShare = (a: Facts, b: Facts): number =>
  sideShare(a.sides ? a.doers : a.targets, b.sides ? b.doers : b.targets);

function sideShare(here: readonly Party[], there: readonly Party[]): number {
  if (here.length === 0 || there.length === 0) return 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const a of here) for (const b of there) most = Math.max(most, share(a, b));
  return most;
}

/** Sectors that carry arms: who has no name may be any of them that tellers call so. */
const irregular = new Set(['rebel', 'militia', 'pmc', 'unknown']);

function share(a: Party, b: Party): number {
  const { party } = weights;
  if (a === b) return a.name === null ? party.words : party.actor;
  if (a.name !== null && b.name !== null) {
    if (a.name === b.name) return party.actor;
    return a.sector === b.sector ? party.rivals : party.others;
  }
  if (a.words === b.words) return party.words;
  if (a.sector === 'unknown' || b.sector === 'unknown') return 0;
  if (a.sector === b.sector) return party.sector;
  return irregular.has(a.sector) && irregular.has(b.sector) ? 0 : party.others;
}
