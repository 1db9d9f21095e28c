import type { Claim } from './claim.ts';
import type { Figure } from './provenance.ts';

export const verdicts = ['supported', 'direction holds', 'not supported', 'cannot be checked'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the answers of a check are: percent by which something changed, a number, a part in percent, a rank (1: the first). */
export type Answers = 'change' | 'count' | 'share' | 'ranking';

/** The choices that a reader of a claim has to make, and that claims rarely state. */
export const factors = ['data', 'turn', 'window', 'period', 'measure', 'estimate', 'without'] as const;
export type Factor = (typeof factors)[number];

/** One way to read the claim: what was chosen for each factor that has a choice, in words. */
export type Choices = Readonly<Partial<Record<Factor, string>>>;

/** One reading of the claim and the answer that the record gives to it. */
export interface Reading {
  readonly choices: Choices;
  /** The count of the baseline, or the whole of a share; null for a claim that compares nothing. */
  readonly before: Figure | null;
  readonly after: Figure;
  /** Length of the two spans in months; they differ only where whole spans are compared as rates. */
  readonly months: { readonly before: number | null; readonly after: number };
  /** The answer in the claim's own terms, as `Check.answers` says. Infinity: something after nothing. */
  readonly value: number;
  /** 95 % interval of `value`, exact where counts are taken as Poisson or binomial. */
  readonly low: number;
  readonly high: number;
}

/** Share of the spread between readings that one choice explains (one-way eta squared), the largest first. */
export interface Decisive {
  readonly factor: Factor;
  readonly share: number;
}

/**
 * What other months of the same data give when they are taken for the turning point, by the same ways of counting: how
 * easily a value like the claimed one is found by looking at many windows. Neighbouring months share most of their
 * windows; the shares describe the data and are no P values.
 */
export interface Anchors {
  /** Months tried: all that the data have room for and before which something was counted. */
  readonly tried: number;
  /** Those where at least one reading gives as much as is claimed; null: no size is claimed. */
  readonly reach: number | null;
  /** Those whose median reading is at least as far in the claimed direction as that of the claim's own turning point. */
  readonly asFar: number;
  /** The reading that comes nearest to the claim, at all months: how many there are, and how many give as much. */
  readonly nearest: { readonly choices: Choices; readonly tried: number; readonly reach: number } | null;
}

/** Another statement of the same quantity in a document of the record. */
export interface Elsewhere {
  readonly claim: Claim;
  /** True: the same claim with another carrier; false: it contradicts. */
  readonly agrees: boolean;
  /** Why it is no independent statement, as far as the words tell; null: nothing tells so. */
  readonly copy: string | null;
}

/** A claim held against the record: never one number. */
export interface Check {
  readonly claim: Claim;
  /** What was looked for, as a sentence. */
  readonly question: string;
  readonly answers: Answers;
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
  /** Null where no turning point is chosen, or nothing could be reckoned. */
  readonly anchors: Anchors | null;
  /** Other statements of the same quantity, the earliest first; null: the documents were not compared. */
  readonly elsewhere: readonly Elsewhere[] | null;
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
