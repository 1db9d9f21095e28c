import type { NameContext, Place, PlaceMention } from '../model/index.ts';
import type { NameWord } from '../text/index.ts';
import { isShouting, unbroken, written } from './casing.ts';
import { chooseMeaning, unsettled } from './choose-place.ts';
import { placeOf, wholeCountry } from './describe-place.ts';
import type { CodedMention, Finder } from './find-actors.ts';
import { type Candidate, joinPairs } from './join-pairs.ts';
import type { Lexicon, Locator } from './lexicon.ts';
import type { PlaceIndex, PlaceMeaning } from './place-index.ts';
import { endingsOf, type Lead, leadTo } from './surroundings.ts';

/** Words in the longest name that is looked up in the gazetteer. */
const longestCityName = 4;
/** Words within names: "Serra do Mel" is not Serra. */
const particles = new Set(['da', 'do', 'dos', 'del', 'di', 'della']);

/** Mentions of places that are sure enough, in order, none overlapping; `actors` are those of the same text. */
export function findPlaces(
  text: string,
  words: readonly NameWord[],
  actors: readonly CodedMention[],
  context: NameContext,
  finder: Finder,
  index: PlaceIndex,
): PlaceMention[] {
  const lexicon = finder.lexicon(context.lang);
  const shouting = isShouting(words);
  const endings = endingsOf(words, lexicon.locators);
  const blocked = blockedWords(words, actors);
  const named = countriesAndDivisions(words, index, shouting);
  const countries = [...new Set([...context.countries, ...named.countries])];
  const { divisions } = named;
  const found: Candidate[] = [];
  /** First word that no mention holds yet. */
  let free = 0;
  for (let at = 0; at < words.length; ) {
    const candidate =
      nameAt(text, words, at, countries, lexicon, endings, index, shouting, divisions) ??
      capitalAt(text, words, at, context, endings, finder, index);
    if (candidate === null || isBlocked(blocked, candidate)) {
      at += 1;
      continue;
    }
    found.push(candidate.from < free ? cutTo(free, candidate, text, words) : candidate);
    free = candidate.end;
    at = Math.max(candidate.end, at + 1);
  }
  return joinPairs(text, words, found, lexicon, index).map(({ from, end, place }) => ({
    span: { start: (words[from] as NameWord).start, end: (words[end - 1] as NameWord).end },
    place,
  }));
}

/** The candidate cut to begin at word `start`: what led up to it belongs to the mention before. */
function cutTo(start: number, candidate: Candidate, text: string, words: readonly NameWord[]): Candidate {
  const verbatim = text.slice((words[start] as NameWord).start, (words[candidate.end - 1] as NameWord).end);
  return { ...candidate, from: start, place: { ...candidate.place, text: verbatim } };
}

/** For every word the span of the actor's name that it stands in: "Islamic State in the Greater Sahara" is no place. */
function blockedWords(words: readonly NameWord[], actors: readonly CodedMention[]) {
  const spans: (CodedMention | null)[] = words.map(() => null);
  for (const mention of actors) {
    if (mention.kind === 'noun') continue;
    for (let at = mention.from; at < mention.end; at++) spans[at] = mention;
  }
  return spans;
}

function isBlocked(spans: readonly (CodedMention | null)[], { from, end, meaning }: Candidate): boolean {
  const common = meaning?.kind === 'place' && meaning.place.common;
  for (let at = from; at < end; at++) {
    const span = spans[at];
    if (!span) continue;
    const width = span.end - span.from;
    // "Wagner" is a town as well, but a name of an actor is likelier that actor.
    if (width > end - at || (common && span.kind === 'named')) return true;
  }
  return false;
}

/** Countries (ISO 3166-1 alpha-3) and first-level divisions that the words name anywhere. */
function countriesAndDivisions(words: readonly NameWord[], index: PlaceIndex, shouting: boolean) {
  const countries: string[] = [];
  const divisions = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    for (const { end, values } of index.names.at(words, at)) {
      for (const value of values) {
        const division = value.kind === 'place' && value.place.kind === 'admin1';
        if (!division && value.kind !== 'country') continue;
        if (!written(value.casing, words, at, end, shouting)) continue;
        if (value.kind === 'country') countries.push(value.country.iso3);
        else if (division) divisions.add(value.place.name);
      }
    }
  }
  return { countries, divisions };
}

