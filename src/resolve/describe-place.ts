import { type Country, type NamedPlace, pointAt } from '../geo/index.ts';
import type { Place } from '../model/index.ts';
import type { PlaceMeaning } from './place-index.ts';
import type { Lead } from './surroundings.ts';

/** Kilometres within which a place counts as near the named one. */
const nearKm = 25;

/** The place that a meaning is, with the precision that the words around leave it. */
export function placeOf(meaning: PlaceMeaning, lead: Lead, division: 'admin1' | 'admin2' | null, text: string): Place {
  if (meaning.kind === 'country') return wholeCountry(meaning.country, text);
  if (meaning.kind === 'region') {
    const { name, countries } = meaning.region;
    return { text, name, admin1: null, countries, precision: 'region', latitude: null, longitude: null };
  }
  const { place } = meaning;
  const base = { text, name: place.name, admin1: place.admin1, countries: [place.country] };
  if (place.kind === 'admin1' || place.kind === 'area')
    return { ...base, precision: 'admin1', latitude: null, longitude: null };
  if (place.kind === 'admin2' || division !== null)
    return { ...base, precision: division ?? 'admin2', latitude: null, longitude: null };
  return { ...base, ...located(place, lead) };
}

function located(place: NamedPlace, lead: Lead): Pick<Place, 'precision' | 'latitude' | 'longitude'> {
  const { latitude, longitude } = place;
  if (latitude === null || longitude === null) return { precision: 'admin1', latitude: null, longitude: null };
  if (lead.km !== null && lead.bearing !== null) {
    const there = pointAt({ latitude, longitude }, lead.km, lead.bearing);
    return { precision: 'near', latitude: round(there.latitude), longitude: round(there.longitude) };
  }
  // Somewhere on a wide circle is no point to draw.
  if (lead.km !== null && lead.km > nearKm) return { precision: 'admin1', latitude: null, longitude: null };
  const near = lead.near || lead.part || place.kind === 'feature';
  return { precision: near ? 'near' : 'exact', latitude, longitude };
}

/** Two decimals of a degree, about a kilometre: no finer than a place read from a phrase. */
export const round = (value: number) => Math.round(value * 100) / 100;

export function wholeCountry(country: Country, text: string): Place {
  return {
    text,
    name: country.name,
    admin1: null,
    countries: [country.iso3],
    precision: 'country',
    latitude: null,
    longitude: null,
  };
}
