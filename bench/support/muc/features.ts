import type { Report, Sentence, Token } from '../../../src/model/index.ts';
import { spanOf } from '../coding.ts';
import { incidentTypeOf, isAsked } from './incidents.ts';

/** A text with its trees and what the coder made of it. */
export interface CodedDocument {
  readonly text: string;
  /** ISO date; null: not known. */
  readonly published: string | null;
  readonly sentences: readonly Sentence[];
  readonly reports: readonly Report[];
}

// Features are strings, present or absent. The part before "=" names the kind, so that kinds never meet.

const content: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM']);
export const isContent = (token: Token | undefined): token is Token => token !== undefined && content.has(token.upos);

export function wordOf(token: Token | undefined): string {
  if (token === undefined) return '-';
  if (token.upos === 'NUM') return '#';
  return (token.upos === 'PROPN' ? token.form : token.lemma).toLowerCase();
}

export const kindOf = ({ type, mode }: Report) => `${type}/${mode ?? '-'}`;
const violent: ReadonlySet<string> = new Set(['ASSAULT', 'PROTEST', 'COERCE', 'THREATEN']);

/** What tells of which incidents a document is about: its words, pairs of words, and the coder's reports. */
export function documentFeatures({ text, published, sentences, reports }: CodedDocument): Set<string> {
  const found = new Set(['bias']);
  sentences.forEach(({ tokens }, index) => {
    tokens.forEach((token, at) => {
      if (!isContent(token)) return;
      found.add(`word=${wordOf(token)}`);
      if (index < 3) found.add(`first=${wordOf(token)}`);
      if (isContent(tokens[at + 1])) found.add(`pair=${wordOf(token)} ${wordOf(tokens[at + 1])}`);
      if (token.upos !== 'NOUN' || tokens[at + 1]?.form !== 'of') return;
      const noun = tokens.slice(at + 2, at + 6).find(({ upos }) => upos === 'NOUN' || upos === 'PROPN');
      if (noun !== undefined) found.add(`of=${wordOf(token)} ${wordOf(noun)}`);
    });
  });
  for (const [tag] of text.matchAll(/\[(?:text|communique|editorial|interview|speech|report|commentary|article)\b/gi))
    found.add(`tag=${tag.toLowerCase()}`);
  for (const report of reports) {
    const kind = kindOf(report);
    found.add(`report=${kind}`).add(`status=${kind} ${report.status}`);
    if (violent.has(report.type)) {
      for (const { sector } of report.source) found.add(`doer=${kind} ${sector}`);
      for (const { sector } of report.target) found.add(`suffers=${kind} ${sector}`);
    }
    const type = incidentTypeOf(report);
    if (type === null) continue;
    found.add(`type=${type}`);
    if (!isAsked(report, published)) continue;
    found.add(`asked=${type}`);
    if (report.source.length > 0) found.add(`asked=${type} by`);
    if (report.target.length > 0) found.add(`asked=${type} on`);
    if (report.killed !== null) found.add(`asked=${type} dead`);
    for (const { sector } of report.source) found.add(`asked=${type} by ${sector}`);
    for (const { sector } of report.target) found.add(`asked=${type} on ${sector}`);
  }
  return found;
}

/** What tells whether a sentence is about an incident that is asked for. */
export function sentenceFeatures(document: CodedDocument, index: number): Set<string> {
  const found = new Set(['bias', `sentence at=${Math.min(index, 6)}`]);
  const sentence = document.sentences[index];
  if (sentence === undefined) return found;
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    if (!isContent(token)) return;
    found.add(`has=${wordOf(token)}`);
    if (token.upos === 'VERB') {
      found.add(`verb=${wordOf(token)}`);
      for (const { head, deprel, ...other } of tokens)
        if (head === at && /^(?:obj|nsubj|obl)/.test(deprel))
          found.add(`verb=${wordOf(token)} ${deprel} ${wordOf({ head, deprel, ...other })}`);
    }
    if (isContent(tokens[at + 1])) found.add(`haspair=${wordOf(token)} ${wordOf(tokens[at + 1])}`);
  });
  for (const side of [-1, 1])
    for (const token of document.sentences[index + side]?.tokens ?? [])
      if (token.upos === 'NOUN' || token.upos === 'VERB') found.add(`near${side}=${wordOf(token)}`);
  for (const report of reportsBySentence(document).get(sentence) ?? []) {
    const type = incidentTypeOf(report);
    found.add(`has report=${kindOf(report)} ${report.status}`);
    if (type === null) continue;
    const asked = isAsked(report, document.published);
    found.add(`has type=${type} ${asked}`);
    for (const { sector } of report.target) found.add(`has target=${type} ${sector} ${asked}`);
    for (const { sector } of report.source) found.add(`has source=${type} ${sector} ${asked}`);
  }
  return found;
}

const bySentence = new WeakMap<CodedDocument, ReadonlyMap<Sentence, readonly Report[]>>();

export function reportsBySentence(document: CodedDocument): ReadonlyMap<Sentence, readonly Report[]> {
  let found = bySentence.get(document);
  if (found === undefined) {
    found = new Map(
      document.sentences.map((sentence) => [
        sentence,
        document.reports.filter((report) => {
          const { start, end } = spanOf(report);
          return start >= sentence.span.start && end <= sentence.span.end;
        }),
      ]),
    );
    bySentence.set(document, found);
  }
  return found;
}
