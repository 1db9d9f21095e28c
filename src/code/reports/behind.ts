import { sayingOf } from '../attribution.ts';
import { caseOf, dependants, headOfWord, lemmaOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import { uncounted } from './accounts.ts';
import { sinceThen } from './answer.ts';
import { type Discourse, lastAttack } from './discourse.ts';
import type { Draft } from './draft.ts';
import type { Party } from './party.ts';
import { partyOf } from './phrases.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';

const blaming = new Set(['behind', 'derrière']);
const responsible = new Set(['responsible', 'responsable']);

/**
 * "The mayor said armed men were behind the attack": an accusation by whoever says so, and the attack told before, alleged.
 * Without a speaker the words only name its doer.
 */
export function behindDeeds(scene: Scene, discourse: Discourse): Draft[] {
  const { tree, lexicon, reading, sayings } = scene;
  const last = lastAttack(discourse);
  if (last === null) return [];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    const head = headOfWord(tree, noun);
    const blamed = blaming.has(caseOf(tree, noun)) ? noun : responsible.has(lemmaOf(tree, head)) ? head : null;
    if (blamed === null || matchAt(tree, noun, lexicon.nouns)?.type !== 'ASSAULT') continue;
    const subject = dependants(tree, blamed, 'nsubj')[0];
    if (subject === undefined || standingOf(scene, blamed).standing === 'none') continue;
    const doer = partyOf(scene, discourse, subject);
    const at = reading.wordAt(tree.tokens[blamed]?.span.start ?? 0);
    const saying = sayingOf(sayings, at, at + 1);
    if (saying === null) {
      last.draft.source.push(doer);
      return [];
    }
    const speaker: Party = {
      ...doer,
      text: saying.by.text,
      head: saying.by.text,
      actor: saying.by.name,
      sector: 'unknown',
      country: null,
      word: -1,
    };
    const shared = {
      span: reading.sentence.span,
      killed: null,
      injured: null,
      abducted: null,
      arrested: null,
      score: 0.6,
      late: last.draft.late,
    };
    const why = [`"${tree.tokens[noun]?.form}": who is said to be behind it`];
    const when = discourse.spoken.get(saying.by.name ?? saying.by.text) ?? sinceThen(last.draft, reading);
    return [
      {
        ...shared,
        type: 'ACCUSE',
        mode: 'allege',
        source: [speaker],
        target: [doer],
        place: null,
        when,
        status: 'asserted',
        by: null,
        why,
      },
      {
        ...shared,
        type: 'ASSAULT',
        mode: last.draft.mode,
        source: [doer],
        target: uncounted(last.draft.target),
        place: last.place,
        when: last.when,
        status: 'alleged',
        by: saying.by,
        why,
      },
    ];
  }
  return [];
}
