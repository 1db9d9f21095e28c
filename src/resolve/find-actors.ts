import type { Countries, Country } from '../geo/index.ts';
import type { Actor, ActorMention, NameContext } from '../model/index.ts';
import type { NameWord } from '../text/index.ts';
import type { ActorIndex, ActorName } from './actor-index.ts';
import type { ActorRow } from './actor-table.ts';
import { isShouting, unbroken, written } from './casing.ts';
import { type Community, communityActor } from './communities.ts';
import type { CountryWord, HeadNoun, Lexicon } from './lexicon.ts';
import { stateActor } from './states.ts';
import type { Found, Trie } from './trie.ts';

/** A mention with what coding schemes ask besides: the PLOVER sector code and the country that the words name. */
export interface CodedMention extends ActorMention {
  readonly code: string;
  readonly country: string | null;
  /** First word and the word after the last, in the words of the text. */
  readonly from: number;
  readonly end: number;
  /** named: a name of the table; state: a country's word, with or without a noun; noun: a noun alone. */
  readonly kind: 'named' | 'state' | 'noun';
  /** Row of the actor table that the name stands in. */
  readonly row: ActorRow | null;
}

export interface Finder {
  readonly actors: ActorIndex;
  readonly countryWords: Trie<CountryWord>;
  readonly countries: Countries;
  readonly communities: Trie<Community>;
  lexicon(lang: string | null): Lexicon;
}

const genitives = new Set(['of', 'de', 'du', 'des', 'd']);
const conjunctions = new Set(['and', 'et']);
const longestModifiers = 3;
const longestTitles = 3;
/** Words before a name that are looked at: a bound for hostile text. */
const longestLead = 6;
const governmentTemplate = 'Government of {name}';
const juntaTemplate = 'Junta of {name}';

const sole = (countries: readonly string[]): string | null => (countries.length === 1 ? (countries[0] ?? null) : null);

interface Match {
  readonly end: number;
  readonly actor: Actor | null;
  readonly sector: Actor['sector'];
  readonly code: string;
  readonly country: string | null;
  readonly kind: CodedMention['kind'];
  readonly row: ActorRow | null;
}

