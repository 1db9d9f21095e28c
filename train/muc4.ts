import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonLines } from '../bench/support/coding.ts';
import { codedDocument } from '../bench/support/muc/document.ts';
import type { MucRow } from '../bench/support/muc/gold.ts';
import { modelPath, writeModel } from '../bench/support/muc/model.ts';
import { loadNames } from '../src/resolve/index.ts';
import { sha256 } from '../src/text/index.ts';
import { learnIncidents } from './incidents.ts';

// Training documents of MUC-4 in, bench/support/muc/muc4.model.br and its SHA-256 out.

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join('..', 'shared', 'data', 'muc4', 'train.jsonl') },
    out: { type: 'string', default: modelPath() },
  },
});
const started = Date.now();
const say = (line: string) => console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const names = loadNames();
const rows = jsonLines<MucRow>(resolve(values.data));
say(`${rows.length} documents to code`);
const documents = rows.map((row) => ({ row, document: codedDocument(row, names) }));
const { thresholds, weights } = learnIncidents(documents, say);
const bytes = writeModel(thresholds, weights);
writeFileSync(values.out, bytes);
say(`${bytes.length} bytes`);
console.log(`${sha256(bytes)}  ${values.out}`);
