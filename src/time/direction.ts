import { type Word, withoutAccents } from '../text/index.ts';
import type { Direction } from './reader.ts';
import type { TimeWords } from './time-words.ts';

/** How many words around an expression are asked for a tense. */
const reach = 24;
const endsSentence = /^[.!?;]$/;
const pastEnding = /(?:[^e]ed|ée?s?)$/;

/**
 * Which way a time without a year points: to the past, as news does, unless the nearest word with a tense before it is
 * one of the future ("will travel on Sunday", "se concerteront jeudi"). An expression that opens its sentence looks at
 * the first such word behind it.
 */
export function pointsTo(words: readonly Word[], at: number, { phrases, futureEnding }: TimeWords): Direction {
  const tense = (i: number): Direction | null => {
    if (phrases['next-words'].at(words, i) !== null) return 'future';
    const form = words[i]?.form ?? '';
    if (futureEnding?.test(withoutAccents(form))) return 'future';
    if (phrases['past-words'].at(words, i) !== null || pastEnding.test(form)) return 'past';
    return null;
  };
  let opens = true;
  for (let i = at - 1; i >= 0 && i >= at - reach; i--) {
    if (endsSentence.test(words[i]?.form ?? '') || words[i + 1]?.gap === 'paragraph') break;
    // "On Monday", "Le 20 juin": a short word before the time does not end its opening.
    if (at - i > 2) opens = false;
    const found = tense(i);
    if (found !== null) return found;
    if (i === 0 && at - i > 2) opens = false;
  }
  if (!opens) return 'past';
  for (let i = at; i < words.length && i <= at + reach; i++) {
    if (endsSentence.test(words[i]?.form ?? '') || (i > at && words[i]?.gap === 'paragraph')) break;
    const found = tense(i);
    if (found !== null) return found;
  }
  return 'past';
}
