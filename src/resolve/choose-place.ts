import { distanceKm, type NamedPlace } from '../geo/index.ts';
import type { PlaceMeaning } from './place-index.ts';
import type { Lead } from './surroundings.ts';

/** A city counts from this size on in a text about no country, and only if its namesakes are much smaller. */
const famousPopulation = 100_000;
/** A city counts from this size on in a text about other countries. */
const worldPopulation = 1_000_000;
/** Namesakes of one country that lie further apart than this cannot stand for one another. */
const apartKm = 50;
/** Countries in hand that speak for a city of the gazetteer: in a long list any name finds one. */
const handful = 4;
const namesakeFactor = 3;
/** A city of this size puts namesakes in the shade that are this many times smaller. */
const worldCity = 500_000;
const overshadowed = 20;

/** What speaks for one meaning of a name or another. */
export interface Hints {
  /** ISO 3166-1 alpha-3: those in hand, the likeliest first, then those that the text names. */
  readonly countries: readonly string[];
  readonly lead: Lead;
  /** Kind of division that a noun beside the name tells. */
  readonly division: 'admin1' | 'admin2' | null;
  /** No capitalised word touches the name. */
  readonly alone: boolean;
  /** Not the first word of a sentence. */
  readonly inside: boolean;
  /** First-level divisions that the text names. */
  readonly divisions: ReadonlySet<string>;
}

/** The likeliest meaning; null when none is sure enough. */
export function chooseMeaning(meanings: readonly PlaceMeaning[], hints: Hints): PlaceMeaning | null {
  const { countries, lead, division, alone, inside, divisions } = hints;
  let best: PlaceMeaning | null = null;
  let bestScore = 0;
  let biggest = 0;
  let second = 0;
  for (const meaning of meanings) {
    if (meaning.kind !== 'place') continue;
    const { population } = meaning.place;
    if (population > biggest) [second, biggest] = [biggest, population];
    else second = Math.max(second, population);
  }
  for (const meaning of meanings) {
    const score = scoreOf(meaning);
    if (score > bestScore) {
      best = meaning;
      bestScore = score;
    }
  }
  return best;

  /** 0: not sure enough. */
  function scoreOf(meaning: PlaceMeaning): number {
    if (meaning.kind === 'country') return division === null ? 10 : 2;
    if (meaning.kind === 'region') return division === null ? 9 : 7;
    const { place } = meaning;
    const rank = countries.indexOf(place.country);
    const supported = rank !== -1 && (rank < handful || !place.common);
    let score = supported ? 6 - Math.min(rank, 4) : 0;
    if (place.common) {
      // In a list of the country's places ("Boni, Koro et Bankass") a common name is one of them.
      const listed = place.population === 0 && rank === 0 && alone && inside;
      if (!lead.locative && division === null && !listed) return 0;
      if (!alone) return 0;
      if (!supported && place.population < (countries.length > 0 ? worldPopulation : famousPopulation)) return 0;
      if (!supported && (place.population < biggest || place.population < second * namesakeFactor)) return 0;
    } else if (!supported && countries.length > 0 && !lead.locative) return 0;
    else if (!alone && division === null && (!lead.locative || !supported)) return 0;
    // A namesake far bigger abroad: "in Paris" is hardly Paris, Texas.
    if (supported && place.population > 0 && biggest >= worldCity && place.population * overshadowed < biggest)
      score -= 6;
    score += 1 + Math.log10(place.population + 1) / 4 + (place.population === 0 ? 2 : 0);
    if (division !== null) score += place.kind === division ? 3 : place.kind === 'locality' ? 0 : 2;
    else if (place.kind === 'locality' || place.kind === 'feature') score += 1;
    if (lead.noun === 'locality' && place.kind === 'locality') score += 2;
    if (place.kind !== 'admin1' && place.admin1 !== null && divisions.has(place.admin1)) score += 2;
    return score;
  }
}

/** True for a city with a namesake of like size elsewhere in its country, where the text names the division of neither. */
export function unsettled(best: PlaceMeaning, rivals: readonly NamedPlace[], divisions: ReadonlySet<string>): boolean {
  if (best.kind !== 'place' || !best.place.common || best.place.kind !== 'locality') return false;
  const { country, admin1, population, latitude, longitude } = best.place;
  if (latitude === null || longitude === null || (admin1 !== null && divisions.has(admin1))) return false;
  return rivals.some(
    (rival) =>
      rival.country === country &&
      rival.kind === 'locality' &&
      rival.population * overshadowed > population &&
      rival.latitude !== null &&
      rival.longitude !== null &&
      distanceKm({ latitude, longitude }, { latitude: rival.latitude, longitude: rival.longitude }) > apartKm,
  );
}
