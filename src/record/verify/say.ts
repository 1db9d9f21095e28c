/** Something in the record that is not as it was written. */
export interface Alteration {
  /** What was altered: `log.jsonl, line 4`, `evidence/ab12…`, `document doc-…`. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}

/** Names an alteration. */
export type Say = (where: string, found: string, expected: string) => void;

export type Progress = (what: string) => void;

/** The beginning of a hash, enough to tell two apart. */
export const brief = (hash: string | null) => (hash === null ? 'nothing' : `${hash.slice(0, 12)}…`);

/** A cell of the database as text, cut to what a line can show. */
export const shown = (cell: unknown) => (cell === null ? 'nothing' : `"${String(cell).slice(0, 60)}"`);

/** Looks at something that may have been altered beyond reading: then that is what is named, and the rest goes on. */
export async function look<T>(say: Say, where: string, otherwise: T, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // JSON that is none, or none of what stood there; anything else is no alteration.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    say(where, 'a text that cannot be read', 'what was written');
    return otherwise;
  }
}

/** Names each cell of a row that is not the one expected; the cells stand in the order of `columns`. */
export function sayCells(
  say: Say,
  where: string,
  columns: readonly string[],
  found: readonly unknown[],
  expected: readonly unknown[],
): void {
  columns.forEach((column, i) => {
    if (found[i] !== expected[i]) say(where, `${column} ${shown(found[i])}`, shown(expected[i]));
  });
}
