import { normalise } from './attributes.ts';

/** Lemmas by rule with exceptions; keys of `exceptions` are `form<TAB>upos` in lower case, of `rules` `suffix<TAB>upos`. */
export interface Lemmas {
  readonly exceptions: ReadonlyMap<string, string>;
  /** A rule cuts `cut` letters off the end and adds `add`. */
  readonly rules: ReadonlyMap<string, { readonly cut: number; readonly add: string }>;
}

/** Longest ending that a rule looks at, in letters. */
export const longestEnding = 6;

/** The lemma that the longest matching rule gives. Names keep their capitals. */
export function ruleLemma(rules: Lemmas['rules'], form: string, upos: string): string {
  const base = upos === 'PROPN' ? form : form.toLowerCase().replace(/[’`´]/g, "'");
  const low = normalise(base);
  for (let k = Math.min(longestEnding, low.length); k >= 0; k--) {
    const rule = rules.get(`${k === 0 ? '' : low.slice(-k)}\t${upos}`);
    if (rule !== undefined && rule.cut < base.length + (rule.add === '' ? 0 : 1))
      return base.slice(0, base.length - rule.cut) + rule.add;
  }
  return base;
}

export function lemmaOf({ exceptions, rules }: Lemmas, form: string, upos: string): string {
  const known = exceptions.get(`${form.toLowerCase().replace(/[’`´]/g, "'")}\t${upos}`);
  if (known !== undefined) return known;
  return ruleLemma(rules, form, upos);
}
