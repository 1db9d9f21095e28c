import type { Id } from './id.ts';

export const sectors = [
  'government',
  'military',
  'police',
  'rebel',
  'militia',
  'pmc',
  'civilian',
  'igo',
  'ngo',
  'media',
  'unknown',
] as const;

export type Sector = (typeof sectors)[number];

export interface Actor {
  readonly id: Id<'Actor'>;
  readonly name: string;
  /** ISO 3166-1 alpha-3; null for what has no one country. */
  readonly country: string | null;
  readonly sector: Sector;
}

/** A party to a happening as the source writes it, and who it is where that could be told. */
export interface Participant {
  /** Verbatim. */
  readonly text: string;
  /** Head word of the phrase. */
  readonly head: string;
  /** Name of the resolved actor; null: seen, not resolved. */
  readonly actor: string | null;
  readonly sector: Sector;
  readonly country: string | null;
}
