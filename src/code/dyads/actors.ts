import type { Span } from '../../model/index.ts';
import {
  above,
  caseOf,
  childrenOf,
  coordinated,
  dependants,
  type Frame,
  featOf,
  headOfWord,
  relationOf,
  uposOf,
} from '../frames/index.ts';
import { type Discourse, partyOf, type Scene, spanOfPhrase } from '../reports/index.ts';
import { type ActorCoder, isNowhere, isOf } from './dyad.ts';

/** Who takes part in the deeds of a sentence, in codes. */
export interface Actors {
  /** The codes of several phrases, by their heads. */
  of(words: readonly number[]): readonly string[];
  /** The parties in the first of some slots that has any but those of `not`; earlier frames before later ones. */
  inSlots(slots: readonly string[], frames: readonly Frame[], not: readonly string[]): readonly string[];
  /** The first party of another country than those of `not` behind a predicate, in whatever phrase. */
  behind(frame: Frame, not: readonly string[]): readonly string[];
  /** The words that gave a code. */
  wordsOf(code: string): string;
}

/** The parties of a sentence as `codesOf` calls them; each phrase is read once. */
export function actorsOf(scene: Scene, discourse: Discourse, codesOf: ActorCoder): Actors {
  const { tree } = scene;
  const known = new Map<number, readonly string[]>();
  const words = new Map<string, string>();
  const remember = (codes: readonly string[], word: number, text: string) => {
    for (const code of codes) if (!words.has(code)) words.set(code, nameIn(scene, word, text));
    return codes;
  };

  const codes = (word: number): readonly string[] => {
    let found = known.get(word);
    if (found === undefined) {
      known.set(word, []); // a tree with a circle comes back here
      found = shared(word, read(word));
      known.set(word, found);
    }
    return found;
  };

  const read = (word: number): readonly string[] => {
    const party = partyOf(scene, discourse, word);
    const named = (text: string) => remember(codesOf({ ...party, text, actor: null }), word, text);
    const near = party.pronoun ? remember(codesOf(party), word, party.text) : named(upTo(scene, word));
    // "the Ministry of Defence": what hangs on the noun may say more of the same one.
    const text = wholePhrase(scene, word);
    if (near.some((code) => !isNowhere(code))) {
      const whole = party.pronoun ? [] : named(text);
      return whole.length === 1 && near.length === 1 && whole[0]?.startsWith(near[0] ?? ' ') ? whole : near;
    }
    // "the ambassadors of Arnor and Gondor", "the resumption of ties with Arnor and Gondor": each member of the list.
    for (const child of dependants(tree, word, 'nmod')) {
      if (child < word) continue;
      const members = coordinated(tree, child);
      const found =
        near.length === 0
          ? of(members)
          : members.flatMap((member) => named(`${upTo(scene, word)} ${caseOf(tree, child)} ${upTo(scene, member)}`));
      if (found.some((code) => !isNowhere(code))) return found;
    }
    const whole = named(text);
    if (whole.some((code) => !isNowhere(code))) return whole;
    if (near.length === 0) return remember(codesOf(party), word, party.text);
    // "the army", where the text is about Mali
    const { country } = party;
    return country === null
      ? near
      : remember(
          near.map((code) => code.replace(/^---/, country)),
          word,
          party.text,
        );
  };

  /** "Danish media and government": a bare second member is of the country of the first. */
  const shared = (word: number, found: readonly string[]): readonly string[] => {
    if (relationOf(tree, word) !== 'conj' || dependants(tree, word, 'det').length > 0) return found;
    const [first = '---'] = codes(headOfWord(tree, word));
    if (isNowhere(first) || /^(IGO|NGO)/.test(first)) return found;
    return found.map((code) => {
      const whole = code.replace(/^---/, first.slice(0, 3));
      words.set(whole, words.get(whole) ?? words.get(code) ?? '');
      return whole;
    });
  };

  const of = (words: readonly number[]): readonly string[] => {
    const found = [...new Set(words.flatMap(codes))];
    const placed = found.filter((code) => !isNowhere(code));
    return placed.length > 0 ? placed : found;
  };

  /** Phrases that a preposition hangs below a noun, however deep: "the resumption of ties with Mordor". */
  const below = (noun: number, by: string, depth = 0): number[] =>
    childrenOf(tree, noun).flatMap((child) => {
      if (relationOf(tree, child) !== 'nmod' && relationOf(tree, child) !== 'obl') return [];
      if (caseOf(tree, child) === by) return coordinated(tree, child);
      return depth < 3 ? below(child, by, depth + 1) : [];
    });

  const inSlot = (frame: Frame, slot: string): readonly number[] => {
    if (slot === 'subj') return frame.subjects;
    if (slot === 'obj') return frame.objects;
    return [
      ...frame.obliques.filter(({ by }) => by === slot).map(({ word }) => word),
      ...frame.objects.flatMap((object) => below(object, slot)),
    ];
  };

  const inOtherClause = (verb: number, at: number): boolean => {
    for (const up of [at, ...above(tree, at)]) {
      if (up === verb) return false;
      const relation = relationOf(tree, up);
      if (relation === 'advcl' || relation === 'parataxis') return true;
    }
    return false;
  };

  return {
    of,
    wordsOf: (code) => words.get(code) ?? '',
    inSlots(slots, frames, not) {
      for (const slot of slots)
        for (const frame of frames) {
          const words = inSlot(frame, slot).filter((word) => !frames.some((one) => one.word === word));
          const found = of(words).filter((code) => !not.includes(code));
          if (found.length > 0) return found;
        }
      return [];
    },
    behind(frame, not) {
      let roleOnly: readonly string[] = [];
      for (let at = frame.word + 1; at < frame.next; at++) {
        const upos = uposOf(tree, at);
        const demonym = upos === 'ADJ' && /^\p{Lu}/u.test(tree.tokens[at]?.form ?? '');
        if ((upos !== 'NOUN' && upos !== 'PROPN' && !demonym) || inOtherClause(frame.word, at)) continue;
        const found = of(coordinated(tree, at)).filter((code) => !not.some((one) => isOf(one, code)));
        if (found.some((code) => !isNowhere(code))) return found;
        if (roleOnly.length === 0) roleOnly = found;
      }
      return roleOnly;
    },
  };
}

