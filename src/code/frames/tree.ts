import type { Token } from '../../model/index.ts';

/** A dependency tree that can be walked downwards; words are indices of `tokens`. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Dependants of each word, in order. */
  readonly children: readonly (readonly number[])[];
  /** First and last word below each word, itself included. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const nobody: readonly number[] = [];

/** Indexes a sentence. A head that points nowhere or round in a circle counts as the root. */
export function treeOf(tokens: readonly Token[]): Tree {
  const children: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, i) => {
    if (head !== i) children[head]?.push(i);
  });
  const first = tokens.map((_, i) => i);
  const last = tokens.map((_, i) => i);
  for (let i = 0; i < tokens.length; i++) {
    // Every word widens those above it; the count of steps keeps a circle from spinning.
    for (let up = tokens[i]?.head ?? -1, steps = 0; up >= 0 && steps < tokens.length; steps++) {
      first[up] = Math.min(first[up] ?? i, i);
      last[up] = Math.max(last[up] ?? i, i);
      up = tokens[up]?.head ?? -1;
    }
  }
  return { tokens, children, first, last };
}

export const childrenOf = (tree: Tree, at: number): readonly number[] => tree.children[at] ?? nobody;

/** Universal relation without its subtype: `nsubj` of `nsubj:pass`. */
export function relationOf(tree: Tree, at: number): string {
  const relation = tree.tokens[at]?.deprel ?? '';
  const colon = relation.indexOf(':');
  return colon === -1 ? relation : relation.slice(0, colon);
}

export const lemmaOf = (tree: Tree, at: number): string => (tree.tokens[at]?.lemma ?? '').toLowerCase();
export const uposOf = (tree: Tree, at: number): string => tree.tokens[at]?.upos ?? '';
export const featOf = (tree: Tree, at: number, name: string): string | null => tree.tokens[at]?.feats[name] ?? null;
export const headOfWord = (tree: Tree, at: number): number => tree.tokens[at]?.head ?? -1;

/** Dependants of a word in one of some relations. */
export function dependants(tree: Tree, at: number, ...relations: readonly string[]): number[] {
  return childrenOf(tree, at).filter((child) => relations.includes(relationOf(tree, child)));
}

/**
 * A word and what it is coordinated with: "soldiers, policemen and gendarmes". A list without "and" is an apposition that
 * the parser took for one ("the envoy, Ibn Chambas").
 */
export function coordinated(tree: Tree, at: number): number[] {
  const all = [at];
  let joined = false;
  for (let i = 0; i < all.length; i++) {
    for (const child of dependants(tree, all[i] ?? -1, 'conj')) {
      if (all.includes(child)) continue;
      all.push(child);
      joined ||= dependants(tree, child, 'cc').length > 0;
    }
  }
  return joined ? all : [at];
}

/** The words above a word, the nearest first. */
export function above(tree: Tree, at: number): number[] {
  const words: number[] = [];
  for (let up = headOfWord(tree, at); up >= 0 && words.length < tree.tokens.length; up = headOfWord(tree, up)) {
    if (words.includes(up)) break;
    words.push(up);
  }
  return words;
}

/** The preposition of a phrase: its `case` or `mark` words, joined ("because of"); empty without one. */
export function caseOf(tree: Tree, at: number): string {
  const words = dependants(tree, at, 'case', 'mark').filter((child) => child < at);
  return words
    .map((word) => [word, ...dependants(tree, word, 'fixed')].map((w) => lemmaOf(tree, w)).join(' '))
    .join(' ');
}
