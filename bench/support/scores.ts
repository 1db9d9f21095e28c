import { f1 } from './overlap.ts';

/** What a score is made of; tallies of documents add up to that of a file (micro average). */
export interface Tally {
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  let [matched, predicted, gold] = [0, 0, 0];
  for (const tally of tallies) {
    matched += tally.matched;
    predicted += tally.predicted;
    gold += tally.gold;
  }
  return { matched, predicted, gold };
}

/** F1 of a tally; null where nothing was wanted and nothing was found. */
export const f1Of = ({ matched, predicted, gold }: Tally): number | null => f1(matched, predicted, gold);

/** Items as sets: what both hold counts once. */
export function setTally(gold: Iterable<string>, predicted: Iterable<string>): Tally {
  const [wanted, found] = [new Set(gold), new Set(predicted)];
  return { matched: [...found].filter((item) => wanted.has(item)).length, predicted: found.size, gold: wanted.size };
}

/** Items as multisets: each counts as often as it stands. */
export function bagTally(gold: readonly string[], predicted: readonly string[]): Tally {
  const left = new Map<string, number>();
  for (const item of gold) left.set(item, (left.get(item) ?? 0) + 1);
  let matched = 0;
  for (const item of predicted) {
    const have = left.get(item) ?? 0;
    if (have === 0) continue;
    left.set(item, have - 1);
    matched += 1;
  }
  return { matched, predicted: predicted.length, gold: gold.length };
}

/** The tally of each label over items that carry bags of labels. */
export function talliesByLabel(
  items: Iterable<{ readonly gold: readonly string[]; readonly predicted: readonly string[] }>,
): ReadonlyMap<string, Tally> {
  const parts = new Map<string, Tally[]>();
  for (const { gold, predicted } of items)
    for (const label of new Set([...gold, ...predicted])) {
      const only = (labels: readonly string[]) => labels.filter((other) => other === label);
      const tallies = parts.get(label) ?? [];
      tallies.push(bagTally(only(gold), only(predicted)));
      parts.set(label, tallies);
    }
  return new Map([...parts].map(([label, tallies]) => [label, sumOf(tallies)]));
}

/** Mean of the labels' F1: rare ones weigh as much as common ones. Labels that are nowhere gold are left out. */
export function macroF1(byLabel: ReadonlyMap<string, Tally>): number | null {
  const scores = [...byLabel.values()].filter(({ gold }) => gold > 0).map((tally) => f1Of(tally) ?? 0);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Spearman's rank correlation, ties at their mean rank; null where one side never varies or there are under two pairs. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) throw new Error(`${a.length} numbers cannot be paired with ${b.length}.`);
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, i) => {
    const [dx, dy] = [rank - mean, (y[i] ?? mean) - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (let i = from; i <= to; i++) ranks[order[i]?.at ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Items under one key together, keys in the order of their first item. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
