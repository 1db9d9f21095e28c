import type { DomDocument } from './dom.ts';
import { readLinkedData } from './linked-data.ts';
import { publishedOf } from './published.ts';

/** What the page says about itself, null where it does not. */
export interface Metadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly lang: string | null;
  /** As written on the page: ISO 8601 mostly. */
  readonly publishedTime: string | null;
  /** ISO prefix of the day. */
  readonly published: string | null;
  readonly publishedBasis: 'metadata' | 'text' | null;
  /** The article's text as the page's JSON-LD repeats it; null where it is markup. */
  readonly body: string | null;
}

/** Names of meta elements that name the publication, best first, lower case. */
const siteNames = [
  'og:site_name',
  'article:publisher_name',
  'cre',
  'application-name',
  'dc.publisher',
  'twitter:app:name:iphone',
];

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

function metaValues(page: DomDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const content = collapse(meta.getAttribute('content') ?? meta.getAttribute('value') ?? '');
    if (content === '' || content.length > 2000) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/))
        if (name !== '' && !values.has(name)) values.set(name, content);
    }
  }
  return values;
}

function canonical(page: DomDocument, metas: ReadonlyMap<string, string>): string | null {
  const address = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metas.get('og:url') ?? '';
  return /^https?:\/\/[^\s]+$/i.test(address.trim()) ? address.trim() : null;
}

/** Reads the metadata of a page, before the text is taken out: Readability takes the page apart. */
export function readMetadata(page: DomDocument, origin: string): Metadata {
  const metas = metaValues(page);
  const linked = readLinkedData(page);
  const lang =
    /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(page.documentElement.getAttribute('lang') ?? '')?.[1]?.toLowerCase() ?? null;
  const url = canonical(page, metas) ?? (/^https?:\/\//i.test(origin) ? origin : null);
  const first = (wanted: readonly string[]) => {
    for (const name of wanted) {
      const value = metas.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  const published = publishedOf(page, metas, linked.published, url, lang !== null && lang !== 'en');
  return {
    title: linked.headline,
    byline: linked.authors.length > 0 ? linked.authors.join(', ') : null,
    site: first(siteNames) ?? linked.publisher,
    url,
    lang,
    publishedTime: published?.time ?? null,
    published: published?.day ?? null,
    publishedBasis: published?.basis ?? null,
    body: linked.body === null || /<\w/.test(linked.body) ? null : linked.body,
  };
}
