import { readFileSync } from 'node:fs';
import { codeBytes, loadKnowledge } from '../../src/pipeline.ts';

// The coder alone in its process: reads texts (a JSON array of strings) from a file, codes each, prints what it took.
const [file = '', published = '2022-04-20'] = process.argv.slice(2);
const texts = (JSON.parse(readFileSync(file, 'utf8')) as string[]).map((text) => Buffer.from(text));
const knowledge = loadKnowledge();
const [first] = texts;
// Tables and gazetteer are read when first needed; that belongs to the start, not to the speed.
if (first !== undefined) codeBytes(first.subarray(0, 20_000), 'warm-up.txt', knowledge, { published });
const start = process.cpuUsage();
let [sentences, reports] = [0, 0];
for (const [at, bytes] of texts.entries()) {
  const coded = codeBytes(bytes, `text-${at}.txt`, knowledge, { published });
  if (!coded.ok) continue;
  sentences += coded.sentences;
  reports += coded.reports.length;
}
const { user, system } = process.cpuUsage(start);
console.log(
  JSON.stringify({
    sentences,
    reports,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