/** A kind of division named right after: "Borno state", "Kidal region". */
function nounAfter(words: readonly NameWord[], end: number, text: string, lexicon: Lexicon) {
  const word = words[end];
  if (word === undefined || !/^[\s-]+$/.test(text.slice((words[end - 1] as NameWord).end, word.start))) return null;
  for (const found of lexicon.locators.at(words, end)) {
    const role = found.values.find((value): value is 'admin1' | 'admin2' => value === 'admin1' || value === 'admin2');
    if (role !== undefined) return { role, end: found.end };
  }
  return null;
}

function nameAt(
  text: string,
  words: readonly NameWord[],
  at: number,
  countries: readonly string[],
  lexicon: Lexicon,
  endings: ReturnType<typeof endingsOf>,
  index: PlaceIndex,
  shouting: boolean,
  divisions: ReadonlySet<string>,
): Candidate | null {
  const word = words[at] as NameWord;
  const listed = index.names.at(words, at);
  if (listed.length === 0 && !word.capital) return null;
  const lead = leadTo(words, at, text, endings);
  const meanings: { meaning: PlaceMeaning; end: number }[] = [];
  for (const { end, values } of listed) {
    for (const meaning of values) {
      if (written(meaning.casing, words, at, end, shouting) && unbroken(text, words, at, end))
        meanings.push({ meaning, end });
    }
  }
  for (const { end, values } of index.capitals.at(words, at)) {
    if (!written('capital', words, at, end, shouting)) continue;
    for (const country of values) {
      const place = index.capitalOf(country);
      if (place !== null) meanings.push({ meaning: { kind: 'place', place, casing: 'capital' }, end });
    }
  }
  if (word.capital && lead.locative) {
    for (const end of cityEnds(words, at, text)) {
      const key = words
        .slice(at, end)
        .map(({ folded }) => folded)
        .join(' ');
      if (end === at + 1 && (key.length < 3 || isOrdinary(words, at, lexicon))) continue;
      for (const place of index.places.cities(key))
        meanings.push({ meaning: { kind: 'place', place, casing: 'capital' }, end });
    }
  }
  if (meanings.length === 0) return unknownAt(text, words, at, lead);
  const longest = Math.max(...meanings.map(({ end }) => end));
  const after = nounAfter(words, longest, text, lexicon);
  const division = after?.role ?? (lead.noun === 'admin1' || lead.noun === 'admin2' ? lead.noun : null);
  const best = chooseMeaning(
    meanings.filter(({ end }) => end === longest).map(({ meaning }) => meaning),
    {
      countries,
      lead,
      division,
      alone: standsAlone(words, at, longest, text, shouting),
      divisions,
      inside: at > 0 && /^[ ,;]+$/.test(text.slice((words[at - 1] as NameWord).end, word.start)),
    },
  );
  if (best === null) return unknownAt(text, words, at, lead);
  const rivals = meanings.flatMap(({ meaning, end }) =>
    end === longest && meaning.kind === 'place' ? [meaning.place] : [],
  );
  const end = after !== null && best.kind === 'place' && best.place.kind !== 'locality' ? after.end : longest;
  const from = lead.start;
  const verbatim = text.slice((words[from] as NameWord).start, (words[end - 1] as NameWord).end);
  return {
    from,
    end,
    lead,
    meaning: best,
    place: unsettled(best, rivals, divisions)
      ? {
          ...placeOf(best, lead, division, verbatim),
          admin1: null,
          precision: 'country',
          latitude: null,
          longitude: null,
        }
      : placeOf(best, lead, division, verbatim),
  };
}

