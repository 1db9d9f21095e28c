import type { Id } from './id.ts';
import type { Period } from './period.ts';

/** One text that somebody published, as captured. */
export interface Document {
  readonly id: Id<'Document'>;
  /** SHA-256 (hex) of the captured bytes, the name of the file in `evidence/`. */
  readonly sha256: string;
  /** Path or address that the bytes came from, as given. */
  readonly origin: string;
  readonly format: 'txt' | 'html';
  /** Encoding that the bytes were read with, WHATWG label: `utf-8`, `windows-1252`, `utf-16le` ... */
  readonly encoding: string;
  readonly title: string | null;
  readonly byline: string | null;
  /** Name of the publication or site. */
  readonly site: string | null;
  readonly url: string | null;
  readonly published: Period | null;
  /** Where the publication date comes from: the user's word, the page's metadata, or its text. */
  readonly publishedBasis: 'given' | 'metadata' | 'text' | null;
  /** ISO 639-1, or null when it could not be told. */
  readonly lang: string | null;
  /** Clean running text; all spans point into this string. */
  readonly text: string;
}
