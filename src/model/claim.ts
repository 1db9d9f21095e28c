import type { Estimate } from './estimate.ts';
import type { Id } from './id.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { SentenceProvenance } from './provenance.ts';
import type { Attribution } from './report.ts';
import type { Span } from './span.ts';

/** What is counted. The first three can be counted in event data; the others only compared between documents. */
export const measures = [
  'events',
  'fatalities',
  'civilianFatalities',
  'injured',
  'personnel',
  'displaced',
  'accounts',
  'money',
  'other',
] as const;

export type Measure = (typeof measures)[number];

export const claimKinds = ['count', 'change', 'comparison'] as const;

/** Words that place a change in time by what happened: "since the Wagner Group began operations". */
export interface TurningPhrase {
  /** Verbatim, without the conjunction. */
  readonly text: string;
  readonly span: Span;
  /** A date that the words themselves give ("in August 2023"); null when only the happening is named. */
  readonly date: Period | null;
}

/**
 * What a comparison is with, other than another time: a whole ("62 percent of those killed were civilians", the part in
 * percent), all others of its kind ("the deadliest month since"), another place ("twice as many as in Niger").
 */
export type Versus =
  | { readonly kind: 'whole'; readonly of: Measure; readonly percent: Estimate }
  | { readonly kind: 'rank'; readonly unit: 'event' | 'month' | 'year' }
  | { readonly kind: 'place'; readonly place: Place };

/** An aggregate or a change that someone asserts; kept as said, never edited to fit the record. */
export interface Claim {
  readonly id: Id<'Claim'>;
  readonly kind: (typeof claimKinds)[number];
  readonly of: Measure;
  /** The count, or the end value of a change where one is given; in `unit`. */
  readonly value: Estimate | null;
  /** What is counted, as `people`, `events`, `USD`, `accounts`, `followers`. */
  readonly unit: string;
  /** How fast, where the claim is a rate: `month`, `year`, `day`. */
  readonly per: string | null;
  /** Size of a change in percent, always positive: +278 % is 3.78 times the baseline. */
  readonly percent: number | null;
  /** Size of a comparison as a multiple: "doubled" is 2. */
  readonly factor: number | null;
  /** `percent` or `factor` as the interval that the words allow: "more than doubled" is 2/2/null. */
  readonly size: Estimate | null;
  readonly direction: 'up' | 'down' | null;
  /** The time that the figure is about; null: not stated. */
  readonly period: Period | null;
  /** The time it is compared with; null: the text names none. */
  readonly baseline: Period | null;
  readonly since: TurningPhrase | null;
  /** Absent: compared with another time, or with nothing. */
  readonly versus?: Versus;
  readonly place: Place | null;
  /** Name of the actor that the figure is about, as far as the text says. */
  readonly actor: string | null;
  /** True when the words say that civilians are those harmed: "attacks on civilians". */
  readonly onCivilians: boolean;
  readonly by: Attribution | null;
  readonly provenance: SentenceProvenance;
}
