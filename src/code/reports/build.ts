import type { Attribution, Estimate, Span, Status } from '../../model/index.ts';
import { sayingOf } from '../attribution.ts';
import { dependants, lemmaOf, verbFrame } from '../frames/index.ts';
import type { Time } from '../reading.ts';
import type { Fate } from '../victims.ts';
import { addressees, spokenOf } from './addressee.ts';
import { answers, diesLater, isLate, occasion, reactionTime, sequelTime, verbal } from './answer.ts';
import { datelineOf } from './dateline.ts';
import type { Deed } from './deed.ts';
import { type Discourse, lastAttack } from './discourse.ts';
import type { Draft } from './draft.ts';
import type { Group } from './group.ts';
import { jointly } from './joint.ts';
import { placeOf, pointsBack } from './locate.ts';
import { modeOf } from './means.ts';
import { momentOf } from './moment.ts';
import type { Party } from './party.ts';
import { countedNoun, peopleOf } from './people.ts';
import { partyOf } from './phrases.ts';
import { type Scene, spanOfTokens } from './scene.ts';
import { speech, statewide, targetsOf } from './targets.ts';

/** The draft of a group of deeds; null where the words do not amount to a report. */
export function draftOf(
  scene: Scene,
  discourse: Discourse,
  group: Group,
  times: ReadonlyMap<Time, Deed | null>,
  alone: boolean,
): Draft | null {
  const [first] = group;
  if (first === undefined || first.entry.type === null) return null;
  const { reading } = scene;
  const by = speakerOf(scene, first);
  const status = statusOf(first, by !== null);
  if (status === null) return null;
  const type = first.stand.standing === 'threatened' ? 'THREATEN' : first.entry.type;
  const span = alone ? wholeSpan(scene) : spanOf(scene, group);
  const menace =
    first.stand.standing === 'threatened' && first.stand.cue !== null
      ? verbFrame(scene.tree, first.stand.cue).subjects
      : [];
  const source =
    menace.length > 0
      ? menace.map((word) => partyOf(scene, discourse, word))
      : withoutLoose(parties(group.flatMap((deed) => deed.source).map((party) => spokenOf(scene, discourse, party))));
  if (speech.has(first.entry.type) && source.length === 0) return null;
  const aimed = addressees(scene, discourse, type, group, source, parties(group.flatMap((deed) => deed.target)));
  const target = targetsOf(scene, type, first.entry.mode, aimed, source);
  const counted = target.length === 0 ? countedNoun(scene, group) : null;
  if (counted !== null && !source.some(({ word }) => word === counted)) target.push(partyOf(scene, discourse, counted));
  const timed = momentOf(times, group);
  const moment = timed !== null && diesLater(scene, times.get(timed.time) ?? null) ? null : timed;
  const here = moment === null ? occasion(scene, discourse, first) : null;
  const why = group.map((deed) => `${type}: "${wordsOf(scene, deed)}" is ${deed.entry.words}`);
  const people = (fate: Fate): Estimate | null => {
    // "accused the army of killing twelve": the dead are those of what is spoken of.
    if (type === 'ACCUSE' || type === 'REJECT') return null;
    const count = peopleOf(scene, group, fate);
    if (count !== null) why.push(count.why);
    return count?.value ?? null;
  };
  const not = [
    ...scene.sayings.map(({ from, next }) => reading.spanOf(from, next)),
    { start: 0, end: datelineOf(reading.document.text).end },
    ...source
      .filter(({ place }) => !place)
      .map(({ span, word }) => ({ start: span.start, end: scene.tree.tokens[word]?.span.end ?? span.end })),
  ];
  const place = verbal.has(type) ? null : placeOf(scene, group, span, not);
  let there: Draft['place'] = null;
  if (place !== null) why.push(`place: "${place.text}"`);
  if (moment !== null) why.push(`when: "${reading.textOf(moment.time.from, moment.time.next)}"`);
  if (place === null && (type === 'PROTEST' || (!verbal.has(type) && pointsBack(scene, span))))
    inheritPlace(discourse, (found) => (there = found));
  if (first.stand.cue !== null) why.push(`status: "${scene.tree.tokens[first.stand.cue]?.form}" makes it ${status}`);
  if (place === null && there === null && statewide.has(modeOf(reading, group) ?? '')) there = scene.elsewhere();
  const draft: Draft = {
    type,
    mode: type === 'THREATEN' && first.entry.type !== 'THREATEN' ? 'violence' : modeOf(reading, group),
    source: source.flatMap((party) => jointly(scene, party)),
    target: target.flatMap((party) => jointly(scene, party)),
    place: place ?? there ?? here?.place ?? null,
    when: moment?.period ?? here?.when ?? null,
    late: moment !== null && isLate(reading, moment.time),
    killed: people('killed'),
    injured: people('wounded'),
    abducted: people('abducted'),
    arrested: people('arrested'),
    status,
    by,
    span,
    score: source.length > 0 && target.length > 0 ? 0.8 : 0.6,
    why,
  };
  if (draft.when === null && type !== 'ASSAULT') draft.when = sequelTime(scene, discourse, first);
  if (draft.when === null && type !== 'ASSAULT' && isPast(scene, first)) return draft;
  const bare = [draft.killed, draft.injured, draft.abducted, draft.arrested].every((count) => count === null);
  if (type === 'ASSAULT' && bare && moment === null && source.length === 0 && target.every((party) => party.loose))
    return null;
  inherit(scene, discourse, draft);
  return draft;
}

