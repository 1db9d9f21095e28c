import type { Attributes } from './attributes.ts';
import { put } from './hash.ts';
import { best, type FeatureBuffer, type Scorer } from './scorer.ts';

/** Class of tags that a word form had in training, by the hash of its lower-case form; 0: rare or not seen. */
export type AmbiguityClasses = ReadonlyMap<number, number>;

const edge = 0x51ed270b;

/** Value of a neighbour, or one that stands for the edge of the sentence. */
const at = (column: Int32Array, k: number, n: number) => (k >= 0 && k < n ? (column[k] as number) : edge);

/** Fills `out` with the features of word `i`, given the tags of the two words before it and the first pass's guesses behind it. */
export function tagFeatures(
  out: FeatureBuffer,
  words: Attributes,
  classes: Int32Array,
  tags: Int32Array,
  guesses: Int32Array | null,
  i: number,
): void {
  const n = words.count;
  const { low, exact, shape, suffix, prefix } = words;
  const list = out.hashes;
  let f = 0;
  const shouted = words.shouted ? 1 : 0;
  const titled = words.titled ? 1 : 0;
  const w = low[i] as number;
  const form = shape[i] as number;
  const s3 = (suffix[2] as Int32Array)[i] as number;
  const wl = at(low, i - 1, n);
  const wr = at(low, i + 1, n);
  const wrr = at(low, i + 2, n);
  const wll = at(low, i - 2, n);
  const c0 = classes[i] as number;
  const cl = at(classes, i - 1, n);
  const cr = at(classes, i + 1, n);
  const crr = at(classes, i + 2, n);
  const tl = i >= 1 ? (tags[i - 1] as number) : -1;
  const tll = i >= 2 ? (tags[i - 2] as number) : -1;
  const first = i === 0 ? 1 : 0;
  f = put(list, f, 0, 0, 0, 0, 0);
  f = put(list, f, 0, w, 0, 0, 0);
  f = put(list, f, 0, exact[i] as number, first, shouted, 0);
  for (let k = 0; k < 5; k++) f = put(list, f, 0, (suffix[k] as Int32Array)[i] as number, 0, 0, 0);
  for (let k = 0; k < 4; k++) f = put(list, f, 0, (prefix[k] as Int32Array)[i] as number, 0, 0, 0);
  f = put(list, f, 0, form, first, shouted, 0);
  f = put(list, f, 0, form, s3, first, 0);
  f = put(list, f, 0, wl, 0, 0, 0);
  f = put(list, f, 0, wr, 0, 0, 0);
  f = put(list, f, 0, wll, 0, 0, 0);
  f = put(list, f, 0, wrr, 0, 0, 0);
  f = put(list, f, 0, wl, w, 0, 0);
  f = put(list, f, 0, w, wr, 0, 0);
  f = put(list, f, 0, wl, wr, 0, 0);
  f = put(list, f, 0, wll, wl, 0, 0);
  f = put(list, f, 0, wr, wrr, 0, 0);
  f = put(list, f, 0, at(suffix[2] as Int32Array, i - 1, n), 0, 0, 0);
  f = put(list, f, 0, at(suffix[2] as Int32Array, i + 1, n), 0, 0, 0);
  f = put(list, f, 0, at(suffix[1] as Int32Array, i + 1, n), s3, 0, 0);
  f = put(list, f, 0, at(shape, i + 1, n), form, 0, 0);
  f = put(list, f, 0, at(shape, i - 1, n), form, 0, 0);
  f = put(list, f, 0, c0, 0, 0, 0);
  f = put(list, f, 0, cr, 0, 0, 0);
  f = put(list, f, 0, crr, 0, 0, 0);
  f = put(list, f, 0, cl, c0, 0, 0);
  f = put(list, f, 0, c0, cr, 0, 0);
  f = put(list, f, 0, cr, crr, 0, 0);
  f = put(list, f, 0, c0, cr, crr, 0);
  f = put(list, f, 0, c0, form, first, 0);
  f = put(list, f, 0, at(shape, i - 1, n), form, at(shape, i + 1, n), 0);
  f = put(list, f, 0, titled, form, c0, 0);
  f = put(list, f, 0, titled, form, s3, 0);
  f = put(list, f, 0, (suffix[3] as Int32Array)[i] as number, cr, 0, 0);
  f = put(list, f, 0, at(suffix[2] as Int32Array, i - 1, n), s3, 0, 0);
  f = put(list, f, 0, tl, 0, 0, 0);
  f = put(list, f, 0, tll, 0, 0, 0);
  f = put(list, f, 0, tl, tll, 0, 0);
  f = put(list, f, 0, tl, w, 0, 0);
  f = put(list, f, 0, tll, w, 0, 0);
  f = put(list, f, 0, tl, tll, w, 0);
  f = put(list, f, 0, tl, s3, 0, 0);
  f = put(list, f, 0, tl, form, 0, 0);
  f = put(list, f, 0, tl, c0, 0, 0);
  f = put(list, f, 0, tl, cr, 0, 0);
  f = put(list, f, 0, tl, c0, cr, 0);
  f = put(list, f, 0, tl, wr, 0, 0);
  f = put(list, f, 0, tl, wl, w, 0);
  if (guesses !== null) {
    const gr = i + 1 < n ? (guesses[i + 1] as number) : -1;
    const grr = i + 2 < n ? (guesses[i + 2] as number) : -1;
    f = put(list, f, 0, gr, 0, 0, 0);
    f = put(list, f, 0, grr, 0, 0, 0);
    f = put(list, f, 0, gr, grr, 0, 0);
    f = put(list, f, 0, gr, w, 0, 0);
    f = put(list, f, 0, gr, s3, 0, 0);
    f = put(list, f, 0, gr, c0, 0, 0);
    f = put(list, f, 0, tl, gr, 0, 0);
    f = put(list, f, 0, tl, gr, w, 0);
    f = put(list, f, 0, tl, gr, c0, 0);
    f = put(list, f, 0, gr, grr, w, 0);
    f = put(list, f, 0, tl, tll, gr, 0);
    f = put(list, f, 0, guesses[i] as number, 0, 0, 0);
  }
  out.length = f;
}

/** Ambiguity class of each word. */
export function classesOf(words: Attributes, known: AmbiguityClasses): Int32Array {
  const out = new Int32Array(words.count);
  for (let i = 0; i < words.count; i++) out[i] = known.get(words.low[i] as number) ?? 0;
  return out;
}

/** Tags a sentence from left to right; `guesses`: tags of an earlier pass, which the second pass sees on the right. */
export function tagSentence(
  scorer: Scorer,
  words: Attributes,
  classes: Int32Array,
  guesses: Int32Array | null,
  buffer: FeatureBuffer,
  scores: Float64Array,
): Int32Array {
  const tags = new Int32Array(words.count);
  for (let i = 0; i < words.count; i++) {
    tagFeatures(buffer, words, classes, tags, guesses, i);
    scorer.score(buffer, scores);
    tags[i] = best(scores, scorer.classes);
  }
  return tags;
}
