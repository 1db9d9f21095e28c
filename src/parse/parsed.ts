import type { Sentence, Span } from '../model/index.ts';

/** A text taken apart; every span points into the text that was given. */
export interface Parsed {
  /** ISO 639-1 as it was asked for. */
  readonly lang: string | null;
  /** Name of the model that made the trees; null: none for this language, the sentences have no tokens. */
  readonly model: string | null;
  /** Why there is no model, for people; null when there is one. */
  readonly message: string | null;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
}
