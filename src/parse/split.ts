import type { SentenceWords } from '../lang/index.ts';
import type { Span } from '../model/index.ts';
import { judgeStop } from './boundary.ts';
import { charClass, charClasses } from './chars.ts';

/**
 * What runs on longer than this without any end (UTF-16 units) is a table or a log, no sentence: it is cut at white
 * space, so that everything after the splitter meets pieces of bounded size.
 */
const longestSentence = 3000;

/** End of the piece that starts at `start`: white space near the limit, else the limit itself (no half surrogate). */
function cut(text: string, start: number): number {
  const classes = charClasses();
  const limit = start + longestSentence;
  for (let i = limit; i > start + longestSentence / 2; i--) {
    if (classes[text.charCodeAt(i)] === charClass.space) return i;
  }
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

/**
 * Sentences of one paragraph, in order: none overlap, none has white space at its ends, and nothing but white space
 * lies between them.
 */
export function splitParagraph(text: string, paragraph: Span, words: SentenceWords): Span[] {
  const classes = charClasses();
  const { space, terminal } = charClass;
  const out: Span[] = [];
  let start = paragraph.start;
  const close = (end: number) => {
    let last = end;
    while (last > start && classes[text.charCodeAt(last - 1)] === space) last--;
    while (last - start > longestSentence) {
      const at = cut(text, start);
      let stop = at;
      while (stop > start && classes[text.charCodeAt(stop - 1)] === space) stop--;
      if (stop > start) out.push({ start, end: stop });
      start = at;
      while (start < last && classes[text.charCodeAt(start)] === space) start++;
    }
    if (last > start) out.push({ start, end: last });
    start = end;
    while (start < paragraph.end && classes[text.charCodeAt(start)] === space) start++;
  };
  let i = paragraph.start;
  while (i < paragraph.end) {
    if (classes[text.charCodeAt(i)] !== terminal) {
      i++;
      continue;
    }
    const stop = judgeStop(text, i, start, paragraph.end, words);
    if (stop.ends) close(stop.end);
    i = stop.end;
  }
  close(paragraph.end);
  return out;
}
