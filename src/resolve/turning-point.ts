import { isNonEmpty, type NonEmpty } from '../model/index.ts';
import { type NameWord, nameWords, readTable, type TableFault } from '../text/index.ts';
import type { Anchor } from './anchors.ts';
import { written } from './casing.ts';
import type { Finder } from './find-actors.ts';

/** What the surroundings of a turning phrase say. */
export interface TurningContext {
  /** ISO 3166-1 alpha-3, the likeliest first. */
  readonly countries: readonly string[];
  /** ISO 639-1 */
  readonly lang: string | null;
  /** ISO date: later turning points cannot be meant. */
  readonly published: string | null;
}

/** One turning point that a phrase may mean, with every date that sources give for it. */
export interface TurningPoint {
  readonly name: string;
  readonly country: string;
  /** Earliest first. */
  readonly anchors: NonEmpty<Anchor>;
  /** 0..1: share of weight that the phrase and the name have in common (Dice). */
  readonly score: number;
  /** The words of the phrase that matched. */
  readonly matched: readonly string[];
}

/** Below this score a likeness is no evidence. */
const leastScore = 0.55;
/** How much a turning point of a country that the text is not about loses. */
const foreignFactor = 0.6;
/** How much each step down the list of countries loses. */
const rankLoss = 0.05;
/** Weights in the comparison: who did it, what sort of change it was, where or what else. */
const weights = { actor: 2, parent: 0.7, country: 1.5, concept: 1.5, word: 1 } as const;

/** Sorts of change that befall anything: one of them alone is no likeness. */
const common: ReadonlySet<string> = new Set(
  ['begin', 'end', 'withdraw', 'announce', 'capture', 'attack', 'lift'].map((concept) => `concept:${concept}`),
);

interface Feature {
  readonly weight: number;
  readonly words: string;
}

export interface TurningWords {
  readonly conceptOf: ReadonlyMap<string, string>;
  readonly faults: readonly TableFault[];
}

/** Reads `data/turning-words.tsv`: words of either language and the sort of change that they name; `skip` names none. */
export function readTurningWords(path: string): TurningWords {
  const table = readTable(path, ['word', 'concept'] as const);
  const conceptOf = new Map<string, string>();
  for (const { word, concept } of table.rows) {
    const [folded] = nameWords(word);
    if (folded !== undefined && !conceptOf.has(folded.folded)) conceptOf.set(folded.folded, concept);
  }
  return { conceptOf, faults: table.faults };
}

/** What a phrase says: actors, countries, sorts of change, other words; each once. */
function featuresOf(text: string, finder: Finder, concepts: ReadonlyMap<string, string>): Map<string, Feature> {
  const words = nameWords(text);
  const features = new Map<string, Feature>();
  const add = (key: string, weight: number, from: number, end: number) => {
    if ((features.get(key)?.weight ?? 0) < weight)
      features.set(key, {
        weight,
        words: text.slice((words[from] as NameWord).start, (words[end - 1] as NameWord).end),
      });
  };
  for (let at = 0; at < words.length; ) {
    const actor = finder.actors.names
      .at(words, at)
      .find(({ end, values }) =>
        values.some(({ row, casing }) => row.kind !== 'person' && written(casing, words, at, end, false)),
      );
    const country = finder.countryWords
      .at(words, at)
      .find(({ end, values }) => values.some(({ casing }) => written(casing, words, at, end, false)));
    if (actor !== undefined && actor.end >= (country?.end ?? 0)) {
      for (const { row } of actor.values) {
        add(`actor:${row.id}`, weights.actor, at, actor.end);
        if (row.parent !== null) add(`actor:${row.parent}`, weights.parent, at, actor.end);
      }
      at = actor.end;
      continue;
    }
    if (country !== undefined) {
      for (const { kind, country: named } of country.values) {
        // A capital is where it happened ("the fall of Kabul"), not whose turning point it is.
        if (kind === 'capital') add(`word:${named.iso3} capital`, weights.word, at, country.end);
        else add(`country:${named.iso3}`, weights.country, at, country.end);
      }
      at = country.end;
      continue;
    }
    const { folded } = words[at] as NameWord;
    const concept = concepts.get(folded);
    if (concept === undefined && !/^\d+$/.test(folded)) add(`word:${folded}`, weights.word, at, at + 1);
    else if (concept !== undefined && concept !== 'skip') add(`concept:${concept}`, weights.concept, at, at + 1);
    at += 1;
  }
  return features;
}

