import type { Token } from '../model/index.ts';
import type { ParserInput } from './arcs.ts';
import { attributesOf } from './attributes.ts';
import { parseBeam } from './beam.ts';
import { hashString } from './hash.ts';
import { lemmaOf } from './lemma.ts';
import type { Model } from './model.ts';
import { type FeatureBuffer, featureBuffer } from './scorer.ts';
import { classesOf, tagSentence } from './tag.ts';
import type { Word } from './tokenise.ts';

const rootWord = hashString('<root>');
const noWord = hashString('<none>');
/** Tags of the root and of no word: beyond those of any language. */
const rootTag = 1001;
const noTag = 1002;

/** Parser input of a tagged sentence; `low` holds the hashes of the lower-case forms, `tags` a tag a word. */
export function parserInput(low: Int32Array, tags: ArrayLike<number>, posOf: Int32Array): ParserInput {
  const count = low.length;
  const word = new Int32Array(count + 2);
  const tag = new Int32Array(count + 2);
  const pos = new Int32Array(count + 2);
  word[0] = rootWord;
  word[count + 1] = noWord;
  tag[0] = pos[0] = rootTag;
  tag[count + 1] = pos[count + 1] = noTag;
  for (let i = 0; i < count; i++) {
    word[i + 1] = low[i] as number;
    tag[i + 1] = tags[i] as number;
    pos[i + 1] = posOf[tags[i] as number] as number;
  }
  return { count, word, tag, pos };
}

/** What an analysis gives of a sentence: by word from 0, heads -1 for the root. */
export interface Analysis {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

let buffer: FeatureBuffer | null = null;
const scores = new Float64Array(256);

/** Tags and tree of the word forms of one sentence. */
export function analyse(forms: readonly string[], model: Model): Analysis {
  buffer ??= featureBuffer();
  const words = attributesOf(forms);
  const classes = classesOf(words, model.classes);
  const guesses = tagSentence(model.tagFirst, words, classes, null, buffer, scores);
  const tags = tagSentence(model.tagSecond, words, classes, guesses, buffer, scores);
  const input = parserInput(words.low, tags, model.posOf);
  const { heads, labels } = parseBeam(model.parser, input);
  return {
    tags,
    heads: heads.slice(1, forms.length + 1).map((head) => head - 1),
    labels: labels.slice(1, forms.length + 1),
  };
}

const passive: Readonly<Record<string, string>> = { Voice: 'Pass' };

/**
 * Tokens of an analysed sentence. Voice comes from the tree: a past participle is passive when it has a passive
 * auxiliary, or no auxiliary at all ("the men killed on Monday").
 */
export function tokensOf(words: readonly Word[], { tags, heads, labels }: Analysis, model: Model): Token[] {
  const auxiliary = new Uint8Array(words.length);
  const passiveAuxiliary = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const head = heads[i] as number;
    const label = model.labels[labels[i] as number] as string;
    if (head < 0 || !label.startsWith('aux')) continue;
    if (label === 'aux:pass') passiveAuxiliary[head] = 1;
    else auxiliary[head] = 1;
  }
  return words.map(({ span, form, contraction }, i) => {
    const tag = tags[i] as number;
    const upos = model.uposOf[tag] as string;
    let feats =
      model.wordFeats.get(`${form.toLowerCase().replace('’', "'")}\t${tag}`) ??
      (model.tagFeats[tag] as Readonly<Record<string, string>>);
    if (upos === 'VERB' && feats.VerbForm === 'Part' && feats.Tense !== 'Pres') {
      if (passiveAuxiliary[i] === 1 || auxiliary[i] === 0) feats = { ...feats, ...passive };
    }
    const head = heads[i] as number;
    const label = model.labels[labels[i] as number] as string;
    // The label is chosen without knowing the whole tree: only the word without a head may be the root.
    const deprel = head < 0 ? 'root' : label === 'root' ? 'dep' : label;
    const token = { span, form, lemma: lemmaOf(model.lemmas, form, upos), upos, feats, head, deprel };
    return contraction === null ? token : { ...token, contraction };
  });
}
