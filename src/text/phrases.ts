import { type Word, withoutAccents, wordsOf } from './words.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

/** Phrases of one role with what each stands for, found by their words. */
export interface Phrases<T> {
  /** The forms of the words that some phrase begins with. */
  readonly openings: ReadonlySet<string>;
  /** The longest phrase that begins at word `at`, and the word after it; never across a paragraph break. */
  at(words: readonly Word[], at: number): { readonly value: T; readonly next: number } | null;
}

/**
 * Compiles phrases into a tree of words, so that looking one up costs its own length. A phrase is also found without
 * its accents, except words of one letter ("à" is not "a").
 */
export function compilePhrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const root: Node<T> = { next: new Map(), value: undefined };
  const add = (forms: readonly string[], value: T): void => {
    let node = root;
    for (const form of forms) {
      let child = node.next.get(form);
      if (child === undefined) {
        child = { next: new Map(), value: undefined };
        node.next.set(form, child);
      }
      node = child;
    }
    node.value ??= value;
  };
  for (const [phrase, value] of entries) {
    const forms = wordsOf(phrase).map((word) => word.form);
    add(forms, value);
    add(
      forms.map((form) => (form.length > 1 ? withoutAccents(form) : form)),
      value,
    );
  }
  return {
    openings: new Set(root.next.keys()),
    at(words, at) {
      let node = root;
      let found: { value: T; next: number } | null = null;
      for (let i = Math.max(at, 0); at >= 0 && i < words.length; i++) {
        const word = words[i] as Word;
        if (i > at && word.gap === 'paragraph') break;
        const child = node.next.get(word.form);
        if (child === undefined) break;
        node = child;
        if (node.value !== undefined) found = { value: node.value, next: i + 1 };
      }
      return found;
    },
  };
}
