import { vocabulariesOf } from '../../../src/code/index.ts';
import type { Participant, Report } from '../../../src/model/index.ts';
import type { LoadedNames } from '../../../src/resolve/index.ts';
import { byWords, codesOn, type Dictionaries, entriesIn } from './dictionary.ts';

/** What a party is called in CAMEO: one code, several where a name stands for several actors, none where it has none. */
export type ActorCoder = (party: Participant) => readonly string[];

/** CAMEO codes where they are not those of PLOVER; of the world's bodies the two with a code of their own here. */
const ofBodies: Readonly<Record<string, string>> = { UNO: 'IGOUNO', EUR: 'IGOEUREEC' };
const ofSectors: Readonly<Record<string, string>> = { JRN: 'MED', UNK: '' };

/** Codes by griot's own names: country and role, `FRA`, `MLIMIL`, `---REB` where the country is not told. */
export function generalCoder(names: LoadedNames, date: string): ActorCoder {
  const context = { lang: 'en', countries: [], date };
  return ({ text, actor }) => {
    const written = names.codeOf(text, context);
    const { country, code } = written.country === '' && actor !== null ? names.codeOf(actor, context) : written;
    const body = ofBodies[country];
    if (body !== undefined) return [code === 'MIL' ? `${body}MIL` : body];
    if (country === 'IGO' || country === 'NGO') return [country];
    const role = ofSectors[code] ?? code;
    return country === '' && role === '' ? [] : [`${country === '' ? '---' : country}${role}`];
  };
}

/** Codes by a set's own dictionaries: the actors that stand in the party's words, each with the agents beside it. */
export function dictionaryCoder({ actors, agents }: Dictionaries, day: string): ActorCoder {
  const names = byWords(actors, ({ name, aliases }) => [name, ...aliases]);
  const nouns = byWords(agents, ({ forms }) => forms);
  return ({ text, actor }) => {
    const roles = [...new Set(entriesIn(text, nouns).map(({ code }) => code.toUpperCase()))];
    const written = entriesIn(text, names);
    const found = written.length > 0 ? written : entriesIn(actor ?? '', names); // "they", "the group"
    const codes = found.flatMap((entry) => codesOn(entry, day));
    const bases = codes.length > 0 ? codes : roles.length > 0 ? ['---'] : [];
    return bases.map((base) =>
      roles.reduce((code, role) => {
        const part = role.replace('~', '');
        // Codes are built of threes: `GMWGOV` holds GOV, not WGO.
        if ([...code.matchAll(/.{1,3}/g)].some(([three]) => three === part)) return code;
        return role.startsWith('~') ? code + part : part + code;
      }, base),
    );
  };
}

export interface Triple {
  readonly source: string;
  readonly target: string;
  readonly code: string;
}

/** Dyads of a report: every doer with every target; each with each where the report has sides without direction. */
export function triplesOf(report: Report, coderOf: ActorCoder): Triple[] {
  const code = vocabulariesOf(report).cameo;
  if (code === null) return [];
  const sources = [...new Set(report.source.flatMap(coderOf))];
  const mutual = report.target.length === 0;
  const targets = mutual ? sources : [...new Set(report.target.flatMap(coderOf))];
  return sources.flatMap((source) =>
    targets.filter((target) => !mutual || target !== source).map((target) => ({ source, target, code })),
  );
}
