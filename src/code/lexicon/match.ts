import { above, childrenOf, dependants, headOfWord, lemmaOf, type Tree, uposOf } from '../frames/index.ts';
import type { DeedEntry, Pattern } from './entry.ts';

/** Anything that a pattern of words stands for. */
export interface Worded {
  readonly pattern: Pattern;
}

/** Words of a pattern beside its head. */
export const lengthOf = ({ pattern }: Worded): number =>
  pattern.before.length + pattern.after.length + (pattern.ahead?.length ?? 0);

/** Words that may stand between two words of a pattern: "opened heavy fire on". */
const longestGap = 4;

const normal = (lemma: string) => lemma.replace(/’/g, "'").replace(/^(s|d|l|n)'$/, '$1e');

/** True when a token is a word of a pattern, by lemma or as written; `self` stands for every reflexive pronoun. */
function isWord(tree: Tree, at: number, wanted: string | readonly string[]): boolean {
  if (typeof wanted !== 'string') return wanted.some((one) => isWord(tree, at, one));
  const lemma = normal(lemmaOf(tree, at));
  if (lemma === wanted) return true;
  const form = normal((tree.tokens[at]?.form ?? '').toLowerCase());
  return form === wanted || (wanted === 'self' && /sel(f|ves)$/.test(form));
}

const isQuote = (form: string) => /^["'“”«»’]$/.test(form);

/** A preposition of the pattern follows at once or brings a phrase of this very verb, not one of its object. */
const near = (tree: Tree, at: number, from: number, word: number): boolean =>
  uposOf(tree, word) !== 'ADP' ||
  word <= from + 1 ||
  headOfWord(tree, word) === at ||
  headOfWord(tree, headOfWord(tree, word)) === at;

/** Behind its verb, or the subject of its passive ("fire was opened"). */
const isBelow = (tree: Tree, at: number, child: number): boolean =>
  child > at ||
  (tree.tokens[child]?.deprel ?? '') === 'nsubj:pass' ||
  (tree.tokens[child]?.deprel ?? '').startsWith('obj');

/** Words behind a head, in order, before the next verb, comma or conjunction; else anywhere below the head. */
function follows(tree: Tree, at: number, words: Pattern['after']): boolean {
  let from = at + 1;
  for (const [n, wanted] of words.entries()) {
    // "willing to go to avoid": this "to" opens a clause.
    const fits = (i: number) =>
      isWord(tree, i, wanted) && !(n === words.length - 1 && uposOf(tree, i) === 'PART' && wanted === 'to');
    let found = -1;
    for (let i = from; i < Math.min(tree.tokens.length, from + longestGap + 1); i++) {
      if (fits(i) && near(tree, at, from, i)) {
        found = i;
        break;
      }
      const upos = uposOf(tree, i);
      if (upos === 'VERB' || upos === 'SCONJ' || (upos === 'PUNCT' && !isQuote(tree.tokens[i]?.form ?? ''))) break;
    }
    if (found === -1) found = childrenOf(tree, at).find((child) => isBelow(tree, at, child) && fits(child)) ?? -1;
    // "drove a car packed with explosives into a camp": "into" belongs to the verb, however far.
    if (found === -1 && wanted === 'into')
      found =
        dependants(tree, at, 'obl')
          .filter((phrase) => phrase > at)
          .flatMap((phrase) => dependants(tree, phrase, 'case'))
          .find((child) => child >= from && fits(child)) ?? -1;
    if (found === -1) return false;
    from = Math.max(from, found + 1);
  }
  return true;
}

/** A word in front of a head that hangs below it. */
function isAhead(tree: Tree, at: number, wanted: readonly string[]): boolean {
  for (let i = tree.first[at] ?? at; i < at; i++)
    if (isWord(tree, i, wanted) && above(tree, i).includes(at)) return true;
  return false;
}

/** Words in front of a head; a reflexive pronoun may stand before auxiliaries. */
function precedes(tree: Tree, at: number, words: readonly string[]): boolean {
  return words.every((wanted, i) => {
    const back = words.length - i;
    const near = wanted === 'se' ? [1, 2, 3, 4] : [back];
    return near.some((n) => at - n >= 0 && isWord(tree, at - n, wanted));
  });
}

/** The entries of a lemma; where the lemma is not in the list, of the form without its usual endings. */
function entriesOf<Entry extends Worded>(
  tree: Tree,
  at: number,
  lexicon: ReadonlyMap<string, readonly Entry[]>,
): readonly Entry[] {
  const known = lexicon.get(normal(lemmaOf(tree, at)));
  if (known !== undefined) return known;
  const form = (tree.tokens[at]?.form ?? '').toLowerCase();
  for (const ending of ['', 's', 'd', 'ed', 'ing'])
    if (form.endsWith(ending)) {
      const found = lexicon.get(form.slice(0, form.length - ending.length));
      if (found !== undefined) return found;
    }
  return [];
}

/** The entries, longest patterns first, whose words stand around a token. */
export function matchesAt<Entry extends Worded>(
  tree: Tree,
  at: number,
  lexicon: ReadonlyMap<string, readonly Entry[]>,
): readonly Entry[] {
  const entries = entriesOf(tree, at, lexicon);
  if (entries.length === 0) return entries;
  return entries.filter(
    ({ pattern }) =>
      precedes(tree, at, pattern.before) &&
      follows(tree, at, pattern.after) &&
      (pattern.ahead ?? []).every((words) => isAhead(tree, at, words)),
  );
}

/** The longest of them, or null. */
export function matchAt<Entry extends Worded>(
  tree: Tree,
  at: number,
  lexicon: ReadonlyMap<string, readonly Entry[]>,
): Entry | null {
  return matchesAt(tree, at, lexicon)[0] ?? null;
}

/** The noun that a light verb carries ("carried out an attack"), if the verb has one in its object or behind it. */
export function carriedNoun(
  tree: Tree,
  verb: number,
  carries: DeedEntry,
  nouns: ReadonlyMap<string, readonly DeedEntry[]>,
): number | null {
  const slots =
    carries.effect === 'happens'
      ? ['nsubj']
      : carries.pattern.after.length > 0
        ? ['obj', 'nsubj:pass', 'obl', 'nmod', 'xcomp']
        : ['obj', 'nsubj:pass'];
  const below = childrenOf(tree, verb).filter((child) => uposOf(tree, child) === 'NOUN');
  const found = below.find((child) => {
    const relation = tree.tokens[child]?.deprel ?? '';
    return (
      slots.some(
        (slot) =>
          relation === slot || (slot !== 'nsubj' && relation.startsWith(`${slot}:`) && relation !== 'obl:agent'),
      ) && matchAt(tree, child, nouns) !== null
    );
  });
  if (found !== undefined) return found;
  // "the raid carried out by": the participle hangs below its noun.
  const head = headOfWord(tree, verb);
  const above = (tree.tokens[verb]?.deprel ?? '').startsWith('acl') && head >= 0;
  return above && matchAt(tree, head, nouns) !== null ? head : null;
}
