import type { Estimate } from './estimate.ts';
import type { Id, NonEmpty } from './id.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { PloverType } from './plover.ts';
import type { Report } from './report.ts';

/** Reports judged to be one happening: merged values above, every report kept below. */
export interface Event {
  readonly id: Id<'Event'>;
  readonly type: PloverType;
  readonly place: Place | null;
  readonly when: Period | null;
  readonly killed: Estimate | null;
  readonly reports: NonEmpty<Report>;
}
