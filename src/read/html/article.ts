import { Readability } from '@mozilla/readability';
import { paragraphsOf } from './blocks.ts';
import { type DomDocument, type DomElement, parsePage, walk } from './dom.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { headingsOf, headline } from './title.ts';

/** What Readability gives, as far as it is used here. */
interface Article {
  readonly title?: string | null;
  readonly content?: DomElement | null;
  readonly byline?: string | null;
  readonly siteName?: string | null;
  readonly lang?: string | null;
  readonly publishedTime?: string | null;
}

type Reader = new (
  page: DomDocument,
  options: { serializer: (content: DomElement) => DomElement; charThreshold?: number },
) => { parse(): Article | null };

// Typed for the browser's DOM; linkedom's stands in for it.
const Reader = Readability as unknown as Reader;

/** Elements within elements; browsers stop at 512. Deeper structure is read as paragraphs only. */
const deepest = 200;
/**
 * Nodes, and the sum of their depths, that Readability is given: it reads the text below each element again and again, so
 * its time grows with that sum. The longest pages of news sites have 13,000 nodes at a depth of 15 or so.
 */
const mostNodes = 50_000;
const mostWeight = 1_000_000;

/** An article taken out of its page. */
export interface Page {
  readonly metadata: Metadata;
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly paragraphs: readonly string[];
  readonly warnings: readonly string[];
}

/** Replaces what is nested too deep by its paragraphs, and tells whether the page is too heavy. */
function flatten(page: DomDocument): { heavy: boolean; flattened: boolean } {
  const deep: DomElement[] = [];
  let nodes = 0;
  let weight = 0;
  const count = () => {
    nodes++;
  };
  walk(page.documentElement, {
    enter(element, depth) {
      nodes++;
      weight += depth;
      if (depth < deepest) return true;
      deep.push(element);
      return false;
    },
    text: count,
    other: count,
  });
  for (const element of deep) {
    const paragraphs = paragraphsOf(element).map((text) => {
      const paragraph = page.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    });
    nodes += 2 * paragraphs.length;
    element.replaceChildren();
    for (const paragraph of paragraphs) element.append(paragraph);
  }
  return { heavy: nodes > mostNodes || weight > mostWeight, flattened: deep.length > 0 };
}

const collapse = (text: string | null | undefined) => {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim();
  return plain === '' ? null : plain;
};

/** Script elements that hold the article's markup until a script shows it, as some blog systems write it. */
function unwrapTemplates(page: DomDocument): void {
  for (const script of [...page.querySelectorAll('body script[type="text/template"]')]) {
    const markup = script.textContent;
    if (!/<(?:p|br|div)[\s/>]/i.test(markup) || markup.length < 500) continue;
    const holder = page.createElement('div');
    holder.innerHTML = markup;
    script.replaceWith(holder);
  }
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

/** True when less than half of the words that the page calls its article's are in the paragraphs found. */
function missesArticle(body: string, paragraphs: readonly string[]): boolean {
  const [stated, found] = [wordsOf(body), wordsOf(paragraphs.join(' '))];
  let common = 0;
  for (const word of stated) if (found.has(word)) common++;
  return stated.size > 50 && common < stated.size / 2;
}

/** Readability's choice; null where it finds none, or where the page exhausts its recursion. */
function takeArticle(page: DomDocument): Article | null {
  try {
    return new Reader(page, { serializer: (content) => content }).parse();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The article of a page: Readability's choice of the main element, its text by our own walk. */
export function readPage(html: string, origin: string): Page {
  const page = parsePage(html);
  const warnings: string[] = [];
  unwrapTemplates(page);
  const { heavy, flattened } = flatten(page);
  if (flattened)
    warnings.push(`Elements are nested more than ${deepest} deep; what lies deeper was read as plain paragraphs.`);
  const metadata = readMetadata(page, origin);
  const headings = headingsOf(page);
  const titleElement = page.querySelector('title')?.textContent ?? '';
  const body = page.querySelector('body');
  const all = body === null ? [] : paragraphsOf(body);
  let article: Article | null = null;
  if (heavy) warnings.push('The page is too large to look for its article: the whole text was taken.');
  else article = takeArticle(page);
  let paragraphs = article?.content ? paragraphsOf(article.content) : [];
  if (metadata.body !== null && missesArticle(metadata.body, paragraphs)) {
    paragraphs = metadata.body
      .split(/\n+/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '');
    warnings.push('The text was taken from the data that the page holds for search engines.');
  } else if (paragraphs.length === 0) {
    paragraphs = all;
    if (all.length > 0 && !heavy) warnings.push('No article was found on the page: the whole text was taken.');
  }
  const site = collapse(article?.siteName) ?? metadata.site;
  const stated = collapse(article?.title) ?? metadata.title ?? collapse(titleElement);
  return {
    metadata,
    title: stated === null ? null : headline(stated, titleElement, headings, site),
    byline: collapse(article?.byline) ?? metadata.byline,
    site,
    paragraphs,
    warnings,
  };
}