/** "the village of X": a place for sure, though no table has it. */
function unknownAt(text: string, words: readonly NameWord[], at: number, lead: Lead): Candidate | null {
  if (lead.noun !== 'locality' || !(words[at] as NameWord).capital || lead.km !== null) return null;
  let end = at + 1;
  while (
    end < words.length &&
    end < at + longestCityName &&
    (words[end] as NameWord).capital &&
    /^[ \-'’]$/.test(text.slice((words[end - 1] as NameWord).end, (words[end] as NameWord).start))
  )
    end += 1;
  const verbatim = text.slice((words[lead.start] as NameWord).start, (words[end - 1] as NameWord).end);
  const place: Place = {
    text: verbatim,
    name: null,
    admin1: null,
    countries: [],
    precision: null,
    latitude: null,
    longitude: null,
  };
  return { from: lead.start, end, lead, meaning: null, place };
}

/** Ends of names of one to four capitalised words from `at` on, longest first ("Bobo-Dioulasso", "Gaza City"). */
function cityEnds(words: readonly NameWord[], at: number, text: string): number[] {
  const ends = [at + 1];
  for (let end = at + 1; end < words.length && ends.length < longestCityName; end++) {
    const word = words[end] as NameWord;
    if (!/^[\s\-'’]$/.test(text.slice((words[end - 1] as NameWord).end, word.start))) break;
    if (word.folded === 's' && !word.capital) break;
    ends.push(end + 1);
  }
  return ends.reverse();
}

/** A noun for people or a word of the calendar, which some city has for a name too. */
function isOrdinary(words: readonly NameWord[], at: number, lexicon: Lexicon): boolean {
  const whole = (found: { end: number }) => found.end === at + 1;
  return lexicon.nouns.at(words, at).some(whole) || lexicon.locators.at(words, at).some(whole);
}

/** No capitalised word touches the name: it is not part of a longer one. */
function standsAlone(words: readonly NameWord[], at: number, end: number, text: string, shouting: boolean): boolean {
  if (shouting) return true;
  const touches = (left: number) => {
    const a = words[left];
    const b = words[left + 1];
    return a !== undefined && b !== undefined && /^[ -]$/.test(text.slice(a.end, b.start));
  };
  const before = at > 1 && touches(at - 1) && (words[at - 1] as NameWord).capital;
  const next = words[end];
  const after =
    touches(end - 1) &&
    next !== undefined &&
    (next.capital || (particles.has(next.folded) && words[end + 1]?.capital === true));
  return !before && !after;
}

/** "in the capital", "dans le pays": of the country in hand. */
function capitalAt(
  text: string,
  words: readonly NameWord[],
  at: number,
  context: NameContext,
  endings: ReturnType<typeof endingsOf>,
  finder: Finder,
  index: PlaceIndex,
): Candidate | null {
  const country = finder.countries.byIso3(context.countries[0] ?? '');
  if (country === null || endings[at]?.some(({ role }) => role === 'article') !== true) return null;
  for (const { end, values } of finder.lexicon(context.lang).locators.at(words, at)) {
    const role = values.find(
      (value): value is Extract<Locator, 'capital' | 'country'> => value === 'capital' || value === 'country',
    );
    if (role === undefined) continue;
    const next = words[end];
    // "the capital of Mali", "la capitale Bamako" name it themselves.
    if (
      next !== undefined &&
      /^\s$/.test(text.slice((words[end - 1] as NameWord).end, next.start)) &&
      (next.capital || next.folded === 'of' || next.folded.startsWith('d'))
    )
      return null;
    const lead = leadTo(words, at, text, endings);
    if (!lead.locative && role === 'country') return null;
    const from = lead.start;
    const verbatim = text.slice((words[from] as NameWord).start, (words[end - 1] as NameWord).end);
    if (role === 'country') {
      const meaning: PlaceMeaning = { kind: 'country', country, casing: 'any' };
      return { from, end, lead, meaning, place: wholeCountry(country, verbatim) };
    }
    const place = index.capitalOf(country);
    if (place === null) continue;
    const meaning: PlaceMeaning = { kind: 'place', place, casing: 'any' };
    return { from, end, lead, meaning, place: placeOf(meaning, lead, null, verbatim) };
  }
  return null;
}
