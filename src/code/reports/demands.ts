import { dependants, headOfWord, relationOf, uposOf, verbFrame } from '../frames/index.ts';
import { type DeedEntry, matchAt } from '../lexicon/index.ts';
import type { Deed } from './deed.ts';
import type { Discourse } from './discourse.ts';
import type { Party } from './party.ts';
import { partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';

const demand: DeedEntry = {
  words: 'must',
  pattern: { before: [], after: [] },
  class: 'verb',
  type: 'REQUEST',
  effect: '',
  mode: 'change',
  source: ['subj'],
  target: ['obj'],
  fate: null,
  needs: [],
};

/** "The envoy said that Libya must hand over ...": who says what another known actor must do demands it. */
export function demandsOf(scene: Scene, discourse: Discourse): Deed[] {
  const { tree, lexicon } = scene;
  const deeds: Deed[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    if (matchAt(tree, at, lexicon.cues.modal)?.effect !== 'demanded' || relationOf(tree, at) !== 'aux') continue;
    const clause = headOfWord(tree, at);
    const saying = headOfWord(tree, clause);
    if (relationOf(tree, clause) !== 'ccomp' || uposOf(tree, saying) !== 'VERB') continue;
    if (matchAt(tree, saying, lexicon.verbs) !== null) continue;
    const party = (word: number) => partyOf(scene, discourse, word);
    const frame = verbFrame(tree, saying);
    const source = frame.subjects.map(party).filter(({ place, actor }) => !place || actor !== null);
    const target = dependants(tree, clause, 'nsubj')
      .map(party)
      .filter((one) => one.actor !== null && !one.pronoun && !source.some((other) => same(one, other)));
    const stand = standingOf(scene, saying);
    if (source.length === 0 || target.length === 0 || stand.standing === 'none') continue;
    deeds.push({ entry: demand, frame, stand, source, target, noun: null });
  }
  return deeds;
}

const same = (a: Party, b: Party): boolean => a.word === b.word || a.actor === b.actor;
