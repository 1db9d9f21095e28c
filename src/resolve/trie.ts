import { type NameWord, nameWords } from '../text/index.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: T[] | null;
}

/** A found entry: `end` is the index of the word after it. */
export interface Found<T> {
  readonly end: number;
  readonly values: readonly T[];
}

/** Names as a tree of folded words: a look-up costs as many steps as the longest name has words. */
export interface Trie<T> {
  add(name: string, value: T): void;
  /** Entries that begin at word `at`, longest first. */
  at(words: readonly NameWord[], at: number): readonly Found<T>[];
}

const none: readonly never[] = [];

export function makeTrie<T>(): Trie<T> {
  const node = (): Node<T> => ({ next: new Map(), values: null });
  const root = node();
  return {
    add(name, value) {
      let here = root;
      const words = nameWords(name);
      if (words.length === 0) return;
      for (const { folded } of words) {
        let next = here.next.get(folded);
        if (next === undefined) {
          next = node();
          here.next.set(folded, next);
        }
        here = next;
      }
      here.values ??= [];
      here.values.push(value);
    },
    at(words, at) {
      let here = root.next.get((words[at] as NameWord).folded);
      if (here === undefined) return none;
      const found: Found<T>[] = [];
      let end = at + 1;
      for (;;) {
        if (here.values !== null) found.push({ end, values: here.values });
        const word = words[end];
        const next: Node<T> | undefined = word === undefined ? undefined : here.next.get(word.folded);
        if (next === undefined) break;
        here = next;
        end += 1;
      }
      return found.reverse();
    },
  };
}
