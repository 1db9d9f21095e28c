import type { Participant, Span } from '../../model/index.ts';
import {
  caseOf,
  childrenOf,
  dependants,
  featOf,
  headOfWord,
  lemmaOf,
  relationOf,
  type Tree,
  uposOf,
} from '../frames/index.ts';
import { headOf } from '../head.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Discourse } from './discourse.ts';
import type { Party } from './party.ts';
import { type Scene, spanOfTokens } from './scene.ts';

const outside = new Set([
  'acl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'advcl',
  'case',
  'mark',
  'cop',
  'nsubj',
  'aux',
  'expl',
  'obl',
  'advmod',
  'dep',
  'discourse',
]);

/** Words of a noun phrase without what is beside it: relative clauses, appositions, other members of a list. */
export function extentOf(tree: Tree, word: number): { from: number; next: number } {
  let [from, next] = [word, word + 1];
  for (const child of childrenOf(tree, word)) {
    const relation = relationOf(tree, child);
    // "rebel commander Oumar Diallo": a name right behind a title belongs to it.
    const name =
      relation === 'appos' && child === word + 1 && uposOf(tree, child) === 'PROPN' && uposOf(tree, word) === 'NOUN';
    if (outside.has(relation) && !name && !(relation === 'advmod' && child === word - 1)) continue;
    if (relation === 'amod' && leadsArticle(tree, word, child)) continue;
    if (relation === 'nmod' && child < word && tree.tokens[child]?.deprel !== 'nmod:poss' && caseOf(tree, child) !== '')
      continue;
    from = Math.min(from, tree.first[child] ?? child);
    next = Math.max(next, (tree.last[child] ?? child) + 1);
  }
  // What a child hangs too far away belongs to somebody else.
  for (let i = word + 1; i < next; i++)
    if (uposOf(tree, i) === 'VERB' || /^[,;:()]$/.test(tree.tokens[i]?.form ?? '')) {
      next = i;
      break;
    }
  for (let i = word - 1; i >= from; i--) {
    // "Allied Democratic Forces (ADF) fighters": the brackets belong to the name.
    if (tree.tokens[i]?.form === ')') {
      const open = tree.tokens.findLastIndex(({ form }, at) => at < i && form === '(');
      if (open > from && i - open < 6) {
        i = open;
        continue;
      }
    }
    if (/^[,;:()]$/.test(tree.tokens[i]?.form ?? '') || uposOf(tree, i) === 'VERB') {
      if (tree.tokens[i]?.form === ',' && featOf(tree, i - 1, 'NumType') !== null) continue;
      from = i + 1;
      break;
    }
  }
  // "officers angry at the failure to ...": no phrase ends with a word that leads on.
  while (next - 1 > word && leadsOn(tree, next - 1)) next -= 1;
  return { from, next };
}

const leadsOn = (tree: Tree, at: number): boolean =>
  ['ADP', 'PART', 'SCONJ', 'CCONJ', 'DET', 'AUX'].includes(uposOf(tree, at)) ||
  (uposOf(tree, at) === 'PRON' && (featOf(tree, at, 'PronType')?.includes('Rel') ?? false));

/** "shot dead a village chief": an adjective in front of an article says what the verb did, and is no part of the phrase. */
const leadsArticle = (tree: Tree, word: number, adjective: number): boolean =>
  dependants(tree, word, 'det').some((article) => article > adjective && featOf(tree, article, 'Definite') !== null);

/** Units of a preposition and a space: "during ". */
const longestPreposition = 7;

/** Where a phrase stands, with the number in front of it that the tree may have left outside, and no time at its ends. */
export function spanOfPhrase(scene: Scene, word: number): Span {
  const { reading, tree } = scene;
  const { from: first, next } = extentOf(tree, word);
  // "du Niger" is "de" and "le Niger": the written word belongs to what leads the phrase.
  const contracted = first < word && tree.tokens[first]?.span.start === tree.tokens[first - 1]?.span.start;
  const from = contracted ? first + 1 : first;
  let { start, end } = spanOfTokens(scene, from, next);
  for (const time of reading.times) {
    const leads = time.span.start <= start + longestPreposition && time.span.end > start;
    if (leads && (tree.tokens[word]?.span.start ?? 0) > time.span.end)
      start =
        tree.tokens.find((token) => token.span.start >= time.span.end && token.upos !== 'PUNCT')?.span.start ?? start;
    if (time.span.start < end && time.span.end >= end && (tree.tokens[word]?.span.end ?? 0) < time.span.start) {
      const last = tree.tokens.findLast((token) => token.span.end <= time.span.start && token.upos !== 'ADP');
      end = last?.span.end ?? end;
    }
  }
  const number = reading.quantities.find(
    (quantity) =>
      quantity.kind === 'cardinal' &&
      quantity.span.start < start &&
      quantity.span.end >= start - 1 &&
      quantity.span.end <= end,
  );
  return { start: number?.span.start ?? start, end };
}

