import type { Id, NonEmpty } from './id.ts';
import type { Span } from './span.ts';

/** A sentence that says so. */
export interface SentenceProvenance {
  readonly kind: 'sentence';
  readonly document: Id<'Document'>;
  readonly span: Span;
  /** Verbatim: the document's text at `span`. */
  readonly quote: string;
  /** Name and version of the coder that read it, as `rules@1`. */
  readonly coder: string;
  /** 0..1 */
  readonly score: number;
}

/** A row of a data set's release that says so. */
export interface RowProvenance {
  readonly kind: 'row';
  readonly snapshot: Id<'Snapshot'>;
  /** The row's own id in the release. */
  readonly row: string;
}

/** A number reckoned from rows: which releases were searched, which rows were counted (none: a true zero), and how. */
export interface DerivedProvenance {
  readonly kind: 'derived';
  readonly method: string;
  readonly snapshots: NonEmpty<Id<'Snapshot'>>;
  readonly rows: readonly string[];
}

export type Provenance = SentenceProvenance | RowProvenance | DerivedProvenance;

/** A number that can be shown: it cannot be made without saying where it comes from. */
export interface Figure {
  readonly value: number;
  readonly provenance: NonEmpty<Provenance>;
}
