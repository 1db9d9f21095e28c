import { dateLine, datelineDate } from './dateline.ts';
import { cutTail } from './furniture.ts';
import type { Contents } from './reading.ts';

/** Lines of the head that are looked at for a title, a byline and a date. */
const headLines = 8;
/** A headline is shorter than this (characters). */
const longestTitle = 200;

const titleLabel = /^(?:title|headline|titre)\s*:\s*/i;
const byLabel = /^(?:by|par|author|auteur|authors)\s*:?\s+(?=\p{Lu})/iu;
const isTitle = (line: string) =>
  line.length <= longestTitle && /\p{L}/u.test(line) && !/[.;,:]["”’»]?$/.test(line) && !/^[-*•|>]/.test(line);

function byline(line: string): string | null {
  if (line.length > 100 || !byLabel.test(line)) return null;
  const name = line.replace(byLabel, '').trim();
  // Names only: words with a capital, and the particles and joints between them.
  return /^(?:[\p{Lu}][\p{L}\p{M}.'’-]*|and|et|de|du|la|le|van|von|bin|al|el|ould|ag|,|&|\s)+$/u.test(name)
    ? name
    : null;
}

/**
 * Plain text (and Markdown): the text stays as it is, so that a span is a place in the file; only comment forms and the
 * like are cut off at the end. Title, byline and date are taken from the first lines where they are unmistakable.
 */
export function readPlain(text: string): Contents {
  const dayFirst = /[éèàç]|\b(?:le|les|des|une)\b/.test(text.slice(0, 2000));
  const head: string[] = [];
  let at = 0;
  while (head.length < headLines && at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end).trim();
    if (line !== '') head.push(line.length > 2000 ? line.slice(0, 2000) : line);
    at = end === -1 ? text.length : end + 1;
  }
  const first = (head[0] ?? '').replace(/^#{1,3}\s+/, '');
  const label = titleLabel.exec(first);
  const plainTitle = label === null ? first : first.slice(label[0].length);
  const alone = head.length > 1 && dateLine(first, dayFirst) === null && byline(first) === null;
  const title = alone && isTitle(plainTitle) && datelineDate(first, dayFirst) === null ? plainTitle : null;
  let published: string | null = null;
  let author: string | null = null;
  for (const line of head) {
    if (line === head[0] && title !== null) continue;
    published ??= dateLine(line, dayFirst) ?? datelineDate(line, dayFirst);
    author ??= byline(line);
    // The head ends with the first line of running text.
    if (line.length > longestTitle) break;
  }
  const { text: body, warnings } = cutTail(text);
  return {
    title,
    byline: author,
    site: null,
    url: null,
    published,
    publishedBasis: published === null ? null : 'text',
    statedLang: null,
    text: body,
    warnings,
  };
}
