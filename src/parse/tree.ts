import type { Token } from '../model/index.ts';
import { type Analysis, analyse, tokensOf } from './analyse.ts';
import { attributesOf } from './attributes.ts';
import type { Model } from './model.ts';
import type { Word } from './tokenise.ts';

/** Longest dateline, in words. */
const longestDateline = 16;

/**
 * Number of words of the dateline that opens a sentence, its dash included: "BAMAKO, Mali, Feb. 3 (Reuters) -". 0: none.
 * A dateline begins in capitals or holds an agency in brackets, and has no word in small letters but "le" and the like.
 */
function datelineLength(forms: readonly string[]): number {
  const dash = forms.findIndex((form, i) => i > 0 && i < longestDateline && /^(?:[-–—]|--)$/.test(form));
  if (dash < 1 || dash + 2 >= forms.length) return 0;
  const before = forms.slice(0, dash);
  const bracket = before.at(-1) === ')';
  const loud = /^\p{Lu}{3,}$/u.test(forms[0] as string);
  if (!bracket && !loud) return 0;
  if (!bracket && !/^\p{Lu}|^["“«]/u.test(forms[dash + 1] as string)) return 0;
  const plain =
    /^(?:[\p{Lu}\d].*|[,.()/]|le|de|la|du|et|and|mars|mai|juin|juillet|janvier|février|avril|août|septembre|octobre|novembre|décembre)$/u;
  return before.every((form) => plain.test(form)) ? dash + 1 : 0;
}

/**
 * Forms for the models: a sentence in capitals is read in small letters, words that training never met with an initial
 * capital, for they are mostly names.
 */
function quieted(forms: readonly string[], model: Model): readonly string[] {
  const words = attributesOf(forms);
  if (!words.shouted) return forms;
  return forms.map((form, i) => {
    if (form !== form.toUpperCase() || !/\p{Lu}{2}|^[AI]$/u.test(form)) return form;
    const low = form.toLowerCase();
    return model.classes.has(words.low[i] as number) ? low : form.charAt(0) + low.slice(1);
  });
}

/** Two analyses side by side: the first hangs on the root of the second as a parataxis. */
function joined(first: Analysis, second: Analysis, parataxis: number): Analysis {
  const shift = first.heads.length;
  const root = second.heads.indexOf(-1) + shift;
  const both = (a: Int32Array, b: Int32Array) => {
    const out = new Int32Array(a.length + b.length);
    out.set(a);
    out.set(b, a.length);
    return out;
  };
  const labels = first.labels.map((label, i) => (first.heads[i] === -1 ? parataxis : label));
  return {
    tags: both(first.tags, second.tags),
    heads: both(
      first.heads.map((head) => (head === -1 ? root : head)),
      second.heads.map((head) => (head === -1 ? -1 : head + shift)),
    ),
    labels: both(labels, second.labels),
  };
}

/** Tokens with tags, lemmas and tree. A dateline is read apart from the sentence that it opens. */
export function treeOf(words: readonly Word[], model: Model): Token[] {
  if (words.length === 0) return [];
  const forms = words.map(({ form }) => form);
  const dateline = datelineLength(forms);
  const rest = quieted(forms.slice(dateline), model);
  const sentence = analyse(rest, model);
  const whole =
    dateline === 0
      ? sentence
      : joined(analyse(forms.slice(0, dateline), model), sentence, Math.max(0, model.labels.indexOf('parataxis')));
  return tokensOf(words, whole, model);
}
