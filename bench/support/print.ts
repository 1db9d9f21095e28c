import type { Bench, BenchResult } from './harness.ts';

const shown = (value: number | null) =>
  value === null ? '-' : Number.isInteger(value) ? String(value) : value.toPrecision(4);

/** Prints the figures with their floors and the peers beside them; notes are single cases, for those who mend them. */
export function printResult(result: BenchResult, bench: Bench, options = { notes: true }): void {
  console.log(`${result.bench}: ${bench.about}\n${result.data}, ${result.rows} rows`);
  if (options.notes) for (const note of result.notes ?? []) console.log(note);
  for (const [figure, value] of Object.entries(result.figures)) {
    const bound =
      bench.floors[figure] !== undefined
        ? `at least ${bench.floors[figure]}`
        : bench.most?.[figure] !== undefined
          ? `at most ${bench.most[figure]}`
          : '';
    const peers = result.peers.filter((peer) => peer.figure === figure);
    const beside = peers.map((peer) => `${peer.name} ${shown(peer.value)} (${peer.origin})`).join('; ');
    console.log(`  ${figure.padEnd(28)} ${shown(value).padStart(9)}  ${bound.padEnd(16)} ${beside}`.trimEnd());
  }
}

/** Figures that miss their floor, one sentence each. */
export function misses(result: BenchResult, bench: Bench): string[] {
  const out: string[] = [];
  for (const [figure, floor] of Object.entries(bench.floors)) {
    const value = result.figures[figure] ?? null;
    if (value === null || !(value >= floor))
      out.push(`${result.bench} ${figure}: ${shown(value)}, at least ${floor} wanted`);
  }
  for (const [figure, most] of Object.entries(bench.most ?? {})) {
    const value = result.figures[figure] ?? null;
    if (value === null || !(value <= most))
      out.push(`${result.bench} ${figure}: ${shown(value)}, at most ${most} wanted`);
  }
  return out;
}
