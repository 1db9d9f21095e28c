/** Heads 1..n (0: root) made projective by lifting the shortest crossing arcs to their grandparents (Nivre and Nilsson 2005). */
export function projective(heads: readonly number[]): number[] {
  const out = [...heads];
  const n = out.length - 1;
  for (;;) {
    let shortest = 0;
    let length = Number.POSITIVE_INFINITY;
    for (let d = 1; d <= n; d++) {
      const h = out[d] as number;
      const [low, high] = d < h ? [d, h] : [h, d];
      if (h === 0 || high - low >= length) continue;
      for (let between = low + 1; between < high; between++) {
        let up = between;
        while (up !== 0 && up !== h) up = out[up] as number;
        if (up !== h) {
          shortest = d;
          length = high - low;
          break;
        }
      }
    }
    if (shortest === 0) return out;
    out[shortest] = out[out[shortest] as number] as number;
  }
}

/** The action that builds the projective tree `heads`: dependants first, then the arc (static oracle). */
export function oracleAction(
  top: number,
  below: number,
  next: number,
  count: number,
  heads: readonly number[],
  lastDependant: Int32Array,
): 0 | 1 | 2 {
  if (top !== 0) {
    if (next <= count && heads[top] === next) return 1;
    if (heads[top] === below && (lastDependant[top] as number) < next && (below !== 0 || next > count)) return 2;
  }
  return 0;
}

/** For each word the last of its dependants (0: none). */
export function lastDependants(heads: readonly number[]): Int32Array {
  const out = new Int32Array(heads.length);
  for (let d = 1; d < heads.length; d++) {
    const h = heads[d] as number;
    if (d > (out[h] as number)) out[h] = d;
  }
  return out;
}
