import type { Document, Refusal } from '../model/index.ts';

/** Why something was not read; tests and scripts go by this word, people by the sentences beside it. */
export type RefusalReason =
  | 'empty'
  | 'too-large'
  | 'not-text'
  | 'other-format'
  | 'wrong-extension'
  | 'missing'
  | 'no-permission'
  | 'no-files'
  | 'bad-date'
  | 'unreadable';

/** Input that cannot be read, with the word for why. */
export interface Refused {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly refusal: Refusal;
}

/** Makes a refusal; `origin` is the path or address as given. */
export function refuse(
  origin: string,
  reason: RefusalReason,
  found: string,
  expected: string,
  wayOut: string,
): Refused {
  return { ok: false, reason, refusal: { file: origin, line: null, found, expected, wayOut } };
}

/** A document, with what the reader noticed on the way, or a refusal. */
export type Reading =
  | { readonly ok: true; readonly document: Document; readonly warnings: readonly string[] }
  | Refused;

/** What a format's reader finds in the text; `read` makes the Document of it. */
export interface Contents {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601 prefix as the source states it (its own time zone). */
  readonly published: string | null;
  readonly publishedBasis: 'metadata' | 'text' | null;
  /** ISO 639-1 that the source states about itself. */
  readonly statedLang: string | null;
  readonly text: string;
  readonly warnings: readonly string[];
}

export const readableFormats = 'plain text (.txt, .md) or HTML (.html, .htm)';
