import { coordinated, dependants } from '../frames/index.ts';
import type { Party } from './party.ts';
import type { Scene } from './scene.ts';

/** "Malian and Nigerien soldiers": one phrase that names an actor with each of its adjectives; others stay as they are. */
export function jointly({ tree, reading }: Scene, party: Party): Party[] {
  if (party.actor === null || party.pronoun) return [party];
  const lists = dependants(tree, party.word, 'amod', 'compound').map((child) => coordinated(tree, child));
  const words = lists.find(({ length }) => length > 1) ?? [];
  const actors = words.flatMap((word) => {
    const at = tree.tokens[word]?.span;
    const mention = reading
      .actors()
      .find(({ span }) => at !== undefined && span.start <= at.start && at.end <= span.end);
    return mention?.actor == null ? [] : [mention.actor];
  });
  const distinct = [...new Map(actors.map((actor) => [actor.name, actor])).values()];
  if (distinct.length < 2) return [party];
  return distinct.map(({ name, country, sector }) => ({ ...party, actor: name, country, sector }));
}
