import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../src/lang/index.ts';
import { modelPath } from '../src/parse/model.ts';
import { sha256 } from '../src/text/index.ts';
import { learn } from './learn.ts';
import { settings } from './settings.ts';
import { readTreebank } from './treebank.ts';
import { modelFile } from './write.ts';

// One command a language: treebanks and our own sentences in, data/models/LANG.model.br and its SHA-256 out.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    treebanks: { type: 'string', default: join('..', 'shared', 'data', 'treebanks') },
    out: { type: 'string' },
  },
});
const language = languageOf(positionals[0] ?? null);
const started = Date.now();
const say = (line: string) => console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

if (language === null) {
  console.error('usage: npm run -s train -- en|fr [--treebanks FOLDER] [--out FILE]');
  process.exitCode = 2;
} else {
  const plan = settings[language.code];
  const treebanks = plan.treebanks.flatMap((file) => readTreebank(join(resolve(values.treebanks), file)));
  const bytes = modelFile(language.code, learn(treebanks, language, plan, say), plan, say);
  const out = values.out ?? modelPath(language.code);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  say(`${bytes.length} bytes`);
  console.log(`${sha256(bytes)}  ${out}`);
}
