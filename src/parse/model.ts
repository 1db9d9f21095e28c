import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { readTable, shipped } from '../text/index.ts';
import { type BeamParser, beamParser } from './beam.ts';
import { contractionJudge } from './contract.ts';
import type { Lemmas } from './lemma.ts';
import { type Scorer, sparseScorer } from './scorer.ts';
import type { AmbiguityClasses } from './tag.ts';
import type { Contracts } from './tokenise.ts';
import { unpackWeights } from './weights.ts';

/** Everything that training learnt for one language, ready for use. */
export interface Model {
  /** Language and version, as `en-1`. */
  readonly name: string;
  /** Part of speech of each tag. */
  readonly uposOf: readonly string[];
  /** Language-specific tag, or _ . */
  readonly xposOf: readonly string[];
  /** Number of each tag's part of speech, from 1. */
  readonly posOf: Int32Array;
  readonly labels: readonly string[];
  readonly classes: AmbiguityClasses;
  readonly tagFirst: Scorer;
  readonly tagSecond: Scorer;
  readonly parser: BeamParser;
  readonly lemmas: Lemmas;
  /** Features of each tag, and of single words (`form<TAB>tag number`). */
  readonly tagFeats: readonly Readonly<Record<string, string>>[];
  readonly wordFeats: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly contracts: Contracts;
}

/** First line of a model file, in JSON; the sections follow, one after the other. */
export interface ModelHeader {
  readonly format: 1;
  readonly name: string;
  readonly beam: number;
  readonly tags: readonly { readonly upos: string; readonly xpos: string; readonly feats: string }[];
  readonly labels: readonly string[];
  /** Name and length in bytes of each section. */
  readonly sections: readonly (readonly [string, number])[];
}

/** Path of a language's model, whether it is there or not. */
export const modelPath = (lang: string): string => shipped('data', 'models', `${lang}.model.br`);

/** `Number=Sing|Person=3` as a record; `_` is empty. */
function readFeats(text: string): Readonly<Record<string, string>> {
  if (text === '_') return {};
  return Object.fromEntries(text.split('|').map((feat) => feat.split('=') as [string, string]));
}

/** Reads a model; throws with the way out when the file is damaged. */
export function readModel(path: string): Model {
  const bytes = brotliDecompressSync(readFileSync(path));
  const newline = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString('utf8', 0, newline)) as ModelHeader;
  if (header.format !== 1)
    throw new Error(`${path}: model format ${header.format} found, 1 expected. Train the model again.`);
  const sections = new Map<string, Buffer>();
  let at = newline + 1;
  for (const [name, length] of header.sections) {
    sections.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  const section = (name: string): Buffer => {
    const found = sections.get(name);
    if (found === undefined) throw new Error(`${path}: section ${name} is missing. Train the model again.`);
    return found;
  };
  const scorer = (name: string) => sparseScorer(unpackWeights(section(name)));
  const lines = (name: string) =>
    section(name)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  const positions = [...new Set(header.tags.map((tag) => tag.upos))];
  const tagFeats = header.tags.map((tag) => readFeats(tag.feats));
  const classSection = section('classes');
  const pairs = new Int32Array(
    classSection.buffer.slice(classSection.byteOffset, classSection.byteOffset + classSection.length),
  );
  const classes = new Map<number, number>();
  for (let i = 0; i < pairs.length; i += 2) classes.set(pairs[i] as number, pairs[i + 1] as number);
  return {
    name: header.name,
    uposOf: header.tags.map((tag) => tag.upos),
    xposOf: header.tags.map((tag) => tag.xpos),
    posOf: Int32Array.from(header.tags, (tag) => positions.indexOf(tag.upos) + 1),
    labels: header.labels,
    classes,
    tagFirst: scorer('tagFirst'),
    tagSecond: scorer('tagSecond'),
    parser: beamParser(scorer('actions'), scorer('labels'), header.beam),
    lemmas: {
      exceptions: new Map(lines('lemmas').map(([form, upos, lemma]) => [`${form}\t${upos}`, lemma as string])),
      rules: new Map(
        lines('lemmaRules').map(([ending, upos, cut, add]) => [
          `${ending}\t${upos}`,
          { cut: Number(cut), add: add as string },
        ]),
      ),
    },
    tagFeats,
    wordFeats: new Map(lines('feats').map(([form, tag, feats]) => [`${form}\t${tag}`, readFeats(feats as string)])),
    contracts: contractionJudge(sections.has('contractions') ? scorer('contractions') : null),
  };
}

const loaded = new Map<string, Model | null>();

/** The model of a language, read at first need; null when none ships. */
export function modelOf(lang: string): Model | null {
  let model = loaded.get(lang);
  if (model === undefined) {
    const path = modelPath(lang);
    model = existsSync(path) ? withIrregulars(readModel(path), lang) : null;
    loaded.set(lang, model);
  }
  return model;
}

/** The model with the irregular forms of `data/lexicon/LANG/lemmas.tsv`, which the text it learnt from lacks. */
function withIrregulars(model: Model, lang: string): Model {
  const path = shipped('data', 'lexicon', lang, 'lemmas.tsv');
  if (!existsSync(path)) return model;
  const exceptions = new Map(model.lemmas.exceptions);
  for (const { lemma, upos, forms } of readTable(path, ['lemma', 'upos', 'forms']).rows)
    for (const form of forms.split(' ')) exceptions.set(`${form}\t${upos}`, lemma);
  return { ...model, lemmas: { ...model.lemmas, exceptions } };
}
