import type { Field } from '../model/index.ts';

export const text = (column: string): Field => ({ kind: 'text', column });
export const integer = (column: string): Field => ({ kind: 'integer', column });
export const real = (column: string): Field => ({ kind: 'real', column });
export const date = (column: string): Field => ({ kind: 'date', column });
export const constant = (value: string | null): Field => ({ kind: 'constant', value });

/** A code list: what each code of the column means; another code is a fault. */
export const codes = (column: string, values: Readonly<Record<string, string>>): Field => ({
  kind: 'lookup',
  column,
  values,
});

/** A code list whose codes are griot's own words. */
export const words = (column: string, ...known: readonly string[]): Field =>
  codes(column, Object.fromEntries(known.map((word) => [word, word])));
