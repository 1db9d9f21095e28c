import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import type { Language } from './language.ts';

export type { CodingEntry, CodingRole, CodingWords } from './coding.ts';
export type { Language } from './language.ts';
export { type SentenceWords, sentenceWords } from './sentences.ts';

/** The languages that griot codes. */
export const languages: readonly Language[] = [en, fr];

/** The language of an ISO 639-1 code, or null when griot has none for it. */
export function languageOf(code: string | null): Language | null {
  return languages.find((language) => language.code === code) ?? null;
}
