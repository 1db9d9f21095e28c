import { childrenOf, dependants, type Frame, nounFrame, relationOf, type Tree, uposOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Discourse } from './discourse.ts';
import type { Party } from './party.ts';
import { armed, partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';

/** Prepositions that bring the deed in which somebody was harmed: "killed in police firing", "tué lors d'un raid". */
const circumstances = new Set([
  'in',
  'during',
  'from',
  'by',
  'to',
  'after',
  'due to',
  'dans',
  'lors de',
  'par',
  'après',
]);

/** Modes that only the armed forces of a state have: a nation's name in front of them names these. */
const ofStates = new Set(['aerial', 'drone', 'heavy-weapons']);

/**
 * Who does a deed that a noun names, in front of the noun: "a guerrilla attack", "Israeli shelling". A place there
 * ("the Kabul bombing") does nothing.
 */
export function doersBefore(scene: Scene, discourse: Discourse, noun: number, mode: string | null): Party[] {
  const { tree, reading } = scene;
  const own = tree.tokens[noun]?.span;
  // "a suicide bomber" is one party, not the deed of another.
  const party = (at: number) =>
    own !== undefined && reading.actors().some(({ span }) => span.start <= at && span.end >= own.end);
  return dependants(tree, noun, 'compound', 'amod', 'nmod')
    .filter((child) => child < noun && uposOf(tree, child) !== 'ADV' && !party(tree.tokens[child]?.span.start ?? 0))
    .map((child) => partyOf(scene, discourse, child))
    .filter(
      ({ place, actor, sector, word }) =>
        !place &&
        ((armed(sector) && (actor !== null || uposOf(tree, word) !== 'ADJ')) ||
          (actor !== null && sector === 'government' && mode !== null && ofStates.has(mode))),
    );
}

/** Who does a harm that is told by its victims alone, from the deed beside it: "died in police firing". */
export function doersBeside(scene: Scene, discourse: Discourse, frame: Frame): Party[] {
  const { tree, lexicon } = scene;
  for (const { by, word } of frame.obliques) {
    if (!circumstances.has(by)) continue;
    const entry = matchAt(tree, word, lexicon.nouns);
    if (entry?.type === 'ASSAULT') {
      const agents = nounFrame(tree, word)
        .obliques.filter((oblique) => oblique.by === 'by' || oblique.by === 'par' || oblique.by === 'poss')
        .map((oblique) => partyOf(scene, discourse, oblique.word))
        .filter(({ place, human }) => human && !place);
      const doers = agents.length > 0 ? agents : doersBefore(scene, discourse, word, entry.mode);
      if (doers.length > 0) return doers;
    }
    const gerund = gerundBehind(tree, word);
    if (gerund !== null && matchAt(tree, gerund, lexicon.verbs)?.type === 'ASSAULT') {
      const party = partyOf(scene, discourse, word);
      if (armed(party.sector)) return [party];
    }
  }
  return [];
}

/** "police firing": the deed as a verb in -ing right behind the one who does it. */
function gerundBehind(tree: Tree, word: number): number | null {
  const next = childrenOf(tree, word).find((child) => child === word + 1);
  if (next === undefined || relationOf(tree, next) !== 'acl' || uposOf(tree, next) !== 'VERB') return null;
  return /ing$/i.test(tree.tokens[next]?.form ?? '') ? next : null;
}