/** The actor or place that a long phrase names: "Russia" of "further action against Russia"; else the phrase. */
function nameIn(scene: Scene, word: number, text: string): string {
  const { reading, tree } = scene;
  const near = upTo(scene, word);
  const head = tree.tokens[word]?.span;
  const [first, last] = [tree.first[word] ?? word, tree.last[word] ?? word];
  const span: Span = { start: tree.tokens[first]?.span.start ?? 0, end: tree.tokens[last]?.span.end ?? 0 };
  const named = [...reading.actors().filter(({ actor }) => actor !== null), ...reading.places()].map((one) => one.span);
  const own = reading
    .actors()
    .some(({ span }) => head !== undefined && span.start <= head.start && head.end <= span.end);
  const inside = named.find(({ start, end }) => start >= span.start && end <= span.end);
  if (own) return near.length < text.length ? near : text;
  return inside === undefined ? text : reading.document.text.slice(inside.start, inside.end);
}

/** A noun with what stands in front of it: "the Russian foreign minister"; a subject that the parser cut in two is one. */
function upTo(scene: Scene, word: number): string {
  const { tree, reading } = scene;
  let { start } = spanOfPhrase(scene, word);
  const before = tree.tokens.findIndex(({ span }) => span.start >= start) - 1;
  if (relationOf(tree, word) === 'nsubj' && relationOf(tree, before) === 'nsubj' && isSister(scene, word, before))
    start = spanOfPhrase(scene, before).start;
  return reading.document.text.slice(start, tree.tokens[word]?.span.end ?? start);
}

const isSister = ({ tree }: Scene, one: number, other: number) => headOfWord(tree, one) === headOfWord(tree, other);

/** All words that hang on a noun up to a comma or a finite verb: "the Al-Qaeda-linked Somali group al-Shabaab". */
function wholePhrase({ tree, reading }: Scene, word: number): string {
  const first = tree.first[word] ?? word;
  let next = word + 1;
  for (; next <= (tree.last[word] ?? word); next++)
    if (tree.tokens[next]?.form === ',' || featOf(tree, next, 'VerbForm') === 'Fin') break;
  const span: Span = { start: tree.tokens[first]?.span.start ?? 0, end: tree.tokens[next - 1]?.span.end ?? 0 };
  return reading.document.text.slice(span.start, span.end);
}
