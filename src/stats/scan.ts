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

/** Sites in order of their distance from each site, as far as the share of the population goes. */
type Circles = readonly (readonly number[])[];

/**
 * Most likely cluster of high rates among circles about the sites: Kulldorff 1997, A spatial scan statistic,
 * doi:10.1080/03610929708831995, Poisson model, purely spatial. Of equal clusters the first. Throws NotEstimable
 * without cases or population.
 */
export function scan(sites: readonly ScanSite[], options: ScanOptions = {}): ScanCluster {
  const { circles, cases } = prepared(sites, options);
  const { members, logRatio } = mostLikely(sites, circles, cases);
  const within = members.reduce((sum, i) => sum + (cases[i] ?? 0), 0);
  const all = total(cases);
  const expected = (all * total(members.map((i) => sites[i]?.population ?? 0))) / total(populations(sites));
  return {
    members: [...members].sort((a, b) => a - b),
    cases: within,
    expected,
    relativeRisk: within / expected / ((all - within) / (all - expected)),
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
  const { circles, cases } = prepared(sites, options);
  const seen = mostLikely(sites, circles, cases).logRatio;
  const ends: number[] = [];
  for (const population of populations(sites)) ends.push((ends.at(-1) ?? 0) + population);
  const random = seeded(seed);
  let asExtreme = 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const fallen = sites.map(() => 0);
    for (let n = total(cases); n > 0; n--) {
      const site = firstAbove(ends, random() * (ends.at(-1) ?? 0));
      fallen[site] = (fallen[site] ?? 0) + 1;
    }
    if (mostLikely(sites, circles, fallen).logRatio >= seen) asExtreme += 1;
  }
  return asExtreme / (replicates + 1);
}

function prepared(
  sites: readonly ScanSite[],
  { share = 0.5, distance = onPlane }: ScanOptions,
): { circles: Circles; cases: number[] } {
  for (const { population, cases } of sites)
    if (!(population >= 0 && Number.isInteger(cases) && cases >= 0))
      throw new RangeError('each site needs a population of 0 or more and a whole number of cases');
  const everybody = total(populations(sites));
  const cases = sites.map((site) => site.cases);
  if (!(everybody > 0)) throw new NotEstimable('Nobody lives at any site, so no rate can be high.');
  if (total(cases) === 0) throw new NotEstimable('There is no case at any site, so there is no cluster.');
  const circles = sites.map((centre) => {
    const order = sites
      .map((site, i) => ({ i, far: distance(centre, site) }))
      .sort((a, b) => a.far - b.far || a.i - b.i);
    const circle: number[] = [];
    let people = 0;
    for (const { i } of order) {
      people += sites[i]?.population ?? 0;
      if (people > share * everybody) break;
      circle.push(i);
    }
    return circle;
  });
  return { circles, cases };
}

function mostLikely(
  sites: readonly ScanSite[],
  circles: Circles,
  cases: readonly number[],
): { members: readonly number[]; logRatio: number } {
  const all = total(cases);
  const everybody = total(populations(sites));
  let best: { circle: readonly number[]; size: number; logRatio: number } = { circle: [], size: 0, logRatio: 0 };
  for (const circle of circles) {
    let within = 0;
    let people = 0;
    circle.forEach((i, place) => {
      within += cases[i] ?? 0;
      people += sites[i]?.population ?? 0;
      const expected = (all * people) / everybody;
      if (!(within > expected)) return;
      const without = all - within;
      const logRatio =
        within * Math.log(within / expected) + (without === 0 ? 0 : without * Math.log(without / (all - expected)));
      if (logRatio > best.logRatio) best = { circle, size: place + 1, logRatio };
    });
  }
  return { members: best.circle.slice(0, best.size), logRatio: best.logRatio };
}

const onPlane = (a: ScanSite, b: ScanSite): number => Math.hypot(a.x - b.x, a.y - b.y);
const populations = (sites: readonly ScanSite[]): number[] => sites.map(({ population }) => population);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

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
