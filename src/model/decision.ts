import type { Id } from './id.ts';

/** What people may decide about the record, by kind: each names its subject in ids that stay when texts are coded anew. */
export interface Decided {
  /** These reports tell of one happening, whatever the resolver says. */
  readonly together: { readonly reports: readonly Id<'Report'>[] };
  /** No report of one group tells of the same happening as a report of another. */
  readonly apart: { readonly groups: readonly (readonly Id<'Report'>[])[] };
}

export type DecisionKind = keyof Decided;

/** A judgement of a person. It stands above what was read or reckoned until it is undone; neither is ever overwritten. */
export interface Decision<Kind extends DecisionKind = DecisionKind> {
  /** `d1`, `d2` … in the order of their making. */
  readonly id: Id<'Decision'>;
  readonly kind: Kind;
  readonly data: Decided[Kind];
  /** Why, in the person's own words. */
  readonly reason: string;
  readonly by: string;
  /** UTC. */
  readonly at: string;
}
