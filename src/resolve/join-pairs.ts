import { midpoint, nameKey } from '../geo/index.ts';
import type { Place } from '../model/index.ts';
import type { NameWord } from '../text/index.ts';
import { round } from './describe-place.ts';
import type { Lexicon } from './lexicon.ts';
import type { PlaceIndex, PlaceMeaning } from './place-index.ts';
import type { Lead } from './surroundings.ts';

/** A place found at words `from` to `end`. */
export interface Candidate {
  readonly from: number;
  readonly end: number;
  readonly lead: Lead;
  /** null: no table has the name. */
  readonly meaning: PlaceMeaning | null;
  readonly place: Place;
}

/** People who live in the named place, by the gazetteer; 0 where it does not know the place. */
function peopleOf({ meaning, place }: Candidate, index: PlaceIndex): number {
  if (meaning?.kind !== 'place') return meaning === null ? 0 : Number.MAX_VALUE;
  const namesakes = index.places.cities(nameKey(meaning.place.name));
  return Math.max(
    0,
    ...namesakes.filter(({ country }) => place.countries.includes(country)).map(({ population }) => population),
  );
}

/** "between" without a second place says nothing about the first. */
function withoutBetween(found: Candidate, text: string, words: readonly NameWord[]): Candidate {
  const from = Math.min(found.from + 1, found.end - 1);
  const verbatim = text.slice((words[from] as NameWord).start, (words[found.end - 1] as NameWord).end);
  return { ...found, from, place: { ...found.place, text: verbatim } };
}

/** "between A and B", "entre A et B": one place half-way, named after the smaller of the two. */
export function joinPairs(
  text: string,
  words: readonly NameWord[],
  found: readonly Candidate[],
  lexicon: Lexicon,
  index: PlaceIndex,
): Candidate[] {
  const joined: Candidate[] = [];
  for (let i = 0; i < found.length; i++) {
    const a = found[i] as Candidate;
    const b = found[i + 1];
    const linked =
      a.lead.between &&
      b !== undefined &&
      b.from === a.end + 1 &&
      lexicon.locators.at(words, a.end).some(({ values }) => values.includes('and'));
    if (!linked || b === undefined) {
      joined.push(a.lead.between ? withoutBetween(a, text, words) : a);
      continue;
    }
    const [small] = peopleOf(a, index) <= peopleOf(b, index) ? [a] : [b];
    const pair = [a.place, b.place].map(({ latitude, longitude }) =>
      latitude === null || longitude === null ? null : { latitude, longitude },
    );
    const [one, two] = pair;
    const middle = one && two ? midpoint(one, two) : null;
    joined.push({
      ...a,
      end: b.end,
      place: {
        ...small.place,
        text: text.slice((words[a.from] as NameWord).start, (words[b.end - 1] as NameWord).end),
        admin1: a.place.admin1 === b.place.admin1 ? a.place.admin1 : small.place.admin1,
        countries: [...new Set([...a.place.countries, ...b.place.countries])],
        precision: middle === null ? small.place.precision : 'near',
        latitude: middle === null ? null : round(middle.latitude),
        longitude: middle === null ? null : round(middle.longitude),
      },
    });
    i += 1;
  }
  return joined;
}
