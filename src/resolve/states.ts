import type { Country } from '../geo/index.ts';
import type { Actor, Id, Sector } from '../model/index.ts';
import { makeId } from '../text/index.ts';
import type { ActorRow } from './actor-table.ts';

/** Bodies that every state has; their names follow from the country table unless `data/actors.tsv` gives others. */
const bodies: Readonly<Record<string, string>> = {
  'Government of {name}': 'government',
  '{demonym} Armed Forces': 'military',
  '{demonym} police': 'police',
  '{demonym} Gendarmerie': 'gendarmerie',
};

export const actorId = (key: string): Id<'Actor'> => makeId<'Actor'>('actor', key);

/**
 * The actor that a template of `data/sectors.tsv` gives for a country: `Government of {name}` is "Government of Mali",
 * `Civilians ({name})` "Civilians (Mali)". Where the actor table names the body otherwise, that name counts.
 */
export function stateActor(
  country: Country,
  template: string,
  sector: Sector,
  named: ReadonlyMap<string, ActorRow>,
): Actor {
  const body = bodies[template];
  const key = `${country.iso3}-${body ?? template}`;
  const row = body === undefined ? undefined : named.get(key);
  const demonym = country.demonymsEn[0] ?? country.name;
  const name = template
    .replace('({name})', `(${country.name})`)
    .replace('{name}', country.name)
    .replace('{demonym}', demonym);
  return { id: actorId(key), name: row?.name ?? name, country: country.iso3, sector };
}
