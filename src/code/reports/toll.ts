import type { Estimate, Period } from '../../model/index.ts';
import { type Saying, sayingOf } from '../attribution.ts';
import { timesOfDeed } from '../claims/period.ts';
import { caseOf, coordinated, headOfWord, lemmaOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Tally } from '../victims.ts';
import { placeNear } from '../where.ts';
import { type Discourse, lastAttack } from './discourse.ts';
import type { Draft } from './draft.ts';
import type { Party } from './party.ts';
import { partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';
import { isAnybody } from './targets.ts';

/** Words between an attack and its day. */
const closely = 3;

/**
 * Tolls that no deed of the sentence has ("a councillor put the number of dead at 160"): each speaker's is one more
 * account of the attack told before. None without an attack that they could be of.
 */
export function tollsOf(scene: Scene, discourse: Discourse, drafts: readonly Draft[]): Draft[] {
  const { reading, sayings } = scene;
  const attack = drafts.findLast(({ type }) => type === 'ASSAULT') ?? lastAttack(discourse)?.draft ?? null;
  const named = reading.marks.some(({ role }) => role === 'attack' || role === 'strike' || role === 'weapon');
  if ((attack === null && !named) || reading.mark(0, 'if', 'not') !== null) return [];
  // Dead of a crash or a flood are no dead of an attack.
  if (scene.tree.tokens.some((_, word) => matchAt(scene.tree, word, scene.lexicon.cues.figurative) !== null)) return [];
  const used = new Set(drafts.flatMap(({ killed, injured }) => [killed, injured]).filter((one) => one !== null));
  const bySpeaker = new Map<Saying | null, { killed: Estimate | null; injured: Estimate | null }>();
  for (const tally of scene.tallies) {
    const fate = fateOf(scene, tally);
    if (fate === null || scene.taken.has(tally) || tally.quantity.kind !== 'cardinal') continue;
    if (
      reading.isWord(tally.quantity.from - 1, 'including') ||
      [...used].some((one) => one.best === tally.quantity.value.best && one.low === tally.quantity.value.low)
    )
      continue;
    const saying = sayingOf(sayings, tally.from, tally.from + 1) ?? sayingAround(scene, tally);
    const toll = bySpeaker.get(saying) ?? { killed: null, injured: null };
    toll[fate] ??= tally.quantity.value;
    bySpeaker.set(saying, toll);
  }
  const told = drafts.some(({ type }) => type === 'ASSAULT');
  const spans = sayings.map(({ from, next }) => reading.spanOf(from, next));
  const dated = timesOfDeed(reading, sayings).filter(({ period }) => period !== null);
  const own = dayOfAttack(scene) ?? (attack === null || attack.when === null ? (dated[0]?.period ?? null) : null);
  const found: Draft[] = [];
  for (const [saying, { killed, injured }] of bySpeaker) {
    // Beside a deed only another speaker's figure is another account.
    if (told && (saying === null || drafts.some(({ type, by }) => type === 'ASSAULT' && by?.text === saying.by.text)))
      continue;
    const span =
      told && saying !== null
        ? reading.spanOf(Math.min(saying.from, saying.scope.from), Math.max(saying.next, saying.scope.next))
        : reading.sentence.span;
    found.push({
      type: 'ASSAULT',
      mode: attack?.mode ?? null,
      source: [...(attack?.source ?? [])],
      target: countedAmong(scene, discourse) ?? [...(attack?.target ?? [])],
      place: attack?.place ?? placeNear(reading, reading.sentence.span, spans),
      when: own ?? attack?.when ?? null,
      late: attack?.late ?? false,
      killed,
      injured,
      abducted: null,
      arrested: null,
      status: 'asserted',
      by: saying?.by ?? null,
      span,
      score: 0.5,
      why: ['ASSAULT: a toll of the attack told before'],
    });
  }
  return found;
}

/** "the assault of 7 December": the attack's own day, not that of the count. */
export function dayOfAttack({ reading, sayings }: Scene): Period | null {
  const day = timesOfDeed(reading, sayings).find(
    ({ from, period }) =>
      period !== null &&
      reading.marks.some(({ role, next }) => role === 'attack' && next <= from && from - next <= closely),
  );
  return day?.period ?? null;
}

/** "the number of dead at 160": a figure's noun tells the fate as well as the noun behind the number. */
function fateOf({ reading }: Scene, tally: Tally): 'killed' | 'injured' | null {
  if (tally.fate === 'killed') return 'killed';
  if (tally.fate === 'wounded') return 'injured';
  if (tally.fate !== null || tally.noun !== null) return null;
  const figure = reading.marks.findLast(({ role, next }) => role === 'figure' && next <= tally.quantity.from);
  const counted = reading.marks.some(
    ({ role, value, next, from }) =>
      role === 'counted' &&
      (value === 'dead' || value === 'deaths') &&
      figure !== undefined &&
      from >= figure.from &&
      next <= tally.quantity.from,
  );
  if (figure?.value === 'deaths' || figure?.value === 'civilianDeaths' || counted) return 'killed';
  return figure?.value === 'wounded' ? 'injured' : null;
}

/** "the number of dead Russians", "11 dead among demonstrators": who they were. */
function countedAmong(scene: Scene, discourse: Discourse): Party[] | null {
  const { tree, reading } = scene;
  for (let word = 0; word < tree.tokens.length; word++) {
    const by = caseOf(tree, word);
    const head = reading.wordAt(tree.tokens[headOfWord(tree, word)]?.span.start ?? 0);
    const among = amongst.has(by);
    const ofFigure = ['of', 'de'].includes(by) && numbers.has(lemmaOf(tree, headOfWord(tree, word)));
    if (!ofFigure && !(among && reading.mark(head, 'counted', 'figure', 'die', 'kill') !== null)) continue;
    const parties = coordinated(tree, word)
      .map((one) => partyOf(scene, discourse, one))
      .filter(({ human, place }) => human && !place);
    if (parties.length > 0 && parties.some((party) => !isAnybody(scene, party))) return parties;
  }
  return null;
}

const amongst = new Set(['among', 'amongst', 'parmi']);
const numbers = new Set(['number', 'nombre']);

/** "A councillor put the number of dead at 160": the figure is the verb's object. */
function sayingAround({ sayings }: Scene, { quantity }: Tally): Saying | null {
  return sayings.find(({ from, scope }) => from <= quantity.from && quantity.from < scope.next) ?? null;
}
