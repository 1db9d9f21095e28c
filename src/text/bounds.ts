import type { Estimate } from '../model/index.ts';

/** How a word bounds the number beside it. */
export const bounds = ['atLeast', 'nearly', 'about', 'upTo', 'notMore'] as const;
export type Bound = (typeof bounds)[number];

export const isBound = (text: string): text is Bound => (bounds as readonly string[]).includes(text);

/**
 * What an estimate becomes beside a bounding word; n stands for the figure given:
 *
 * | words | low | best | high |
 * |---|---|---|---|
 * | at least, more than, over n | n | n | |
 * | nearly, almost n | | n | n |
 * | about, some n | | n | |
 * | up to, as many as n | | n | n |
 * | not more than, fewer than n | | | n |
 *
 * "Up to n" keeps n as best, for it is the figure that the source gives; "fewer than n" says only what it is not.
 * An amount without a figure ("dozens") keeps its own lower bound.
 */
export function bound(estimate: Estimate, by: Bound): Estimate {
  const { low, best, high } = estimate;
  if (best === null && high === null) return estimate;
  switch (by) {
    case 'atLeast':
      return { low: low ?? best, best, high: null };
    case 'nearly':
    case 'upTo':
      return { low: null, best, high: high ?? best };
    case 'about':
      return low !== null && low !== high ? estimate : { low: null, best, high: null };
    case 'notMore':
      return { low: null, best: null, high: high ?? best };
    default:
      return by satisfies never;
  }
}
