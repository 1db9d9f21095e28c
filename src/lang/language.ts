import type { NumberWords } from '../text/index.ts';
import type { TimeWords } from '../time/index.ts';
import type { CodingWords } from './coding.ts';
import type { TokenRules } from './tokens.ts';

/** What one language brings; `en/` and `fr/` hold the same files. */
export interface Language {
  /** ISO 639-1 */
  readonly code: 'en' | 'fr';
  /** How its words are cut. */
  readonly tokens: TokenRules;
  /** Words of numbers, bounds and units, for `findNumbers`. */
  readonly numbers: NumberWords;
  /** Words of deeds, victims, changes and saying, for the coder. */
  readonly coding: CodingWords;
  /** Words of dates and times, for `findTimes`. */
  readonly times: TimeWords;
}
