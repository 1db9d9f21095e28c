import type { Claim, Document, Names, Report, Sentence } from '../model/index.ts';

/** What a coder makes of one document, both in the order of the text. */
export interface Coded {
  readonly reports: readonly Report[];
  readonly claims: readonly Claim[];
}

/** A coder is a plug: any way to read reports and claims out of sentences. */
export interface Coder {
  /** Name and version, as it stands in the provenance: `rules@1`. */
  readonly name: string;
  /**
   * Codes a document. `sentences` are those of `document.text` in order; `names` finds actors and places. A language
   * that the coder does not know gives nothing.
   */
  code(document: Document, sentences: readonly Sentence[], names: Names): Coded;
}
