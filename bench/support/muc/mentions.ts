import type { Sentence, Token } from '../../../src/model/index.ts';
import { headOfFill, normalised } from './phrases.ts';

/** A noun phrase without what follows its head, or a full name: "the two Jesuit priests", "Jaime de la Sotta". */
export interface Mention {
  /** Words joined as written. */
  readonly text: string;
  /** {@link headOfFill} of the text. */
  readonly head: string;
  readonly normalised: string;
  /** Index of the sentence. */
  readonly sentence: number;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  /** The token whose head in the tree lies outside. */
  readonly top: number;
  /** Whether its last word is a name, or written like one. */
  readonly named: boolean;
}

const particles = /^(?:de|del|la|las|los|el|y|da|dos|do|von|van)$/i;
const capital = /^\p{Lu}/u;
const heads: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);
const nominal: ReadonlySet<string> = new Set(['DET', 'NUM', 'NOUN', 'PROPN', 'ADJ']);

function inPhrase(token: Token | undefined): boolean {
  if (token === undefined || /^[^\p{L}\p{N}]+$/u.test(token.form)) return false;
  const { upos, deprel } = token;
  return (
    nominal.has(upos) || (upos === 'PRON' && deprel.startsWith('nmod:poss')) || (upos === 'VERB' && deprel === 'amod')
  );
}

/**
 * Noun phrases by the tags alone: text whose case was guessed by machine is tagged better than it is parsed. An owner
 * ("the mayor's house") is also a phrase of its own.
 */
export function mentionsOf({ tokens }: Sentence, sentence: number): Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!inPhrase(tokens[from])) continue;
    let to = from;
    for (let next: number | null = to; next !== null; next = nextOf(tokens, to)) {
      if (next > to && isGenitive(tokens[to + 1])) add(from, to);
      to = next;
    }
    add(from, to);
    from = to;
  }
  return found;

  function add(from: number, last: number) {
    let to = last;
    while (to > from && tokens[to]?.upos !== 'NUM' && !heads.has(tokens[to]?.upos ?? '')) to -= 1;
    const end = tokens[to];
    if (end === undefined || !heads.has(end.upos)) return;
    const text = textOf(tokens, from, to);
    const head = headOfFill(text);
    if (head === '' || /^\d+$/.test(head)) return;
    let top = to;
    for (let at = from; at <= to; at++) {
      const up = tokens[at]?.head ?? -1;
      if (up < from || up > to) {
        top = at;
        break;
      }
    }
    const named = end.upos === 'PROPN' || capital.test(end.form);
    found.push({ text, head, normalised: normalised(text), sentence, from, to, top, named });
  }
}

const isGenitive = (token: Token | undefined) => token?.upos === 'PART' && /^['’]s?$/i.test(token.form);

/** The token with which a phrase goes on after `to`; null where it ends. */
function nextOf(tokens: readonly Token[], to: number): number | null {
  const [last, next] = [tokens[to], tokens[to + 1]];
  if (last === undefined || next === undefined) return null;
  const opens = next.upos === 'DET' && !particles.test(next.form);
  if (inPhrase(next) && !opens) return to + 1;
  if (isGenitive(next) && inPhrase(tokens[to + 2]) && tokens[to + 2]?.upos !== 'DET') return to + 2;
  if (opens || !capital.test(last.form)) return null;
  // "Jaime de la Sotta"
  let at = to + 1;
  while (at <= to + 2 && particles.test(tokens[at]?.form ?? '')) at += 1;
  return at > to + 1 && inPhrase(tokens[at]) && capital.test(tokens[at]?.form ?? '') ? at : null;
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to + 1)
    .map(({ form, span }, at) => (at > 0 && span.start > (tokens[from + at - 1]?.span.end ?? 0) ? ` ${form}` : form))
    .join('');
}
