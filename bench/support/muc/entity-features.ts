import type { Participant, Sentence, Token } from '../../../src/model/index.ts';
import { spanOf } from '../coding.ts';
import type { Entity } from './entities.ts';
import { type CodedDocument, isContent, kindOf, reportsBySentence, wordOf } from './features.ts';
import { incidentTypeOf, isAsked } from './incidents.ts';
import type { Mention } from './mentions.ts';
import { type NounKind, names, normalised } from './phrases.ts';

const nounKinds: readonly NounKind[] = ['property', 'weapon', 'body'];

/** What tells which part an entity has in the incidents of its document: its words, their places in trees and reports. */
export function entityFeatures(document: CodedDocument, { mentions }: Entity): Set<string> {
  const found = new Set(['bias', `times=${Math.min(mentions.length, 5)}`]);
  const [first] = mentions;
  if (first !== undefined) found.add(`since=${Math.min(first.sentence, 6)}`);
  for (const mention of mentions) {
    const sentence = document.sentences[mention.sentence];
    if (sentence === undefined) continue;
    ownWords(sentence.tokens, mention, found);
    wordsAround(sentence.tokens, mention, found);
    placeInTree(sentence.tokens, mention, found);
    placeInReports(document, sentence, mention, found);
  }
  return found;
}

function ownWords(tokens: readonly Token[], { from, to, head, normalised, named }: Mention, found: Set<string>): void {
  const last = wordOf(tokens[to]);
  found.add(`head=${head}`).add(`lemma=${last}`).add(`text=${normalised}`);
  found.add(`named=${named} ${to > from}`);
  if (/^\p{Lu}{2,}$/u.test(tokens[to]?.form ?? '')) found.add('acronym');
  for (const kind of nounKinds) if (names(head, kind)) found.add(`kind=${kind}`);
  for (let at = from; at < to; at++) {
    found.add(`within=${wordOf(tokens[at])}`);
    if (tokens[at]?.upos === 'NUM') found.add('counted');
  }
  if (to > from) found.add(`end=${wordOf(tokens[to - 1])} ${last}`);
  found.add(`begin=${tokens[from]?.upos === 'DET' ? tokens[from]?.lemma : tokens[from]?.upos}`);
}

function wordsAround(tokens: readonly Token[], { from, to }: Mention, found: Set<string>): void {
  const word = (at: number) => wordOf(tokens[at]);
  found.add(`before=${word(from - 1)}`).add(`after=${word(to + 1)}`);
  found.add(`before2=${word(from - 2)} ${word(from - 1)}`).add(`after2=${word(to + 1)} ${word(to + 2)}`);
  for (let off = 1; off <= 5; off++) {
    if (isContent(tokens[from - off])) found.add(`left=${word(from - off)}`);
    if (isContent(tokens[to + off])) found.add(`right=${word(to + off)}`);
  }
  for (const token of tokens) if (isContent(token) && token.upos !== 'PROPN') found.add(`sentence=${wordOf(token)}`);
}

/** Up to four steps up the tree, with relations and prepositions; the verb's other arguments; own dependants. */
function placeInTree(tokens: readonly Token[], { from, to, top, head, named }: Mention, found: Set<string>): void {
  const childrenOf = (at: number) => tokens.flatMap((token, child) => (token.head === at ? [{ token, child }] : []));
  let path = '';
  for (let at = top, step = 0; step < 4; step++) {
    const up = tokens[at]?.head ?? -1;
    const relation = tokens[at]?.deprel ?? '';
    const preposition = childrenOf(at).find(({ token, child }) => token.deprel === 'case' && child < at);
    const link = preposition === undefined ? relation : `${relation}:${preposition.token.lemma}`;
    const above = wordOf(tokens[up]);
    if (step === 0) found.add(`link=${link}`);
    if (up < 0) {
      found.add(`root=${step}`);
      break;
    }
    path += `<${step < 2 ? link : relation}`;
    if (step < 3) found.add(`path=${path}<${above}`);
    found.add(`up${step}=${relation} ${above}`);
    if (step === 0) {
      found.add(`under=${named} ${link} ${above}`).add(`pairs=${head} ${relation} ${above}`);
      if (tokens[up]?.upos === 'VERB')
        for (const { token, child } of childrenOf(up))
          if (child !== at && /^(?:obj|nsubj|obl|xcomp)/.test(token.deprel))
            found.add(`beside=${relation} ${above} ${token.deprel} ${wordOf(token)}`);
    }
    at = up;
  }
  addShared(tokens, top, named, found);
  for (const { token, child } of childrenOf(top))
    if ((child < from || child > to) && isContent(token)) found.add(`below=${token.deprel} ${wordOf(token)}`);
}

const shared = /^(?:conj|appos|flat|compound|nmod:poss)/;

/** The place in the tree that a member of a list, or an apposition, shares with the first: "X and Y were killed". */
function addShared(tokens: readonly Token[], top: number, named: boolean, found: Set<string>): void {
  let at = top;
  for (let step = 0; step < 12 && shared.test(tokens[at]?.deprel ?? ''); step++) at = tokens[at]?.head ?? -1;
  const token = tokens[at];
  if (token === undefined) return;
  const above = wordOf(tokens[token.head]);
  const preposition = tokens.find(({ head, deprel }, child) => head === at && deprel === 'case' && child < at);
  const link = `${token.deprel.replace(/:(?!pass).*/, '')} ${preposition?.lemma ?? '-'}`;
  found.add(`shared=${link} ${above}`).add(`sharedkind=${named} ${link} ${above}`);
  const over = tokens[token.head];
  if (over !== undefined && over.head >= 0)
    found.add(`shared2=${link} ${above} ${over.deprel} ${wordOf(tokens[over.head])}`);
}

function placeInReports(document: CodedDocument, sentence: Sentence, mention: Mention, found: Set<string>): void {
  const inSentence = reportsBySentence(document).get(sentence) ?? [];
  const [start, end] = [sentence.tokens[mention.from]?.span.start ?? 0, sentence.tokens[mention.to]?.span.end ?? 0];
  const covering = inSentence.filter((report) => spanOf(report).start <= start && spanOf(report).end >= end);
  const isIt = ({ text, head }: Participant) =>
    ` ${normalised(text)} `.includes(` ${mention.normalised} `) || head.toLowerCase() === mention.head;
  let incident = false;
  for (const report of covering) {
    const doer = report.source.find(isIt);
    const one = doer ?? report.target.find(isIt);
    const side = doer !== undefined ? 'doer' : one !== undefined ? 'suffers' : 'neither';
    found.add(`report=${side} ${kindOf(report)}`);
    if (one !== undefined) {
      found.add(`status=${side} ${report.type} ${report.status}`);
      found.add(`sector=${one.sector}`).add(`sector=${side} ${one.sector} ${report.type}`);
    }
    const type = incidentTypeOf(report);
    if (type === null) continue;
    incident = true;
    found.add(`type=${side} ${type}`).add(`asked=${side} ${isAsked(report, document.published)}`);
    if (report.killed !== null) found.add(`dead=${side} ${type}`);
  }
  found.add(covering.length === 0 ? 'unreported' : incident ? 'in incident' : 'in report');
}
