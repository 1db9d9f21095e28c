import type { PloverType } from '../../model/index.ts';
import { lemmaOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Party } from './party.ts';
import type { Scene } from './scene.ts';

/** Types that take somebody who says so. */
export const speech: ReadonlySet<PloverType> = new Set([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'AGREE',
  'THREATEN',
  'SUPPORT',
  'CONCEDE',
]);

/** Types that are done to things as well: a village is attacked, a road blocked. */
const toThings: ReadonlySet<PloverType> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'SANCTION']);

/** Acts that hold for a whole country where no place is named. */
export const statewide: ReadonlySet<string> = new Set(['curfew', 'martial-law', 'resign', 'seize']);

/** Those whom a deed of a type can befall. */
export function targetsOf(
  scene: Scene,
  type: PloverType,
  mode: string | null,
  all: readonly Party[],
  source: readonly Party[],
): Party[] {
  const others = all.filter((party) => !source.some((one) => one.word === party.word));
  const fit = others.filter((party) => {
    if (party.actor !== null) return true;
    if (party.pronoun) return persons.has(party.text.toLowerCase());
    return toThings.has(type)
      ? !(statewide.has(mode ?? '') && (party.place || party.group))
      : (party.human && !party.place && !party.group) || (speech.has(type) && isBody(scene, party) && !party.place);
  });
  const named = fit.filter(({ actor, human, loose }) => !loose && (actor !== null || human));
  // "12 people" are nobody in particular beside the protest or the camp that was attacked.
  const told = named.filter((party) => !isAnybody(scene, party));
  if (told.length > 0) return ofOneCommunity(told);
  const attacked = fit.filter((party) => !party.loose && isAttackable(scene, party));
  if (named.length > 0 && attacked.length > 0) return attacked;
  return named.length > 0 ? named : fit;
}

/** A collective that can be spoken to: no convoy, no base. */
const isBody = ({ tree, lexicon }: Scene, { word }: Party): boolean =>
  matchAt(tree, word, lexicon.cues.collective)?.effect === 'group';

/** "people", "personnes": a number of somebody, whoever they are. */
export const isAnybody = ({ tree }: Scene, { word, actor }: Party): boolean =>
  actor === null && ['people', 'person', 'personne', 'dead', 'mort'].includes(lemmaOf(tree, word));

/** A gathering, a camp, a village: what "12 people" were part of. */
const isAttackable = ({ tree, lexicon }: Scene, { word, group }: Party): boolean =>
  group || matchAt(tree, word, lexicon.nouns)?.type === 'PROTEST';

/** "stormed the Fulani village, killing 134 civilians": civilians killed in the village of a community are of it. */
function ofOneCommunity(all: readonly Party[]): Party[] {
  const community = all.find(({ actor, sector, group }) => group && actor !== null && sector === 'civilian');
  if (community === undefined) return [...all];
  return all.map((party) =>
    party.actor === null && party.sector === 'civilian' ? { ...party, actor: community.actor } : party,
  );
}

const persons = new Set([
  'him',
  'her',
  'them',
  'he',
  'she',
  'they',
  'it',
  'le',
  'la',
  'les',
  'lui',
  'il',
  'elle',
  'ils',
  'elles',
  'who',
  'qui',
]);
