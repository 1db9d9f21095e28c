import { NotEstimable } from './not-estimable.ts';
import { seeded } from './seeded.ts';

/** One place: where it is, how many could be counted there (people, or expected events) and how many were. */
export interface ScanSite {
  readonly x: number;
  readonly y: number;
  readonly population: number;
  readonly cases: number;
}

export interface ScanOptions {
  /** Largest share of the population that a cluster may hold; 0.5. */
  readonly share?: number;
  /** Distance between two sites; on the plane where not given. */
  readonly distance?: (a: ScanSite, b: ScanSite) => number;
  /** Largest radius of a circle, in that distance; none where not given. With thousands of sites, a short one is quick. */
  readonly reach?: number;
}

export interface ScanCluster {
  /** Indices of the sites in it, in order. */
  readonly members: readonly number[];
  readonly cases: number;
  readonly expected: number;
  /** Rate within over rate without; infinite when all cases are within. */
  readonly relativeRisk: number;
  /** Logarithm of the likelihood ratio against one rate everywhere; 0 when no circle holds more than expected. */
  readonly logRatio: number;
}

/**
 * Most likely cluster of high rates among circles about the sites: Kulldorff 1997, A spatial scan statistic,
 * doi:10.1080/03610929708831995, Poisson model, purely spatial. Of equal clusters the first. Throws NotEstimable
 * without cases or population.
 */
export function scan(sites: readonly ScanSite[], options: ScanOptions = {}): ScanCluster {
  const map = prepared(sites, options);
  const { members, logRatio } = mostLikely(map, map.cases);
  let cases = 0;
  let people = 0;
  for (const i of members) {
    cases += map.cases[i] ?? 0;
    people += map.population[i] ?? 0;
  }
  const expected = (map.allCases * people) / map.everybody;
  return {
    members: [...members].sort((a, b) => a - b),
    cases,
    expected,
    relativeRisk: cases / expected / ((map.allCases - cases) / (map.allCases - expected)),
    logRatio,
  };
}

/**
 * P value of the most likely cluster: in `replicates` maps the cases fall on the sites by chance, as the population is
 * (Dwass 1957, doi:10.1214/aoms/1177707045; Kulldorff 1997). The same `seed` gives the same p.
 */
export function scanP(
  sites: readonly ScanSite[],
  {
    replicates = 999,
    seed = 1,
    ...options
  }: ScanOptions & { readonly replicates?: number; readonly seed?: number } = {},
): number {
  const map = prepared(sites, options);
  const seen = mostLikely(map, map.cases).logRatio;
  const ends: number[] = [];
  for (const population of map.population) ends.push((ends.at(-1) ?? 0) + population);
  const random = seeded(seed);
  const fallen = new Float64Array(sites.length);
  let asExtreme = 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    fallen.fill(0);
    for (let n = map.allCases; n > 0; n--) {
      const site = firstAbove(ends, random() * map.everybody);
      fallen[site] = (fallen[site] ?? 0) + 1;
    }
    if (mostLikely(map, fallen).logRatio >= seen) asExtreme += 1;
  }
  return asExtreme / (replicates + 1);
}

interface ScanMap {
  readonly cases: Float64Array;
  readonly population: Float64Array;
  readonly allCases: number;
  readonly everybody: number;
  /** For each site, those in circles about it, nearest first. */
  readonly circles: readonly Uint32Array[];
}

function prepared(
  sites: readonly ScanSite[],
  { share = 0.5, distance = onPlane, reach = Number.POSITIVE_INFINITY }: ScanOptions,
): ScanMap {
  for (const { population, cases } of sites)
    if (!(population >= 0 && Number.isInteger(cases) && cases >= 0))
      throw new RangeError('each site needs a population of 0 or more and a whole number of cases');
  const cases = Float64Array.from(sites, (site) => site.cases);
  const population = Float64Array.from(sites, (site) => site.population);
  const everybody = population.reduce((sum, value) => sum + value, 0);
  const allCases = cases.reduce((sum, value) => sum + value, 0);
  if (!(everybody > 0)) throw new NotEstimable('Nobody lives at any site, so no rate can be high.');
  if (allCases === 0) throw new NotEstimable('There is no case at any site, so there is no cluster.');
  const circles = sites.map((centre) => {
    const far = Float64Array.from(sites, (site) => distance(centre, site));
    const near = Uint32Array.from(far.keys()).filter((i) => (far[i] ?? 0) <= reach);
    // The sort is stable: of equal distances the first site comes first.
    near.sort((a, b) => (far[a] ?? 0) - (far[b] ?? 0));
    let people = 0;
    const size = near.findIndex((i) => {
      people += population[i] ?? 0;
      return people > share * everybody;
    });
    return near.slice(0, size === -1 ? near.length : size);
  });
  return { cases, population, allCases, everybody, circles };
}

function mostLikely(
  { circles, population, allCases, everybody }: ScanMap,
  cases: Float64Array,
): { members: Uint32Array; logRatio: number } {
  let best: { circle: Uint32Array; size: number; logRatio: number } = {
    circle: new Uint32Array(),
    size: 0,
    logRatio: 0,
  };
  for (const circle of circles) {
    let within = 0;
    let people = 0;
    for (let place = 0; place < circle.length; place++) {
      const site = circle[place] ?? 0;
      within += cases[site] ?? 0;
      people += population[site] ?? 0;
      const expected = (allCases * people) / everybody;
      if (!(within > expected)) continue;
      const without = allCases - within;
      const rest = without === 0 ? 0 : without * Math.log(without / (allCases - expected));
      const logRatio = within * Math.log(within / expected) + rest;
      if (logRatio > best.logRatio) best = { circle, size: place + 1, logRatio };
    }
  }
  return { members: best.circle.slice(0, best.size), logRatio: best.logRatio };
}

const onPlane = (a: ScanSite, b: ScanSite): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

/** Index of the first of the rising `ends` that is above `value`. */
function firstAbove(ends: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
