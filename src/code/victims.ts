import type { Mark, Quantity, Reading } from './reading.ts';

/** What befell those who are counted. */
export type Fate =
  | 'killed'
  | 'wounded'
  | 'displaced'
  | 'missing'
  | 'held'
  | 'abducted'
  | 'arrested'
  | 'freed'
  | 'deployed';

/** A number with the noun that it counts and what befell them. */
export interface Tally {
  readonly quantity: Quantity;
  /** Class of the noun in the lexicon (`people`, `military`, `deaths` ...); null: no noun. */
  readonly noun: string | null;
  readonly unit: string;
  readonly civilian: boolean;
  readonly fate: Fate | null;
  /** The verb or noun that tells the fate. */
  readonly by: Mark | null;
  /** Words of number, noun and verb. */
  readonly from: number;
  readonly next: number;
  /** First word behind the noun. */
  readonly nounNext: number;
}

const fateOfRole: Readonly<Partial<Record<Mark['role'], Fate>>> = {
  kill: 'killed',
  die: 'killed',
  lose: 'killed',
  wound: 'wounded',
  displace: 'displaced',
  miss: 'missing',
  hold: 'held',
  abduct: 'abducted',
  arrest: 'arrested',
  free: 'freed',
  deploy: 'deployed',
};

const fateOfNoun: Readonly<Record<string, Fate>> = {
  dead: 'killed',
  deaths: 'killed',
  bodies: 'killed',
  lives: 'killed',
  casualties: 'killed',
  civilianDeaths: 'killed',
  wounded: 'wounded',
  displaced: 'displaced',
  missing: 'missing',
};

const civilianNouns = new Set(['civilians', 'civilianDeaths']);

const fateOf = (mark: Mark): Fate | null => fateOfRole[mark.role] ?? null;

/** Marks inside a noun phrase: 12 "terrorists". */
const marksThatJoin = new Set(["'", '-', '"', '“', '”', '«', '»', '’']);
const longestNounPhrase = 7;

interface Noun {
  readonly mark: Mark | null;
  readonly next: number;
  readonly civilian: boolean;
}

/** The noun behind a number: "12,600 UN troops", "dozens of villagers", "84 Facebook accounts". */
function nounBehind(reading: Reading, quantity: Quantity): Noun {
  const { words } = reading;
  let civilian = false;
  for (let at = quantity.next; at < Math.min(words.length, quantity.next + longestNounPhrase); at++) {
    const word = words[at];
    if (word === undefined || (at > quantity.next && word.gap === 'paragraph')) break;
    if (at > quantity.next && reading.quantityAt(at) !== null) break;
    if (reading.isWord(at, 'civil')) civilian = true;
    const counted = reading.mark(at, 'counted');
    if (counted !== null) {
      // "Wagner Group fighters", "armed group members": the last counted noun of an unbroken row is the head.
      const following = reading.mark(counted.next, 'counted');
      const head = following !== null && following.from === counted.next ? following : counted;
      // "30 dead and 12 wounded" has two numbers, "500 people killed" one: a fate behind people is no head.
      const taken = head.value === 'dead' && counted.value !== 'dead' ? counted : head;
      return {
        mark: taken,
        next: taken.next,
        civilian: civilian || civilianNouns.has(taken.value) || civilianNouns.has(counted.value),
      };
    }
    if (at === quantity.next && (reading.isWord(at, 'join') || marksThatJoin.has(word.form))) continue;
    if (reading.isWord(at, 'of')) break;
    if (word.kind === 'mark' && !marksThatJoin.has(word.form)) break;
    if (reading.isWord(at, 'stop')) break;
    const verb = reading
      .marksAt(at)
      .some(
        ({ role }) =>
          role === 'be' ||
          role === 'relative' ||
          role === 'agent' ||
          role === 'say' ||
          (fateOfRole[role] !== undefined && role !== 'deploy'),
      );
    if (verb) break;
    const joined = reading.mark(at, 'and') !== null;
    if (joined && !(words[at - 1]?.capital && words[at + 1]?.capital)) break;
  }
  return { mark: null, next: quantity.next, civilian };
}

/** The verb in front of the number: "killing at least 134", "coûté la vie à 26". */
function verbBefore(reading: Reading, { from }: Quantity): Mark | null {
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const verb = reading
      .marksEndingAt(at + 1)
      .find((m) => fateOf(m) !== null && m.role !== 'die' && m.value !== 'flee');
    if (verb !== undefined) {
      // "was killed, 12 others": the passive has its own subject in front.
      const passive = verb.more === 'ed' && bePrecedes(reading, verb.from);
      return passive ? null : verb;
    }
    if (!reading.isWord(at, 'filler') && reading.words[at]?.form !== "'") return null;
  }
  return null;
}

/** Words in which a verb may follow its subject: apositions and places stand between. */
const reach = 26;
/** The same where the number has no noun: "12 were killed". */
const nearby = 4;

