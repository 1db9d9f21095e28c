import type { Span } from '../../src/model/index.ts';

/** The words of a text, as spans: what overlaps are counted in. */
export function tokensOf(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** Share of the shorter span's tokens that both hold; 0 where one holds none. */
export function overlapOf(tokens: readonly Span[], a: Span, b: Span): number {
  let [inA, inB, both] = [0, 0, 0];
  for (const { start, end } of tokens) {
    const held = (span: Span) => span.start <= start && end <= span.end;
    const [x, y] = [held(a), held(b)];
    if (x) inA += 1;
    if (y) inB += 1;
    if (x && y) both += 1;
  }
  return inA === 0 || inB === 0 ? 0 : both / Math.min(inA, inB);
}

export interface Pair<G, P> {
  readonly gold: G;
  readonly predicted: P;
}

/** Pairs gold and predictions one to one, the best overlap first; less than half is no pair, `may` has the last word. */
export function pairUp<G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  overlap: (g: G, p: P) => number,
  may: (g: G, p: P) => boolean,
): Pair<G, P>[] {
  const candidates: { g: G; p: P; share: number }[] = [];
  for (const g of gold)
    for (const p of predicted) {
      const share = may(g, p) ? overlap(g, p) : 0;
      if (share >= 0.5) candidates.push({ g, p, share });
    }
  candidates.sort((a, b) => b.share - a.share);
  const [usedG, usedP] = [new Set<G>(), new Set<P>()];
  const pairs: Pair<G, P>[] = [];
  for (const { g, p } of candidates) {
    if (usedG.has(g) || usedP.has(p)) continue;
    usedG.add(g);
    usedP.add(p);
    pairs.push({ gold: g, predicted: p });
  }
  return pairs;
}

/** Precision, recall and F1 from counts; null where nothing was wanted and nothing was found. */
export function f1(matched: number, predicted: number, gold: number): number | null {
  return predicted + gold === 0 ? null : (2 * matched) / (predicted + gold);
}
