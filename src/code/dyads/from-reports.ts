import type { Report, Sentence, Span } from '../../model/index.ts';
import { vocabulariesOf } from '../vocabularies/index.ts';
import type { ActorCoder, Dyad } from './dyad.ts';
import { weisOf } from './weis.ts';

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** Dyads of a document with those of its reports, for the sentences that have none. */
export function withReports(
  dyads: readonly Dyad[],
  sentences: readonly Sentence[],
  reports: readonly Report[],
  codesOf: ActorCoder,
): readonly Dyad[] {
  const accused = reports.some(({ type }) => type === 'ACCUSE');
  const more = reports.flatMap((report): Dyad[] => {
    const { provenance, status } = report;
    if (provenance.kind !== 'sentence' || (status === 'alleged' && accused)) return [];
    const sentence = sentences.find(({ span }) => within(provenance.span, span));
    if (sentence === undefined || dyads.some(({ span }) => within(span, sentence.span))) return [];
    const { cameo } = vocabulariesOf(report);
    return cameo === null
      ? []
      : pairsOf(report, codesOf).map((pair) => ({ ...pair, code: cameo, weis: weisOf(cameo), span: provenance.span }));
  });
  return [...dyads, ...more];
}

/** Every doer with every target; each with each where the report has sides without direction. */
function pairsOf({ source, target }: Report, codesOf: ActorCoder): { source: string; target: string }[] {
  const doers = [...new Set(source.flatMap(codesOf))];
  const mutual = target.length === 0;
  const targets = mutual ? doers : [...new Set(target.flatMap(codesOf))];
  return doers.flatMap((doer) => targets.filter((one) => one !== doer).map((one) => ({ source: doer, target: one })));
}
