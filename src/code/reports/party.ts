import type { Participant, Span } from '../../model/index.ts';

/** A phrase that may be a party to a deed. */
export interface Party extends Participant {
  /** Head token. */
  readonly word: number;
  readonly span: Span;
  readonly pronoun: boolean;
  /** Told before, as far as the article says: "the attackers". */
  readonly definite: boolean;
  /** Names a place and nobody. */
  readonly place: boolean;
  /** A noun of a collective: group, village, convoy. */
  readonly group: boolean;
  /** One person, as far as grammar and word tell. */
  readonly single: boolean;
  /** Somebody, not something: a known actor, a human noun, a pronoun, a counted group. */
  readonly human: boolean;
  /** A bare number or "others": it counts, but names nobody. */
  readonly loose: boolean;
}
