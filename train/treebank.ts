import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A sentence of a treebank: one entry a syntactic word, heads as indices (-1: root). Empty nodes are left out. */
export interface GoldSentence {
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Written words: [first, last] word and how it is written; `glued`: no space after it. */
  readonly surface: readonly {
    readonly first: number;
    readonly last: number;
    readonly form: string;
    readonly glued: boolean;
  }[];
  /** True where a paragraph begins with this sentence. */
  readonly opensParagraph: boolean;
}

/**
 * Features with those that some French treebanks keep in MISC because only the context shows them
 * (`Number[ctxt]=Sing`): the tagger has the context.
 */
function withContext(feats: string, misc: string): string {
  const own = feats === '_' ? [] : feats.split('|');
  const names = new Set(own.map((feat) => feat.split('=')[0]));
  for (const item of misc.split('|')) {
    const found = /^(Number|Gender|Tense)\[\w+\]=(\w+)$/.exec(item);
    if (found !== null && !names.has(found[1] as string)) own.push(`${found[1]}=${found[2]}`);
  }
  return own.length === 0 ? '_' : own.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|');
}

/** CoNLL-U text to sentences; throws with the line where a row cannot be read. */
export function readConllu(content: string, file: string): GoldSentence[] {
  const out: GoldSentence[] = [];
  let rows: string[][] = [];
  let text = '';
  let opens = false;
  const flush = () => {
    if (rows.length === 0) return;
    const words = rows.filter((row) => /^\d+$/.test(row[0] as string));
    const column = (i: number) => words.map((row) => row[i] as string);
    const surface: { first: number; last: number; form: string; glued: boolean }[] = [];
    let covered = 0;
    for (const row of rows) {
      const [id = '', form = ''] = row;
      const glued = /(?:^|\|)SpaceAfter=No(?:\||$)/.test(row[9] as string);
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range !== null) {
        covered = Number(range[2]);
        surface.push({ first: Number(range[1]) - 1, last: covered - 1, form, glued });
      } else if (/^\d+$/.test(id) && Number(id) > covered) {
        surface.push({ first: Number(id) - 1, last: Number(id) - 1, form, glued });
      }
    }
    out.push({
      text,
      forms: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      feats: words.map((row) => withContext(row[5] as string, row[9] as string)),
      heads: column(6).map((head) => Number(head) - 1),
      deprels: column(7),
      surface,
      opensParagraph: opens,
    });
    rows = [];
    opens = false;
  };
  content.split(/\r?\n/).forEach((line, i) => {
    if (line === '') flush();
    else if (line.startsWith('#')) {
      const found = /^# text = (.*)$/.exec(line);
      if (found !== null) text = found[1] as string;
      if (/^# new(?:par|doc)\b/.test(line)) opens = true;
    } else {
      const row = line.split('\t');
      if (row.length !== 10)
        throw new Error(`${file}, line ${i + 1}: ${row.length} columns found, 10 expected (CoNLL-U).`);
      rows.push(row);
    }
  });
  flush();
  return out;
}

/** Reads a CoNLL-U file, gzipped or not. */
export function readTreebank(path: string): GoldSentence[] {
  const bytes = readFileSync(path);
  return readConllu((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'), path);
}

/** Running text of a treebank as the CoNLL 2018 shared task gives it: paragraphs parted by an empty line. */
export function rawText(sentences: readonly GoldSentence[]): string {
  let out = '';
  for (const sentence of sentences) {
    if (sentence.opensParagraph && out !== '') out = `${out.trimEnd()}\n\n`;
    for (const { form, glued } of sentence.surface) out += glued ? form : `${form} `;
  }
  return out.trimEnd();
}
