import type { Sector } from '../model/index.ts';
import { isIsoPrefix } from '../model/index.ts';
import { readTable, type TableFault } from '../text/index.ts';

/**
 * group: a body of people; person: speaks for `parent` while in office; state: a body of a state, by rule; junta: what
 * "the junta" means in its country and time; peacekeepers: words for the UN mission of the country in hand.
 */
export type ActorKind = 'group' | 'person' | 'state' | 'junta' | 'peacekeepers';

const kinds: Readonly<Record<ActorKind, true>> = {
  group: true,
  person: true,
  state: true,
  junta: true,
  peacekeepers: true,
};

/** A line of `data/actors.tsv` or of a user's own table with the same columns. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly sector: Sector;
  /** PLOVER sector code; the sector's own where the table names none. */
  readonly code: string;
  readonly country: string | null;
  readonly parent: string | null;
  readonly aliases: readonly string[];
  /** ISO prefixes; null: not known, or still active. */
  readonly from: string | null;
  readonly to: string | null;
  /** Country in which a mission works, ISO 3166-1 alpha-3. */
  readonly host: string | null;
}

/** PLOVER sector code that stands for a sector of the model. */
export const codeOfSector: Readonly<Record<Sector, string>> = {
  government: 'GOV',
  military: 'MIL',
  police: 'COP',
  rebel: 'REB',
  militia: 'PRM',
  pmc: 'PRM',
  civilian: 'CVL',
  igo: 'IGO',
  ngo: 'NGO',
  media: 'JRN',
  unknown: 'UAF',
};

const columns = [
  'id',
  'name',
  'kind',
  'sector',
  'code',
  'country',
  'parent',
  'aliases',
  'active_from',
  'active_to',
  'host',
] as const;

export function isSector(text: string): text is Sector {
  return Object.hasOwn(codeOfSector, text);
}

function isKind(text: string): text is ActorKind {
  return Object.hasOwn(kinds, text);
}

/** Reads actor tables; of two rows with one id the later one counts, so a user's table can correct ours. */
export function readActors(paths: readonly string[]): { rows: readonly ActorRow[]; faults: readonly TableFault[] } {
  const byId = new Map<string, ActorRow>();
  const faults: TableFault[] = [];
  for (const path of paths) {
    const table = readTable(path, columns);
    faults.push(...table.faults);
    for (const row of table.rows) {
      const fault = (message: string) => faults.push({ file: path, line: row.line, message });
      if (row.id === '' || row.name === '') {
        fault('id or name is empty; both are needed');
      } else if (!isSector(row.sector)) {
        fault(`sector is "${row.sector}"; one of ${Object.keys(codeOfSector).join(', ')} expected`);
      } else if (!isKind(row.kind)) {
        fault(`kind is "${row.kind}"; one of ${Object.keys(kinds).join(', ')} expected`);
      } else if (row.country !== '' && !/^[A-Z]{3}$/.test(row.country)) {
        fault(`country is "${row.country}"; an ISO 3166-1 alpha-3 code or nothing expected`);
      } else if ([row.active_from, row.active_to].some((date) => date !== '' && !isIsoPrefix(date))) {
        fault(`active_from is "${row.active_from}", active_to "${row.active_to}"; ISO dates (2012, 2012-03) expected`);
      } else {
        byId.set(row.id, {
          id: row.id,
          name: row.name,
          kind: row.kind,
          sector: row.sector,
          code: row.code || codeOfSector[row.sector],
          country: row.country || null,
          parent: row.parent || null,
          aliases: row.aliases.split('|').filter((alias) => alias !== ''),
          from: row.active_from || null,
          to: row.active_to || null,
          host: row.host || null,
        });
      }
    }
  }
  return { rows: [...byId.values()], faults };
}
