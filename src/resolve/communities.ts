import type { Country } from '../geo/index.ts';
import type { Actor, Sector } from '../model/index.ts';
import { readTable, type TableFault } from '../text/index.ts';
import { actorId } from './states.ts';
import { makeTrie, type Trie } from './trie.ts';

/** A community by descent, language or faith that reports name as a party. */
export interface Community {
  readonly name: string;
  /** Where reports of conflicts mostly name it; ISO 3166-1 alpha-3. */
  readonly countries: readonly string[];
}

/** Reads tables with the columns of `data/communities.tsv`. */
export function readCommunities(paths: readonly string[]): {
  readonly names: Trie<Community>;
  readonly faults: readonly TableFault[];
} {
  const names = makeTrie<Community>();
  const faults: TableFault[] = [];
  for (const path of paths) {
    const table = readTable(path, ['name', 'aliases', 'countries'] as const);
    faults.push(...table.faults);
    for (const row of table.rows) {
      const community = { name: row.name, countries: row.countries.split(' ').filter((code) => code !== '') };
      for (const name of new Set([row.name, ...row.aliases.split('|')])) names.add(name, community);
    }
  }
  return { names, faults };
}

/** "Fulani civilians (Mali)" or "Fulani armed men (Mali)"; without the country where it is not known. */
export function communityActor(community: Community, armed: boolean, sector: Sector, country: Country | null): Actor {
  const name = `${community.name} ${armed ? 'armed men' : 'civilians'}${country === null ? '' : ` (${country.name})`}`;
  return { id: actorId(name), name, country: country?.iso3 ?? null, sector };
}
