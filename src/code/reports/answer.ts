import type { Period, PloverType } from '../../model/index.ts';
import { addDays } from '../../time/index.ts';
import { childrenOf, dependants, lemmaOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Reading, Time } from '../reading.ts';
import { datelineOf } from './dateline.ts';
import type { Deed } from './deed.ts';
import { type Discourse, lastAttack } from './discourse.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

// When an act took place of which only is told what it answers.

/** Types that are said, not done: they have no place unless they name one, and react to what happened. */
export const verbal: ReadonlySet<PloverType> = new Set([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'AGREE',
  'THREATEN',
  'CONCEDE',
  'SANCTION',
]);

/** Acts that answer what happened; a visit or a treaty has a day of its own, told or not. */
export const answers: ReadonlySet<PloverType> = new Set([...verbal, 'COERCE', 'AID', 'RETREAT']);

/** What an answer counts from. */
type Happened = Pick<Draft, 'type' | 'when' | 'late'>;

/** Days after which a statement is no longer an answer to a happening. */
const soon = 14;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * An act without a date that answers a happening: between that and publication. Of an attack by night the world hears in
 * the morning.
 */
export function sinceThen({ type, when, late }: Happened, reading: Reading): Period | null {
  const published = reading.document.published?.to ?? null;
  if (when?.from == null || published === null || when.from > published) return null;
  if (when.from.length < 10) return { from: when.from, to: published };
  if (daysBetween(when.from, published) > soon) return null;
  const end = when.to?.length === 10 && daysBetween(when.from, when.to) === 1 ? when.to : when.from;
  const from = late && type === 'ASSAULT' && when.to === when.from ? addDays(end, 1) : end;
  return from > published ? reading.document.published : { from, to: published };
}

/** True for a time with "night" or "evening" beside it. */
export const isLate = (reading: Reading, { from, next }: Time): boolean => {
  for (let at = from - 2; at < next + 2; at++) if (reading.isWord(at, 'night')) return true;
  return false;
};

/** Reports of the sentence before. */
const few = 3;

/** The time of an act without a date: that of a press release, else between the happening that it answers and publication. */
export function reactionTime(scene: Scene, discourse: Discourse, draft: Draft): Period | null {
  const { reading } = scene;
  const { published } = reading.document;
  if (verbal.has(draft.type) && datelineOf(reading.document.text).dated && published !== null) return published;
  const speakers = draft.source.flatMap(({ actor, text }) => [actor, text]);
  // "It also ordered": one decision with what was told just before.
  const told = discourse.drafts
    .slice(-few)
    .findLast(
      ({ type, source }) =>
        type === draft.type && source.some(({ actor }) => actor !== null && speakers.includes(actor)),
    );
  if (told !== undefined && reading.marks.some(({ role, value }) => role === 'word' && value === 'also'))
    return told.when;
  const count = contested(scene) ? discourse.figure : null;
  if (count !== null) return sinceThen({ type: draft.type, when: count, late: false }, reading);
  const said = speakers
    .map((speaker) => (speaker === null ? undefined : discourse.spoken.get(speaker)))
    .find((when) => when !== undefined);
  if (verbal.has(draft.type) && draft.type !== 'SANCTION' && said !== undefined) return said;
  const before = discourse.drafts.findLast(
    ({ type, when, source }) =>
      verbal.has(type) &&
      when?.from != null &&
      when.from === when.to &&
      source.some(({ actor }) => actor !== null && speakers.includes(actor)),
  );
  if (before?.when != null) return sinceThen(before, reading);
  const lead = discourse.drafts.find(({ when, type }) => when?.from?.length === 10 && !verbal.has(type));
  return lead === undefined ? null : sinceThen(lead, reading);
}

/** "dispute this count": words that point at a figure told before. */
const contested = ({ reading }: Scene): boolean =>
  reading.marks.some(({ role, value }) => role === 'word' && value === 'count');

/** "Following this attack, ...": between the attack told last and publication. */
export function sequelTime(scene: Scene, discourse: Discourse, { frame }: Deed): Period | null {
  const { tree, lexicon } = scene;
  const last = lastAttack(discourse);
  const told = (word: number) =>
    matchAt(tree, word, lexicon.nouns)?.type === 'ASSAULT' &&
    dependants(tree, word, 'det').some((child) => pointing.has(lemmaOf(tree, child)));
  const sequel = frame.obliques.some(
    ({ by, word }) =>
      (sequels.has(by) && told(word)) || (wakes.has(lemmaOf(tree, word)) && dependants(tree, word, 'nmod').some(told)),
  );
  return sequel && last !== null ? sinceThen(last.draft, scene.reading) : null;
}

const sequels = new Set(['after', 'following', 'since', 'après', 'depuis']);
/** "in the wake of the attack", "à la suite de cette attaque" */
const wakes = new Set(['wake', 'aftermath', 'suite', 'lendemain']);
const pointing = new Set(['the', 'this', 'that', 'le', 'ce', 'cette', 'cet']);

/** "There the two announced": on the occasion told just before, and at its place. */
export function occasion({ tree }: Scene, discourse: Discourse, { frame }: Deed): Draft | null {
  const there = childrenOf(tree, frame.word).some(
    (child) => places.has(lemmaOf(tree, child)) && tree.tokens[child]?.deprel !== 'expl',
  );
  return there ? (discourse.drafts.at(-1) ?? null) : null;
}

const places = new Set(['there', 'y']);

/** "died on Friday of his wounds": the day of the death, not that of the attack. */
export const diesLater = ({ tree }: Scene, deed: Deed | null): boolean =>
  deed !== null &&
  deed.entry.fate === 'killed' &&
  tree.tokens
    .slice(deed.frame.word, (tree.last[deed.frame.word] ?? deed.frame.word) + 1)
    .some((_, at) => wounds.has(lemmaOf(tree, deed.frame.word + at)));

const wounds = new Set(['wound', 'injury', 'blessure']);
