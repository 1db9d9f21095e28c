import type { DerivedProvenance, Figure } from '../model/index.ts';
import type { Series } from '../record/index.ts';

/** A number with the rows that it was counted from; they are looked up when somebody opens it. */
export function figure(series: Series, value: number, method: string, rows: () => readonly string[]): Figure {
  let found: readonly string[] | null = null;
  const provenance: DerivedProvenance = {
    kind: 'derived',
    method,
    snapshots: [series.snapshot.id],
    get rows() {
      found ??= rows();
      return found;
    },
  };
  return { value, provenance: [provenance] };
}
