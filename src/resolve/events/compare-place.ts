import { distanceKm } from '../../geo/index.ts';
import type { Place } from '../../model/index.ts';
import type { Facts } from './facts.ts';
import { weights } from './weights.ts';

const { where } = weights;

/** Kilometres between two points that may be called one settlement; between a point and "near" it; two homonyms. */
const [within, about, homonyms] = [10, 40, 100];

/** Bits for the places of two reports; 0 where one states none. */
export function placeShare(a: Facts, b: Facts): number {
  if (a.closeness === null || b.closeness === null) return 0;
  if (otherCountry(a.report.place, b.report.place)) return where.far;
  if (a.closeness === 'country' || b.closeness === 'country') return where.country;
  const otherArea = a.admin1 !== null && b.admin1 !== null && a.admin1 !== b.admin1;
  if (a.closeness === 'admin1' || b.closeness === 'admin1') {
    if (otherArea) return where.far;
    return a.admin1 === null || b.admin1 === null ? 0 : where.area;
  }
  return pointShare(a, b, otherArea);
}

function otherCountry(a: Place | null, b: Place | null): boolean {
  const [here, there] = [a?.countries ?? [], b?.countries ?? []];
  if (here.length === 0 || there.length === 0 || here[0] === there[0]) return false;
  return !here.some((iso3) => there.includes(iso3));
}

function pointShare(a: Facts, b: Facts, otherArea: boolean): number {
  const rough = !isExact(a) || !isExact(b);
  const apart = kilometres(a, b);
  if (apart !== null) {
    if (apart <= within) return where.same;
    // Gazetteers put one settlement kilometres apart: within the reach of "near" its name tells.
    if (a.place === b.place) return apart > homonyms ? where.far : apart > about ? where.near : where.same;
    if (apart <= about) return rough ? where.near : where.beside;
    return where.far;
  }
  if (a.place === b.place) return otherArea ? where.far : where.same;
  if (otherArea) return where.far;
  return rough ? where.rough : where.beside;
}

const isExact = ({ report }: Facts) => report.place?.precision === 'exact';

function kilometres(a: Facts, b: Facts): number | null {
  return Number.isNaN(a.latitude - b.latitude) ? null : distanceKm(a, b);
}

/** Degrees of latitude that are farther than two points called one settlement lie apart. */
const farLatitude = 0.6;

/** True for points too far apart to be looked at; cheap, for it is asked of every pair of a block. */
export const farApart = (a: Facts, b: Facts): boolean => Math.abs(a.latitude - b.latitude) > farLatitude;
