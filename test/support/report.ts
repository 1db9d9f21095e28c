import type { Id, Participant, Report, Sector } from '../../src/model/index.ts';

/** A party by its words: "the army" of a sector. */
export const party = (text: string, sector: Sector = 'unknown', actor: string | null = null): Participant => ({
  text,
  head: text.split(' ').at(-1) ?? text,
  actor,
  sector,
  country: null,
});

/** A report with nothing but what is given. */
export function reportOf({ quote = '', ...given }: Partial<Report> & { quote?: string }): Report {
  return {
    id: 'report-1' as Id<'Report'>,
    type: 'ASSAULT',
    mode: null,
    source: [],
    target: [],
    place: null,
    when: null,
    killed: null,
    injured: null,
    abducted: null,
    arrested: null,
    status: 'asserted',
    by: null,
    provenance: {
      kind: 'sentence',
      document: 'doc-1' as Id<'Document'>,
      span: { start: 0, end: quote.length },
      quote,
      coder: 'test@1',
      score: 1,
    },
    ...given,
  };
}
