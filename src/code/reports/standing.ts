import {
  above,
  caseOf,
  childrenOf,
  dependants,
  featOf,
  headOfWord,
  isPassive,
  lemmaOf,
  relationOf,
  type Tree,
  uposOf,
} from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Scene } from './scene.ts';

/**
 * How a deed stands in its sentence. `none`: negated, wished, supposed, conditional or general, no happening at all;
 * `possible` ("may have been"): a report only where somebody says so.
 */
export type Standing = 'asserted' | 'planned' | 'threatened' | 'possible' | 'alleged' | 'denied' | 'none';

export interface Stand {
  readonly standing: Standing;
  /** Token of the word that decides it, null for plain assertion. */
  readonly cue: number | null;
  /** The verb that orders or causes the deed, where one does. */
  readonly cause: number | null;
}

/** Reads negation, mood, conditions and the verbs above a deed. */
export function standingOf(scene: Scene, word: number): Stand {
  const { tree, lexicon } = scene;
  if (opensCondition(scene)) return { standing: 'none', cue: 0, cause: null };
  let standing: Standing = 'asserted';
  let cue: number | null = null;
  let cause: number | null = null;
  const verbal = uposOf(tree, word) === 'VERB' || uposOf(tree, word) === 'AUX';
  const set = (next: Standing, by: number) => {
    if (standing === 'none' || (standing !== 'asserted' && next === 'planned')) return;
    standing = next;
    cue = by;
  };
  if (verbal) for (const [next, by] of own(scene, word)) set(next, by);
  else if (negatedNoun(scene, word)) set('none', word);
  let below = word;
  for (const up of above(tree, word)) {
    const relation = tree.tokens[below]?.deprel ?? '';
    const base = relationOf(tree, below);
    const upVerb = uposOf(tree, up) === 'VERB' || uposOf(tree, up) === 'AUX' || uposOf(tree, up) === 'ADJ';
    if (base === 'advcl' || base === 'parataxis' || relation === 'acl:relcl') {
      if (conditional(scene, below)) set('none', below);
      // What an adverbial clause says is not what its main clause wishes or plans, but for purposes.
      const accuses =
        relation !== 'acl:relcl' && featOf(tree, below, 'VerbForm') !== 'Fin'
          ? matchAt(tree, up, lexicon.cues.govern)
          : null;
      if (accuses?.effect === 'accuses') {
        set('alleged', up);
        break;
      }
      const purpose = base === 'advcl' && (isPurpose(tree, below) || isAim(tree, below, up));
      if (purpose) set('none', below);
      break;
    }
    if (upVerb && (base === 'xcomp' || base === 'ccomp' || base === 'obj' || base === 'csubj' || base === 'obl')) {
      const govern = matchAt(tree, up, lexicon.cues.govern);
      if (
        govern !== null &&
        (base !== 'obj' || verbal || governsNouns.has(govern.effect)) &&
        (base !== 'obl' || obliqueEffects.has(govern.effect))
      ) {
        const effect = govern.effect;
        if (effect === 'planned' && base !== 'obj') set('planned', up);
        else if (effect === 'threatened' && verbal) set('threatened', up);
        else if (effect === 'never' || effect === 'wished' || effect === 'supposed') set('none', up);
        else if (effect === 'denies') set('denied', up);
        else if (effect === 'accuses') set('alleged', up);
        else if (effect === 'causes') cause = up;
      }
      if (base !== 'obl')
        for (const [next, by] of own(scene, up)) if (next === 'none' || base === 'xcomp') set(next, by);
    } else if (base === 'acl' && (accusedOf(scene, up) || isAllegation(scene, up))) {
      set('alleged', up);
      break;
    } else if (upVerb && base === 'nsubj') {
      for (const [next, by] of own(scene, up)) if (next === 'none') set(next, by);
      break;
    } else if (
      verbal &&
      base === 'acl' &&
      uposOf(tree, up) === 'NOUN' &&
      (featOf(tree, below, 'VerbForm') === 'Inf' || isPurpose(tree, below))
    ) {
      // "a ordonné aux soldats de tirer": the noun is the one who is made to do it.
      const made = matchAt(tree, headOfWord(tree, up), lexicon.cues.govern)?.effect === 'causes';
      if (made && ['obl', 'obj', 'iobj'].includes(relationOf(tree, up))) {
        cause = headOfWord(tree, up);
        break;
      }
      // "plans to attack", "the order to fire"
      set('none', up);
      break;
    } else if (base === 'conj' && upVerb && verbal) {
      for (const [next, by] of own(scene, up)) if (next === 'planned' && !hasOwnAux(tree, word)) set(next, by);
      if (conditional(scene, up)) set('none', up);
    } else if (!upVerb && negatedNoun(scene, up) && (base === 'nmod' || base === 'acl')) set('none', up);
    below = up;
  }
  return { standing, cue, cause };
}

