import type { Participant, Report, Sector } from '../../model/index.ts';
import { nameWords, readTable, shipped } from '../../text/index.ts';

/**
 * What a party is in the eyes of the other vocabularies: a state's forces, an organised armed group, an international
 * mission, or unarmed people, officials and crowds told apart.
 */
export const partyClasses = [
  'state',
  'group',
  'mission',
  'civilian',
  'official',
  'protesters',
  'crowd',
  'unknown',
] as const;

export type PartyClass = (typeof partyClasses)[number];

/** The classes of each side. `each-other`: two sides without a direction; `none`: the report names nobody. */
export interface Sides {
  readonly doer: ReadonlySet<PartyClass | 'none'>;
  readonly target: ReadonlySet<PartyClass | 'none' | 'each-other'>;
}

const classOfSector: Readonly<Record<Sector, PartyClass>> = {
  government: 'state',
  military: 'state',
  police: 'state',
  rebel: 'group',
  militia: 'group',
  pmc: 'group',
  igo: 'mission',
  ngo: 'civilian',
  media: 'civilian',
  civilian: 'civilian',
  unknown: 'unknown',
};

let words: ReadonlyMap<string, PartyClass> | null = null;

function partyWords(): ReadonlyMap<string, PartyClass> {
  if (words !== null) return words;
  const path = shipped('data', 'ontology', 'party-words.tsv');
  const read = new Map<string, PartyClass>();
  for (const row of readTable(path, ['word', 'class']).rows) {
    const found = partyClasses.find((name) => name === row.class);
    if (found === undefined)
      throw new Error(
        `${path}, line ${row.line}: class ${row.class} found, one of ${partyClasses.join(', ')} expected.`,
      );
    for (const { folded } of nameWords(row.word)) read.set(folded, found);
  }
  words = read;
  return words;
}

/** The class of one party. The head noun goes first where it tells people from the body they belong to. */
export function classOf({ text, head, sector }: Participant): PartyClass {
  const bySector = classOfSector[sector];
  if (bySector === 'group' || bySector === 'mission') return bySector;
  for (const { folded } of nameWords(head === '' ? text : head)) {
    const told = partyWords().get(folded);
    if (told !== undefined && !(told === 'official' && sector !== 'government' && sector !== 'unknown')) return told;
  }
  return bySector;
}

/** Both sides of a report. A report without direction lists all sides as doers (PLOVER): the first faces the rest. */
export function sidesOf({ source, target }: Report): Sides {
  const [first, ...rest] = source;
  if (target.length > 0 || first === undefined || rest.length === 0)
    return { doer: classesOf(source), target: classesOf(target) };
  return { doer: new Set([classOf(first)]), target: new Set([...rest.map(classOf), 'each-other' as const]) };
}

const classesOf = (parties: readonly Participant[]): ReadonlySet<PartyClass | 'none'> =>
  parties.length === 0 ? new Set(['none'] as const) : new Set(parties.map(classOf));
