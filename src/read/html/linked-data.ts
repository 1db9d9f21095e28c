import type { DomDocument } from './dom.ts';

/** What a page says about its article in JSON-LD (schema.org). */
export interface LinkedData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** The article's text, where the page repeats it here. */
  readonly body: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const articleTypes =
  /^(?:\w*Article|NewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ReportageNewsArticle|WebPage|CreativeWork)$/;
/** Objects looked at on one page; real pages hold some dozens. */
const mostObjects = 5000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const nameOf = (value: unknown) => textOf(isObject(value) ? value.name : value);

/** All objects of the page's JSON-LD, outer before inner; scripts that are no JSON are passed over, as browsers do. */
function objectsOf(page: DomDocument): Json[] {
  const found: Json[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent.replace(/^\s*(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '');
    let value: unknown;
    try {
      // Line ends inside strings are common on real pages and no JSON.
      value = JSON.parse(source.replace(/[\n\r\t]/g, ' '));
    } catch (error) {
      if (error instanceof SyntaxError) continue;
      throw error;
    }
    const queue: unknown[] = [value];
    for (let i = 0; i < queue.length && found.length < mostObjects; i++) {
      const item = queue[i];
      if (Array.isArray(item)) queue.push(...item.slice(0, mostObjects));
      else if (isObject(item)) {
        found.push(item);
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
          queue.push(...listOf(item[key]).slice(0, mostObjects));
      }
    }
  }
  return found;
}

const typesOf = (object: Json) => listOf(object['@type']).filter((type): type is string => typeof type === 'string');

/** Reads the first article-like object of each property; a NewsArticle goes before a mere WebPage. */
export function readLinkedData(page: DomDocument): LinkedData {
  const candidates = objectsOf(page).filter((object) => typesOf(object).some((type) => articleTypes.test(type)));
  const generic = (object: Json) => typesOf(object).every((type) => type === 'WebPage' || type === 'CreativeWork');
  const ordered = [...candidates.filter((object) => !generic(object)), ...candidates.filter(generic)];
  const first = <T>(read: (object: Json) => T | null): T | null => {
    for (const object of ordered) {
      const value = read(object);
      if (value !== null) return value;
    }
    return null;
  };
  const authors = first((object) => {
    const names = listOf(object.author)
      .map(nameOf)
      .filter((name) => name !== null);
    return names.length > 0 ? names : null;
  });
  return {
    headline: first((object) => (generic(object) ? null : (textOf(object.headline) ?? textOf(object.name)))),
    published: first((object) => textOf(object.datePublished)) ?? first((object) => textOf(object.dateCreated)),
    authors: authors ?? [],
    publisher: first((object) => nameOf(listOf(object.publisher)[0])),
    body: first((object) => textOf(object.articleBody)),
  };
}
