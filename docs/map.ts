import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Draws the map of rooms in ARCHITECTURE.md from the imports as they are: `npm run map`. A test holds it current.
const page = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url));
const begin = '<!-- map: drawn by `npm run map` -->';
const end = '<!-- end of map -->';

/** The rooms and their imports as a Mermaid graph, folded to one box a room. */
export function drawMap(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const drawn = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url)),
      ...['--config', '.dependency-cruiser.cjs', '--include-only', '^src', '--collapse', '^src/[^/]+'],
      ...['--output-type', 'mermaid', 'src'],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (drawn.status !== 0) throw new Error(drawn.stderr || drawn.stdout);
  return drawn.stdout.trim();
}

/** ARCHITECTURE.md with its map replaced by the one given. */
export function withMap(text: string, map: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`ARCHITECTURE.md: no lines "${begin}" and "${end}" to draw between`);
  return `${text.slice(0, from)}${begin}\n\n\`\`\`mermaid\n${map}\n\`\`\`\n\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, withMap(readFileSync(page, 'utf8'), drawMap()));
  console.log('ARCHITECTURE.md: map drawn.');
}
