import type { Participant, Span } from '../../model/index.ts';
import type { Frame } from '../frames/index.ts';
import type { Category } from './weis.ts';

/** What a party is called: one code, several where a name stands for several actors, none where it has none. */
export type ActorCoder = (party: Participant) => readonly string[];

/** One event between two actors, all in codes. */
export interface Dyad {
  readonly source: string;
  readonly target: string;
  /** The words that name the two. */
  readonly words: { readonly source: string; readonly target: string };
  /** CAMEO event code. */
  readonly code: string;
  /** The WEIS category of the deed, were it done and not only to come or refused; null: WEIS has none. */
  readonly weis: Category | null;
  /** Where its words stand in the document. */
  readonly span: Span;
  /** The words and rules behind the codes, for people. */
  readonly why: readonly string[];
}

export interface DyadOptions {
  /** Statements without a code of their own ("says", "believes") are events too, CAMEO 010. */
  readonly statements?: boolean;
}

/** A deed with whom it is between, in codes, before the pairs are made. */
export interface Happening {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly code: string;
  readonly weis: Category | null;
  /** Code of what the targets do in turn, where the word tells. */
  readonly back: string | null;
  readonly frame: Frame;
  /** The words and rules behind the code. */
  readonly why: readonly string[];
}

/** A role without a country: `---REB`, `NGO---`. */
export const isNowhere = (code: string): boolean => code.includes('---');

/** True for codes of the same country or body. */
export const isOf = (one: string, other: string): boolean => !isNowhere(one) && one.slice(0, 3) === other.slice(0, 3);
