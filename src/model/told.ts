import type { Id } from './id.ts';
import type { Period } from './period.ts';
import type { Report } from './report.ts';

/** Where a report comes from: a document that somebody published, or a release of a data set. */
export type Origin =
  | {
      readonly kind: 'document';
      readonly id: Id<'Document'>;
      /** The same for documents of near-duplicate text: copies of one article are one source. */
      readonly copies: string;
      readonly published: Period | null;
      /** ISO 639-1 */
      readonly lang: string | null;
      /** Name of the publication or site. */
      readonly site: string | null;
    }
  | {
      readonly kind: 'dataset';
      readonly name: string;
      /** Rows with the same date, sides, type and place tell of one event; false: each row is an event of its own. */
      readonly repeats: boolean;
    };

/** A report and where it comes from. */
export interface Told {
  readonly report: Report;
  readonly origin: Origin;
  /** Its place in the order in which the record grew. */
  readonly order: number;
}
