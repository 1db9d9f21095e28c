import type { Language } from '../lang/index.ts';
import { wordsOf } from '../text/index.ts';

/**
 * Head word of a noun phrase as written: the last word before the first preposition, relative pronoun, bracket or comma;
 * "the army of Mali" is `army`, "Dan Na Ambassagou, a militia" is `Ambassagou`. Empty for a text without words.
 */
export function headOf(text: string, { coding }: Language): string {
  const words = wordsOf(text);
  let head = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const tail = coding.at(words, at)?.value.some(({ role, value }) => role === 'word' && value === 'tail') ?? false;
    if (head !== '' && (tail || /[,;(]/.test(word.form))) break;
    if (word.kind === 'mark') continue;
    head = word.gap === 'none' && /[-\u2010\u2011]$/.test(text.slice(0, word.start)) ? `${head}-` : '';
    head += text.slice(word.start, word.end);
  }
  return head;
}
