import type { NameWord } from '../text/index.ts';
import type { Locator } from './lexicon.ts';
import type { Trie } from './trie.ts';

/** What the words before a name say about it. */
export interface Lead {
  /** First word of the phrase that belongs to the place: "45 km south of X", "near X", "région de X". */
  readonly start: number;
  /** A preposition or a noun says that the name is a place. */
  readonly locative: boolean;
  /** Something is or happens there, rather than comes from or goes to there. */
  readonly inside: boolean;
  readonly near: boolean;
  readonly between: boolean;
  /** "northern X": a part of it. */
  readonly part: boolean;
  /** Kind of place that a noun before names: "region of X", "village de X". */
  readonly noun: 'admin1' | 'admin2' | 'locality' | 'feature' | null;
  /** Kilometres from the named place; null: none stated. */
  readonly km: number | null;
  /** Degrees clockwise from north. */
  readonly bearing: number | null;
}

/** A place that is named as one and no more is said about. */
export const plainLead = {
  locative: true,
  inside: true,
  near: false,
  between: false,
  part: false,
  noun: null,
  km: null,
  bearing: null,
} as const;

const kilometresPerMile = 1.609344;
/** Words before a name that are looked at: a bound for hostile text, far beyond any phrase. */
const longestLead = 12;

/** Angles by the words that make up a direction, in either language. */
const angles: Readonly<Record<string, readonly [east: number, north: number]>> = {
  north: [0, 1],
  nord: [0, 1],
  northern: [0, 1],
  south: [0, -1],
  sud: [0, -1],
  southern: [0, -1],
  east: [1, 0],
  est: [1, 0],
  eastern: [1, 0],
  west: [-1, 0],
  ouest: [-1, 0],
  western: [-1, 0],
  northeast: [1, 1],
  northwest: [-1, 1],
  southeast: [1, -1],
  southwest: [-1, -1],
};

/** Bearing of direction words, as "south", "west" for south-west; null where they name none ("central"). */
function bearingOf(words: readonly NameWord[]): number | null {
  let east = 0;
  let north = 0;
  for (const { folded } of words) {
    const [x, y] = angles[folded] ?? [0, 0];
    east += x;
    north += y;
  }
  return east === 0 && north === 0 ? null : ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

interface Ending {
  readonly role: Locator;
  readonly start: number;
}

/** Locating words of a text by the word after their last, longest first. */
export function endingsOf(words: readonly NameWord[], locators: Trie<Locator>): readonly (readonly Ending[])[] {
  const endings: Ending[][] = Array.from({ length: words.length + 1 }, () => []);
  for (let start = 0; start < words.length; start++) {
    for (const { end, values } of locators.at(words, start)) {
      for (const role of values) endings[end]?.push({ role, start });
    }
  }
  for (const list of endings) list.sort((a, b) => a.start - b.start);
  return endings;
}

/** Reads the words before word `at` backwards, as far as they lead up to a name. */
export function leadTo(
  words: readonly NameWord[],
  at: number,
  text: string,
  endings: readonly (readonly Ending[])[],
): Lead {
  const before = (end: number, ...roles: Locator[]): Ending | null => {
    if (end <= 0 || end > at || end < at - longestLead) return null;
    const ending = endings[end]?.find(({ role }) => roles.includes(role));
    if (ending === undefined) return null;
    const next = words[end];
    const gap = next === undefined ? '' : text.slice((words[end - 1] as NameWord).end, next.start);
    return /^[\s\-–'’"“«#@]*$/.test(gap) ? ending : null;
  };
  let here = at;
  let start = at;
  let noun: Lead['noun'] = null;
  let locative = false;
  let part = false;

  const skipArticles = () => {
    for (let article = before(here, 'article'); article !== null; article = before(here, 'article'))
      here = article.start;
  };
  // "the northern X", "centre du X"
  skipArticles();
  const adjective = before(here, 'direction');
  if (adjective !== null) {
    part = true;
    here = adjective.start;
    start = here;
    skipArticles();
  } else {
    // "région de X", "village of X", "nord du X"
    const genitive = before(here, 'of');
    const afterGenitive = genitive?.start ?? here;
    const kind = before(afterGenitive, 'admin1', 'admin2', 'locality', 'feature');
    const side = genitive === null ? null : before(genitive.start, 'direction');
    if (
      kind !== null &&
      (kind.role === 'admin1' || kind.role === 'admin2' || kind.role === 'locality' || kind.role === 'feature')
    ) {
      noun = kind.role;
      locative = true;
      here = kind.start;
      if (noun !== 'locality') start = here;
      skipArticles();
    } else if (side !== null && genitive !== null) {
      // "45 km south of X" or "in the north of X"
      let sideStart = side.start;
      for (let more = before(sideStart, 'direction'); more !== null; more = before(sideStart, 'direction'))
        sideStart = more.start;
      const bearing = bearingOf(words.slice(sideStart, genitive.start));
      let reach = sideStart;
      for (
        let link = before(reach, 'of', 'article', 'in', 'to');
        link !== null;
        link = before(reach, 'of', 'article', 'in', 'to')
      )
        reach = link.start;
      const distance = distanceBefore(words, reach, before);
      if (distance !== null) {
        return { ...plainLead, start: distance.start, near: true, noun, km: distance.km, bearing };
      }
      return { ...plainLead, start: sideStart, part: true, noun, bearing };
    } else if (genitive !== null) {
      let reach = genitive.start;
      for (let link = before(reach, 'of', 'article'); link !== null; link = before(reach, 'of', 'article'))
        reach = link.start;
      const distance = distanceBefore(words, reach, before);
      if (distance !== null) {
        return { ...plainLead, start: distance.start, near: true, noun, km: distance.km };
      }
    }
  }
  const near = before(here, 'near');
  if (near !== null) {
    return { ...plainLead, start: near.start, near: true, part, noun };
  }
  const between = before(here, 'between');
  if (between !== null) {
    return { ...plainLead, start: between.start, between: true, part, noun };
  }
  const inside = locative || before(here, 'in') !== null;
  locative = inside || before(here, 'to') !== null;
  return { ...plainLead, start, locative, inside, part, noun };
}

/** "45 km" that ends right before word `end`. */
function distanceBefore(
  words: readonly NameWord[],
  end: number,
  before: (end: number, ...roles: Locator[]) => Ending | null,
): { km: number; start: number } | null {
  const unit = before(end, 'unit', 'mile');
  if (unit === null || unit.start === 0) return null;
  const number = words[unit.start - 1] as NameWord;
  if (!/^\d{1,4}$/.test(number.folded)) return null;
  const value = Number(number.folded);
  return { km: unit.role === 'mile' ? value * kilometresPerMile : value, start: unit.start - 1 };
}
