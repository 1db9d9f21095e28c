import type { PloverType } from '../../model/index.ts';
import {
  above,
  caseOf,
  childrenOf,
  dependants,
  type Frame,
  featOf,
  headOfWord,
  isPassive,
  lemmaOf,
  nounFrame,
  relationOf,
  type Tree,
  uposOf,
  verbFrame,
} from '../frames/index.ts';
import { carriedNoun, type DeedEntry, matchAt, matchesAt } from '../lexicon/index.ts';
import { blamedFor, isAnswered, isGeneric, isSomeone } from './blamed.ts';
import type { Deed } from './deed.ts';
import { demandsOf } from './demands.ts';
import type { Discourse } from './discourse.ts';
import { doersBefore, doersBeside } from './doers.ts';
import { known, meets } from './needs.ts';
import type { Party } from './party.ts';
import { armed, extentOf, partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';

/** All deeds of a sentence in the order of their predicates. */
export function deedsOf(scene: Scene, discourse: Discourse): Deed[] {
  const { tree } = scene;
  const deeds: Deed[] = [];
  const carried = new Set<number>();
  for (let at = 0; at < tree.tokens.length; at++) {
    const upos = uposOf(tree, at);
    if (upos !== 'VERB' && !(upos === 'AUX' && relationOf(tree, at) !== 'aux')) continue;
    const deed = verbDeed(scene, discourse, at, carried);
    if (deed !== null) deeds.push(deed);
  }
  for (let at = 0; at < tree.tokens.length; at++) {
    if (uposOf(tree, at) !== 'NOUN' || carried.has(at)) continue;
    const deed = nounDeed(scene, discourse, at);
    if (deed !== null) deeds.push(deed);
  }
  deeds.push(...demandsOf(scene, discourse));
  return deeds.sort((a, b) => a.frame.word - b.frame.word);
}

/** Words of a pattern beside its head; a deed noun among them is no deed of its own. */
function coveredNouns(tree: Tree, at: number, entry: DeedEntry): number[] {
  return childrenOf(tree, at).filter((child) => child > at && entry.pattern.after.includes(lemmaOf(tree, child)));
}

function verbDeed(scene: Scene, discourse: Discourse, at: number, carried: Set<number>): Deed | null {
  const { tree, lexicon } = scene;
  // "a raid blamed on militiamen" says who did it.
  const noun0 = headOfWord(tree, at);
  if (
    relationOf(tree, at) === 'acl' &&
    matchAt(tree, at, lexicon.cues.blame) !== null &&
    matchAt(tree, noun0, lexicon.nouns) !== null
  )
    return null;
  const candidates = matchesAt(tree, at, lexicon.verbs).filter((entry) => !figurative(scene, at, entry));
  const long = candidates.filter(({ pattern }) => pattern.after.length > 0);
  const carries = matchAt(tree, at, lexicon.cues.light);
  if (carries?.effect === 'nothing') return null;
  const noun = carries === null ? null : carriedNoun(tree, at, carries, lexicon.nouns);
  const frame = verbFrame(tree, at);
  const light = () => {
    if (noun === null || carries === null || carried.has(noun)) return null;
    const deed = lightDeed(scene, discourse, frame, noun, carries.effect);
    if (deed !== null) carried.add(noun);
    return deed;
  };
  for (const entry of long) {
    const deed = fitted(scene, discourse, frame, entry, null);
    if (deed === null) continue;
    for (const word of coveredNouns(tree, at, entry)) carried.add(word);
    return deed;
  }
  const fromNoun = light();
  if (fromNoun !== null) return fromNoun;
  for (const entry of candidates) {
    if (entry.pattern.after.length > 0) continue;
    const deed = fitted(scene, discourse, frame, entry, null);
    if (deed !== null) return deed;
  }
  return null;
}

function lightDeed(scene: Scene, discourse: Discourse, verb: Frame, noun: number, effect: string): Deed | null {
  const { tree, lexicon } = scene;
  for (const entry of matchesAt(tree, noun, lexicon.nouns)) {
    if (figurative(scene, noun, entry)) continue;
    const frame = nounFrame(tree, noun);
    const party = (word: number) => partyOf(scene, discourse, word);
    const slots = (wanted: readonly string[]) =>
      [...frame.obliques, ...verb.obliques].filter(({ by, word }) => wanted.includes(slotOf(by)) && word !== noun);
    const doers = verb.subjects.filter((word) => word !== noun);
    const source =
      effect === 'does'
        ? // "The withdrawal of the troops was completed": the noun tells whose it was.
          doers.length > 0
          ? doers.map(party)
          : slots(entry.source).map(({ word }) => party(word))
        : slots([...entry.source.filter((slot) => slot !== 'of' && slot !== 'de'), 'from', 'de_a']).map(({ word }) =>
            party(word),
          );
    // "Clashes pitted the army against rebels", "ont opposé l'armée aux rebelles": both sides do it.
    const sides = verb.objects.filter((word) => word !== noun);
    if (effect === 'happens' && sides.length > 0)
      source.push(...sides.map(party), ...slots(['against', 'à', 'contre']).map(({ word }) => party(word)));
    const target = effect === 'suffers' ? doers.map(party) : slots(entry.target).map(({ word }) => party(word));
    const stand = standingOf(scene, verb.word);
    const deed: Deed = {
      entry,
      frame: verb,
      stand,
      source: somebody(scene, source),
      target: notTimes(scene, target),
      noun: frame,
    };
    if (entry.needs.includes('never') || stand.standing === 'none') continue;
    return deed;
  }
  return null;
}

/** The case word that a slot of the lexicon names. */
const slotOf = (by: string) => by.split(' ')[0] ?? '';

function fitted(scene: Scene, discourse: Discourse, frame: Frame, entry: DeedEntry, noun: Frame | null): Deed | null {
  const party = (word: number) => partyOf(scene, discourse, word);
  const skip = new Set(coveredNouns(scene.tree, frame.word, entry));
  const leaving = [...skip].some((object) => leavings.has(lemmaOf(scene.tree, object)));
  const fill = (slots: readonly string[]): Party[] => {
    for (const slot of slots.length > 1 && slots.includes('subj') ? [slots] : slots.map((one) => [one])) {
      const words = [
        ...(slot.includes('subj') ? frame.subjects : []),
        ...(slot.includes('obj') ? frame.objects : []),
        ...frame.obliques
          .filter(({ by }) => (slot.includes(slotOf(by)) || slot.includes(by)) && !(leaving && slotOf(by) === 'from'))
          .map(({ word }) => word),
        ...[...skip].flatMap((object) =>
          uposOf(scene.tree, object) === 'NOUN'
            ? nounFrame(scene.tree, object)
                .obliques.filter(({ by }) =>
                  leavings.has(lemmaOf(scene.tree, object)) && !slot.includes('subj')
                    ? leavers.has(slotOf(by))
                    : slot.includes(slotOf(by)),
                )
                .map(({ word }) => word)
            : [],
        ),
      ].filter((word) => !skip.has(word) && !manner.has(lemmaOf(scene.tree, word)));
      if (words.length > 0) return [...new Set(words)].map(party);
    }
    return [];
  };
  // "Two soldiers wounded in a raid": a bare participle of harm has its victim for a subject.
  const bare =
    entry.fate !== null &&
    entry.target.includes('obj') &&
    frame.kind === 'verb' &&
    frame.voice === 'active' &&
    frame.objects.length === 0 &&
    featOf(scene.tree, frame.word, 'Tense') === 'Past' &&
    dependants(scene.tree, frame.word, 'aux').length === 0;
  if (bare)
    return fitted(scene, discourse, { ...frame, voice: 'passive', subjects: [], objects: frame.subjects }, entry, noun);
  const source = demonstrates(scene, frame.word) ? [] : somebody(scene, fill(entry.source));
  const target = notTimes(scene, fill(entry.target)).filter(({ word }) => !source.some((one) => one.word === word));
  const stand = standingOf(scene, frame.word);
  source.push(...causers(scene, discourse, frame.word, stand.cause, [...source, ...target]));
  if (source.length === 0 && entry.type === 'ASSAULT')
    source.push(...doersBeside(scene, discourse, frame).filter(({ word }) => !target.some((one) => one.word === word)));
  const deed: Deed = { entry, frame, stand, source, target, noun };
  if (stand.standing === 'none') return null;
  return entry.needs.every((need) => meets(scene, discourse, deed, need)) ? deed : null;
}

/** "forced prisoners to burn the houses": who makes others do it does it too; who orders it is told as a request. */
function causers(
  scene: Scene,
  discourse: Discourse,
  verb: number,
  cause: number | null,
  all: readonly Party[],
): Party[] {
  const { tree, lexicon } = scene;
  // "officials told the agency that": what is told is not made.
  if (cause === null || relationOf(tree, verb) === 'ccomp' || matchAt(tree, cause, lexicon.verbs)?.type === 'REQUEST')
    return [];
  const { subjects, voice } = verbFrame(tree, cause);
  if (voice === 'passive') return [];
  return somebody(
    scene,
    subjects.filter((word) => !all.some((one) => one.word === word)).map((word) => partyOf(scene, discourse, word)),
  );
}

/** "faced protests demanding its withdrawal": the protests demand it, not who faces them. */
const demonstrates = ({ tree, lexicon }: Scene, verb: number): boolean =>
  /ing$/i.test(tree.tokens[verb]?.form ?? '') &&
  ['advcl', 'acl'].includes(relationOf(tree, verb)) &&
  relationOf(tree, verb - 1) === 'obj' &&
  matchAt(tree, verb - 1, lexicon.nouns)?.type === 'PROTEST';

/** "demanded the withdrawal of the mission from the country": of those who are to go it is demanded. */
const leavings = new Set(['withdrawal', 'departure', 'resignation', 'retrait', 'départ', 'démission']);
const leavers = new Set(['of', 'de', 'poss']);

/** Who does something is somebody: no weapon, no time, no bare number. */
const somebody = (scene: Scene, parties: readonly Party[]): Party[] =>
  notTimes(scene, parties).filter((party) => {
    const { reading, tree, lexicon } = scene;
    const span = tree.tokens[party.word]?.span;
    const own =
      span !== undefined && reading.actors().some((one) => one.span.start < span.end && span.start < one.span.end);
    // "An attack on a UN convoy left two dead": a happening is nobody, whomever it names.
    if (!own && !party.pronoun && matchAt(tree, party.word, lexicon.nouns)?.type === 'ASSAULT') return false;
    if (party.actor !== null || (party.human && !party.place)) return true;
    // "drone strikes at a wedding killed": where something was done is nobody who did it.
    if (where.has(caseOf(tree, party.word).split(' ')[0] ?? '')) return false;
    const at = reading.wordAt(span?.start ?? 0);
    return !party.place && reading.mark(at, 'weapon', 'attack', 'strike') === null;
  });

const where = new Set(['at', 'in', 'near', 'à', 'dans']);

const notTimes = ({ reading, tree }: Scene, parties: readonly Party[]): Party[] =>
  parties.filter(({ word }) => {
    const span = tree.tokens[word]?.span;
    return (
      span !== undefined &&
      !manner.has(lemmaOf(tree, word)) &&
      !reading.times.some((time) => time.span.start <= span.start && span.end <= time.span.end)
    );
  });

/** "fired at random", "tiré au hasard": how, not at whom. */
const manner = new Set(['random', 'will', 'gunpoint', 'once', 'hasard']);

/** Types of force, whose words name contests and efforts too; "praised the record" is meant as it is said. */
const forceful: ReadonlySet<PloverType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'THREATEN', 'PROTEST']);

