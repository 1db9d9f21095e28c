import type { PloverType, Span } from '../../model/index.ts';
import { sayingOf } from '../attribution.ts';
import {
  above,
  caseOf,
  childrenOf,
  coordinated,
  dependants,
  featOf,
  headOfWord,
  lemmaOf,
  relationOf,
  uposOf,
} from '../frames/index.ts';
import type { Deed } from './deed.ts';
import type { Discourse } from './discourse.ts';
import type { Party } from './party.ts';
import { partyOf } from './phrases.ts';
import { type Scene, spanOfTokens, tokenAt } from './scene.ts';

/**
 * Types that are directed at an actor even where the words name what the actor has, says or does: "rejected a U.S.
 * request" rejects the United States (PLOVER manual, target).
 */
const directed: ReadonlySet<PloverType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'AID',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
]);

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** At whom deeds of a directed type aim: the actors in the phrases of their targets, else the first one spoken of behind them. */
export function addressees(
  scene: Scene,
  discourse: Discourse,
  type: PloverType,
  group: readonly Deed[],
  source: readonly Party[],
  target: readonly Party[],
): Party[] {
  if (!directed.has(type) || (type === 'CONSULT' && source.length !== 1)) return [...target];
  const other = (party: Party) =>
    !source.some(
      (one) =>
        one.word === party.word || meet(one.span, party.span) || (one.actor !== null && one.actor === party.actor),
    );
  const narrowed = target.flatMap((party) => narrow(scene, discourse, party)).filter(other);
  if (narrowed.some(({ actor, human, place }) => actor !== null || human || place)) return narrowed;
  for (const { frame } of group) {
    const found = [
      ...(type === 'REQUEST' ? agentsWanted(scene, discourse, frame.word) : []),
      ...behind(scene, discourse, frame.word, type === 'PROTEST'),
    ].filter(other);
    const [first] = found;
    if (first === undefined) continue;
    const listed = coordinated(scene.tree, first.word);
    return found.filter(({ word }) => listed.includes(word));
  }
  return narrowed;
}

/** The actors that a thing belongs to or comes from; a party that is somebody itself stays. */
function narrow(scene: Scene, discourse: Discourse, party: Party): Party[] {
  const head = scene.tree.tokens[party.word]?.span ?? party.span;
  const mentions = scene.reading.actors().filter(({ span }) => within(span, party.span));
  const country = scene.reading.places().some(({ place, span }) => place.precision === 'country' && meet(span, head));
  if (party.place && country) return [{ ...party, place: false, human: true }];
  if (party.pronoun || mentions.some(({ span }) => meet(span, head))) return [party];
  const owners = mentions.filter(({ actor }) => actor !== null).map(({ span }) => partyAt(scene, discourse, span));
  const distinct = owners.filter((one, at) => owners.findIndex(({ word }) => word === one.word) === at);
  return distinct.length > 0 ? distinct.slice(0, 1) : [party];
}

/** "called for a response by all the forces": those who are to do what is asked for. */
function agentsWanted(scene: Scene, discourse: Discourse, word: number): Party[] {
  const { tree } = scene;
  return dependants(tree, word, 'obj', 'obl')
    .flatMap((wanted) => [wanted, ...childrenOf(tree, wanted)])
    .flatMap((at) => dependants(tree, at, 'nmod', 'obl'))
    .filter((at) => at > word && agentive.has(caseOf(tree, at)) && !apart(scene, at, word, false))
    .map((at) => partyOf(scene, discourse, at))
    .filter(({ human, place }) => human && !place);
}

const agentive = new Set(['by', 'par']);

/**
 * Named actors below a predicate and behind it, in the order of the text, not in other clauses; who says so is none of
 * them. Protests tell at whom they aim in clauses of purpose.
 */
function behind(scene: Scene, discourse: Discourse, word: number, purposes: boolean): Party[] {
  const { tree, reading, sayings } = scene;
  const from = tree.tokens[word]?.span.end ?? 0;
  const to = tree.tokens[tree.last[word] ?? word]?.span.end ?? from;
  const spoken = sayings.map((saying) => reading.spanOf(saying.from, saying.next));
  const countries = reading.places().filter(({ place }) => place.precision === 'country');
  const actors = reading.actors().filter(({ actor }) => actor !== null);
  return [...actors, ...countries.filter(({ span }) => !actors.some((actor) => meet(actor.span, span)))]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(
      ({ span }) =>
        span.start >= from &&
        span.end <= to &&
        /\p{Lu}/u.test(reading.document.text.slice(span.start, span.end)) &&
        !spoken.some((saying) => meet(saying, span)) &&
        !apart(scene, headIn(scene, span), word, purposes),
    )
    .map(({ span }) => partyAt(scene, discourse, span));
}

/** True for a word in a relative, adverbial or coordinated clause below a predicate. */
function apart({ tree }: Scene, at: number, word: number, purposes: boolean): boolean {
  for (const up of [at, ...above(tree, at)]) {
    if (up === word) return false;
    const relation = tree.tokens[up]?.deprel ?? '';
    const base = relationOf(tree, up);
    if (relation === 'acl:relcl' || base === 'parataxis' || (base === 'conj' && uposOf(tree, up) === 'VERB'))
      return true;
    if (base === 'advcl' && !(purposes && featOf(tree, up, 'VerbForm') === 'Inf')) return true;
  }
  return false;
}

/** The party that a mention of an actor names, no shorter than the mention. */
function partyAt(scene: Scene, discourse: Discourse, span: Span): Party {
  const found = partyOf(scene, discourse, headIn(scene, span));
  // A country stands for its state.
  const party = found.place ? { ...found, place: false, human: true } : found;
  if (within(span, party.span)) return party;
  return { ...party, text: scene.reading.document.text.slice(span.start, span.end), span };
}

/** The token of a span that its other tokens hang from. */
function headIn({ tree, ...scene }: Scene, span: Span): number {
  const first = tokenAt({ tree, ...scene }, span.start);
  let best = first;
  for (let at = first; at < tree.tokens.length && (tree.tokens[at]?.span.end ?? span.end + 1) <= span.end; at++) {
    const up = tree.tokens[headOfWord(tree, at)]?.span;
    if (relationOf(tree, at) === 'case') continue;
    if (up === undefined || !within(up, span)) best = at;
  }
  return best;
}

const reported = new Set(['it', 'he', 'she', 'they', 'il', 'elle', 'ils', 'elles']);

/** "Hungary has said it will support": a pronoun in what somebody says of himself is the speaker. */
export function spokenOf(scene: Scene, discourse: Discourse, party: Party): Party {
  const { tree, reading, sayings } = scene;
  if (!party.pronoun || !reported.has(lemmaOf(tree, party.word))) return party;
  const at = reading.wordAt(tree.tokens[party.word]?.span.start ?? 0);
  const saying = sayingOf(sayings, at, at + 1);
  if (saying === null) return party;
  const said = reading.spanOf(saying.from, saying.next);
  // The subject of the verb right above the clause with the pronoun: nobody else's words.
  for (const up of above(tree, party.word)) {
    const span = tree.tokens[up]?.span;
    if (span === undefined || !within(span, said)) continue;
    const subject = childrenOf(tree, up).find((child) => relationOf(tree, child) === 'nsubj' && child < party.word);
    if (subject === undefined) return party;
    const speaker = partyOf(scene, discourse, subject);
    return speaker.pronoun || meet(speaker.span, spanOfTokens(scene, party.word, party.word + 1)) ? party : speaker;
  }
  return party;
}
