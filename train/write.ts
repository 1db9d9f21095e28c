import { brotliCompressSync, constants } from 'node:zlib';
import type { ModelHeader } from '../src/parse/model.ts';
import { packWeights } from '../src/parse/weights.ts';
import { compand, fine } from './compand.ts';
import type { Learnt } from './learn.ts';
import type { Settings } from './settings.ts';

/** Sections of a model file, before packing, by name. */
function sectionsOf(learnt: Learnt, { companding }: Settings): [string, Uint8Array][] {
  const { tags, tagger, parser, lemmas, feats, contractions } = learnt;
  const text = (rows: readonly string[]) => Buffer.from(rows.join('\n'), 'utf8');
  const wordFeats = [...feats.words].map(([key, value]) => {
    const [form = '', tag = ''] = key.split('\t');
    return `${form}\t${tags.indexOf(tag)}\t${value}`;
  });
  const out: [string, Uint8Array][] = [
    ['classes', new Uint8Array(new Int32Array([...tagger.classes].flat()).buffer)],
    ['tagFirst', packWeights(compand(tagger.first, companding.tagger))],
    ['tagSecond', packWeights(compand(tagger.second, companding.tagger))],
    ['actions', packWeights(compand(parser.actions, companding.actions))],
    ['labels', packWeights(compand(parser.labels, companding.labels))],
    ['lemmas', text([...lemmas.exceptions].map(([key, lemma]) => `${key}\t${lemma}`))],
    ['lemmaRules', text([...lemmas.rules].map(([key, { cut, add }]) => `${key}\t${cut}\t${add}`))],
    ['feats', text(wordFeats)],
  ];
  if (contractions !== null) out.push(['contractions', packWeights(compand(contractions, fine))]);
  return out;
}

/** The model file of a language: a header line, its sections, compressed by Brotli. */
export function modelFile(code: 'en' | 'fr', learnt: Learnt, plan: Settings, say: (line: string) => void): Buffer {
  const sections = sectionsOf(learnt, plan);
  const header: ModelHeader = {
    format: 1,
    name: `${code}-1`,
    beam: plan.beam,
    tags: learnt.tags.map((tag) => {
      const [upos = '_', xpos = '_'] = tag.split('|');
      return { upos, xpos: plan.xpos ? xpos : '_', feats: learnt.feats.tags.get(tag) ?? '_' };
    }),
    labels: learnt.labels,
    sections: sections.map(([name, bytes]) => [name, bytes.length] as const),
  };
  for (const [name, bytes] of sections) say(`${name}: ${bytes.length} bytes before compression`);
  const whole = Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`, 'utf8'),
    ...sections.map(([, bytes]) => bytes),
  ]);
  return brotliCompressSync(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    },
  });
}
