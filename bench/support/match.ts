import type { Pair } from './overlap.ts';
import type { Tally } from './scores.ts';

/**
 * As many pairs as can be made, each item in at most one: maximum bipartite matching by augmenting paths (Kuhn 1955).
 * O(gold x candidates); for the handfuls of fills of a document.
 */
export function matchMost<G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  may: (g: G, p: P) => boolean,
): Pair<G, P>[] {
  const candidates = gold.map((g) => predicted.flatMap((p, j) => (may(g, p) ? [j] : [])));
  const holder = new Array<number>(predicted.length).fill(-1);
  const augment = (i: number, seen: Set<number>): boolean => {
    for (const j of candidates[i] ?? []) {
      if (seen.has(j)) continue;
      seen.add(j);
      const held = holder[j] ?? -1;
      if (held !== -1 && !augment(held, seen)) continue;
      holder[j] = i;
      return true;
    }
    return false;
  };
  for (let i = 0; i < gold.length; i++) augment(i, new Set());
  return predicted.flatMap((p, j) => {
    const i = holder[j] ?? -1;
    const g = gold[i];
    return i === -1 || g === undefined ? [] : [{ gold: g, predicted: p }];
  });
}

/** A wanted answer: any of its alternatives will do; an optional one is neither asked for nor held against. */
export interface Fill {
  readonly alts: readonly string[];
  readonly optional: boolean;
}

/** Tally of predictions against fills; `same` compares one alternative of each. */
export function fillTally(
  gold: readonly Fill[],
  predicted: readonly (readonly string[])[],
  same: (a: string, b: string) => boolean,
): Tally {
  const fits = ({ alts }: Fill, words: readonly string[]) => words.some((word) => alts.some((alt) => same(alt, word)));
  const required = gold.filter(({ optional }) => !optional);
  const hits = matchMost(required, predicted, fits);
  const used = new Set(hits.map((pair) => pair.predicted));
  const neutral = matchMost(
    gold.filter(({ optional }) => optional),
    predicted.filter((words) => !used.has(words)),
    fits,
  );
  return { matched: hits.length, predicted: predicted.length - neutral.length, gold: required.length };
}
