import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchNames, dataFolder, loadBench } from '../bench/support/harness.ts';

// Writes docs/accuracy.md from the benchmarks on labelled data: `npm run accuracy`.
const page = fileURLToPath(new URL('./accuracy.md', import.meta.url));

/** Benchmarks of speed, and of reading pages, say nothing about the coder. */
const others: readonly string[] = ['import', 'articles', 'coder-speed'];

const shown = (value: number | null) => {
  if (value === null) return '-';
  if (value > 2) return value.toFixed(0);
  return value > 0 && value < 0.0005 ? value.toExponential(1) : value.toFixed(3);
};
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

if (dataFolder() === null) {
  console.error('No labelled data at ../shared/data: docs/accuracy.md stays as it is.');
  process.exitCode = 2;
} else {
  const parts: string[] = [];
  for (const name of benchNames.filter((bench) => !others.includes(bench))) {
    const bench = await loadBench(name);
    if (!bench.needsData) continue;
    const { rows, figures, peers, table } = await bench.run({ data: null, lang: null });
    const lines = Object.entries(figures).map(([figure, value]) => {
      const beside = peers.filter((peer) => peer.figure === figure);
      return [
        figure,
        shown(value),
        beside.map((peer) => `${peer.name} ${shown(peer.value)} (${peer.origin})`).join('; '),
      ];
    });
    parts.push(`## ${name}\n\n${bench.about}; ${rows} rows.\n\n${tableOf(['figure', 'value', 'others'], lines)}`);
    if (table !== undefined) parts.push(tableOf(table.head, table.rows));
    console.error(name);
  }
  const intro = `# Where griot is right, and where it is weak

Made by \`npm run accuracy\` from the benchmarks in \`bench/\` on the development parts of labelled data. The rules were written with these
parts in sight, so texts that nobody has looked at fare worse; how much worse is measured on parts that were kept apart.
`;
  writeFileSync(page, `${[intro.trim(), ...parts].join('\n\n')}\n`);
}
