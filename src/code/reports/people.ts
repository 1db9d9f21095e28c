import { type Estimate, exactly } from '../../model/index.ts';
import { dependants, featOf, headOfWord, lemmaOf, relationOf, uposOf } from '../frames/index.ts';
import type { Quantity } from '../reading.ts';
import type { Fate, Tally } from '../victims.ts';
import type { Deed } from './deed.ts';
import type { Party } from './party.ts';
import { spanOfPhrase } from './phrases.ts';
import { type Scene, spanOfTokens, tokenAt } from './scene.ts';

const plus = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
const add = (a: Estimate, b: Estimate): Estimate => ({
  low: plus(a.low, b.low),
  best: plus(a.best, b.best),
  high: plus(a.high, b.high),
});

/** The number that a phrase itself counts: "at least 12 soldiers", "several of them". */
function quantityOf(scene: Scene, { word }: Party): Quantity | null {
  const span = spanOfPhrase(scene, word);
  const head = scene.tree.tokens[word]?.span ?? span;
  return (
    scene.reading.quantities.find(
      (quantity) =>
        quantity.kind === 'cardinal' &&
        quantity.span.start >= span.start &&
        quantity.span.start <= head.start &&
        quantity.span.end <= span.end,
    ) ?? null
  );
}

const isTaken = (scene: Scene, quantity: Quantity): boolean =>
  [...scene.taken].some((tally) => tally.quantity.from === quantity.from);

/** True when a claim has the number of people whom a deed befell: a total, no single happening. */
export function isClaimed(scene: Scene, deed: Deed): boolean {
  if (deed.entry.fate === null) return false;
  return deed.target.some((party) => {
    const quantity = quantityOf(scene, party);
    return quantity !== null && isTaken(scene, quantity);
  });
}

/** True when a claim tells the words of a violent deed that has no toll of its own: an aggregate, no happening. */
export function isAggregate(scene: Scene, deed: Deed): boolean {
  const noun = deed.noun?.word ?? (deed.frame.kind === 'noun' ? deed.frame.word : null);
  if (noun !== null && deed.entry.type === 'ASSAULT' && severalUndated(scene, noun, deed)) return true;
  if (deed.entry.type !== 'ASSAULT' || scene.claimed.length === 0) return false;
  const at = scene.tree.tokens[deed.frame.word]?.span;
  if (at === undefined || !scene.claimed.some((span) => span.start <= at.start && at.end <= span.end)) return false;
  const counted = deed.target.some((party) => {
    const quantity = quantityOf(scene, party);
    return quantity !== null && !isTaken(scene, quantity);
  });
  return (
    !counted &&
    !(deed.frame.kind === 'verb' && deed.source.length > 0 && deed.target.length > 0 && deed.entry.fate === null)
  );
}

/** "has faced repeated attacks since 2012": several happenings, no count and no day of theirs. */
function severalUndated(scene: Scene, noun: number, deed: Deed): boolean {
  const plural = featOf(scene.tree, noun, 'Number') === 'Plur';
  const dated = scene.reading.times.some(({ grain, role }) => grain !== 'year' && role !== 'since');
  return (
    plural &&
    !dated &&
    deed.target.every((party) => quantityOf(scene, party) === null) &&
    scene.tallies.every((tally) => scene.taken.has(tally))
  );
}

interface Count {
  readonly value: Estimate;
  readonly why: string;
}

/**
 * How many people a group of deeds befell, by fate: the numbers of the phrases they were done to, added up where these
 * stand in one list; a single person counts as one; else the numbers that the words around tell. Null: not said.
 */
export function peopleOf(scene: Scene, deeds: readonly Deed[], fate: Fate): Count | null {
  const used = new Set<number>();
  for (const deed of deeds) {
    if (deed.entry.fate !== fate) continue;
    const parts: Estimate[] = [];
    let uncounted = false;
    for (const party of deed.target) {
      const quantity = quantityOf(scene, party);
      if (quantity !== null && isTaken(scene, quantity)) continue;
      if (quantity !== null) {
        if (used.has(quantity.from)) continue;
        used.add(quantity.from);
        parts.push(quantity.value);
      } else if (isOnePerson(scene, party)) parts.push(exactly(1));
      else uncounted = true;
    }
    const [first, ...rest] = parts;
    if (first === undefined || (uncounted && used.size === 0)) continue;
    return { value: rest.reduce(add, first), why: `${fate}: number of whom "${deed.entry.words}" befell` };
  }
  const tallies = scene.tallies.filter(
    (tally) =>
      tally.fate === fate &&
      !scene.taken.has(tally) &&
      tally.quantity.kind === 'cardinal' &&
      !scene.reading.isWord(tally.quantity.from - 1, 'including') &&
      near(scene, deeds, tally),
  );
  const [first, ...rest] = tallies;
  if (first === undefined) return null;
  const listed = rest.filter(({ by, from }) => (by === null || by === first.by) && from - first.next < 8);
  return {
    value: listed.reduce((sum, { quantity }) => add(sum, quantity.value), first.quantity.value),
    why: `${fate}: number beside its verb or noun`,
  };
}

/** The noun behind a number that befell people, where the tree lost the phrase: "71 soldiers" of "71 soldiers were killed". */
export function countedNoun(scene: Scene, deeds: readonly Deed[]): number | null {
  const fates = deeds.map(({ entry }) => entry.fate);
  const tally = scene.tallies.find(
    (one) =>
      one.fate !== null &&
      one.noun !== null &&
      fates.includes(one.fate) &&
      !scene.taken.has(one) &&
      near(scene, deeds, one),
  );
  if (tally === undefined) return null;
  const { end } = scene.reading.spanOf(tally.quantity.from, tally.nounNext);
  return tokenAt(scene, end - 1);
}

/** True where no other group of deeds stands between a number and this one; the sentence being short it always is. */
function near(scene: Scene, deeds: readonly Deed[], tally: Tally): boolean {
  const at = scene.reading.words[tally.quantity.from]?.start ?? 0;
  const [from, next] = bounds(scene, deeds);
  return at >= from && at < next;
}

function bounds(scene: Scene, deeds: readonly Deed[]): [number, number] {
  const spans = deeds.map(({ frame }) => spanOfTokens(scene, frame.from, frame.next));
  return [Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))];
}

/** "a policeman", "the driver", "Soumaïla Cissé", "him": one person, no group and no thing. */
function isOnePerson({ tree }: Scene, party: Party): boolean {
  if (!party.single || party.place) return false;
  if (party.pronoun)
    return (
      ['he', 'she', 'him', 'her', 'il', 'elle', 'lui', 'le', 'la'].includes(lemmaOf(tree, party.word)) ||
      featOf(tree, party.word, 'Number') === 'Sing'
    );
  if (uposOf(tree, party.word) === 'PROPN') {
    const titled =
      dependants(tree, party.word, 'flat', 'compound', 'appos', 'nmod').length > 0 ||
      relationOf(tree, party.word) === 'appos' ||
      uposOf(tree, headOfWord(tree, party.word)) === 'NOUN';
    return titled && (party.actor === null || party.sector === 'government' || party.sector === 'civilian');
  }
  return party.human || party.sector !== 'unknown' || dependants(tree, party.word, 'det', 'amod').length > 0;
}
