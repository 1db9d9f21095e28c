import type { Snapshot } from './dataset.ts';
import type { Report } from './report.ts';

/** Which rows of the data sets an analysis looked at; null: not narrowed. */
export interface Filters {
  /** ISO 3166-1 alpha-3 */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly actor: string | null;
  /** PLOVER type; null: every type. */
  readonly type: string | null;
  readonly dataset: string | null;
  readonly release: string | null;
  /** ISO days, inclusive. */
  readonly from: string | null;
  readonly to: string | null;
}

/** How a figure was reckoned. */
export interface Method {
  readonly name: string;
  /** What it does and takes for granted, as a sentence. */
  readonly text: string;
  /** Paper or manual; null: plain counting. */
  readonly source: string | null;
}

/** What was counted: the ids of the rows, or where these are too many the command that lists them. */
export interface Behind {
  readonly rows: number;
  readonly ids: readonly Report['id'][] | null;
  readonly query: string;
}

/** What every analysis gives: its data, and all that somebody needs to judge and repeat it. */
export interface Analysis<Name extends string, Data> {
  readonly analysis: Name;
  /** What was asked, as a sentence. */
  readonly question: string;
  readonly filters: Filters;
  /** The releases counted. They stand side by side and are never added up. */
  readonly snapshots: readonly Snapshot[];
  readonly data: Data;
  readonly method: readonly Method[];
  readonly behind: Behind;
  /** Cautions that travel with every figure and drawing of it. */
  readonly warnings: readonly string[];
}
