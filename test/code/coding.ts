import { code } from '../../src/code/index.ts';
import type { Claim, Document, Id, Names } from '../../src/model/index.ts';
import { parse } from '../../src/parse/index.ts';

/** Names that know nobody and nowhere: what the words alone tell. */
const noNames: Names = { actorsIn: () => [], placesIn: () => [], countriesOf: () => [] };

/** A text as a reader of files would hand it on. */
export function documentOf(text: string, lang: string | null, published: string | null): Document {
  return {
    id: 'document-test' as Id<'Document'>,
    sha256: '0'.repeat(64),
    origin: 'test.txt',
    format: 'txt',
    encoding: 'utf-8',
    title: null,
    byline: null,
    site: null,
    url: null,
    published: published === null ? null : { from: published, to: published },
    publishedBasis: published === null ? null : 'given',
    lang,
    text,
  };
}

/** Codes a text published on 2024-06-15. */
export function coded(text: string, lang = 'en', names: Names = noNames) {
  return code(documentOf(text, lang, '2024-06-15'), parse(text, { lang }).sentences, names);
}

/** A claim in short: kind, measure and best value, percent or factor. */
export function brief({ kind, of, value, percent, factor }: Claim): string {
  return [kind, of, percent ?? factor ?? value?.best ?? value?.low ?? '-'].join(' ');
}

export const claimed = (text: string, lang = 'en') => coded(text, lang).claims.map(brief);