/** A head that is a time ("Last Friday President Hollande") gives way to the name beside it. */
function anchored({ tree, reading }: Scene, word: number): number {
  const inTime = (at: number) => {
    const span = tree.tokens[at]?.span;
    return (
      span !== undefined && reading.times.some((time) => time.span.start <= span.start && span.end <= time.span.end)
    );
  };
  if (!inTime(word)) return word;
  const beside = dependants(tree, word, 'flat', 'appos', 'nmod', 'compound', 'dep').filter(
    (child) => !inTime(child) && (uposOf(tree, child) === 'PROPN' || uposOf(tree, child) === 'NOUN'),
  );
  return beside.at(-1) ?? word;
}

/** The party that a noun phrase names; read once a sentence. */
export function partyOf(scene: Scene, discourse: Discourse, head: number, depth = 0): Party {
  const known = scene.parties.get(head);
  if (known !== undefined) return known;
  const party = readParty(scene, discourse, head, depth);
  scene.parties.set(head, party);
  return party;
}

function readParty(scene: Scene, discourse: Discourse, head: number, depth: number): Party {
  const { tree, reading } = scene;
  const word = anchored(scene, head);
  const phrase = spanOfPhrase(scene, word);
  const at = tree.tokens[word]?.span ?? phrase;
  const covers = (mention: { readonly span: Span }) => mention.span.start < at.end && at.start < mention.span.end;
  const mentions = reading.actors();
  const own = mentions.find(covers);
  // A known name is one phrase, whatever the parser made of its words.
  const span =
    own?.actor == null
      ? phrase
      : { start: Math.min(phrase.start, own.span.start), end: Math.max(phrase.end, own.span.end) };
  const text = reading.document.text.slice(span.start, span.end);
  const within = (mention: { readonly span: Span }) => mention.span.start < span.end && span.start < mention.span.end;
  const apposed = [
    ...dependants(tree, word, 'appos', 'flat'),
    ...dependants(tree, word, 'conj').filter((child) => dependants(tree, child, 'cc').length === 0),
  ].map((child) => tree.tokens[child]?.span);
  const apposition = mentions.find(
    (mention) =>
      mention.actor !== null &&
      apposed.some((other) => other !== undefined && mention.span.start < other.end && other.start < mention.span.end),
  );
  const named =
    own?.actor != null
      ? own
      : (apposition ??
        mentions.find((mention) => mention.actor !== null && within(mention) && mention.span.start >= at.start) ??
        mentions.find((mention) => mention.actor !== null && within(mention)));
  const pronoun = uposOf(tree, word) === 'PRON';
  const plural = featOf(tree, word, 'Number') === 'Plur';
  const group = matchAt(tree, word, scene.lexicon.cues.collective) !== null;
  const definite = isDefinite(tree, word);
  const told = pronoun && depth < 3 ? speakingSubject(tree, word) : null;
  const mine =
    own !== undefined || group || countedPeople.has(reading.mark(reading.wordAt(at.start), 'counted')?.value ?? '');
  const inner = named === undefined && !pronoun && depth < 2 ? belongsTo(tree, word, mine) : null;
  const antecedent =
    told !== null
      ? partyOf(scene, discourse, told, depth + 1)
      : inner !== null
        ? partyOf(scene, discourse, inner, depth + 1)
        : pronoun || (definite && named === undefined)
          ? discourse.recall({
              lemma: lemmaOf(tree, word),
              form: (tree.tokens[word]?.form ?? '').toLowerCase(),
              pronoun,
              plural,
              group,
              armed: own !== undefined && armed(own.sector),
              sentence: reading.sentence.span.start,
              at: at.start,
            })
          : null;
  const place =
    own === undefined &&
    !pronoun &&
    reading.places().some((mention) => mention.span.start <= at.start && at.end <= mention.span.end);
  const sector = named?.sector ?? own?.sector ?? antecedent?.sector ?? 'unknown';
  const counted = reading.mark(reading.wordAt(at.start), 'counted');
  return {
    text,
    head: headOf(text, reading.language) || (tree.tokens[word]?.form ?? ''),
    actor: named?.actor?.name ?? antecedent?.actor ?? null,
    sector: own !== undefined && own.sector !== 'unknown' ? own.sector : sector,
    country: named?.actor?.country ?? antecedent?.country ?? null,
    word,
    span,
    pronoun,
    definite,
    place,
    group,
    single: !plural && !group && (uposOf(tree, word) === 'NOUN' || uposOf(tree, word) === 'PROPN' || pronoun),
    loose:
      (uposOf(tree, word) === 'NUM' && !isPartOf(tree, word)) ||
      (uposOf(tree, word) !== 'PRON' && !/\p{L}{3}/u.test(text)) ||
      loose.has(lemmaOf(tree, word)),
    human:
      (named !== undefined && !(group && own === undefined)) ||
      own !== undefined ||
      (antecedent !== null && antecedent.actor !== null) ||
      (uposOf(tree, word) === 'PROPN' && plural) ||
      isPartOf(tree, word) ||
      isPeople(tree, word) ||
      pronoun ||
      (counted !== null && countedPeople.has(counted.value)),
  };
}

