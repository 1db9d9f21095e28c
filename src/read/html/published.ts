import { isIsoPrefix } from '../../model/index.ts';
import { findDate, statedDay } from '../dates.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** When a page says that its article was published. */
export interface Published {
  /** As written on the page: ISO 8601 mostly. */
  readonly time: string;
  /** ISO prefix: the day, or the month where an address states no more. */
  readonly day: string;
  readonly basis: 'metadata' | 'text';
}

/** Names of meta elements that state it, best first, lower case. */
const metaNames = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date_published',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'publication_date',
  'publication-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'dc:date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'bt:pubdate',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'shareaholic:article_published_time',
  'rnews:datepublished',
  'datecreated',
  'date',
  'created',
  'timestamp',
];

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** True for elements of other stories, comments and navigation, whose dates are not the article's. */
function isAside(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let up = 0; at !== null && up < 12; up++, at = at.parentNode) {
    if (at.nodeType !== 1) break;
    if (/^(?:ASIDE|NAV|FOOTER)$/.test(at.tagName)) return true;
    const marks = `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`;
    if (
      at.tagName !== 'BODY' &&
      at.tagName !== 'HTML' &&
      /comment|related|sidebar|widget|footer|recommend|teaser|promo|trending|most-?read|latest/i.test(marks)
    )
      return true;
  }
  return false;
}

/** The date as `<time>` elements or elements with a telling class show it; the first that holds one. */
function shownDate(page: DomDocument, dayFirst: boolean): Published | null {
  const marked = [
    'time[itemprop="datePublished"]',
    '[itemprop="datePublished"]',
    'time[pubdate]',
    'time[class*="publi"]',
    'time[datetime]',
    'time',
  ];
  const classed = [
    '[class*="publish"]',
    '[class*="pubdate"]',
    '[class*="post-date"]',
    '[class*="entry-date"]',
    '[class*="article-date"]',
    '[class*="dateline"]',
    '[class*="date"]',
    '[id*="date"]',
    '[class*="timestamp"]',
    '[class*="time"]',
    '[class*="byline"]',
    '[class*="meta"]',
  ];
  for (const selector of [...marked, ...classed]) {
    let looked = 0;
    for (const element of page.querySelectorAll(selector)) {
      if (++looked > 40) break;
      if (isAside(element)) continue;
      const machine = element.getAttribute('datetime') ?? element.getAttribute('content');
      const stated = machine === null ? null : statedDay(machine);
      if (stated?.length === 10) return { time: machine ?? stated, day: stated, basis: 'metadata' };
      const text = collapse(element.textContent);
      if (text.length > 120) continue;
      const found = findDate(text, dayFirst);
      if (found?.date.length === 10) return { time: found.date, day: found.date, basis: 'text' };
    }
  }
  return null;
}

/** `/2022/11/24/` or `/2022/11/` in an address, as many news sites and blogs write it. */
function dateInAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](?:(\d{1,2})(?:[/-]|$))?/.exec(url ?? '');
  if (found === null) return null;
  const [, year, month = '', day] = found;
  const padded = month.padStart(2, '0');
  return day === undefined
    ? isIsoPrefix(`${year}-${padded}`)
      ? `${year}-${padded}`
      : null
    : statedDay(`${year}-${month}-${day}`);
}

/**
 * The publication date: what the page states for machines (meta elements, JSON-LD), what it shows in `<time>` or in
 * elements with a telling class, the date in its address. The time of the last change is never taken for it.
 */
export function publishedOf(
  page: DomDocument,
  metas: ReadonlyMap<string, string>,
  linked: string | null,
  url: string | null,
  dayFirst: boolean,
): Published | null {
  const asStated = (value: string | null | undefined): Published | null => {
    const day = value === null || value === undefined ? null : isIsoPrefix(value) ? value : statedDay(value);
    return day === null || !value ? null : { time: value, day, basis: 'metadata' };
  };
  for (const value of [metas.get('article:published_time'), linked, ...metaNames.map((name) => metas.get(name))]) {
    const published = asStated(value);
    if (published !== null) return published;
  }
  return shownDate(page, dayFirst) ?? asStated(dateInAddress(url));
}
