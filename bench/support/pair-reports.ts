import type { Claim, Report, Span } from '../../src/model/index.ts';
import { overlapOf, type Pair, pairUp, tokensOf } from './overlap.ts';
import type { GoldEvent, ReportRow } from './reports-data.ts';

/** Gold events and the reports that match them. */
export interface PairedReports {
  readonly pairs: Pair<GoldEvent, Report>[];
  /** Predictions that count: without those that repeat an event which another prediction has. */
  readonly counted: readonly Report[];
}

export const spansOf = (text: string, quote: string): Span => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
};

export const spanOf = ({ provenance }: Report | Claim): Span =>
  provenance.kind === 'sentence' ? provenance.span : { start: -1, end: -1 };

/**
 * Pairs the gold events of a document with reports one to one, best overlap of quotes first, `may` allowing; then what
 * is left with the sentences that tell more of an event (`also`), where a report too many is neutral.
 */
export function pairReports(
  row: ReportRow,
  reports: readonly Report[],
  may: (event: GoldEvent, report: Report) => boolean,
): PairedReports {
  const tokens = tokensOf(row.text);
  const at = new Map(row.events.map((event) => [event, spansOf(row.text, event.quote)]));
  const on = (event: GoldEvent, report: Report) =>
    overlapOf(tokens, at.get(event) ?? { start: -1, end: -1 }, spanOf(report));
  const also = (event: GoldEvent, report: Report) =>
    Math.max(0, ...(event.also ?? []).map((quote) => overlapOf(tokens, spansOf(row.text, quote), spanOf(report))));
  const first = pairUp(row.events, reports, on, may);
  const [hit, used] = [new Set(first.map(({ gold }) => gold)), new Set(first.map(({ predicted }) => predicted))];
  const second = pairUp(
    row.events.filter((event) => !hit.has(event)),
    reports.filter((report) => !used.has(report)),
    also,
    may,
  );
  const taken = new Set(second.map(({ predicted }) => predicted));
  const neutral = (report: Report) =>
    !used.has(report) &&
    !taken.has(report) &&
    row.events.some((event) => also(event, report) >= 0.5 && may(event, report));
  return { pairs: [...first, ...second], counted: reports.filter((report) => !neutral(report)) };
}
