import type { Attribution, Estimate, Period, Place, PloverType, Span, Status } from '../../model/index.ts';
import type { Party } from './party.ts';

/** A report that later sentences may still complete. */
export interface Draft {
  readonly type: PloverType;
  mode: string | null;
  source: Party[];
  target: Party[];
  place: Place | null;
  when: Period | null;
  /** In the evening or at night: who answers does so on the next day. */
  late: boolean;
  killed: Estimate | null;
  injured: Estimate | null;
  abducted: Estimate | null;
  arrested: Estimate | null;
  status: Status;
  by: Attribution | null;
  readonly span: Span;
  readonly score: number;
  /** Words and rule for each value. */
  readonly why: string[];
}
