import type { Claim, Document, Id, Place } from '../../src/model/index.ts';
import { makeId, sha256 } from '../../src/text/index.ts';

/** A document of one text. */
export function documentOf(text: string, hash = sha256(text)): Document {
  return {
    id: makeId('doc', hash),
    sha256: hash,
    origin: 'text.txt',
    format: 'txt',
    encoding: 'utf-8',
    title: null,
    byline: null,
    site: null,
    url: null,
    published: null,
    publishedBasis: null,
    lang: 'en',
    text,
  };
}

export const country = (iso3: string, name: string): Place => ({
  text: name,
  name,
  admin1: null,
  countries: [iso3],
  precision: 'country',
  latitude: null,
  longitude: null,
});

/** A count claim on deaths; what is given stands above. */
export function claimOf({
  document = 'doc-1' as Id<'Document'>,
  quote = 'killed 8,000',
  start = 0,
  ...given
}: Partial<Claim> & { document?: Id<'Document'>; quote?: string; start?: number }): Claim {
  return {
    id: makeId('claim', document, start, quote),
    kind: 'count',
    of: 'fatalities',
    value: null,
    unit: 'people',
    per: null,
    percent: null,
    factor: null,
    size: null,
    direction: null,
    period: null,
    baseline: null,
    since: null,
    place: country('MLI', 'Mali'),
    actor: null,
    onCivilians: false,
    by: null,
    provenance: {
      kind: 'sentence',
      document,
      span: { start, end: start + quote.length },
      quote,
      coder: 'test@1',
      score: 1,
    },
    ...given,
  };
}
