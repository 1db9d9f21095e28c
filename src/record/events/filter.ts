import type { PloverType } from '../../model/index.ts';

/** Which events are wanted; what is left out does not matter. */
export interface EventFilter {
  /** ISO 3166-1 alpha-3 */
  readonly country?: string;
  /** ISO days, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly type?: PloverType;
  /** Least `killed.best` (or low, where that is all that is stated). */
  readonly killed?: number;
  readonly limit?: number;
}