/** "the bodies of at least 180 men", "the massacre of 157 villagers", "the death of 71 of their comrades". */
function nounBefore(reading: Reading, from: number): Mark | null {
  const elided = reading.words[from - 1]?.form === "'";
  const of = elided ? from - 2 : from - 1;
  if (!reading.isWord(of, 'of')) return null;
  return (
    reading
      .marksEndingAt(of)
      .find(
        ({ role, value }) =>
          (role === 'counted' && (value === 'bodies' || value === 'deaths')) ||
          (role === 'attack' && value === 'massacre'),
      ) ?? null
  );
}

/** The verb behind the noun whose subject or object it is: "12 soldiers from Chad were killed", "25 people dead". */
function verbBehind(reading: Reading, from: number, within: number): Mark | null {
  const { words } = reading;
  for (let at = from; at < Math.min(words.length, from + within); at++) {
    const form = words[at]?.form;
    if (form === ';' || form === ':' || (form === '-' && words[at]?.gap === 'space')) return null;
    const marks = reading.marksAt(at);
    if (marks.some(({ role }) => role === 'say')) return null;
    if (marks.some(({ role, more }) => role === 'strike' && more === 'ed') && !bePrecedes(reading, at)) return null;
    if (marks.some(({ role }) => role === 'relative') && at > from) return null;
    const mark = marks.find((m) => fateOf(m) !== null);
    if (mark === undefined) continue;
    if (mark.role === 'deploy') return mark;
    if (mark.role === 'die' || mark.role === 'miss' || mark.role === 'hold' || mark.value === 'flee') return mark;
    if (mark.more === 'ing' || mark.more === 'base' || mark.more === 'lives') return null;
    return bePrecedes(reading, at) || !takesObject(reading, mark.next) ? mark : null;
  }
  return null;
}

const bePrecedes = (reading: Reading, at: number) =>
  [at, at - 1, at - 2].some((end) => reading.marksEndingAt(end).some(({ role }) => role === 'be'));

/** True when an object begins at the word: the verb in front of it is active. */
function takesObject(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  return (
    word !== undefined &&
    (reading.isWord(at, 'determiner') ||
      reading.quantityAt(at)?.kind === 'cardinal' ||
      reading.mark(at, 'counted') !== null)
  );
}

/** The people of a sentence that are counted, with what befell them. Percentages, ages, measures are left out. */
export function talliesOf(reading: Reading): Tally[] {
  const tallies: Tally[] = [];
  for (const quantity of reading.quantities) {
    if (quantity.kind !== 'cardinal' && quantity.kind !== 'money') continue;
    const noun =
      quantity.kind === 'money' ? { mark: null, next: quantity.next, civilian: false } : nounBehind(reading, quantity);
    tallies.push(tallyOf(reading, quantity, noun, tallies.at(-1) ?? null));
  }
  return tallies;
}

function tallyOf(reading: Reading, quantity: Quantity, noun: Noun, last: Tally | null): Tally {
  const own = noun.mark === null ? null : (fateOfNoun[noun.mark.value] ?? null);
  const before = verbBefore(reading, quantity);
  const makes = (fate: Fate | null, by: Mark | null): Tally => ({
    quantity,
    noun: noun.mark?.value ?? null,
    unit: noun.mark?.more ?? '',
    civilian: noun.civilian,
    fate,
    by,
    from: by !== null && by.from < quantity.from ? by.from : quantity.from,
    next: Math.max(noun.next, by !== null && by.from >= quantity.next && by.from - noun.next < 12 ? by.next : 0),
    nounNext: noun.next,
  });
  if (own !== null) return makes(own, before ?? noun.mark);
  if (before !== null && before.more !== 'lives') {
    const fate = fateOf(before);
    // "forced around two million to flee", "driven a million people from their homes".
    return makes(
      before.role === 'displace' && !fled(reading, noun.next) && noun.mark === null ? 'displaced' : fate,
      before,
    );
  }
  if (quantity.kind === 'money') return makes(null, null);
  const gone = nounBefore(reading, quantity.from);
  if (gone !== null && noun.mark !== null) return makes('killed', gone);
  const behind = verbBehind(reading, noun.next, noun.mark === null ? nearby : reach);
  if (behind !== null) return makes(fateOf(behind), behind);
  // "killed 12 soldiers and 3 civilians": the verb of the first counts for the second.
  if (last?.fate != null && noun.mark !== null && listed(reading, last.nounNext, quantity.from))
    return makes(last.fate, null);
  return makes(null, null);
}

const fled = (reading: Reading, from: number) =>
  [0, 1, 2, 3].some((n) =>
    reading.marksAt(from + n).some(({ role, value }) => role === 'displace' && value === 'flee'),
  );

/** True when nothing but commas, "and" and the like stands between two words. */
function listed(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const form = reading.words[at]?.form ?? '';
    if (form !== ',' && !reading.isWord(at, 'filler') && reading.mark(at, 'and') === null) return false;
  }
  return to > from;
}
