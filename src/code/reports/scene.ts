import type { Place, Span } from '../../model/index.ts';
import type { Saying } from '../attribution.ts';
import type { Tree } from '../frames/index.ts';
import type { DeedLexicon } from '../lexicon/index.ts';
import type { Reading } from '../reading.ts';
import type { Tally } from '../victims.ts';
import type { Party } from './party.ts';

/** Everything that is known of one sentence before its deeds are read. */
export interface Scene {
  readonly reading: Reading;
  readonly tree: Tree;
  readonly lexicon: DeedLexicon;
  readonly sayings: readonly Saying[];
  readonly tallies: readonly Tally[];
  /** Numbers that a claim has: no report counts them. */
  readonly taken: ReadonlySet<Tally>;
  /** What the claims of the sentence say. */
  readonly claimed: readonly Span[];
  /** The country that the document plays in; null: not clear. */
  readonly elsewhere: () => Place | null;
  /** The phrases read so far, by their head. */
  readonly parties: Map<number, Party>;
}

/** Place of tokens `[from, next)` in the document. */
export function spanOfTokens({ tree, reading }: Scene, from: number, next: number): Span {
  const end = reading.sentence.span.end;
  return {
    start: tree.tokens[from]?.span.start ?? end,
    end: tree.tokens[next - 1]?.span.end ?? end,
  };
}

/** The token that covers an offset of the document, or the first one behind it. */
export function tokenAt({ tree }: Scene, offset: number): number {
  const at = tree.tokens.findIndex(({ span }) => span.end > offset);
  return at === -1 ? tree.tokens.length : at;
}
