import type { Participant } from './actor.ts';
import type { Estimate } from './estimate.ts';
import type { Id } from './id.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { PloverType } from './plover.ts';
import type { RowProvenance, SentenceProvenance } from './provenance.ts';

export type Status = 'asserted' | 'alleged' | 'denied' | 'planned' | 'hypothetical';

/** Who says so, where the text names a sayer. */
export interface Attribution {
  /** Verbatim. */
  readonly text: string;
  /** Resolved name; null: seen, not resolved. */
  readonly name: string | null;
}

/** What one sentence or one row says happened. */
export interface Report {
  readonly id: Id<'Report'>;
  readonly type: PloverType;
  /** PLOVER mode; null: no means stated. */
  readonly mode: string | null;
  /** Doers. All sides stand here, and none in `target`, where the account gives no direction (PLOVER, two-sided). */
  readonly source: readonly Participant[];
  readonly target: readonly Participant[];
  readonly place: Place | null;
  readonly when: Period | null;
  /** People, both sides and attackers included. */
  readonly killed: Estimate | null;
  readonly injured: Estimate | null;
  readonly abducted: Estimate | null;
  readonly arrested: Estimate | null;
  readonly status: Status;
  readonly by: Attribution | null;
  readonly provenance: SentenceProvenance | RowProvenance;
}
