/** An item of the gold standard, of the system, or of both. */
export interface Item {
  /** null: the system has it and the gold standard does not. */
  readonly gold: string | null;
  /** null: the gold standard has it and the system does not. */
  readonly predicted: string | null;
}

export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed (Bagga & Baldwin 1998): precision is the mean, over the items that the system has, of the share of the item's
 * cluster that is of its gold cluster; recall the mean over the gold items of the share of its gold cluster that is in its
 * cluster. An item that only one side has counts 0 there, and counts in the size of the cluster it stands in.
 */
export function bCubed(items: readonly Item[]): BCubed {
  const [gold, predicted, both] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const item of items) {
    if (item.gold !== null) count(gold, item.gold);
    if (item.predicted !== null) count(predicted, item.predicted);
    if (item.gold !== null && item.predicted !== null) count(both, `${item.gold}\n${item.predicted}`);
  }
  let [precision, recall, inGold, inPredicted] = [0, 0, 0, 0];
  for (const item of items) {
    if (item.gold !== null) inGold += 1;
    if (item.predicted !== null) inPredicted += 1;
    if (item.gold === null || item.predicted === null) continue;
    const shared = both.get(`${item.gold}\n${item.predicted}`) ?? 0;
    precision += shared / (predicted.get(item.predicted) ?? 1);
    recall += shared / (gold.get(item.gold) ?? 1);
  }
  const [p, r] = [inPredicted === 0 ? 0 : precision / inPredicted, inGold === 0 ? 0 : recall / inGold];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
