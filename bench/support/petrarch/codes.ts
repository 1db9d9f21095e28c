import type { ActorCoder } from '../../../src/code/index.ts';
import type { LoadedNames } from '../../../src/resolve/index.ts';
import { byWords, codesOn, type Dictionaries, entriesIn } from './dictionary.ts';

/** Codes by griot's own names. */
export function generalCoder(names: LoadedNames, date: string): ActorCoder {
  const context = { lang: 'en', countries: [], date };
  return (party) => {
    const code = names.cameoOf(party, context);
    return code === null ? [] : [code];
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