/** "the battle for the title", "an attack on poverty": a topic that no fight is about. */
function figurative({ tree, lexicon }: Scene, at: number, { type, pattern }: DeedEntry): boolean {
  if (type === null || !forceful.has(type)) return false;
  const topic = (word: number) =>
    !pattern.after.includes(lemmaOf(tree, word)) &&
    ['obj', 'obl', 'nmod', 'compound', 'nsubj'].includes(relationOf(tree, word)) &&
    matchAt(tree, word, lexicon.cues.figurative)?.effect === 'topic';
  const objects = dependants(tree, at, 'obj', 'obl').flatMap((object) => [...childrenOf(tree, object)]);
  if (childrenOf(tree, at).some(topic) || objects.some(topic)) return true;
  // "The film tells how rebels kill a minister", "in the novel".
  return [at, ...above(tree, at)].some((up) =>
    dependants(tree, up, 'nsubj', 'obl').some(
      (word) =>
        (relationOf(tree, word) === 'nsubj' || ['in', 'dans'].includes(caseOf(tree, word))) &&
        matchAt(tree, word, lexicon.cues.figurative)?.effect === 'fiction',
    ),
  );
}

/** A noun that tells a happening of its own: with a doer, a toll or a time, not a mere mention ("condemned the attack"). */
function nounDeed(scene: Scene, discourse: Discourse, at: number): Deed | null {
  const { tree, lexicon, reading } = scene;
  const [entry] = matchesAt(tree, at, lexicon.nouns);
  if (entry === undefined || entry.needs.includes('never') || figurative(scene, at, entry)) return null;
  // "protest camp", "centre de détention": half of a name for something else.
  const relation = relationOf(tree, at);
  const bareName =
    relation === 'nmod' &&
    dependants(tree, at, 'det', 'nummod', 'amod').length === 0 &&
    uposOf(tree, headOfWord(tree, at)) === 'NOUN';
  if (relation === 'compound' || (bareName && matchAt(tree, headOfWord(tree, at), lexicon.cues.collective) !== null))
    return null;
  const own = tree.tokens[at]?.span;
  if (
    own !== undefined &&
    reading.actors().some(({ actor, span }) => actor !== null && span.start < own.end && own.start < span.end)
  )
    return null;
  const frame = nounFrame(tree, at);
  const stand = standingOf(scene, at);
  if (stand.standing === 'none') return null;
  const fill = (slots: readonly string[]) =>
    frame.obliques.filter(({ by }) => slots.includes(slotOf(by))).map(({ word }) => partyOf(scene, discourse, word));
  const blamed = blamedFor(scene, discourse, at);
  const source = somebody(scene, [...fill(entry.source), ...blamed]);
  if (source.length === 0 && entry.type === 'ASSAULT') source.push(...doersBefore(scene, discourse, at, entry.mode));
  const target = notTimes(scene, fill(entry.target)).filter(({ word }) => !source.some((one) => one.word === word));
  if (superlative(tree, at)) return null;
  const dated = reading.times.some((time) => {
    if (time.grain === 'year') return false;
    const start = reading.words[time.from]?.start ?? -1;
    const token = tree.tokens.findIndex(({ span }) => span.start >= start);
    const { from, next } = extentOf(tree, at);
    const within = (child: number) => token >= (tree.first[child] ?? child) && token <= (tree.last[child] ?? child);
    return (
      (token >= from && token < next) ||
      dependants(tree, at, 'acl').some((child) => isPassive(tree, child) && within(child))
    );
  });
  const placed = frame.obliques.some(({ word }) => partyOf(scene, discourse, word).place);
  // "Clashes are among the worst of conflicts": a statement about many.
  const head = headOfWord(tree, at);
  if (relationOf(tree, at) === 'nsubj' && head >= 0 && uposOf(tree, head) !== 'VERB' && !dated) return null;
  const befalls = entry.fate !== null;
  const told = [
    source.some(known),
    target.some((party) => (befalls ? isSomeone(scene, party) : party.human)),
    dated,
    placed,
  ];
  const strong = told.filter(Boolean).length;
  if (entry.needs.includes('armed') && ![...source, ...target].some(({ sector }) => armed(sector) || sector === 'igo'))
    return null;
  const mentioned = (relation === 'nmod' || relation === 'acl') && !isAnswered(scene, at);
  // "The killing of civilians must stop": of nobody in particular, on no day.
  const general = befalls && target.length > 0 && target.every((party) => isGeneric(scene, party));
  const wanted = entry.needs.includes('held') || entry.type !== 'ASSAULT' || mentioned || general ? 2 : 1;
  const deed: Deed = { entry, frame, stand, source, target, noun: null };
  return strong >= wanted || (strong > 0 && befalls && target.length > 0 && !general) || carriedByHarm(scene, at)
    ? deed
    : null;
}

/** "the worst attack in years": a judgement, not a happening. */
const superlative = (tree: Tree, at: number): boolean =>
  dependants(tree, at, 'amod').some((child) => featOf(tree, child, 'Degree') === 'Sup');

/** True when the noun stands beside a verb of harm: "killed in an attack". */
function carriedByHarm({ tree, lexicon }: Scene, at: number): boolean {
  const verb = headOfWord(tree, at);
  return relationOf(tree, at) === 'obl' && matchesAt(tree, verb, lexicon.verbs).some(({ fate }) => fate !== null);
}
