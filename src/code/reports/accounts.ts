import type { Attribution } from '../../model/index.ts';
import { above, caseOf, childrenOf, dependants, lemmaOf, relationOf, uposOf, verbFrame } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Deed } from './deed.ts';
import { type Discourse, lastAttack } from './discourse.ts';
import type { Draft } from './draft.ts';
import { jointly } from './joint.ts';
import type { Party } from './party.ts';
import { partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';

/** Prepositions of what somebody is accused of. */
const charges = new Set(['of', 'for', 'over', 'with', 'de', 'pour', 'dans']);

const attribution = ({ text, actor }: Party): Attribution => ({ text, name: actor });

/**
 * "X accused Y of the bombing", "... of leading the raid": the deed that Y is accused of is a report of its own, alleged,
 * by X. One that the words do not spell out is the attack told before.
 */
export function accusedDeeds(scene: Scene, discourse: Discourse, deeds: readonly Deed[], drafts: Draft[]): void {
  const { tree, lexicon } = scene;
  for (const accusation of deeds) {
    if (accusation.entry.type !== 'ACCUSE' || accusation.entry.mode !== 'allege') continue;
    const own = drafts.find(
      ({ type, source }) =>
        type === 'ACCUSE' && source.some(({ word }) => accusation.source.some((one) => one.word === word)),
    );
    const [accuser] = accusation.source;
    if (own === undefined || accuser === undefined || accusation.target.length === 0) continue;
    const spelled = drafts.find((draft) => draft !== own && draft.status === 'alleged' && draft.type !== 'ACCUSE');
    if (spelled !== undefined) {
      const told = spelled.type === 'ASSAULT' ? lastAttack(discourse) : null;
      if (spelled.target.length === 0) spelled.target = uncounted(told?.draft.target ?? []);
      if (spelled.source.length === 0) spelled.source = [...accusation.target];
      spelled.by ??= attribution(accuser);
      continue;
    }
    const words = below(scene, accusation.frame.word).filter((word) =>
      charges.has(caseOf(tree, word).split(' ')[0] ?? ''),
    );
    const names = scene.reading.actors().filter(({ actor }) => actor !== null);
    const named = words.find((word) => {
      const span = tree.tokens[word]?.span;
      const inName =
        span !== undefined && names.some((name) => name.span.start < span.end && span.start < name.span.end);
      return !inName && matchAt(tree, word, lexicon.nouns) !== null;
    });
    const entry = named === undefined ? null : matchAt(tree, named, lexicon.nouns);
    if (named === undefined || entry?.type == null) continue;
    // "accused them of mass executions": not one happening.
    const plural = tree.tokens[named]?.feats.Number === 'Plur';
    if (plural || entry.type === 'ACCUSE' || entry.type === 'REQUEST') continue;
    const last = entry.type === 'ASSAULT' ? lastAttack(discourse) : null;
    drafts.push({
      type: entry.type,
      mode: entry.mode ?? last?.draft.mode ?? null,
      source: accusation.target.flatMap((party) => jointly(scene, party)),
      target: uncounted(last?.draft.target ?? []),
      place: last?.place ?? null,
      when: last?.when ?? null,
      late: last?.draft.late ?? false,
      killed: null,
      injured: null,
      abducted: null,
      arrested: null,
      status: 'alleged',
      by: attribution(accuser),
      span: own.span,
      score: 0.6,
      why: [`${entry.type}: "${tree.tokens[named]?.form}" is what "${accusation.entry.words}" alleges`],
    });
  }
}

/** Whom an attack was on: whom it killed is told where there is nobody else. */
export function uncounted(target: readonly Party[]): Party[] {
  const others = target.filter(({ text }) => !/\d|^at least|^more than|^au moins|^plus de/i.test(text));
  return others.length > 0 ? others : [...target];
}

/** Words below a verb of accusation, its subject left out. */
function below({ tree }: Scene, verb: number): number[] {
  const words: number[] = [];
  const open = childrenOf(tree, verb).filter((child) => !relationOf(tree, child).startsWith('nsubj'));
  while (open.length > 0) {
    const word = open.shift() ?? -1;
    if (word < verb) continue;
    words.push(word);
    open.push(...childrenOf(tree, word));
  }
  return words.sort((a, b) => a - b);
}

/** "The militia denied that its men had taken part", "Bozize denied it": the deed told before, denied. */
export function deniedDeed(scene: Scene, discourse: Discourse, drafts: readonly Draft[]): Draft | null {
  const { tree, lexicon, reading } = scene;
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (uposOf(tree, verb) !== 'VERB' || matchAt(tree, verb, lexicon.cues.govern)?.effect !== 'denies') continue;
    const frame = verbFrame(tree, verb);
    const [subject] = frame.subjects;
    if (subject === undefined || frame.voice === 'passive') continue;
    if (childrenOf(tree, verb).some((child) => matchAt(tree, child, lexicon.cues.negator) !== null)) continue;
    const denier = partyOf(scene, discourse, subject);
    const spelled = drafts.find(({ status }) => status === 'denied');
    if (spelled !== undefined) {
      spelled.by = attribution(denier);
      // "denied having targeted it": what was attacked as told before.
      const told = lastAttack(discourse)?.draft.target ?? [];
      if (spelled.type === 'ASSAULT' && told.length > 0 && spelled.target.every(({ pronoun }) => pronoun))
        spelled.target = uncounted(told);
      const doers = spelled.source.filter(({ pronoun }) => !pronoun);
      spelled.source = [denier, ...doers.filter(({ word }) => word !== denier.word)];
      return null;
    }
    const last = discourse.drafts.findLast(({ type, status }) => status === 'alleged' || type === 'ASSAULT');
    if (last === undefined || !refersBack(scene, verb)) continue;
    return {
      ...last,
      source: [denier],
      target: uncounted(last.target),
      killed: null,
      injured: null,
      abducted: null,
      arrested: null,
      status: 'denied',
      by: attribution(denier),
      span: reading.sentence.span,
      why: [`${last.type}: what "${tree.tokens[verb]?.form}" denies was told before`],
    };
  }
  return null;
}

