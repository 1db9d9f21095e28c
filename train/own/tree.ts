import type { GoldSentence } from '../treebank.ts';

/** A word with its dependants on either side, in order. `tag` is `UPOS|XPOS` or `UPOS|Feats`. */
export interface Node {
  readonly form: string;
  readonly tag: string;
  readonly label: string;
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

export function node(
  form: string,
  tag: string,
  label: string,
  before: readonly Node[] = [],
  after: readonly Node[] = [],
): Node {
  return { form, tag, label, before, after };
}

/** The same phrase in another relation. */
export const as = (label: string, of: Node): Node => ({ ...of, label });
/** The phrase with more in front of, or behind, what it has. */
export const front = (of: Node, ...more: readonly Node[]): Node => ({ ...of, before: [...more, ...of.before] });
export const behind = (of: Node, ...more: readonly Node[]): Node => ({ ...of, after: [...of.after, ...more] });

/** A tree as a treebank sentence; `fine`: whether the second half of a tag is the XPOS (else the features). */
export function sentenceOf(root: Node, fine: boolean): GoldSentence {
  const forms: string[] = [];
  const tags: string[] = [];
  const heads: number[] = [];
  const deprels: string[] = [];
  const place = (of: Node): number => {
    const lefts = of.before.map(place);
    const at = forms.length;
    forms.push(of.form);
    tags.push(of.tag);
    deprels.push(of.label);
    heads.push(-1);
    const rights = of.after.map(place);
    for (const d of [...lefts, ...rights]) heads[d] = at;
    return at;
  };
  place(root);
  const first = forms[0] as string;
  if (/^\p{Ll}/u.test(first) && !first.includes('-')) forms[0] = first.charAt(0).toUpperCase() + first.slice(1);
  const half = (i: number) =>
    tags.map(
      (tag) =>
        tag
          .split('|')
          .slice(i, i === 0 ? 1 : undefined)
          .join('|') || '_',
    );
  return {
    text: forms.join(' '),
    forms,
    lemmas: forms.map(() => '_'),
    upos: half(0),
    xpos: fine ? half(1) : forms.map(() => '_'),
    feats: fine ? forms.map(() => '_') : half(1),
    heads,
    deprels,
    surface: forms.map((form, i) => ({ first: i, last: i, form, glued: false })),
    opensParagraph: false,
  };
}

/** Picks by a generator of numbers in [0, 1). */
export interface Chooser {
  one<T>(of: readonly T[]): T;
  /** True in the given share of cases. */
  chance(share: number): boolean;
}

export function chooser(next: () => number): Chooser {
  return {
    one: <T>(of: readonly T[]) => of[Math.floor(next() * of.length)] as T,
    chance: (share) => next() < share,
  };
}
