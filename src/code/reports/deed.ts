import type { Frame } from '../frames/index.ts';
import type { DeedEntry } from '../lexicon/index.ts';
import type { Party } from './party.ts';
import type { Stand } from './standing.ts';

/** A deed as one predicate tells it. */
export interface Deed {
  readonly entry: DeedEntry;
  readonly frame: Frame;
  readonly stand: Stand;
  source: readonly Party[];
  readonly target: readonly Party[];
  /** The deed noun that a light verb carries. */
  readonly noun: Frame | null;
}