/** The object of an accusation: "accused the guards of having fired". */
function accusedOf({ tree, lexicon }: Scene, noun: number): boolean {
  const verb = headOfWord(tree, noun);
  return (
    (relationOf(tree, noun) === 'obj' || tree.tokens[noun]?.deprel === 'nsubj:pass') &&
    matchAt(tree, verb, lexicon.cues.govern)?.effect === 'accuses'
  );
}

/** "the accusation that he took part", "allegations that soldiers killed". */
const isAllegation = ({ tree, lexicon }: Scene, noun: number): boolean => {
  const entry = uposOf(tree, noun) === 'NOUN' ? matchAt(tree, noun, lexicon.nouns) : null;
  return entry?.type === 'ACCUSE' && entry.mode === 'allege';
};

const governsNouns = new Set(['never', 'denies', 'planned', 'wished', 'supposed']);
const obliqueEffects = new Set(['denies', 'accuses', 'wished', 'supposed', 'never']);

const hasOwnAux = (tree: Tree, word: number) => dependants(tree, word, 'aux').length > 0;

const isPurpose = (tree: Tree, word: number): boolean => {
  const marks = dependants(tree, word, 'mark', 'case').map((child) => lemmaOf(tree, child));
  if (marks.includes('to')) return true;
  return featOf(tree, word, 'VerbForm') === 'Inf' && (marks.includes('pour') || marks.includes('afin'));
};

/** "resolutions aimed at holding them responsible", "une loi visant à": not done. */
const isAim = (tree: Tree, word: number, up: number): boolean =>
  aims.has(lemmaOf(tree, up)) && ['at', 'à'].includes(caseOf(tree, word).split(' ')[0] ?? '');

const aims = new Set(['aim', 'aimed', 'viser']);

/** What the words at a verb itself say: "not", "will", "would", "if", the future and the conditional mood. */
function own(scene: Scene, word: number): [Standing, number][] {
  const { tree, lexicon } = scene;
  const found: [Standing, number][] = [];
  let would = featOf(tree, word, 'Mood') === 'Cnd';
  for (const child of childrenOf(tree, word)) {
    const base = relationOf(tree, child);
    const near =
      base === 'advmod' ||
      base === 'aux' ||
      base === 'cc' ||
      base === 'det' ||
      base === 'obl' ||
      base === 'mark' ||
      base === 'case';
    if (near && matchAt(tree, child, lexicon.cues.negator) !== null) {
      // "ne ... que" is only, "not only" no negation.
      if (!exceptive(tree, word, child)) found.push([firstPerson(scene, word) ? 'denied' : 'none', child]);
      continue;
    }
    if ((base === 'nsubj' || base === 'obj') && negatedNoun(scene, child)) found.push(['none', child]);
    if (base !== 'aux' && base !== 'advmod' && base !== 'obl') continue;
    if (featOf(tree, child, 'Mood') === 'Cnd') would = true;
    if (base === 'aux' && featOf(tree, child, 'Tense') === 'Fut') found.push(['planned', child]);
    if (base === 'obl' && uposOf(tree, child) !== 'ADV') continue;
    const modal = matchAt(tree, child, lexicon.cues.modal);
    if (modal === null) continue;
    if (modal.effect === 'planned') found.push(['planned', child]);
    else if (modal.effect === 'possible') {
      if (base === 'aux') found.push([hasPerfect(tree, word) ? 'possible' : 'none', child]);
    } else if (modal.effect === 'general' || modal.effect === 'demanded') found.push(['none', child]);
    else if (modal.effect === 'would') would = true;
  }
  if (featOf(tree, word, 'Tense') === 'Fut') found.push(['planned', word]);
  if (would) {
    const spoken = above(tree, word).some((up) => uposOf(tree, up) === 'VERB') && relationOf(tree, word) === 'ccomp';
    found.push([spoken ? 'planned' : 'none', word]);
  }
  if (conditional(scene, word)) found.push(['none', word]);
  return found;
}

