import type { Attribution, Claim, Estimate, Measure, Period, Versus } from '../../model/index.ts';

/** What a claim says, with the words that say it; period, place and speaker are found afterwards. */
export interface Finding {
  readonly kind: Claim['kind'];
  readonly of: Measure;
  readonly value: Estimate | null;
  readonly unit: string;
  readonly per: string | null;
  readonly percent: number | null;
  readonly factor: number | null;
  readonly size: Estimate | null;
  readonly direction: Claim['direction'];
  readonly onCivilians: boolean;
  /** Words without which the claim would not be said: number, noun, verb. */
  readonly from: number;
  readonly next: number;
  /** Time that stands with an endpoint of a change: "from about 80 in 2016". */
  readonly baseline: Period | null;
  /** A figure of one happening that was told before: an overtaken toll, the missing. */
  readonly ofHappening: boolean;
  /** What it is compared with, other than another time. */
  readonly versus?: Versus;
  /** Its time, where the words say it without the form of one: "2014 was the deadliest year". */
  readonly period?: Period;
}

export const count = {
  kind: 'count',
  percent: null,
  factor: null,
  size: null,
  direction: null,
  per: null,
  baseline: null,
  ofHappening: false,
} as const;

/** What a figure is about, so that "an increase of 46 percent" or "both figures" can take it up. */
export interface Subject {
  readonly of: Measure;
  readonly unit: string;
  readonly onCivilians: boolean;
}

/** What sentences hand on to the next ones of the same document. */
export interface Memory {
  /** Subjects of the claims made last, the latest first; empty: none near. */
  readonly subjects: readonly Subject[];
  /** The span that totals were about last ("in the quarter"). */
  readonly period: Period | null;
  readonly baseline: Period | null;
  /** True while sentences without a date of their own go on about that span. */
  readonly open: boolean;
  readonly by: Attribution | null;
  /** When the single happening was that was reported last. */
  readonly happening: Period | null;
  /** Sentences since the last claim. */
  readonly age: number;
}

export const nothingYet: Memory = {
  subjects: [],
  period: null,
  baseline: null,
  open: false,
  by: null,
  happening: null,
  age: 0,
};