/** Mentions of actors in `text`, left to right, the longest first where two begin at one word. */
export function findActors(
  text: string,
  words: readonly NameWord[],
  context: NameContext,
  finder: Finder,
): CodedMention[] {
  const { nouns, locators } = finder.lexicon(context.lang);
  const shouting = isShouting(words);
  const gap = (at: number) => text.slice((words[at - 1] as NameWord).end, (words[at] as NameWord).start);
  /** NameWord `at` follows the one before with nothing but blanks or a hyphen between. */
  const joined = (at: number) => at > 0 && at < words.length && /^[\s-]*$/.test(gap(at));
  const linked = (at: number) => at > 0 && at < words.length && /^[\s\-'’]*$/.test(gap(at));
  const has = (at: number, role: string) =>
    at >= 0 &&
    at < words.length &&
    locators.at(words, at).some((found) => found.end === at + 1 && found.values.some((value) => value === role));

  const fits = <T extends { readonly casing: CountryWord['casing'] }>(found: Found<T>, at: number): T[] =>
    unbroken(text, words, at, found.end)
      ? found.values.filter((value) => written(value.casing, words, at, found.end, shouting))
      : [];

  const nounAt = (at: number): { noun: HeadNoun; end: number } | null => {
    if (at >= words.length) return null;
    for (const found of nouns.at(words, at)) {
      const [noun] = fits(found, at);
      if (noun !== undefined) return { noun, end: found.end };
    }
    return null;
  };

  const countryAt = (at: number): { word: CountryWord; end: number } | null => {
    if (at >= words.length) return null;
    for (const found of finder.countryWords.at(words, at)) {
      const fitting = fits(found, at);
      // "Congolese", "Guinean": several countries share the word; the context decides, else the first of the table.
      const word = fitting.find((value) => context.countries.includes(value.country.iso3)) ?? fitting[0];
      if (word !== undefined) return { word, end: found.end };
    }
    return null;
  };

  /** What a noun means of a country: its army, its junta of the time; peacekeepers are of the mission, whatever their flag. */
  const ofCountry = (country: Country, noun: HeadNoun, end: number): Match => {
    const { sector, code, template } = noun;
    const match: Match = { end, actor: null, sector, code, country: country.iso3, kind: 'state', row: null };
    const known =
      code === 'IGO'
        ? finder.actors.mission(context)
        : template === juntaTemplate
          ? finder.actors.junta(country.iso3, context.date)
          : null;
    if (known !== null) return { ...match, actor: known.actor, sector: known.actor.sector, row: known.row };
    if (template === '') return match;
    const plain = template === juntaTemplate ? governmentTemplate : template;
    return { ...match, actor: stateActor(country, plain, sector, finder.actors.byId) };
  };

  const skipModifiers = (at: number): number[] => {
    const stops = [at];
    let here = at;
    while (stops.length <= longestModifiers && joined(here + 1) && has(here, 'modifier')) {
      here += 1;
      stops.push(here);
    }
    return stops;
  };

  /** After a title comes the person's name: "President X Y" is one mention. */
  const overName = (end: number, noun: HeadNoun | null): number => {
    if (noun === null || noun.role !== 'state' || shouting) return end;
    let here = end;
    while (
      here < end + 4 &&
      joined(here) &&
      (words[here] as NameWord).capital &&
      !(words[here] as NameWord).caps &&
      countryAt(here) === null
    )
      here += 1;
    return here;
  };

  const named = (at: number): Match | null => {
    for (const found of finder.actors.names.at(words, at)) {
      const fitting = fits<ActorName>(found, at).filter((name) => {
        if (name.row.kind !== 'person' || !name.single) return true;
        // A surname after another capitalised word is somebody else's, unless that word is a title.
        if (at === 0 || !joined(at) || !(words[at - 1] as NameWord).capital) return true;
        return nounAt(at - 1) !== null;
      });
      if (fitting.length === 0) continue;
      const resolved = finder.actors.choose(fitting, context);
      if (resolved === null) continue;
      return {
        end: found.end,
        actor: resolved.actor,
        sector: resolved.actor.sector,
        code: resolved.code,
        country: resolved.actor.country,
        kind: 'named',
        row: resolved.row,
      };
    }
    return null;
  };

  /** "Malian army", "Mali's ruling junta", "US troops"; a country or its capital alone as a doer. */
  const countryFirst = (at: number): Match | null => {
    const found = countryAt(at);
    if (found === null) return null;
    const { word } = found;
    let next = found.end;
    const possessive = next < words.length && (words[next] as NameWord).folded === 's' && /^['’]$/.test(gap(next));
    if (possessive) next += 1;
    if (possessive ? linked(next) : joined(next)) {
      for (const stop of skipModifiers(next)) {
        const head = nounAt(stop);
        if (head !== null && joined(stop)) return ofCountry(word.country, head.noun, overName(head.end, head.noun));
      }
      const after = words[next] as NameWord;
      if (!possessive && conjunctions.has(after.folded)) {
        const second = countryAt(next + 1);
        if (second !== null && word.kind === 'demonym' && second.word.kind === 'demonym') {
          const head = nounAt(second.end);
          if (head !== null) return ofCountry(word.country, head.noun, found.end);
        }
      }
    }
    if (word.kind === 'demonym') {
      const last = words[found.end - 1] as NameWord;
      if (!last.capital || !last.folded.endsWith('s')) return null;
      const isNoun =
        word.country.demonymsEn.some((text) => text.toLowerCase() === last.folded) || context.lang === 'fr';
      return isNoun
        ? {
            end: found.end,
            actor: stateActor(word.country, 'Civilians ({name})', 'civilian', finder.actors.byId),
            sector: 'civilian',
            code: 'CVL',
            country: word.country.iso3,
            kind: 'state',
            row: null,
          }
        : null;
    }
    if (possessive || isPlaceHere(at, found.end, word.kind)) return null;
    return {
      end: found.end,
      actor: stateActor(word.country, governmentTemplate, 'government', finder.actors.byId),
      sector: 'government',
      code: word.kind === 'capital' ? 'GOV' : '',
      country: word.country.iso3,
      kind: 'state',
      row: null,
    };
  };

  const endsCountry = (at: number): boolean => {
    for (let from = Math.max(0, at - 4); from < at; from++) {
      if (finder.countryWords.at(words, from).some(({ end }) => end === at)) return true;
    }
    return false;
  };

  /** "in Mali", "northern Mali", "au Niger", "BAMAKO, Aug 18": where, not who. */
  const isPlaceHere = (at: number, end: number, kind: CountryWord['kind']): boolean => {
    let here = at - 1;
    while (
      here >= 0 &&
      here > at - longestLead &&
      linked(here + 1) &&
      (has(here, 'article') || has(here, 'direction'))
    ) {
      if (has(here, 'direction')) return true;
      here -= 1;
    }
    if (here >= 0 && linked(here + 1) && (has(here, 'in') || has(here, 'to') || has(here, 'near'))) return true;
    const next = end < words.length ? gap(end) : '';
    if (/^\s*[-(/]/.test(next) || (kind === 'capital' && next.startsWith(','))) return true;
    // "Pau, France" is a place, "Mali, France and Niger" are not.
    if (at > 0 && /^,\s+$/.test(gap(at)) && (words[at - 1] as NameWord).capital && !endsCountry(at)) return true;
    return end < words.length && joined(end) && (has(end, 'direction') || has(end, 'admin1'));
  };

  /** "armée malienne", "president of Mali", "fighters of the Islamic State", "the army". */
  const nounFirst = (at: number): Match | null => {
    const head = nounAt(at);
    if (head === null) return null;
    const { noun } = head;
    // "Guatemala City", "Santander Academy": the noun is part of somebody's name.
    const first = words[at] as NameWord;
    if (
      !shouting &&
      first.capital &&
      !first.caps &&
      joined(at) &&
      (words[at - 1] as NameWord).capital &&
      noun.role === 'people'
    )
      return null;
    for (const stop of skipModifiers(head.end)) {
      if (!joined(stop)) break;
      const after = countryAt(stop);
      if (after !== null && after.word.kind === 'demonym' && context.lang !== 'en')
        return ofCountry(after.word.country, noun, overName(after.end, noun));
    }
    let next = head.end;
    if (joined(next) && genitives.has((words[next] as NameWord).folded)) {
      next += 1;
      while (next < words.length && linked(next) && (has(next, 'article') || (words[next] as NameWord).folded === 'la'))
        next += 1;
      if (next < words.length && linked(next)) {
        const who = noun.role === 'people' ? null : named(next);
        const country = countryAt(next);
        if (who !== null && who.end >= (country?.end ?? 0))
          return { ...who, code: noun.role === 'state' ? noun.code : who.code };
        if (country !== null && country.word.kind !== 'demonym')
          return ofCountry(country.word.country, noun, overName(country.end, noun));
      }
    }
    // "interim President Colonel Assimi Goïta": titles in a row belong to the name at their end.
    for (let title: typeof head | null = head, left = longestTitles; title !== null && left > 0; left--) {
      if (title.noun.role !== 'state' || !joined(title.end)) break;
      const person = named(title.end);
      if (person !== null) return person;
      title = nounAt(title.end);
    }
    const mission = noun.code === 'IGO' ? finder.actors.mission(context) : null;
    if (mission !== null)
      return {
        end: head.end,
        actor: mission.actor,
        sector: 'igo',
        code: noun.code,
        country: null,
        kind: 'noun',
        row: mission.row,
      };
    const home = noun.bare ? finder.countries.byIso3(context.countries[0] ?? '') : null;
    if (home !== null)
      return { ...ofCountry(home, noun, overName(head.end, noun)), country: null, kind: 'noun', row: null };
    return { end: head.end, actor: null, sector: noun.sector, code: noun.code, country: null, kind: 'noun', row: null };
  };

  /** A noun makes a party of a community: "Fulani villagers", "Dogon militia", "au moins 157 Peuls". */
  const ofCommunity = (community: Community, noun: HeadNoun | null, armed: boolean, end: number): Match => {
    const country = context.countries.find((iso3) => community.countries.includes(iso3)) ?? sole(community.countries);
    const fighting = armed || (noun !== null && noun.role === 'group' && noun.code !== 'UNK');
    const sector = !fighting ? 'civilian' : noun?.sector === 'rebel' ? 'rebel' : 'militia';
    const actor = communityActor(
      community,
      fighting,
      sector,
      country === null ? null : finder.countries.byIso3(country),
    );
    return {
      end,
      actor,
      sector,
      code: fighting ? (noun?.code ?? 'PRM') : (noun?.code ?? 'CVL'),
      country,
      kind: 'state',
      row: null,
    };
  };

  const communityAt = (at: number): { community: Community; end: number } | null => {
    if (at >= words.length) return null;
    for (const found of finder.communities.at(words, at)) {
      const [community] = found.values;
      const capital = context.lang === 'fr' || shouting || words.slice(at, found.end).some((word) => word.capital);
      if (community !== undefined && capital) return { community, end: found.end };
    }
    return null;
  };

  const communityFirst = (at: number): Match | null => {
    const armed = /^arm(?:ed|és)$/.test((words[at] as NameWord).folded) && joined(at + 1);
    const found = communityAt(armed ? at + 1 : at);
    if (found === null) {
      const head = context.lang === 'en' ? null : nounAt(at);
      const after = head === null || !joined(head.end) ? null : communityAt(head.end);
      return head === null || after === null ? null : ofCommunity(after.community, head.noun, false, after.end);
    }
    if (!joined(found.end)) return ofCommunity(found.community, null, armed, found.end);
    for (const stop of skipModifiers(found.end)) {
      const head = nounAt(stop);
      if (head !== null) return ofCommunity(found.community, head.noun, armed, head.end);
    }
    return ofCommunity(found.community, null, armed, found.end);
  };

  const found: CodedMention[] = [];
  for (let at = 0; at < words.length; ) {
    let best: Match | null = null;
    for (const match of [named(at), countryFirst(at), communityFirst(at), nounFirst(at)]) {
      if (match !== null && (best === null || match.end > best.end)) best = match;
    }
    if (best === null) {
      at += 1;
      continue;
    }
    // "ADF fighters", "Malian army soldiers": the nouns that follow belong to the name.
    let end = best.end;
    while (best.kind !== 'noun' && joined(end)) {
      const head = nounAt(end);
      if (head === null || head.noun.role === 'people') break;
      end = head.end;
    }
    found.push({
      span: { start: (words[at] as NameWord).start, end: (words[end - 1] as NameWord).end },
      actor: best.actor,
      sector: best.sector,
      code: best.code,
      country: best.country,
      kind: best.kind,
      row: best.row,
      from: at,
      end,
    });
    at = end;
  }
  return found;
}
