import type { NameContext } from '../model/index.ts';
import { type NameWord, nameWords } from '../text/index.ts';
import { type CodedMention, type Finder, findActors } from './find-actors.ts';
import { findPlaces } from './find-places.ts';
import type { PlaceIndex } from './place-index.ts';

/** Country and sector of a party as PLOVER codes them; '' where the phrase tells none. */
export interface ActorCode {
  /** ISO 3166-1 alpha-3, or UNO, EUR, IGO, NGO for bodies of several countries (PLOVER manual, actors). */
  readonly country: string;
  /** PLOVER sector code. */
  readonly code: string;
}

/** Words that put an office into the past; PLOVER then codes ELI. */
const past = new Set([
  'former',
  'ex',
  'retired',
  'ousted',
  'deposed',
  'disgraced',
  'ancien',
  'ancienne',
  'anciens',
  'déchu',
]);
const official = new Set(['GOV', 'LEG', 'JUD', 'SPY', 'MIL', 'COP']);

/** Codes a phrase that names one party: "Burkina Faso's ruling junta" is BFA GOV, "gunmen" UAF. */
export function codeActor(phrase: string, context: NameContext, finder: Finder, index: PlaceIndex): ActorCode {
  const words = nameWords(phrase);
  const mentions = findActors(phrase, words, context, finder);
  const main = mainMention(mentions, words);
  const country = countryOf(main, mentions, phrase, words, context, finder, index);
  if (main === null) return { country, code: country === '' ? '' : 'CVL' };
  const before = words.slice(0, main.end).some(({ folded }) => past.has(folded));
  if (before && official.has(main.code)) return { country, code: 'ELI' };
  return { country, code: main.code };
}

/** The mention that the phrase is about: a noun with a country or a name before a noun alone, the earlier before the later. */
function mainMention(mentions: readonly CodedMention[], words: readonly NameWord[]): CodedMention | null {
  const [first] = mentions;
  if (first === undefined) return null;
  // "people in the UK", "official residence of the President of the United States": the head comes first.
  if (first.kind === 'noun' && first.code !== 'UNK') {
    const next = mentions[1];
    if (next === undefined) return first;
    const possessive = (words[first.end] as NameWord | undefined)?.folded === 's' && next.from === first.end + 1;
    // "army accountant" is of the army, "Deputy Minister Colonel X" a minister, "the pupils' parents" are parents.
    const rank = next.kind === 'noun' && official.has(first.code);
    return possessive || (next.from === first.end && !rank) ? next : first;
  }
  const coded = mentions.find(({ code, kind }) => code !== '' && code !== 'UNK' && kind !== 'noun');
  if (coded !== undefined) return coded;
  return mentions.find(({ code }) => code !== '' && code !== 'UNK') ?? first;
}

function countryOf(
  main: CodedMention | null,
  mentions: readonly CodedMention[],
  phrase: string,
  words: readonly NameWord[],
  context: NameContext,
  finder: Finder,
  index: PlaceIndex,
): string {
  if (main?.kind === 'named' && main.actor !== null && main.actor.country === null) {
    const row = main.row;
    if (row !== null && (main.sector === 'igo' || main.sector === 'ngo'))
      return bodyOf(row.id, row.parent, main.sector);
  }
  const own = main?.country ?? mentions.find(({ country }) => country !== null)?.country;
  if (own) return own;
  const demonym = words.findIndex((_, at) => finder.countryWords.at(words, at).length > 0);
  if (demonym !== -1) {
    const [found] = finder.countryWords.at(words, demonym);
    const [value] = found?.values ?? [];
    if (value !== undefined && (words[demonym] as NameWord).capital) return value.country.iso3;
  }
  // A bare city name is a place here without more ado: "in" is what makes the finder look at the gazetteer.
  const lead = 'in ';
  // "Madras High Court": the words before the party's noun may be a place of their own.
  const before = phrase.slice(0, main?.span.start ?? 0).trim();
  const here = { ...context, lang: context.lang ?? 'en' };
  for (const text of [phrase, lead + phrase, lead + before]) {
    const inText = nameWords(text);
    const [place] = findPlaces(text, inText, findActors(text, inText, here, finder), here, finder, index);
    if (place?.place.countries.length === 1) return place.place.countries[0] ?? '';
  }
  return '';
}

function bodyOf(id: string, parent: string | null, sector: 'igo' | 'ngo'): string {
  if (id === 'united-nations' || parent === 'united-nations') return 'UNO';
  if (id === 'european-union' || parent === 'european-union') return 'EUR';
  return sector === 'ngo' ? 'NGO' : 'IGO';
}
