import type { Span } from './span.ts';

/** One syntactic word (Universal Dependencies). */
export interface Token {
  /** Place in the document's text; the words of a contraction ("du" = de + le) share one span. */
  readonly span: Span;
  readonly form: string;
  /** The written word that it is a part of, where that is more than one word: "don't", "du". */
  readonly contraction?: Span;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Morphology that coding needs, UD names and values: Tense, Voice, Number, VerbForm, Mood, Person, Polarity ... */
  readonly feats: Readonly<Record<string, string>>;
  /** Index of the head in `Sentence.tokens`; -1 for the root. */
  readonly head: number;
  /** UD relation to the head, subtypes included: `nsubj:pass`, `obl:agent`. */
  readonly deprel: string;
}

export interface Sentence {
  readonly span: Span;
  /** Number of the paragraph in the document, from 0. */
  readonly paragraph: number;
  /** Empty where there is no model for the language. */
  readonly tokens: readonly Token[];
}
