import { eld } from 'eld/medium';

/** Running text that is looked at (characters): enough to be sure, little enough to be quick. */
const sample = 4000;
/** Shorter than this (letters), a guess is not worth more than silence. */
const leastLetters = 25;

/** ISO 639-1 code of the text's language, null when it is too short or reads like none. */
export function detectLanguage(text: string): string | null {
  const middle = text.length > sample * 3 ? text.indexOf(' ', Math.floor(text.length / 3)) : 0;
  const part = text.slice(Math.max(middle, 0), Math.max(middle, 0) + sample);
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return null;
  const result = eld.detect(part);
  return result.language !== '' && result.isReliable() ? result.language : null;
}