interface Known {
  readonly name: string;
  readonly country: string;
  readonly anchors: NonEmpty<Anchor>;
  /** Features of each way to say it. */
  readonly sayings: readonly ReadonlyMap<string, Feature>[];
}

const total = (features: ReadonlyMap<string, Feature>, home: string): number => {
  let sum = 0;
  for (const [key, { weight }] of features) if (key !== home) sum += weight;
  return sum;
};

/** Makes the function that tells which turning points a phrase may mean. */
export function makeTurningPoints(anchors: readonly Anchor[], concepts: ReadonlyMap<string, string>, finder: Finder) {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    const key = `${anchor.country} ${anchor.name}`;
    groups.set(key, [...(groups.get(key) ?? []), anchor]);
  }
  const known: Known[] = [];
  for (const rows of groups.values()) {
    const sorted = rows.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    if (!isNonEmpty(sorted)) continue;
    const [first] = sorted;
    const sayings = new Set(sorted.flatMap(({ name, aliases }) => [name, ...aliases]));
    known.push({
      name: first.name,
      country: first.country,
      anchors: sorted,
      sayings: [...sayings].map((saying) => featuresOf(saying, finder, concepts)),
    });
  }

  /**
   * Turning points that `phrase` may mean, the likeliest first; null when none is like enough. The country that a
   * turning point belongs to need not be named; a year or month that the phrase names must agree.
   */
  return function resolve(phrase: string, context: TurningContext): NonEmpty<TurningPoint> | null {
    const said = featuresOf(phrase, finder, concepts);
    const years = [...phrase.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => year);
    const points: TurningPoint[] = [];
    for (const { name, country, anchors: rows, sayings } of known) {
      const possible = rows.filter(
        ({ date }) =>
          (context.published === null ||
            date.slice(0, context.published.length) <= context.published.slice(0, date.length)) &&
          (years.length === 0 || years.some((year) => date.startsWith(year))),
      );
      if (!isNonEmpty(possible)) continue;
      const home = `country:${country}`;
      const elsewhere = [...said.keys()].some((key) => key.startsWith('country:')) && !said.has(home);
      let score = 0;
      let matched: string[] = [];
      for (const saying of sayings) {
        let shared = 0;
        const words = new Set<string>();
        let telling = 0;
        for (const [key, { weight, words: text }] of said) {
          const other = saying.get(key);
          if (other === undefined || key === home) continue;
          shared += Math.min(weight, other.weight);
          words.add(text);
          telling += common.has(key) ? 1 : 2;
        }
        if (telling < 2) continue;
        const whole = total(said, home) + total(saying, home);
        const dice = whole === 0 ? 0 : (2 * shared) / whole;
        if (dice > score) {
          score = dice;
          matched = [...words];
        }
      }
      const rank = context.countries.indexOf(country);
      const mentioned = said.has(home);
      if (!mentioned && context.countries.length > 0)
        score *= rank === -1 ? foreignFactor : 1 - rankLoss * Math.min(rank, 4);
      // "the Nigerien coup" is not Mali's; but "the French withdrawal" may be, where the name says French as well.
      if (elsewhere && !matched.some((word) => isCountry(word))) score *= foreignFactor;
      if (score >= leastScore) points.push({ name, country, anchors: possible, score, matched });
    }
    const latest = ({ anchors: rows }: TurningPoint) => rows.at(-1)?.date ?? '';
    points.sort((a, b) => b.score - a.score || (latest(a) < latest(b) ? 1 : -1));
    return isNonEmpty(points) ? points : null;
  };

  function isCountry(text: string): boolean {
    const words = nameWords(text);
    return words.length > 0 && finder.countryWords.at(words, 0).some(({ end }) => end === words.length);
  }
}
