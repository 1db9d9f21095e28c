import { dateLine, datelineDate } from '../dateline.ts';
import { withoutFurniture } from '../furniture.ts';
import type { Contents } from '../reading.ts';
import { readPage } from './article.ts';

export { excess } from './limits.ts';

/** Reads an HTML page: metadata, and the article's paragraphs with a blank line between them. */
export function readHtml(html: string, origin: string): Contents {
  const page = readPage(html, origin);
  const { metadata } = page;
  const paragraphs = withoutFurniture(page.paragraphs);
  const byline = page.byline?.replace(/^(?:by|par|por|von)\s+/i, '') ?? null;
  let { published, publishedBasis } = metadata;
  const dayFirst = metadata.lang !== null && metadata.lang !== 'en';
  for (const paragraph of page.paragraphs.slice(0, 5)) {
    if (published !== null) break;
    published = dateLine(paragraph, dayFirst) ?? datelineDate(paragraph, dayFirst);
    if (published !== null) publishedBasis = 'text';
  }
  return {
    title: page.title,
    byline: byline === null || /^https?:/i.test(byline) ? null : byline,
    site: page.site !== null && page.site === page.title ? null : page.site,
    url: metadata.url,
    published,
    publishedBasis,
    statedLang: metadata.lang,
    text: paragraphs.join('\n\n'),
    warnings: page.warnings,
  };
}
