/** Who is next to whom: for each place, the indices of its neighbours. */
export type Neighbours = readonly (readonly number[])[];

export interface Weight {
  readonly to: number;
  readonly weight: number;
}

/** For each place, the places that count for it and how much. */
export type SpatialWeights = readonly (readonly Weight[])[];

/** Each neighbour counts 1 (style B of the R package spdep); with `self` the place counts as its own neighbour. */
export function binaryWeights(neighbours: Neighbours, self = false): SpatialWeights {
  mustBePlaces(neighbours);
  return neighbours.map((list, i) => {
    const all = self && !list.includes(i) ? [...list, i] : list;
    return all.map((to) => ({ to, weight: 1 }));
  });
}

/** The neighbours of a place share a weight of 1 (style W of spdep); a place without any has none. */
export function rowWeights(neighbours: Neighbours): SpatialWeights {
  mustBePlaces(neighbours);
  return neighbours.map((list) => list.map((to) => ({ to, weight: 1 / list.length })));
}

function mustBePlaces(neighbours: Neighbours): void {
  const n = neighbours.length;
  if (!neighbours.every((list) => list.every((to) => Number.isInteger(to) && to >= 0 && to < n)))
    throw new RangeError(`neighbours must be numbers of the ${n} places, from 0`);
  if (!neighbours.every((list) => new Set(list).size === list.length))
    throw new RangeError('a place may be named once among the neighbours of another');
}

/** For each place the weighted sum of `values` over those that count for it. */
export const weightedSums = (values: readonly number[], weights: SpatialWeights): number[] =>
  weights.map((row) => row.reduce((sum, { to, weight }) => sum + weight * (values[to] ?? 0), 0));

export const weightSum = (row: readonly Weight[]): number => row.reduce((sum, { weight }) => sum + weight, 0);
export const weightSquares = (row: readonly Weight[]): number => row.reduce((sum, { weight }) => sum + weight ** 2, 0);

/** The sums S0, S1 and S2 of Cliff & Ord 1981, Spatial Processes, 1.4. */
export function weightConstants(weights: SpatialWeights): { s0: number; s1: number; s2: number } {
  const into = new Array<number>(weights.length).fill(0);
  const lookup = weights.map((row) => new Map(row.map(({ to, weight }) => [to, weight])));
  let s0 = 0;
  let s1 = 0;
  weights.forEach((row, from) => {
    for (const { to, weight } of row) {
      s0 += weight;
      into[to] = (into[to] ?? 0) + weight;
      // Each unordered pair adds (w_ij + w_ji)²: half from each side where both count, all from one where one does.
      const back = lookup[to]?.get(from);
      s1 += back === undefined ? weight ** 2 : (weight + back) ** 2 / 2;
    }
  });
  const s2 = weights.reduce((sum, row, i) => sum + (weightSum(row) + (into[i] ?? 0)) ** 2, 0);
  return { s0, s1, s2 };
}