function statusOf({ stand }: Deed, spoken: boolean): Status | null {
  switch (stand.standing) {
    case 'none':
      return null;
    case 'possible':
      return spoken ? 'alleged' : null;
    case 'threatened':
      return 'asserted';
    case 'denied':
      return 'denied';
    default:
      return stand.standing;
  }
}

/** Who says so: the speaker of the words around the predicate. */
function speakerOf({ reading, sayings, tree }: Scene, { frame, entry }: Deed): Attribution | null {
  const at = reading.wordAt(tree.tokens[frame.word]?.span.start ?? 0);
  const by = sayingOf(sayings, at, at + 1)?.by ?? null;
  return entry.type === 'ACCUSE' && by !== null && frame.subjects.length === 0 ? null : by;
}

/** "had then decreed", "avait alors décrété": before what the document tells, without a date. */
const isPast = ({ tree }: Scene, { frame }: Deed): boolean =>
  frame.kind === 'verb' &&
  dependants(tree, frame.word, 'aux').some(
    (child) =>
      ['have', 'avoir', 'être'].includes(lemmaOf(tree, child)) &&
      (tree.tokens[child]?.feats.Tense === 'Imp' ||
        (lemmaOf(tree, child) === 'have' && tree.tokens[child]?.feats.Tense === 'Past')),
  );

/** Without bare numbers and things, where somebody is named as well. */
function withoutLoose(all: readonly Party[]): Party[] {
  const named = all.filter(({ actor, human, loose }) => !loose && (actor !== null || human));
  return named.length > 0 ? named : all.filter(({ loose }) => !loose);
}

function inheritPlace(discourse: Discourse, give: (place: Draft['place']) => void): void {
  give(discourse.drafts.findLast(({ place }) => place !== null)?.place ?? null);
}

/** What a report leaves out because the document has said it: place and day of the attack that it goes on about. */
function inherit(scene: Scene, discourse: Discourse, draft: Draft): void {
  const last = lastAttack(discourse);
  if (draft.type === 'ASSAULT' && draft.status !== 'planned') {
    if (draft.when === null && last !== null && goesOn(draft, last.draft)) {
      if (draft.source.length === 0 && draft.place === null) draft.source = [...last.draft.source];
      draft.when = last.when;
      draft.late = last.draft.late;
      draft.place ??= last.place;
      if (last.when !== null) draft.why.push('when, place: the attack told before');
    }
    return;
  }
  if (
    draft.when === null &&
    draft.status === 'asserted' &&
    (answers.has(draft.type) || (draft.type === 'SUPPORT' && draft.place === null))
  )
    draft.when = reactionTime(scene, discourse, draft);
}

/** True where a report without a day is of the attack told before: nobody new does it, or somebody or something told before has a part in it. */
function goesOn({ source, target, status, by }: Draft, last: Draft): boolean {
  if (source.length === 0 || status === 'alleged' || status === 'denied') return true;
  // "The group says it killed thirty": an account of one's own deed.
  if (by !== null && source.some(({ actor, text }) => text === by.text || (actor !== null && actor === by.name)))
    return true;
  const told = [...last.source, ...last.target];
  return [...source, ...target].some(
    ({ actor, pronoun, definite }) =>
      pronoun || definite || (actor !== null && told.some((party) => party.actor === actor)),
  );
}

function parties(all: readonly Party[]): Party[] {
  const distinct: Party[] = [];
  // Two words of one name are one party.
  const same = (one: Party, party: Party) =>
    one.word === party.word ||
    (one.actor !== null &&
      one.actor === party.actor &&
      one.span.start < party.span.end &&
      party.span.start < one.span.end);
  for (const party of all) if (!distinct.some((one) => same(one, party))) distinct.push(party);
  return distinct;
}

const wordsOf = ({ tree, reading }: Scene, { frame, noun }: Deed): string => {
  const words = [frame.word, ...(noun === null ? [] : [noun.word])].sort((a, b) => a - b);
  const spans = words.map((word) => tree.tokens[word]?.span ?? reading.sentence.span);
  return (
    spans.map(({ start, end }) => reading.document.text.slice(start, end)).join(' ... ') || lemmaOf(tree, frame.word)
  );
};

function wholeSpan({ reading }: Scene): Span {
  return reading.sentence.span;
}

/** The words of a group's clauses. */
function spanOf(scene: Scene, group: Group): Span {
  const spans = group.map(({ frame }) => spanOfTokens(scene, frame.from, frame.next));
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
