import { spanOf } from '../coding.ts';
import type { Entity } from './entities.ts';
import { type CodedDocument, isContent, wordOf } from './features.ts';
import { incidentTypeOf, isAsked } from './incidents.ts';

/** What the model made of a document's words, sentences and entities. */
export interface Judged {
  /** Scores of the document by question. */
  readonly first: ReadonlyMap<string, number>;
  /** How telling each sentence is. */
  readonly sentences: readonly number[];
  /** How far the score of each entity is above the threshold, by role or other question. */
  readonly entities: readonly { readonly entity: Entity; readonly margins: ReadonlyMap<string, number> }[];
}

const bin = (score: number, width: number, most: number) =>
  Math.max(-most, Math.min(most, Math.round(score / width) * width));

/** What tells of a document's incidents once its parts are judged: who has which role, and the words of telling sentences. */
export function outlineFeatures(document: CodedDocument, { first, sentences, entities }: Judged): Set<string> {
  const found = new Set(['bias']);
  for (const [question, score] of first) found.add(`first ${question}=${bin(score, 0.5, 4)}`);
  const best = new Map<string, number>();
  const count = new Map<string, number>();
  for (const { entity, margins } of entities) {
    for (const [question, margin] of margins) {
      best.set(question, Math.max(margin, best.get(question) ?? -9));
      if (margin <= 0) continue;
      count.set(question, 1 + (count.get(question) ?? 0));
      for (const { head } of entity.mentions) found.add(`${question}=${head}`);
    }
  }
  for (const [question, margin] of best)
    found
      .add(`best ${question}=${bin(margin, 0.5, 3)}`)
      .add(`count ${question}=${Math.min(4, count.get(question) ?? 0)}`);
  found.add(`most telling=${bin(Math.max(-3, ...sentences), 0.5, 4)}`);
  document.sentences.forEach(({ tokens, span }, index) => {
    const score = sentences[index] ?? -3;
    if (score <= -0.5) return;
    const strength = score > 1 ? 2 : score > 0 ? 1 : 0;
    if (strength === 2)
      for (const token of tokens) if (isContent(token) && token.upos !== 'PROPN') found.add(`told=${wordOf(token)}`);
    for (const report of document.reports) {
      const { start, end } = spanOf(report);
      if (start < span.start || end > span.end) continue;
      const type = incidentTypeOf(report);
      const what = type === null ? `${report.type}` : `${type} ${isAsked(report, document.published)}`;
      for (let level = 0; level <= strength; level++) found.add(`told report${level}=${what}`);
    }
  });
  return found;
}

/** The score of a question about the document: by its outline mostly, by its words to the rest; chosen on unseen folds. */
export const outlineScore = (outline: number, first: number): number => 0.7 * outline + 0.3 * first;
