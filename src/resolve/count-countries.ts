import type { NameWord } from '../text/index.ts';
import { isShouting, written } from './casing.ts';
import type { Finder } from './find-actors.ts';
import type { PlaceIndex } from './place-index.ts';
import { endingsOf, leadTo } from './surroundings.ts';

/** Weights of what points to a country: its own name or demonym, a place in it, a group that belongs to it. */
const weights = { name: 1.5, demonym: 1, capital: 1, place: 3, actor: 0.5, mission: 2 } as const;
/** What "in Mali" weighs: where a thing happened tells more than who had a hand in it. */
const locativeWeight = 3;

/**
 * Countries that a text is about, the likeliest first: every mention adds its weight, the first mention half as much
 * again; publishers and companies do not count, whose home says nothing of the matter.
 */
export function countCountries(
  text: string,
  words: readonly NameWord[],
  lang: string | null,
  finder: Finder,
  index: PlaceIndex,
): string[] {
  const endings = endingsOf(words, finder.lexicon(lang).locators);
  const scores = new Map<string, number>();
  const shouting = isShouting(words);
  const add = (country: string, weight: number) => {
    scores.set(country, (scores.get(country) ?? 0) + weight * (scores.size === 0 ? 1.5 : 1));
  };
  const isWhere = (at: number) => {
    const { inside, part } = leadTo(words, at, text, endings);
    return inside || part;
  };
  for (let at = 0; at < words.length; ) {
    let next = at + 1;
    const pointed = new Map<string, number>();
    const reach = (end: number) => {
      if (end < next) return false;
      if (end > next) pointed.clear();
      next = end;
      return true;
    };
    const point = (country: string, weight: number) =>
      pointed.set(country, Math.max(pointed.get(country) ?? 0, weight));
    const [country] = finder.countryWords.at(words, at);
    if (country !== undefined) {
      for (const value of country.values) {
        if (written(value.casing, words, at, country.end, shouting) && reach(country.end))
          point(value.country.iso3, value.kind !== 'demonym' && isWhere(at) ? locativeWeight : weights[value.kind]);
      }
    }
    const [actor] = finder.actors.names.at(words, at);
    if (actor !== undefined) {
      for (const { row, casing } of actor.values) {
        const tells = row.country !== null && row.sector !== 'media' && row.code !== 'BUS';
        if (written(casing, words, at, actor.end, shouting) && reach(actor.end) && tells && row.country !== null)
          point(row.country, weights.actor);
        else if (row.host !== null && written(casing, words, at, actor.end, shouting) && actor.end === next)
          point(row.host, weights.mission);
      }
    }
    const [place] = index.names.at(words, at);
    if (place !== undefined) {
      for (const value of place.values) {
        if (value.kind !== 'place' || value.place.common) continue;
        if (written(value.casing, words, at, place.end, shouting) && reach(place.end))
          point(value.place.country, weights.place);
      }
    }
    // A word that several countries share points to each of them a little.
    for (const [iso3, weight] of pointed) add(iso3, weight / pointed.size);
    at = next;
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([country]) => country);
}
