import type { Participant, Report, Sentence, Span } from '../../model/index.ts';
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
      : pairsOf(report, codesOf).map((pair) => ({
          ...pair,
          code: cameo,
          weis: weisOf(cameo),
          span: provenance.span,
          why: [`${cameo}: the report of ${report.type} in CAMEO`],
        }));
  });
  return [...dyads, ...more];
}

/** Every doer with every target; each with each where the report has sides without direction. */
function pairsOf({ source, target }: Report, codesOf: ActorCoder): Pick<Dyad, 'source' | 'target' | 'words'>[] {
  const named = (side: readonly Participant[]) =>
    new Map(side.flatMap((party) => codesOf(party).map((code): [string, string] => [code, party.text])));
  const doers = named(source);
  const targets = target.length === 0 ? doers : named(target);
  return [...doers].flatMap(([doer, by]) =>
    [...targets]
      .filter(([one]) => one !== doer)
      .map(([one, to]) => ({ source: doer, target: one, words: { source: by, target: to } })),
  );
}
