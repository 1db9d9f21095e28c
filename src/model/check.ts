import type { Claim } from './claim.ts';
import type { Figure } from './provenance.ts';

export const verdicts = ['supported', 'direction holds', 'not supported', 'cannot be checked'] as const;
export type Verdict = (typeof verdicts)[number];

/** The choices that a reader of a claim has to make, and that claims rarely state. */
export const factors = ['data', 'turn', 'window', 'period', 'measure', 'estimate', 'without'] as const;
export type Factor = (typeof factors)[number];

/** One way to read the claim: what was chosen for each factor that has a choice, in words. */
export type Choices = Readonly<Partial<Record<Factor, string>>>;

/** One reading of the claim and the answer that the record gives to it. */
export interface Reading {
  readonly choices: Choices;
  /** The count of the baseline; null for a claim that compares nothing. */
  readonly before: Figure | null;
  readonly after: Figure;
  /** Length of the two spans in months; they differ only where whole spans are compared as rates. */
  readonly months: { readonly before: number | null; readonly after: number };
  /** The answer in the claim's own terms: percent change, or a count. Infinity: something after nothing. */
  readonly value: number;
  /** Exact 95 % interval of `value`. */
  readonly low: number;
  readonly high: number;
}

/** Share of the spread between readings that one choice explains (one-way eta squared), the largest first. */
export interface Decisive {
  readonly factor: Factor;
  readonly share: number;
}

/** A claim held against the record: never one number. */
export interface Check {
  readonly claim: Claim;
  /** What was looked for, as a sentence. */
  readonly question: string;
  readonly verdict: Verdict;
  /** What the verdict rests on, as a careful reader would word it. */
  readonly reason: string;
  /** The rule that gave the verdict; null where no rule was applied. */
  readonly rule: string | null;
  /** The value claimed, in the terms of `Reading.value`; null: only a direction. */
  readonly claimed: number | null;
  /** In the order of their value. */
  readonly readings: readonly Reading[];
  readonly median: number | null;
  /** Share of readings that agree with the claim in direction (changes only) and in size. */
  readonly agree: { readonly direction: number | null; readonly size: number | null };
  readonly decides: readonly Decisive[];
  /** That and why the figures come from samples (all or some of them); null: from systematic counts. */
  readonly sample: string | null;
  /** Further cautions that travel with every figure of this check. */
  readonly warnings: readonly string[];
}

/** A dated happening that words such as "since the Wagner Group began operations" may mean. */
export interface DatedTurn {
  readonly name: string;
  /** ISO prefix: a day, or a month where only that is known. */
  readonly date: string;
  /** Who gives this date. */
  readonly source: string;
  readonly url: string | null;
}
