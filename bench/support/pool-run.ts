import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeFiles } from '../../src/coding-pool.ts';
import { generatedText } from './generated-text.ts';

// A folder coded by the pool, alone in its process: `THREADS FILES SENTENCES` (sentences a file). Loading is part of it.
const [threads = 1, files = 40, sentences = 250] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'griot-pool-'));
try {
  const paths = Array.from({ length: files }, (_, i) => {
    const path = join(folder, `${i}.txt`);
    writeFileSync(path, `${generatedText(sentences)}\nText ${i}.\n`);
    return path;
  });
  const start = performance.now();
  let coded = 0;
  for await (const { outcome } of codeFiles(paths, { published: '2022-04-20', threads }))
    if (outcome.ok) coded += outcome.sentences;
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ sentences: coded, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