const pointers = new Set([
  'it',
  'this',
  'that',
  'le',
  'la',
  'les',
  'avoir',
  'cela',
  'part',
  'involvement',
  'responsibility',
  'role',
  'accusation',
  'allegation',
  'charge',
  'claim',
  'raid',
  'attack',
  'report',
  'participation',
  'implication',
  'responsabilité',
  'attaque',
  'fait',
]);

/** True when what is denied points back to what was told: a pronoun, "the accusation", "that its men had taken part". */
function refersBack({ tree }: Scene, verb: number): boolean {
  const objects = childrenOf(tree, verb).filter((child) =>
    ['obj', 'ccomp', 'xcomp', 'obl'].includes(relationOf(tree, child)),
  );
  return objects.some((object) => {
    const words = [object, ...childrenOf(tree, object)];
    return words.some((word) => pointers.has(lemmaOf(tree, word)));
  });
}

/**
 * "Al-Qaeda claimed the ambush", "said it had carried out the bombing": no happening of its own; who claims it is a doer
 * of the attack told before. Such deeds are taken out of the list.
 */
export function claimants(scene: Scene, discourse: Discourse, deeds: Deed[]): void {
  const { tree, lexicon } = scene;
  const last = lastAttack(discourse);
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (uposOf(tree, verb) !== 'VERB') continue;
    const effect = matchAt(tree, verb, lexicon.cues.govern)?.effect;
    if (effect !== 'claims') continue;
    const frame = verbFrame(tree, verb);
    const noun = frame.objects.find(
      (object) => matchAt(tree, object, lexicon.nouns)?.type === 'ASSAULT' || claimed.has(lemmaOf(tree, object)),
    );
    if (noun === undefined || frame.subjects.length === 0) continue;
    if (childrenOf(tree, verb).some((child) => matchAt(tree, child, lexicon.cues.negator) !== null)) continue;
    if (
      dependants(tree, frame.subjects[0] ?? -1, 'det').some(
        (child) => matchAt(tree, child, lexicon.cues.negator) !== null,
      )
    )
      continue;
    // "claimed responsibility for a bomb that killed nine": the deed is told in the same breath.
    const inside = deeds.filter(
      (deed) => deed.target.length > 0 && above(tree, deed.noun?.word ?? deed.frame.word).includes(noun),
    );
    for (const deed of inside)
      if (deed.source.length === 0) deed.source = frame.subjects.map((subject) => partyOf(scene, discourse, subject));
    if (inside.length > 0) continue;
    for (const subject of frame.subjects) {
      const claimant = partyOf(scene, discourse, subject);
      if (last !== null && !last.draft.source.some(({ actor }) => actor !== null && actor === claimant.actor))
        last.draft.source.push(claimant);
    }
    const dropped = deeds.findIndex(({ frame: other, noun: carried }) => other.word === noun || carried?.word === noun);
    if (dropped >= 0 && (deeds[dropped]?.target.length ?? 0) === 0) deeds.splice(dropped, 1);
  }
  for (let i = deeds.length - 1; i >= 0; i--) {
    const deed = deeds[i];
    if (
      deed?.noun == null ||
      deed.stand.standing !== 'asserted' ||
      deed.entry.type !== 'ASSAULT' ||
      deed.target.length > 0 ||
      last === null
    )
      continue;
    const definite = dependants(tree, deed.noun.word, 'det').some(
      (child) => tree.tokens[child]?.feats.Definite === 'Def',
    );
    const spoken = above(tree, deed.frame.word).length > 0;
    if (!definite || !spoken) continue;
    for (const party of deed.source)
      if (!last.draft.source.some(({ actor }) => actor !== null && actor === party.actor))
        last.draft.source.push(party);
    deeds.splice(i, 1);
  }
}

const claimed = new Set(['responsibility', 'credit', 'responsabilité', 'opération', 'operation', 'action']);
