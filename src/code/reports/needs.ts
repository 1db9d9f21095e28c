import type { CodingRole } from '../../lang/index.ts';
import type { Span } from '../../model/index.ts';
import { dependants, type Tree, uposOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Deed } from './deed.ts';
import type { Discourse } from './discourse.ts';
import type { Party } from './party.ts';
import { armed, partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';

/** Somebody of whom more is known than the words. */
export const known = ({ actor, sector }: Party) => actor !== null || sector !== 'unknown';

/** Whether a deed has what its lexicon line asks for. */
export function meets(scene: Scene, discourse: Discourse, deed: Deed, need: string): boolean {
  const { source, target, frame } = deed;
  const { reading, tree } = scene;
  switch (need) {
    case 'source':
      return source.length > 0;
    case 'target':
    case 'what':
      return target.length > 0 || frame.objects.length > 0;
    case 'nothing':
      return frame.objects.length === 0;
    case 'source|target':
      return source.length > 0 || target.length > 0;
    case 'person':
      return target.some(
        (party) =>
          !(party.place && party.actor === null) &&
          (party.human || party.actor !== null || (party.single && isPersonal(tree, party.word))),
      );
    case 'violence':
      return (
        (target.length > 0 && source.some(({ sector }) => armed(sector))) ||
        target.some(({ sector }) => armed(sector) || sector === 'igo') ||
        reading.marks.some(
          ({ role, from, next }) => harmful.has(role) && !coversWord(scene, frame.word, reading.spanOf(from, next)),
        )
      );
    case 'weapon':
      return reading.marks.some(({ role }) => role === 'weapon' || role === 'attack');
    case 'toll':
      return scene.tallies.some(({ fate }) => fate === 'killed' || fate === 'wounded');
    case 'armed':
      return [...source, ...target, ...frame.objects.map((word) => partyOf(scene, discourse, word))].some(
        (party) => armed(party.sector) || party.sector === 'igo' || menAtArms(scene, party),
      );
    case 'armed-source':
      return source.some((party) => armed(party.sector) || party.sector === 'igo' || menAtArms(scene, party));
    case 'withdraw':
      return source.some(({ sector }) => armed(sector) || sector === 'igo' || sector === 'government');
    case 'people':
      return source.some(({ sector, place }) => !armed(sector) && !place) || source.length === 0;
    case 'civil':
      return (
        source.some(({ sector, human }) => human && sector !== 'military' && sector !== 'rebel') &&
        frame.objects.length === 0
      );
    case 'human':
      return target.some((party) => party.human && !party.place);
    case 'people-talk':
      return source.length + target.length > 1 || source.some(({ single }) => !single);
    case 'words':
    case 'request':
      return source.some((party) => speaks(scene, party));
    case 'agree':
    case 'stance':
    case 'support':
    case 'aid':
      return source.some((party) => known(party) || party.human || party.pronoun || speaks(scene, party));
    case 'counterpart':
      return (
        source.filter((party) => known(party) || party.human || isNamed(tree, party.word)).length > 1 ||
        (frame.objects.length === 0 && source.some(({ single }) => !single))
      );
    case 'official':
      return source.some(
        (party) =>
          (party.actor !== null ||
            party.pronoun ||
            party.sector === 'government' ||
            party.sector === 'igo' ||
            party.single) &&
          (!armed(party.sector) || party.single) &&
          matchAt(tree, party.word, scene.lexicon.nouns) === null,
      );
    case 'town':
      return target.some(({ place, word }) => place || matchAt(tree, word, scene.lexicon.cues.collective) !== null);
    case 'guest':
      return target.some(known) && frame.objects.some((word) => partyOf(scene, discourse, word).human);
    default:
      return need === 'held';
  }
}

const harmful: ReadonlySet<CodingRole> = new Set(['weapon', 'attack', 'strike', 'kill', 'die', 'wound']);

const coversWord = ({ tree }: Scene, word: number, span: Span): boolean => {
  const own = tree.tokens[word]?.span;
  return own !== undefined && own.start < span.end && span.start < own.end;
};

/** "The Civil Liberty Organization", "negotiator Guy Verhofstadt": a name, known or not. */
const isNamed = (tree: Tree, word: number): boolean =>
  uposOf(tree, word) === 'PROPN' ||
  dependants(tree, word, 'flat', 'appos', 'nmod').some(
    (child) =>
      uposOf(tree, child) === 'PROPN' && (tree.tokens[child]?.deprel ?? '') !== 'nmod:poss' && child === word + 1,
  );

/** Somebody who can say something: no happening and no place. */
const speaks = ({ tree, lexicon }: Scene, { word, place, actor }: Party): boolean =>
  actor !== null || (!place && (uposOf(tree, word) !== 'NOUN' || matchAt(tree, word, lexicon.nouns) === null));

/** "203 men", "several hundred soldiers": counted fighters or men. */
const menAtArms = ({ reading, tree }: Scene, { word }: Party): boolean => {
  const at = reading.wordAt(tree.tokens[word]?.span.start ?? 0);
  const counted = reading.mark(at, 'counted');
  return counted !== null && (counted.value === 'military' || counted.value === 'men');
};

const isPersonal = (tree: Tree, word: number) => uposOf(tree, word) === 'PROPN' || uposOf(tree, word) === 'NOUN';
