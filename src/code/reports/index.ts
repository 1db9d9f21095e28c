import type { Document, Estimate, Participant, Report } from '../../model/index.ts';
import { makeId } from '../../text/index.ts';
import { featOf, headOfWord, lemmaOf, relationOf, uposOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import { accusedDeeds, claimants, deniedDeed } from './accounts.ts';
import { behindDeeds } from './behind.ts';
import { draftOf } from './build.ts';
import type { Deed } from './deed.ts';
import { deedsOf } from './deeds.ts';
import { type Discourse, lastAttack } from './discourse.ts';
import type { Draft } from './draft.ts';
import { groupsOf } from './group.ts';
import { datedDeeds } from './moment.ts';
import { isAggregate, isClaimed } from './people.ts';
import { partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';
import { dayOfAttack, tollsOf } from './toll.ts';

export { type Discourse, startDiscourse } from './discourse.ts';
export { partyOf, spanOfPhrase } from './phrases.ts';
export type { Scene } from './scene.ts';

/** A report with the words and the rule behind each value. */
export interface ExplainedReport extends Report {
  readonly why: readonly string[];
}

/** Reads the deeds of one sentence into the drafts of its document. */
export function readDeedsOf(scene: Scene, discourse: Discourse): void {
  const all = deedsOf(scene, discourse);
  const deeds = all.filter((deed) => !isClaimed(scene, deed) && !isAggregate(scene, deed));
  claimants(scene, discourse, deeds);
  const spoken = deeds.filter((deed) => !isContent(deed, deeds));
  const told = spoken.filter(
    (deed) => deed.stand.standing !== 'denied' || deed.source.length > 0 || deed.target.length > 0,
  );
  const times = datedDeeds(scene, told);
  const groups = groupsOf(scene, told, times);
  const drafts: Draft[] = [];
  for (const group of groups) {
    const draft = draftOf(scene, discourse, group, times, groups.length === 1);
    if (draft !== null) drafts.push(draft);
  }
  accusedDeeds(scene, discourse, deeds, drafts);
  rememberSpeakers(scene, discourse);
  const denied = deniedDeed(scene, discourse, drafts);
  if (denied !== null) drafts.push(denied);
  drafts.push(...behindDeeds(scene, discourse));
  drafts.push(...tollsOf(scene, discourse, drafts));
  dateBackwards(scene, discourse);
  discourse.drafts.push(...drafts);
  rememberParties(scene, discourse);
}

/** "This assault of 7 December": the day of the attack told before without one. */
function dateBackwards(scene: Scene, discourse: Discourse): void {
  const last = lastAttack(discourse)?.draft;
  const day = last?.when === null ? dayOfAttack(scene) : null;
  const pointed = scene.tree.tokens.some(
    ({ upos, feats }, word) =>
      upos === 'DET' &&
      (feats.PronType === 'Dem' || feats.Definite === 'Def') &&
      matchAt(scene.tree, headOfWord(scene.tree, word), scene.lexicon.nouns)?.type === 'ASSAULT',
  );
  if (last !== undefined && day !== null && pointed) last.when = day;
}

/** Acts of speech that say what is to be done: "agreed to resign", "threatened to attack" are one act each. */
const speechActs: ReadonlySet<string> = new Set(['AGREE', 'CONCEDE', 'THREATEN', 'REQUEST', 'REJECT']);

/** True for a deed that is only the content of another of the sentence. */
const isContent = ({ stand }: Deed, deeds: readonly Deed[]): boolean =>
  (stand.standing === 'planned' || stand.standing === 'threatened') &&
  deeds.some(({ frame, entry }) => frame.word === stand.cue && entry.type !== null && speechActs.has(entry.type));

/** Keeps on which day somebody spoke, for what they say without one. */
function rememberSpeakers({ reading, sayings }: Scene, discourse: Discourse): void {
  for (const saying of sayings) {
    const time = reading.times.find(
      ({ from, next, period }) => period !== null && from >= saying.from && next <= saying.next,
    );
    if (time?.period == null) continue;
    discourse.spoken.set(saying.by.name ?? saying.by.text, time.period);
    discourse.figure = time.period;
  }
}

/** Keeps who was spoken of, for the pronouns and definite nouns of later sentences. */
function rememberParties(scene: Scene, discourse: Discourse): void {
  const { tree, reading } = scene;
  tree.tokens.forEach((token, word) => {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.upos !== 'PRON') return;
    const relation = relationOf(tree, word);
    if (relation === 'flat' || relation === 'compound' || relation === 'appos' || relation === 'det') return;
    const party = partyOf(scene, discourse, word);
    if (party.actor === null && party.sector === 'unknown') return;
    if (party.place && party.actor === null) return;
    const person = party.pronoun
      ? ['he', 'she'].includes(lemmaOf(tree, word))
      : party.single &&
        (uposOf(tree, word) === 'PROPN'
          ? party.sector === 'government' && /\s/.test(party.text)
          : party.human && featOf(tree, word, 'Number') === 'Sing' && isTitle(scene, word));
    discourse.remember({
      text: party.text,
      head: party.head,
      actor: party.actor,
      sector: party.sector,
      country: party.country,
      at: party.span.start,
      sentence: reading.sentence.span.start,
      plural: featOf(tree, word, 'Number') === 'Plur',
      person,
      subject: token.deprel.startsWith('nsubj'),
    });
  });
}

/** A title or an office with a name beside it: "the head of the mission, Mongi Hamdi". */
function isTitle({ tree }: Scene, word: number): boolean {
  return (
    tree.children[word]?.some((child) => ['appos', 'flat', 'nmod', 'compound'].includes(relationOf(tree, child))) ??
    false
  );
}

const participant = ({ text, head, actor, sector, country }: Participant): Participant => ({
  text,
  head,
  actor,
  sector,
  country,
});

const said = (...estimates: readonly (Estimate | null)[]) => JSON.stringify(estimates);

/** The reports of a document from its drafts, in the order of the text. */
export function finish(
  discourse: Discourse,
  document: Pick<Document, 'id' | 'text'>,
  coder: string,
): ExplainedReport[] {
  return discourse.drafts
    .map((draft, index) => ({ draft, index }))
    .sort((a, b) => a.draft.span.start - b.draft.span.start || a.index - b.index)
    .map(({ draft, index }): ExplainedReport => {
      const { type, mode, place, when, killed, injured, abducted, arrested, status, by, span, score, why } = draft;
      return {
        id: makeId<'Report'>(
          'report',
          document.id,
          span.start,
          span.end,
          type,
          index,
          status,
          said(killed, injured, abducted, arrested),
        ),
        type,
        mode,
        source: draft.source.map(participant),
        target: draft.target.map(participant),
        place,
        when,
        killed,
        injured,
        abducted,
        arrested,
        status,
        by,
        provenance: {
          kind: 'sentence',
          document: document.id,
          span,
          quote: document.text.slice(span.start, span.end),
          coder,
          score,
        },
        why,
      };
    });
}
