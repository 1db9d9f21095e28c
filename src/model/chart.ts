/** A value over a span of days. */
export interface TimePoint {
  /** ISO days: the first, and the one after the last. */
  readonly from: string;
  readonly to: string;
  /** null: the data do not cover the span, or only a part of it: drawn as a gap. 0 is a true zero. */
  readonly value: number | null;
  /** The ends of the interval around the value, where there is one. */
  readonly low: number | null;
  readonly high: number | null;
}

/** One series over time, drawn on a panel of its own. */
export interface TimePanel {
  readonly title: string;
  readonly points: readonly TimePoint[];
  /** Levels fitted to stretches of the series. */
  readonly levels: readonly { readonly from: string; readonly to: string; readonly value: number }[];
  /** Dates that are marked, with the span that they may lie in. */
  readonly marks: readonly {
    readonly at: string;
    readonly low: string | null;
    readonly high: string | null;
    readonly label: string;
  }[];
}

/** One estimate with its interval, in a row of its own. */
export interface IntervalRow {
  readonly group: string;
  readonly label: string;
  /** null: it could not be estimated; `note` says why. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly note: string | null;
}

interface Captions {
  readonly title: string;
  readonly subtitle: string;
  /** Stands in the title line with ⚠; null: nothing to be careful of. */
  readonly caution: string | null;
  /** Further cautions, below the figure. */
  readonly warnings: readonly string[];
  /** Data sets and releases that the figure rests on. */
  readonly source: string;
  /** What the figure shows, in words: for those who cannot see it. */
  readonly description: string;
}

/** Series over time; `unit` labels the axis of values, `span` says how long a point is (`month`). */
export interface TimeChart extends Captions {
  readonly kind: 'time';
  readonly unit: string;
  readonly span: string;
  readonly panels: readonly TimePanel[];
}

/** Estimates with intervals; `even`: the value of no difference, where a line is drawn. */
export interface IntervalChart extends Captions {
  readonly kind: 'intervals';
  readonly unit: string;
  /** True: the axis is logarithmic, as for ratios. */
  readonly log: boolean;
  readonly even: number;
  readonly rows: readonly IntervalRow[];
}

/** A figure before it is drawn, on paper or in a terminal. */
export type Chart = TimeChart | IntervalChart;
