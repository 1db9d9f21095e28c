import { fileURLToPath } from 'node:url';
import { fold, readTable } from '../../../src/text/index.ts';

const articles = new Set(['a', 'an', 'the']);

/** Words after which nothing of a noun phrase is its head: prepositions and relative pronouns. */
const closers = new Set(
  `about above across after against along amid among around at before behind below beneath beside between beyond by
  despite during for from in including inside into near of off on onto outside over since through to toward towards
  under until upon via with within without who whom whose which that where when`.split(/\s+/),
);

/** Lower case, without punctuation, accents and articles. */
export function normalised(text: string): string {
  return fold(text)
    .replace(/[.'’`"]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !articles.has(word))
    .join(' ');
}

/** The last word before the first preposition or relative pronoun: "members of the army" -> members. */
export function headOfFill(text: string): string {
  const words = normalised(text).split(' ');
  const closer = words.findIndex((word, at) => at > 0 && closers.has(word));
  return words[(closer === -1 ? words.length : closer) - 1] ?? '';
}

/** Fills are the same when they or their heads are. */
export const sameFill = (a: string, b: string): boolean =>
  normalised(a) === normalised(b) || (headOfFill(a) !== '' && headOfFill(a) === headOfFill(b));

export type NounKind = 'property' | 'weapon' | 'body';

let nouns: ReadonlyMap<string, ReadonlySet<string>> | null = null;

function kinds(): ReadonlyMap<string, ReadonlySet<string>> {
  if (nouns !== null) return nouns;
  const path = fileURLToPath(new URL('./nouns.tsv', import.meta.url));
  const read = new Map<string, Set<string>>();
  for (const { noun, kind } of readTable(path, ['noun', 'kind']).rows)
    read.set(noun, new Set([...(read.get(noun) ?? []), kind]));
  nouns = read;
  return read;
}

/** Whether a noun, singular or plural, can name such a thing: an embassy is property when hit, a body when it acts. */
export function names(noun: string, kind: NounKind): boolean {
  const forms = [noun, noun.replace(/s$/, ''), noun.replace(/es$/, ''), noun.replace(/ies$/, 'y')];
  return forms.some((form) => kinds().get(form)?.has(kind) ?? false);
}

/** The weapons that a sentence names, by their nouns with a noun in front that the list has too ("car bomb"). */
export function weaponsIn(text: string): string[] {
  const words = normalised(text).split(' ');
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const two = `${words[at]} ${words[at + 1] ?? ''}`;
    if (names(two, 'weapon')) {
      found.push(two);
      at += 1;
    } else if (names(words[at] ?? '', 'weapon')) found.push(words[at] ?? '');
  }
  return found;
}
