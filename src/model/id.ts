/** A string that names one thing of kind `T`; made deterministically, so the same input gives the same id. */
export type Id<T extends string> = string & { readonly __id: T };

/** A list that holds at least one item. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Narrows a list to {@link NonEmpty}. */
export function isNonEmpty<T>(items: readonly T[]): items is NonEmpty<T> {
  return items.length > 0;
}