/** "We are not sending troops": somebody denies it, where the sentence says who speaks. */
const firstPerson = ({ tree, sayings }: Scene, word: number): boolean =>
  sayings.length > 0 && dependants(tree, word, 'nsubj').some((child) => featOf(tree, child, 'Person') === '1');

const hasPerfect = (tree: Tree, word: number): boolean =>
  dependants(tree, word, 'aux').some((child) => ['have', 'avoir'].includes(lemmaOf(tree, child)));

const exceptive = (tree: Tree, word: number, negator: number): boolean =>
  lemmaOf(tree, negator + 1) === 'only' ||
  (lemmaOf(tree, negator) === 'ne' &&
    !childrenOf(tree, word).some(
      (child) =>
        child !== negator && ['pas', 'jamais', 'plus', 'rien', 'guère', 'aucun'].includes(lemmaOf(tree, child)),
    ) &&
    childrenOf(tree, word).some((child) => lemmaOf(tree, child) === 'que'));

function negatedNoun({ tree, lexicon }: Scene, word: number): boolean {
  if (uposOf(tree, word) === 'PRON' && matchAt(tree, word, lexicon.cues.negator) !== null) return true;
  return childrenOf(tree, word).some(
    (child) =>
      child < word &&
      ['det', 'advmod', 'cc', 'case', 'nummod'].includes(relationOf(tree, child)) &&
      matchAt(tree, child, lexicon.cues.negator) !== null &&
      // "not far from", "not only"
      !(relationOf(tree, child) === 'advmod' && uposOf(tree, word) !== 'NOUN'),
  );
}

/** "Were the strike to spread", "Should more names emerge": an auxiliary in front of its subject, and no question. */
function opensCondition({ tree, lexicon }: Scene): boolean {
  const open = tree.tokens.findIndex(({ upos }) => upos !== 'PUNCT');
  if (open < 0 || tree.tokens.at(-1)?.form === '?') return false;
  return (
    ['were', 'should', 'had'].includes((tree.tokens[open]?.form ?? '').toLowerCase()) &&
    lexicon.cues.conditional.size > 0 &&
    uposOf(tree, open) !== 'NOUN'
  );
}

/** "If it falls", "unless", "should they attack", "were the strike to spread". */
function conditional({ tree, lexicon }: Scene, word: number): boolean {
  const mark = dependants(tree, word, 'mark').some(
    (child) => matchAt(tree, child, lexicon.cues.conditional)?.effect === 'if',
  );
  if (mark) return true;
  const first = tree.first[word] ?? word;
  if (featOf(tree, word, 'VerbForm') === null && headOfWord(tree, word) < 0) return false;
  const opener = dependants(tree, word, 'aux').find((child) => child === first);
  const subject = dependants(tree, word, 'nsubj')[0];
  return (
    opener !== undefined &&
    subject !== undefined &&
    opener < subject &&
    matchAt(tree, opener, lexicon.cues.conditional)?.effect === 'if' &&
    !isPassive(tree, headOfWord(tree, word))
  );
}
