import { benchNames, dataFolder, loadBench } from './support/harness.ts';
import { misses, printResult } from './support/print.ts';

// Runs every benchmark and holds its figures against its floors. Ends with one line `N passed, M failed`.
let passed = 0;
let failed = 0;
const haveData = dataFolder() !== null;
if (!haveData) console.log('No development data at ../shared/data: only the benchmarks that make their own input run.');
for (const name of benchNames) {
  const bench = await loadBench(name);
  if (bench.needsData && !haveData) continue;
  try {
    const result = await bench.run({ data: null, lang: null, brief: true });
    printResult(result, bench, { notes: false });
    const bounds = Object.keys(bench.floors).length + Object.keys(bench.most ?? {}).length;
    const missed = misses(result, bench);
    for (const miss of missed) console.log(`  MISSED ${miss}`);
    passed += bounds - missed.length;
    failed += missed.length;
  } catch (error) {
    console.log(`${name}: did not run: ${error instanceof Error ? error.stack : error}`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
