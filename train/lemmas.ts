import { normalise } from '../src/parse/attributes.ts';
import { type Lemmas, longestEnding, ruleLemma } from '../src/parse/lemma.ts';
import type { GoldSentence } from './treebank.ts';

const low = (form: string) => form.toLowerCase().replace(/[’`´]/g, "'");

/** The most frequent key; the alphabet decides between equals, so that runs repeat. */
export function commonest(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
}

export function tally<K>(of: Map<K, Map<string, number>>, key: K, value: string, by = 1): void {
  const counts = of.get(key) ?? new Map<string, number>();
  counts.set(value, (counts.get(value) ?? 0) + by);
  of.set(key, counts);
}

/** How to get from a form to its lemma: letters to cut, letters to add. */
function ruleFor(base: string, lemma: string): string {
  let same = 0;
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
  return `${base.length - same}|${lemma.slice(same)}`;
}

/**
 * Learns lemma rules: for every ending (0 to 6 letters) and part of speech the commonest edit, kept where it differs
 * from what the next shorter ending says and at least two word forms bear it out; the forms that come out wrong are
 * listed.
 */
export function trainLemmas(sentences: readonly GoldSentence[]): Lemmas {
  const lemmas = new Map<string, Map<string, number>>();
  for (const { forms, lemmas: gold, upos } of sentences) {
    forms.forEach((form, i) => {
      const lemma = gold[i] as string;
      const pos = upos[i] as string;
      if (lemma === '_' || pos === 'X' || pos === 'PUNCT' || pos === 'SYM') return;
      tally(lemmas, `${pos === 'PROPN' ? form : low(form)}\t${pos}`, lemma);
    });
  }
  const edits = new Map<string, Map<string, number>>();
  for (const [key, counts] of lemmas) {
    const [base = '', pos = ''] = key.split('\t');
    const [lemma] = commonest(counts);
    const ending = normalise(base);
    for (let k = 0; k <= Math.min(longestEnding, ending.length); k++)
      tally(edits, `${k === 0 ? '' : ending.slice(-k)}\t${pos}`, ruleFor(base, lemma));
  }
  const rules = new Map<string, { cut: number; add: string }>();
  const keys = [...edits.keys()].sort((a, b) => a.indexOf('\t') - b.indexOf('\t') || (a < b ? -1 : 1));
  for (const key of keys) {
    const [rule, count] = commonest(edits.get(key) as Map<string, number>);
    const [cut = '0', add = ''] = rule.split('|');
    let shorter: { cut: number; add: string } | undefined;
    for (let k = 1; shorter === undefined && k <= key.indexOf('\t'); k++) shorter = rules.get(key.slice(k));
    if (shorter !== undefined && ((shorter.cut === Number(cut) && shorter.add === add) || count < 2)) continue;
    rules.set(key, { cut: Number(cut), add });
  }
  const exceptions = new Map<string, string>();
  for (const [key, counts] of [...lemmas].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [form = '', pos = ''] = key.split('\t');
    const [lemma, count] = commonest(counts);
    if (ruleLemma(rules, form, pos) !== lemma && (count > 1 || pos !== 'PROPN'))
      exceptions.set(`${low(form)}\t${pos}`, lemma);
  }
  return { exceptions, rules };
}