/** "two of the Russians", "trois des Maliens": some of a people. */
const isPartOf = (tree: Tree, word: number): boolean =>
  uposOf(tree, word) === 'NUM' &&
  dependants(tree, word, 'nmod').some(
    (whole) =>
      ['of', 'de'].includes(caseOf(tree, whole)) &&
      uposOf(tree, whole) === 'PROPN' &&
      featOf(tree, whole, 'Number') === 'Plur',
  );

/** "called on Sudanese": an adjective of a nation where a noun stands. */
const isPeople = (tree: Tree, word: number): boolean =>
  uposOf(tree, word) === 'ADJ' &&
  /^\p{Lu}/u.test(tree.tokens[word]?.form ?? '') &&
  /^(nsubj|obj|iobj|obl|nmod)/.test(tree.tokens[word]?.deprel ?? '');

const countedPeople = new Set(['people', 'civilians', 'men', 'military', 'wounded', 'dead', 'displaced', 'missing']);
const loose = new Set(['other', 'more', 'several', 'many', 'dozen', 'autre', 'plusieurs', 'least', 'some', 'moins']);

export const armed = (sector: Participant['sector']): boolean =>
  sector === 'military' || sector === 'police' || sector === 'rebel' || sector === 'militia' || sector === 'pmc';

/** "The group says it killed": a pronoun in what somebody says is mostly the speaker. */
function speakingSubject(tree: Tree, word: number): number | null {
  if (!relationOf(tree, word).startsWith('nsubj') && tree.tokens[word]?.deprel !== 'nmod:poss') return null;
  let verb = headOfWord(tree, word);
  if (tree.tokens[word]?.deprel === 'nmod:poss') verb = headOfWord(tree, verb);
  if (relationOf(tree, verb) !== 'ccomp' && relationOf(tree, verb) !== 'xcomp' && relationOf(tree, verb) !== 'advcl')
    return null;
  if (relationOf(tree, verb) === 'advcl') return null;
  const subject = dependants(tree, headOfWord(tree, verb), 'nsubj')[0];
  if (subject === undefined || subject === word) return null;
  const [first, third] = [featOf(tree, word, 'Person') ?? '3', featOf(tree, word, 'Number')];
  const agrees =
    third === null || featOf(tree, subject, 'Number') === null || third === featOf(tree, subject, 'Number');
  return first === '3' && agrees && uposOf(tree, subject) !== 'PRON' ? subject : first === '1' ? subject : null;
}

/** "The head of the mission", "its men": whom somebody belongs to, where the words name nobody. */
function belongsTo(tree: Tree, word: number, somebody: boolean): number | null {
  const owner = childrenOf(tree, word).find(
    (child) =>
      (somebody && tree.tokens[child]?.deprel === 'nmod:poss') ||
      (somebody && relationOf(tree, child) === 'det' && featOf(tree, child, 'Poss') === 'Yes') ||
      (relationOf(tree, child) === 'nmod' &&
        ['of', 'de'].includes(caseOf(tree, child)) &&
        uposOf(tree, child) === 'NOUN'),
  );
  return owner ?? null;
}

function isDefinite(tree: Tree, word: number): boolean {
  return childrenOf(tree, word).some(
    (child) =>
      relationOf(tree, child) === 'det' &&
      (featOf(tree, child, 'Definite') === 'Def' || featOf(tree, child, 'PronType') === 'Dem'),
  );
}
