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
  type Tree,
  uposOf,
} from './tree.ts';

/** A phrase beside a predicate with the preposition that brings it. */
export interface Oblique {
  readonly by: string;
  readonly word: number;
}

/** A predicate with its arguments, whatever the grammar put them into. Words are indices of the tree's tokens. */
export interface Frame {
  readonly word: number;
  readonly lemma: string;
  readonly kind: 'verb' | 'noun';
  readonly voice: 'active' | 'passive';
  /** Heads of the phrases that do it: the subject of an active verb, the agent of a passive one. Members of a list stand apart. */
  readonly subjects: readonly number[];
  /** Heads of the phrases that it is done to: object, subject of a passive. */
  readonly objects: readonly number[];
  readonly obliques: readonly Oblique[];
  /** Verbs in complement and purpose clauses. */
  readonly complements: readonly number[];
  /** Words of the clause: those below the predicate without coordinated and relative clauses. */
  readonly from: number;
  readonly next: number;
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'SYM', 'X', 'ADV']);
const clausal = new Set(['acl', 'advcl', 'parataxis', 'ccomp', 'csubj', 'conj']);

/** Members of a nominal list; verbs that the parser hangs into it are none. */
const list = (tree: Tree, at: number): number[] =>
  coordinated(tree, at).filter((word) => word === at || nominal.has(uposOf(tree, word)));

const isRelative = (tree: Tree, at: number): boolean => featOf(tree, at, 'PronType')?.includes('Rel') ?? false;

/** True for a passive: marked so by the parser, or a bare past participle ("the man killed in the raid"). */
export function isPassive(tree: Tree, at: number): boolean {
  const relations = childrenOf(tree, at).map((child) => tree.tokens[child]?.deprel ?? '');
  const perfect = dependants(tree, at, 'aux').some(
    (child) => lemmaOf(tree, child) === 'avoir' || lemmaOf(tree, child) === 'have',
  );
  if (perfect && !relations.includes('aux:pass')) return false;
  if (relations.some((relation) => relation === 'nsubj:pass' || relation === 'aux:pass')) return true;
  if (relations.some((relation) => relation.startsWith('aux') || relation === 'obj')) return false;
  // "12 were killed and six others wounded": the auxiliary of the first holds for the second.
  const head = headOfWord(tree, at);
  if (relationOf(tree, at) === 'conj' && featOf(tree, at, 'Tense') === 'Past' && uposOf(tree, head) === 'VERB')
    return isPassive(tree, head);
  if (featOf(tree, at, 'VerbForm') !== 'Part') return false;
  // Past tense and participle look alike in English: with a subject and no auxiliary it is the tense.
  if (relations.includes('nsubj')) return false;
  if (featOf(tree, at, 'Voice') === 'Pass') return true;
  return featOf(tree, at, 'Tense') === 'Past';
}

interface Arguments {
  subjects: number[];
  objects: number[];
}

/** Subject and objects that stand at the verb itself. */
function ownArguments(tree: Tree, at: number, passive: boolean): Arguments {
  const subjects: number[] = [];
  const objects: number[] = [];
  for (const child of childrenOf(tree, at)) {
    const relation = tree.tokens[child]?.deprel ?? '';
    const base = relationOf(tree, child);
    if (base === 'nsubj' || base === 'csubj') {
      if (uposOf(tree, child) === 'VERB') continue;
      if (!passive && relation === 'nsubj:pass' && child > at) {
        objects.push(...list(tree, child));
        continue;
      }
      (passive ? objects : subjects).push(...list(tree, child));
    } else if (base === 'obj' || base === 'iobj') {
      if (!passive || relation === 'obj') objects.push(...list(tree, child));
    } else if (relation === 'obl:agent' || (passive && base === 'obl' && agentWords.has(caseOf(tree, child)))) {
      subjects.push(...list(tree, child));
    }
  }
  // "The men who ambushed": a relative pronoun beside the noun that it stands for is nobody else.
  const nouns = subjects.filter((word) => !isRelative(tree, word));
  return { subjects: nouns.length > 0 ? nouns : subjects, objects };
}

const agentWords = new Set(['by', 'par']);

/** The noun that a relative pronoun stands for; other words stand for themselves. */
function antecedent(tree: Tree, word: number, verb: number): number {
  if (!isRelative(tree, word)) return word;
  for (const up of [verb, ...above(tree, verb)])
    if (relationOf(tree, up) === 'acl' && headOfWord(tree, up) >= 0) return headOfWord(tree, up);
  return word;
}

/** Words that lead a clause whose doer is the object above: "accused them of firing", "forced them into leaving". */
const objectLed = new Set(['of', 'to', 'into', 'from', 'de', 'à']);

/** "..., killing ten", ", tuant dix": behind a comma a present participle belongs to the clause, whatever noun it hangs on. */
const trails = (tree: Tree, at: number): boolean =>
  tree.tokens[at - 1]?.form === ',' &&
  (featOf(tree, at, 'VerbForm') === 'Ger' ||
    (featOf(tree, at, 'VerbForm') === 'Part' && featOf(tree, at, 'Tense') === 'Pres'));

const maxDepth = 6;

