import type { GoldSentence } from '../../train/treebank.ts';

/** A word of either side, as the CoNLL 2018 evaluation sees it: place in the text without white space. */
export interface EvaluatedWord {
  readonly start: number;
  readonly end: number;
  /** Part of a token of several words: start and end are the token's. */
  readonly multi: boolean;
  readonly form: string;
  readonly upos: string;
  /** Index among the words of its side; -1 for the root. */
  readonly head: number;
  /** Without subtype. */
  readonly deprel: string;
}

/** One side of the comparison: words, tokens and sentences of a whole file. */
export interface Side {
  readonly words: readonly EvaluatedWord[];
  /** `start-end` of each token and each sentence. */
  readonly tokens: ReadonlySet<string>;
  readonly sentences: ReadonlySet<string>;
}

export const universal = (deprel: string): string => deprel.replace(/:.*$/, '');

/** The gold side of a treebank. */
export function goldSide(sentences: readonly GoldSentence[]): Side {
  const words: EvaluatedWord[] = [];
  const tokens = new Set<string>();
  const ends = new Set<string>();
  let at = 0;
  for (const sentence of sentences) {
    const base = words.length;
    const from = at;
    for (const { first, last, form } of sentence.surface) {
      const end = at + form.replace(/\s/g, '').length;
      tokens.add(`${at}-${end}`);
      for (let w = first; w <= last; w++) {
        const head = sentence.heads[w] as number;
        words.push({
          start: at,
          end,
          multi: last > first,
          form: sentence.forms[w] as string,
          upos: sentence.upos[w] as string,
          head: head < 0 ? -1 : base + head,
          deprel: universal(sentence.deprels[w] as string),
        });
      }
      at = end;
    }
    ends.add(`${from}-${at}`);
  }
  return { words, tokens, sentences: ends };
}

/** Pairs (gold word, system word) that are the same word: equal places, or in tokens of several words the longest common subsequence of forms. */
function alignWords(gold: readonly EvaluatedWord[], system: readonly EvaluatedWord[]): [number, number][] {
  const pairs: [number, number][] = [];
  let g = 0;
  let s = 0;
  while (g < gold.length && s < system.length) {
    const [a, b] = [gold[g] as EvaluatedWord, system[s] as EvaluatedWord];
    if ((a.multi && a.start < b.end) || (b.multi && b.start < a.end)) {
      // The region: all words of both sides that the overlapping tokens reach.
      let end = a.multi ? a.end : b.end;
      if (a.multi && b.multi) end = Math.max(a.end, b.end);
      const [gs, ss] = [g, s];
      for (;;) {
        const [x, y] = [gold[g], system[s]];
        if (x !== undefined && x.start < end && (y === undefined || x.start <= y.start || y.start >= end)) {
          if (x.multi) end = Math.max(end, x.end);
          g++;
        } else if (y !== undefined && y.start < end) {
          if (y.multi) end = Math.max(end, y.end);
          s++;
        } else break;
      }
      for (const [i, j] of commonForms(gold.slice(gs, g), system.slice(ss, s))) pairs.push([gs + i, ss + j]);
    } else if (a.start === b.start && a.end === b.end) pairs.push([g++, s++]);
    else if (a.start <= b.start) g++;
    else s++;
  }
  return pairs;
}

function commonForms(gold: readonly EvaluatedWord[], system: readonly EvaluatedWord[]): [number, number][] {
  const width = system.length + 1;
  const longest = new Uint16Array((gold.length + 1) * width);
  const same = (i: number, j: number) => gold[i]?.form.toLowerCase() === system[j]?.form.toLowerCase();
  const at = (i: number, j: number) => longest[i * width + j] as number;
  for (let i = gold.length - 1; i >= 0; i--) {
    for (let j = system.length - 1; j >= 0; j--) {
      longest[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < gold.length && j < system.length) {
    if (same(i, j)) out.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return out;
}

const f1 = (correct: number, gold: number, system: number) => (2 * correct) / (gold + system);

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  return both;
}

export interface Scores {
  readonly tokens: number;
  readonly sentences: number;
  readonly upos: number;
  readonly uas: number;
  readonly las: number;
}

/** F1 of tokens, sentences, UPOS, UAS and LAS (Zeman et al. 2018, the shared task's evaluation script). */
export function evaluate(gold: Side, system: Side): Scores {
  const pairs = alignWords(gold.words, system.words);
  const partner = new Map<number, number>(pairs.map(([g, s]) => [s, g]));
  let upos = 0;
  let uas = 0;
  let las = 0;
  for (const [g, s] of pairs) {
    const [a, b] = [gold.words[g] as EvaluatedWord, system.words[s] as EvaluatedWord];
    if (a.upos === b.upos) upos++;
    const head = b.head < 0 ? -1 : partner.get(b.head);
    if (head !== a.head) continue;
    uas++;
    if (a.deprel === b.deprel) las++;
  }
  const over = (correct: number) => f1(correct, gold.words.length, system.words.length);
  return {
    tokens: f1(shared(gold.tokens, system.tokens), gold.tokens.size, system.tokens.size),
    sentences: f1(shared(gold.sentences, system.sentences), gold.sentences.size, system.sentences.size),
    upos: over(upos),
    uas: over(uas),
    las: over(las),
  };
}
