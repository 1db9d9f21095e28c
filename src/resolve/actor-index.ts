import type { Countries } from '../geo/index.ts';
import type { Actor, NameContext } from '../model/index.ts';
import type { ActorRow } from './actor-table.ts';
import { type Casing, casingOf } from './casing.ts';
import { actorId, stateActor } from './states.ts';
import { makeTrie, type Trie } from './trie.ts';

/** One name of one row. */
export interface ActorName {
  readonly row: ActorRow;
  readonly casing: Casing;
  /** One word only, as surnames are. */
  readonly single: boolean;
}

/** Who a name means at a time, with the PLOVER sector code. */
export interface Resolved {
  readonly actor: Actor;
  readonly code: string;
  readonly row: ActorRow;
}

export interface ActorIndex {
  readonly names: Trie<ActorName>;
  readonly byId: ReadonlyMap<string, ActorRow>;
  /** The likeliest row among those that share a name, as an actor; null when none fits the time and place. */
  choose(names: readonly ActorName[], context: NameContext): Resolved | null;
  /** The junta that ruled a country at the time of the text; null: none in the table. */
  junta(country: string, date: string | null): Resolved | null;
  /** The peacekeeping mission of the first country in hand that had one at the time; null: none in the table. */
  mission(context: NameContext): Resolved | null;
}

const bodyTemplates: Readonly<Record<string, { template: string; sector: Actor['sector'] }>> = {
  government: { template: 'Government of {name}', sector: 'government' },
  military: { template: '{demonym} Armed Forces', sector: 'military' },
  police: { template: '{demonym} police', sector: 'police' },
  gendarmerie: { template: '{demonym} Gendarmerie', sector: 'police' },
};

/** Before the first day of `from` (ISO prefixes of any length compare by their shorter part). */
const before = (date: string, from: string) => date.slice(0, from.length) < from.slice(0, date.length);

/** How much a row gains by being of the time of the text. */
const standing = { during: 2, grace: 1.5, after: 1, before: 0 } as const;
/** Days for which reports go on about what somebody did or suffered in an office that has just ended. */
const graceDays = 31;

function graceAfter(to: string): string {
  const end = new Date(`${to}${'-12-31'.slice(to.length - 4)}T00:00:00Z`);
  if (Number.isNaN(end.getTime())) return to;
  return new Date(end.getTime() + graceDays * 86_400_000).toISOString().slice(0, 10);
}

export function indexActors(rows: readonly ActorRow[], countries: Countries): ActorIndex {
  const names = makeTrie<ActorName>();
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    for (const name of new Set([row.name, ...row.aliases])) {
      names.add(name, { row, casing: casingOf(name), single: !/[\s-]/.test(name) });
    }
  }

  const actorOf = (id: string): Actor | null => {
    const row = byId.get(id);
    const [iso3 = '', body = ''] = id.split('-');
    const state = bodyTemplates[body];
    const country = state === undefined ? null : countries.byIso3(iso3);
    if (state !== undefined && country !== null) return stateActor(country, state.template, state.sector, byId);
    if (row === undefined) return null;
    return { id: actorId(row.id), name: row.name, country: row.country, sector: row.sector };
  };

  const timely = (row: ActorRow, date: string | null): 'before' | 'during' | 'grace' | 'after' => {
    const day = date ?? '9999-12-31';
    if (row.from !== null && before(day, row.from)) return 'before';
    if (row.to === null || !before(row.to, day)) return 'during';
    return row.kind !== 'group' && day <= graceAfter(row.to) ? 'grace' : 'after';
  };

  const resolve = (row: ActorRow, date: string | null): Resolved | null => {
    if (row.kind !== 'person') {
      const actor = actorOf(row.id);
      return actor === null ? null : { actor, code: row.code, row };
    }
    // Who holds an office stands for the body that he leads, and for himself before and after.
    const when = timely(row, date);
    const inOffice = when === 'during' || when === 'grace';
    const parent = row.parent !== null && inOffice ? actorOf(row.parent) : null;
    if (parent !== null) return { actor: parent, code: row.code, row };
    const official = row.parent !== null && row.sector === 'government';
    return {
      actor: {
        id: actorId(`person:${row.name}`),
        name: row.name,
        country: row.country,
        sector: official ? 'civilian' : row.sector,
      },
      code: official ? 'ELI' : row.code,
      row,
    };
  };

  /** The first of `candidates` that was active at `date`. */
  const current = (candidates: readonly ActorRow[], date: string | null): Resolved | null => {
    const at = (when: string) => candidates.find((candidate) => timely(candidate, date) === when);
    const row = at('during') ?? at('grace');
    return row === undefined ? null : resolve(row, date);
  };
  const juntas = rows.filter(({ kind }) => kind === 'junta');
  const missions = rows.filter(({ host }) => host !== null);

  return {
    names,
    byId,
    junta: (country, date) =>
      current(
        juntas.filter((row) => row.country === country),
        date,
      ),
    mission(context) {
      for (const country of context.countries) {
        const hosted = missions.filter((row) => row.host === country);
        // Where a mission has left, its peacekeepers are not those of the next country that the text names.
        if (hosted.length > 0) return current(hosted, context.date);
      }
      return null;
    },
    choose(candidates, context) {
      let best: ActorRow | null = null;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (const { row } of candidates) {
        const when = timely(row, context.date);
        // A group is not spoken of years before it was formed: the name then means another.
        if (when === 'before' && row.kind !== 'person' && context.date !== null) {
          if (context.date.slice(0, 4) < (row.from ?? '').slice(0, 4)) continue;
        }
        const at = row.country === null ? -1 : context.countries.indexOf(row.country);
        const score = (at === -1 ? 0 : 4 - Math.min(at, 3)) + standing[when];
        if (score > bestScore) {
          best = row;
          bestScore = score;
        }
      }
      if (best?.kind === 'peacekeepers') return this.mission(context) ?? resolve(best, context.date);
      return best === null ? null : resolve(best, context.date);
    },
  };
}
