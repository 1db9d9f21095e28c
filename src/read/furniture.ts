import { readTable, shipped } from '../text/index.ts';

type Kind = 'whole' | 'line' | 'tail';

const phrases: Readonly<Record<Kind, readonly string[]>> = (() => {
  const byKind: Record<Kind, string[]> = { whole: [], line: [], tail: [] };
  const path = shipped('data', 'read', 'furniture.tsv');
  const table = readTable(path, ['lang', 'kind', 'phrase']);
  for (const { kind, phrase, line } of table.rows) {
    if (kind !== 'whole' && kind !== 'line' && kind !== 'tail')
      throw new Error(`${path}, line ${line}: the kind found is ${kind}; whole, line or tail expected. Correct it.`);
    byKind[kind].push(phrase);
  }
  return byKind;
})();

const wholes = new Set(phrases.whole);
/** Paragraphs longer than this (characters) are never furniture: an article may begin with the same words. */
const longest = 220;
/** A tail opens in the last third of a text. */
const tailFrom = 2 / 3;

const comparable = (line: string) => line.toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim();

function beginsWithOne(line: string, candidates: readonly string[]): boolean {
  return candidates.some(
    (phrase) => line.startsWith(phrase) && (!/\w$/.test(phrase) || !/^[\p{L}\d]/u.test(line.slice(phrase.length))),
  );
}

const isTail = (paragraph: string) => paragraph.length <= 120 && beginsWithOne(comparable(paragraph), phrases.tail);

function isFurniture(paragraph: string): boolean {
  if (paragraph.length > longest) return false;
  const line = comparable(paragraph);
  return wholes.has(line.replace(/[\s.:…»›>|]+$/, '')) || beginsWithOne(line, phrases.line);
}

/** "... before the vote. Photo: AP", "(Crédit : AFP)": what ends so stood under a picture. */
const caption =
  /(?:^|[\s(])(?:ap |file |handout )?(?:photos?|fotos?|images?|pictures?|photograph|photographie|crédits?|credits?)\s?(?:by\s|par\s|:|©|\/|credit)[^.!?]{0,80}[.)]?$/i;
/** "Follow The Gazette on Twitter", "Suivez la Gazette sur Facebook". */
const network =
  /^(?:follow|suivez|sigue|join|find|like)\s.{1,60}\s(?:on|sur|en|us)\s.{0,20}\b(?:twitter|facebook|instagram|whatsapp|telegram|youtube|x)\b/i;

/** Running text: long enough for a sentence, or a sentence. */
const isProse = (paragraph: string) =>
  paragraph.length >= 100 || (paragraph.length >= 30 && /[.!?:؟][)"'”’»\s]*$/.test(paragraph));
/** Paragraphs before the first prose or after the last that can be labels, menus and buttons. */
const mostLabels = 25;

const size = (some: readonly string[]) => some.reduce((sum, paragraph) => sum + paragraph.length, 0);

/** Where most of a text is prose, the labels before and after it are no part of it. */
function trimLabels(paragraphs: readonly string[]): readonly string[] {
  const first = paragraphs.findIndex(isProse);
  const last = paragraphs.findLastIndex(isProse);
  if (first === -1) return paragraphs;
  const prose = size(paragraphs.filter(isProse));
  if (prose < size(paragraphs) * 0.75) return paragraphs;
  const start = first <= mostLabels ? first : 0;
  const end = paragraphs.length - 1 - last <= mostLabels ? last + 1 : paragraphs.length;
  return paragraphs.slice(start, end);
}

/**
 * A long paragraph that stands twice is a pulled quote or a gallery's caption; a text that repeats a quarter of itself
 * is meant to.
 */
function withoutRepetitions(paragraphs: readonly string[]): readonly string[] {
  const first = new Map<string, number>();
  paragraphs.forEach((paragraph, i) => {
    if (!first.has(paragraph)) first.set(paragraph, i);
  });
  const once = paragraphs.filter((paragraph, i) => paragraph.length < 60 || first.get(paragraph) === i);
  return size(once) < size(paragraphs) * 0.75 ? paragraphs : once;
}

/** Paragraphs of a page without newsletter boxes, share buttons, captions, links to other stories and comment forms. */
export function withoutFurniture(paragraphs: readonly string[]): string[] {
  const total = size(paragraphs);
  const kept: string[] = [];
  let before = 0;
  for (const paragraph of paragraphs) {
    if (before >= total * tailFrom && before > 0 && isTail(paragraph)) break;
    before += paragraph.length;
    if (isFurniture(paragraph) || isTail(paragraph)) continue;
    if (paragraph.length < 300 && (caption.test(paragraph) || network.test(paragraph))) continue;
    kept.push(paragraph);
  }
  return [...trimLabels(withoutRepetitions(kept))];
}

/** Plain text up to the first line of its tail (a comment form, "related articles"), and a warning when there is one. */
export function cutTail(text: string): { text: string; warnings: string[] } {
  let at = Math.floor(text.length * tailFrom);
  at = text.lastIndexOf('\n', at) + 1;
  while (at < text.length && at > 0) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end).slice(0, longest + 1);
    if (isTail(line.trim())) {
      const lines = text.slice(at).split('\n').length;
      const warning = `The last ${lines} lines, from "${line.trim()}", are the site's and not the article's; left out.`;
      return { text: text.slice(0, at).trimEnd(), warnings: [warning] };
    }
    if (end === -1) break;
    at = end + 1;
  }
  return { text, warnings: [] };
}
