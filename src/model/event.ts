import type { Participant } from './actor.ts';
import type { Estimate } from './estimate.ts';
import type { Id, NonEmpty } from './id.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { PloverType } from './plover.ts';
import type { RowProvenance, SentenceProvenance } from './provenance.ts';
import type { Attribution, Report, Status } from './report.ts';

/** Something on which the reports of an event differ: a reason to look, never a reason to leave one out. */
export type Contradiction =
  | 'when'
  | 'place'
  | 'source'
  | 'target'
  | 'killed'
  | 'injured'
  | 'abducted'
  | 'arrested'
  | 'status';

/** Reports judged to be one happening: merged values above, every report kept below. */
export interface Event {
  /** `event-` and the id of the report that came first into the record: it stays when others join. */
  readonly id: Id<'Event'>;
  readonly type: PloverType;
  readonly mode: string | null;
  readonly source: readonly Participant[];
  readonly target: readonly Participant[];
  readonly place: Place | null;
  readonly when: Period | null;
  /** Over the independent sources: the lowest, the one that most of them give (the latest of equals), the highest. */
  readonly killed: Estimate | null;
  readonly injured: Estimate | null;
  readonly abducted: Estimate | null;
  readonly arrested: Estimate | null;
  /** Asserted where one source asserts it, whoever denies it. */
  readonly status: Status;
  /** Who says so, where all reports have it from one. */
  readonly by: Attribution | null;
  /** The first in the record first. */
  readonly reports: NonEmpty<{
    readonly id: Report['id'];
    readonly provenance: SentenceProvenance | RowProvenance;
  }>;
  /** Sources that do not repeat one another: sayers, publishers of different text, data sets. */
  readonly sources: number;
  readonly contradicts: readonly Contradiction[];
}

/** One reason for or against joining two reports. */
export interface Term {
  readonly name: 'when' | 'where' | 'what' | 'doer' | 'target' | 'numbers' | 'words' | 'telling' | 'repeat';
  /** Bits of evidence: above 0 speaks for one happening, below 0 for two. */
  readonly share: number;
  /** What was compared, for people. */
  readonly why: string;
}

/** Why a report stands in its event. */
export interface Assignment {
  readonly report: Report['id'];
  readonly event: Event['id'];
  /** The report of the event that it is most like; null: the one that came first into the record. */
  readonly like: Report['id'] | null;
  /** Bits of evidence that both tell of one happening: the sum of the terms; null beside `like` null. */
  readonly score: number | null;
  readonly terms: readonly Term[];
  /** Name and version of the resolver, or the id of the decision that says so. */
  readonly by: string;
}