/** Who does a verb and whom it is done to, found in the clauses around where its own says nothing. */
function argumentsOf(tree: Tree, at: number, depth = 0): Arguments {
  const passive = isPassive(tree, at);
  const own = ownArguments(tree, at, passive);
  const found: Arguments = {
    subjects: own.subjects.map((word) => antecedent(tree, word, at)),
    objects: own.objects.map((word) => antecedent(tree, word, at)),
  };
  const missing = passive ? found.objects : found.subjects;
  if (missing.length > 0 || depth > maxDepth) return found;
  const head = headOfWord(tree, at);
  const main = head < 0 || relationOf(tree, at) === 'ccomp' || relationOf(tree, at) === 'parataxis';
  if (main && !passive && featOf(tree, at, 'VerbForm') !== 'Inf') {
    const lost = lostSubject(tree, at);
    if (lost !== null) found.subjects.push(lost);
  }
  if (head < 0 || missing.length > 0) return found;
  const relation = tree.tokens[at]?.deprel ?? '';
  const base = relationOf(tree, at);
  const verbal = uposOf(tree, head) === 'VERB' || uposOf(tree, head) === 'AUX' || uposOf(tree, head) === 'ADJ';
  const behind =
    base === 'acl' && trails(tree, at) ? above(tree, at).find((up) => uposOf(tree, up) === 'VERB') : undefined;
  if (behind !== undefined) {
    missing.push(...argumentsOf(tree, behind, depth + 1).subjects);
  } else if (base === 'acl') {
    // A participle belongs to its noun; so does a relative clause whose pronoun the parser lost.
    if (relation === 'acl:relcl' && found.subjects.length > 0) {
      if (found.objects.length === 0) found.objects.push(head);
    } else missing.push(...(verbal ? [] : list(tree, head).slice(0, 1)));
  } else if (verbal && (base === 'conj' || base === 'advcl' || base === 'xcomp' || base === 'parataxis')) {
    if (base === 'parataxis' && featOf(tree, at, 'VerbForm') === 'Fin') return found;
    if (base === 'advcl' && featOf(tree, at, 'VerbForm') === 'Fin') return found;
    const there = argumentsOf(tree, head, depth + 1);
    const headPassive = isPassive(tree, head);
    const led = caseOf(tree, at);
    const control = !headPassive && there.objects.length > 0 && (base === 'xcomp' || objectLed.has(led));
    const from = control || headPassive ? there.objects : there.subjects;
    if (base === 'advcl' && headPassive && !passive && there.subjects.length > 0) missing.push(...there.subjects);
    else missing.push(...from);
  }
  return found;
}

/** The subject of a main clause that the parser hung elsewhere: the first noun in front of the verb without a preposition. */
function lostSubject(tree: Tree, at: number): number | null {
  for (let word = tree.first[at] ?? at; word < at; word++) {
    const upos = uposOf(tree, word);
    if (upos === 'PUNCT' && /^[;:]$/.test(tree.tokens[word]?.form ?? '')) return null;
    if (upos !== 'NOUN' && upos !== 'PROPN') continue;
    const base = relationOf(tree, word);
    const inside =
      base === 'compound' || base === 'flat' || tree.tokens[word]?.deprel === 'nmod:poss' || base === 'nummod';
    if (inside || caseOf(tree, word) !== '') continue;
    const head = headOfWord(tree, word);
    if (head !== at && base !== 'obj' && (caseOf(tree, head) !== '' || uposOf(tree, head) === 'VERB')) continue;
    return word;
  }
  return null;
}

function obliquesOf(tree: Tree, at: number): Oblique[] {
  const obliques: Oblique[] = [];
  for (const child of childrenOf(tree, at)) {
    const base = relationOf(tree, child);
    if (base !== 'obl' && base !== 'nmod' && base !== 'iobj') continue;
    for (const word of list(tree, child)) obliques.push({ by: caseOf(tree, child), word });
  }
  return obliques;
}

/** The frame of a verb. */
export function verbFrame(tree: Tree, at: number): Frame {
  const { subjects, objects } = argumentsOf(tree, at);
  return {
    word: at,
    lemma: lemmaOf(tree, at),
    kind: 'verb',
    voice: isPassive(tree, at) ? 'passive' : 'active',
    subjects: [...new Set(subjects)],
    objects: [...new Set(objects)],
    obliques: obliquesOf(tree, at),
    complements: dependants(tree, at, 'xcomp', 'ccomp', 'advcl'),
    ...clauseOf(tree, at),
  };
}

/** "the killing of X by Y", "Boko Haram's attack on Z": possessors stand under `poss`. */
export function nounFrame(tree: Tree, at: number): Frame {
  const obliques: Oblique[] = [];
  for (const child of childrenOf(tree, at)) {
    const base = relationOf(tree, child);
    const relation = tree.tokens[child]?.deprel ?? '';
    if (relation === 'nmod:poss' || (base === 'det' && featOf(tree, child, 'Poss') === 'Yes'))
      for (const word of list(tree, child)) obliques.push({ by: 'poss', word });
    else if (base === 'nmod' || base === 'obl')
      for (const word of list(tree, child)) obliques.push({ by: caseOf(tree, child) || 'de', word });
    else if (base === 'acl' && isPassive(tree, child))
      for (const oblique of obliquesOf(tree, child)) obliques.push(oblique);
  }
  return {
    word: at,
    lemma: lemmaOf(tree, at),
    kind: 'noun',
    voice: 'active',
    subjects: [],
    objects: [],
    obliques,
    complements: [],
    ...clauseOf(tree, at),
  };
}

/** Words below a predicate, cut where a coordinated, relative or spoken clause begins or ends. */
function clauseOf(tree: Tree, at: number): { from: number; next: number } {
  let from = tree.first[at] ?? at;
  let next = (tree.last[at] ?? at) + 1;
  for (const child of childrenOf(tree, at)) {
    const base = relationOf(tree, child);
    if (!clausal.has(base) || (base !== 'conj' && base !== 'parataxis')) continue;
    if (uposOf(tree, child) !== 'VERB') continue;
    const first = tree.first[child] ?? child;
    const last = tree.last[child] ?? child;
    if (child > at && first > at) next = Math.min(next, first);
    else if (child < at && last < at) from = Math.max(from, last + 1);
  }
  return { from, next };
}
