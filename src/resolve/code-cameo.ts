import { nameWords, readTable, shipped } from '../text/index.ts';
import type { ActorCode } from './code-actor.ts';

/** Bodies with a code of their own; others are IGO or NGO alone (CAMEO codebook, chapter 3). */
const ofBodies: Readonly<Record<string, string>> = { UNO: 'IGOUNO', EUR: 'IGOEUREEC' };
/** PLOVER sectors by their CAMEO role; those not named here have the same. */
const ofSectors: Readonly<Record<string, string>> = { JRN: 'MED', UNK: '' };

let roles: ReadonlyMap<string, string> | null = null;

function roleWords(): ReadonlyMap<string, string> {
  if (roles === null) {
    const path = shipped('data', 'ontology', 'cameo-roles.tsv');
    const { rows, faults } = readTable(path, ['word', 'role']);
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
    roles = new Map(rows.map(({ word, role }) => [word, role]));
  }
  return roles;
}

/**
 * The CAMEO code of an actor: country and role, `FRA`, `MLIMIL`, `---REB` where the country is not told; null for
 * somebody without either. `people`: the phrase names people, not only a place.
 */
export function cameoActor(phrase: string, { country, code }: ActorCode, people: boolean): string | null {
  const told = nameWords(phrase)
    .map(({ folded }) => roleWords().get(folded))
    .find((role) => role !== undefined);
  const body = ofBodies[country];
  if (body !== undefined) return told === 'MIL' || code === 'MIL' ? `${body}MIL` : body;
  if (country === 'IGO' || country === 'NGO') return country;
  const role = code === 'CVL' && !people ? '' : (told ?? ofSectors[code] ?? code);
  return country === '' && role === '' ? null : `${country === '' ? '---' : country}${role}`;
}
