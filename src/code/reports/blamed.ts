import {
  caseOf,
  childrenOf,
  dependants,
  headOfWord,
  isPassive,
  lemmaOf,
  relationOf,
  uposOf,
  verbFrame,
} from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Discourse } from './discourse.ts';
import type { Party } from './party.ts';
import { partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';

// Doers that other words name than those of the deed: "blamed on", "responsible for", "involved in", "claimed by".

/** Prepositions that bring whom a deed is laid to: "claimed by", "blamed on", "attribuée à". */
const blames: Readonly<Record<string, readonly string[]>> = { by: ['by', 'par'], on: ['on', 'to', 'à'] };

/** Who a deed that a noun names is laid to. */
export function blamedFor(scene: Scene, discourse: Discourse, noun: number): Party[] {
  const { tree, lexicon } = scene;
  const party = (word: number) => partyOf(scene, discourse, word);
  const head = headOfWord(tree, noun);
  // "a raid blamed on militiamen", "the raid was blamed on militiamen"
  const verbs = [...dependants(tree, noun, 'acl'), ...(relationOf(tree, noun) === 'nsubj' ? [head] : [])];
  const laid = verbs.flatMap((verb) => {
    const blame = matchAt(tree, verb, lexicon.cues.blame);
    if (blame === null || blame.effect === 'of' || !isPassive(tree, verb)) return [];
    return childrenOf(tree, verb)
      .filter((child) => child > verb && (blames[blame.effect] ?? []).includes(caseOf(tree, child).split(' ')[0] ?? ''))
      .map(party);
  });
  if (laid.length > 0) return laid;
  const answerable = answerableFor(scene, noun);
  return answerable === null ? [] : answerable.map(party);
}

/** "The group was involved in the killing", "responsible for the bombing": the subjects of such words; null: none there. */
function answerableFor({ tree, lexicon }: Scene, noun: number): readonly number[] | null {
  const head = headOfWord(tree, noun);
  if (head < 0 || matchAt(tree, head, lexicon.cues.blame)?.effect !== 'of' || caseOf(tree, noun) === '') return null;
  if (uposOf(tree, head) === 'VERB') {
    const { objects, subjects, voice } = verbFrame(tree, head);
    return voice === 'passive' ? objects : subjects;
  }
  const subjects = dependants(tree, head, 'nsubj');
  return subjects.length > 0 || uposOf(tree, headOfWord(tree, head)) !== 'NOUN' ? subjects : [headOfWord(tree, head)];
}

/** True for a noun behind words that say who did it: "responsible for the bombing". */
export const isAnswered = (scene: Scene, noun: number): boolean => answerableFor(scene, noun) !== null;

/** "the murder of Kwame Asante", "the kidnapping of two engineers": somebody by name or number, whoever they are. */
export function isSomeone({ tree, reading }: Scene, { word, place, human, span }: Party): boolean {
  if (place) return false;
  if (human || uposOf(tree, word) === 'PROPN') return true;
  return reading.quantities.some(
    ({ kind, span: number }) => kind === 'cardinal' && number.start >= span.start && number.end <= span.end,
  );
}

/** "the killing of civilians", "le meurtre de civils": nobody in particular. */
export const isGeneric = ({ tree, reading }: Scene, { word, actor, span }: Party): boolean =>
  actor === null &&
  uposOf(tree, word) === 'NOUN' &&
  tree.tokens[word]?.feats.Number === 'Plur' &&
  dependants(tree, word, 'det', 'nummod').length === 0 &&
  !reading.quantities.some(({ span: number }) => number.start >= span.start && number.end <= span.end) &&
  lemmaOf(tree, word) !== '';
