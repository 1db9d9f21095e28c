/** How one value of a record row is found in a foreign table. Columns are named by header, never by position. */
export type Field =
  | { readonly kind: 'text'; readonly column: string }
  | { readonly kind: 'integer'; readonly column: string }
  | { readonly kind: 'real'; readonly column: string }
  /** `2014-01-22`, with or without a time of day behind it. */
  | { readonly kind: 'date'; readonly column: string }
  /** A code list; a value that is not listed is a fault. */
  | { readonly kind: 'lookup'; readonly column: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'constant'; readonly value: string | null };

/** The values that every row of event data has in the record, whatever data set it came from. */
export const rowFields = {
  /** The row's own id in its release. */
  row: 'text',
  from: 'date',
  to: 'date',
  /** day, week, month, year: how well the date is known. */
  date_precision: 'text',
  country: 'text',
  admin1: 'text',
  place: 'text',
  latitude: 'real',
  longitude: 'real',
  place_precision: 'text',
  type: 'text',
  mode: 'text',
  side_a: 'text',
  side_b: 'text',
  /** `directed` when side A acts on side B, `sides` when the account gives no direction. */
  parties: 'text',
  /** UCDP's three types of organised violence: state-based, non-state, one-sided; or none. */
  violence: 'text',
  killed_low: 'integer',
  killed_best: 'integer',
  killed_high: 'integer',
  civilians_best: 'integer',
  injured_best: 'integer',
  disputed: 'text',
  /** Who told: publisher, office or headline, as the data set has it. */
  sources: 'text',
  summary: 'text',
} as const;

export type RowField = keyof typeof rowFields;

/** A foreign table: its columns, how they become rows of the record, and what else is known about the data set. */
export interface TableFormat {
  /** As in `--as`: `ucdp-ged`. */
  readonly name: string;
  readonly title: string;
  readonly fields: Readonly<Record<RowField, Field>>;
  /** Values that a row must have; all other empty values are "not stated". */
  readonly required: readonly RowField[];
  /** Header names of files that are published without a header line; null where that does not occur. */
  readonly headerless: readonly string[] | null;
  /** Release from the file's name, or null when the name does not tell. */
  release(fileName: string): string | null;
  /** What a release sets out to cover; null when not known. */
  coverage(release: string): { readonly from: string; readonly to: string } | null;
  /** Why totals over these rows are no measure of the real level; null for a systematic count. */
  readonly sample: string | null;
  readonly citation: string;
  /** Under which the data set is published; null: not known, ask its publisher. */
  readonly licence: string | null;
}

/** Columns that the format reads. */
export function columnsOf(format: TableFormat): readonly string[] {
  const names = Object.values(format.fields).flatMap((field) => ('column' in field ? [field.column] : []));
  return [...new Set(names)];
}
