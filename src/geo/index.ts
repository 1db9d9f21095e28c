export { type Cities, type City, cities, nameKey } from './cities.ts';
export { type Countries, type Country, countries, readCountries } from './countries.ts';
export { type NamedPlace, type Places, readPlaces } from './places.ts';
export { type Region, readRegions } from './regions.ts';
export { distanceKm, midpoint, type Point, pointAt } from './sphere.ts';
