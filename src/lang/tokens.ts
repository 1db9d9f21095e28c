/** One syntactic word inside a written piece, offsets from the start of the piece. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** The word, where it is not the letters at its place: "du" holds "de" and "le". */
  readonly form?: string;
  /** True for the parts of a written word that Universal Dependencies lists as one token of several words. */
  readonly contracted: boolean;
}

/** How a language writes its words: what the tokeniser asks. */
export interface TokenRules {
  /** Lower-case words that keep their full stop even at the end of a sentence. */
  readonly keepsStop: ReadonlySet<string>;
  /** True where an apostrophe after a final s marks the possessive plural ("soldiers' wives"). */
  readonly pluralPossessive: boolean;
  /** True where thousands are parted by spaces: "1 400". */
  readonly spacedNumbers: boolean;
  /** Source of a pattern for elided words that stand before a mark ("l'«"), or null. */
  readonly elided: string | null;
  /** Cuts a piece of letters, digits, hyphens and apostrophes into words; in order, covering the piece. */
  divide(piece: string): readonly Part[];
  /** Lower-case pieces that may or may not be contracted, and the words they then hold: "des". */
  readonly ambiguous: ReadonlyMap<string, readonly [string, string]>;
}

/** The piece as one word. */
export const undivided = (piece: string): readonly Part[] => [{ start: 0, end: piece.length, contracted: false }];
