import type { PloverType } from '../../model/index.ts';
import type { Fate } from '../victims.ts';

/** What a word of the deed lexicon is to the coder; data/lexicon/README.md explains each. */
export const deedClasses = [
  'verb',
  'noun',
  'light',
  'govern',
  'modal',
  'negator',
  'conditional',
  'figurative',
  'blame',
  'collective',
] as const;

export type DeedClass = (typeof deedClasses)[number];

/** Words of a pattern beside its head, in order. */
export interface Pattern {
  /** Lemmas that stand in front of the head: "suicide" of "suicide attack", "se" of "se retirer". */
  readonly before: readonly string[];
  /** Lemmas that follow it, other words between: "fire", "on" of "open fire on"; of a list any one. */
  readonly after: readonly (string | readonly string[])[];
  /** Lemmas that stand anywhere in front of the head below it, as in its subject. */
  readonly ahead?: readonly (readonly string[])[];
}

/** One way to say one deed. */
export interface DeedEntry {
  /** As written in the table. */
  readonly words: string;
  readonly pattern: Pattern;
  readonly class: DeedClass;
  /** Type of a deed; null for words that only carry or govern deeds. */
  readonly type: PloverType | null;
  /** What a light, governing or modal word does; empty for deeds. */
  readonly effect: string;
  readonly mode: string | null;
  /** Where the doer and the one it is done to stand: `subj`, `obj`, `poss` or a preposition. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** What befalls the people in the target. */
  readonly fate: Fate | null;
  readonly needs: readonly string[];
}
