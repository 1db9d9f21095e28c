import type { Id } from './id.ts';

/** One release of a data set as imported; figures name it, a newer release never overwrites it. */
export interface Snapshot {
  readonly id: Id<'Snapshot'>;
  /** `ucdp-ged`, `incidents` ... */
  readonly dataset: string;
  /** The release's own name: `23.1`. */
  readonly release: string;
  /** What the release sets out to cover, ISO dates inclusive; null: not known, the dates of its rows stand in. */
  readonly coverage: { readonly from: string; readonly to: string } | null;
  /** Why totals over these rows are no measure of the real level; null for a systematic count. */
  readonly sample: string | null;
  readonly rows: number;
  readonly citation: string | null;
}
