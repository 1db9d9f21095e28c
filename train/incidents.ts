import { fillTally } from '../bench/support/match.ts';
import { candidatesOf, typesBy } from '../bench/support/muc/answer.ts';
import type { Entity } from '../bench/support/muc/entities.ts';
import { type CodedDocument, documentFeatures, sentenceFeatures } from '../bench/support/muc/features.ts';
import { deadOf, fillsOf, killedOf, type MucRow, type Role, roles, typesOf } from '../bench/support/muc/gold.ts';
import { incidentTypes } from '../bench/support/muc/incidents.ts';
import { mentionsOf } from '../bench/support/muc/mentions.ts';
import type { Weights } from '../bench/support/muc/model.ts';
import { type Judged, outlineFeatures, outlineScore } from '../bench/support/muc/outline.ts';
import { sameFill } from '../bench/support/muc/phrases.ts';
import {
  atFirst,
  dead,
  documentQuestions,
  entityQuestions,
  relevance,
  telling,
  toll,
} from '../bench/support/muc/questions.ts';
import { tollsOf } from '../bench/support/muc/tolls.ts';
import { f1Of, sumOf, type Tally } from '../bench/support/scores.ts';
import { crossFit, numbered, type Wanted } from './cross-fit.ts';
import type { Fitting } from './logistic.ts';

interface TrainingDocument {
  readonly row: MucRow;
  readonly document: CodedDocument;
}

interface Learning {
  readonly documents: readonly TrainingDocument[];
  /** What was learnt so far: weights by feature and question, thresholds by question. */
  readonly weights: Map<string, Map<string, number>>;
  readonly thresholds: Map<string, number>;
  readonly say: (line: string) => void;
}

const documentFitting: Fitting = { epochs: 10, rate: 0.1, decay: 1e-2, seed: 1 };
const entityFitting: Fitting = { epochs: 6, rate: 0.05, decay: 1e-3, seed: 1 };
const outlineFitting: Fitting = { epochs: 10, rate: 0.03, decay: 1e-2, seed: 1 };
const steps = Array.from({ length: 25 }, (_, at) => (at - 16) / 4);

/**
 * Learns which documents are asked for, their incident types, which entity has which role, who died, and which number is
 * the toll. Thresholds are those with the best F1 where every document is judged by models of the other folds.
 */
export function learnIncidents(
  documents: readonly TrainingDocument[],
  say: (line: string) => void,
): { readonly thresholds: ReadonlyMap<string, number>; readonly weights: Weights } {
  const learning: Learning = { documents, weights: new Map(), thresholds: new Map(), say };
  const first = learnDocuments(learning);
  const sentences = learnSentences(learning);
  const entities = learnEntities(learning, first, sentences);
  const judged = documents.map(
    (_, at): Judged => ({
      first: first[at] ?? new Map(),
      sentences: sentences[at] ?? [],
      entities: entities[at] ?? [],
    }),
  );
  learnOutlines(learning, judged);
  learnTolls(learning, judged);
  return learning;
}

/** Scores of the unseen documents by question, from their words. */
function learnDocuments({ documents, weights, thresholds }: Learning): Map<string, number>[] {
  const examples = numbered(documents.map(({ document }) => [[...documentFeatures(document)]]));
  const scores = documents.map(() => new Map<string, number>());
  for (const question of documentQuestions) {
    const wanted = documents.map(({ row }) => [wantedOf(row, question)]);
    const { unseen, fitted } = crossFit(examples, wanted, documentFitting);
    unseen.forEach(([score], at) => {
      scores[at]?.set(question, score ?? 0);
    });
    examples.keep(weights, atFirst(question), fitted);
    thresholds.set(atFirst(question), 0);
  }
  return scores;
}

/** How telling the sentences of the unseen documents are. */
function learnSentences({ documents, weights, thresholds }: Learning): readonly (readonly number[])[] {
  const examples = numbered(
    documents.map(({ document }) => document.sentences.map((_, index) => [...sentenceFeatures(document, index)])),
  );
  const wanted = documents.map(({ row, document }): Wanted[] => {
    const fills = roles.flatMap((role) => fillsOf(row, role));
    return document.sentences.map((sentence, index) =>
      wantedBy(
        fills,
        mentionsOf(sentence, index).map(({ text }) => text),
        false,
      ),
    );
  });
  const { unseen, fitted } = crossFit(examples, wanted, documentFitting);
  examples.keep(weights, telling, fitted);
  thresholds.set(telling, 0);
  return unseen;
}

/** The entities of the unseen documents with their margins by question. */
function learnEntities(
  learning: Learning,
  first: readonly ReadonlyMap<string, number>[],
  sentences: readonly (readonly number[])[],
) {
  const { documents, weights, thresholds, say } = learning;
  const entities: Entity[][] = [];
  const examples = numbered(
    documents.map(({ document }, at) => {
      const found = candidatesOf(document, (question) => first[at]?.get(question) ?? 0, sentences[at] ?? []);
      entities.push(found.map(({ entity }) => entity));
      return found.map(({ features }) => features);
    }),
  );
  const margins = entities.map((all) => all.map(() => new Map<string, number>()));
  const tallies: Tally[] = [];
  for (const question of entityQuestions) {
    const fills = documents.map(({ row }) => (question === dead ? deadOf(row) : fillsOf(row, question as Role)));
    const wanted = entities.map((all, at) =>
      all.map(({ texts }) =>
        wantedBy(fills[at] ?? [], texts, wantedOf(documents[at]?.row, relevance) === null ? null : false),
      ),
    );
    const { unseen, fitted } = crossFit(examples, wanted, entityFitting);
    examples.keep(weights, question, fitted);
    const tally = (threshold: number) =>
      sumOf(
        entities.flatMap((all, at) => {
          if (wantedOf(documents[at]?.row, relevance) === null) return [];
          const found = all.filter((_, i) => (unseen[at]?.[i] ?? 0) > threshold).map(({ texts }) => texts);
          return [fillTally(fills[at] ?? [], found, sameFill)];
        }),
      );
    const threshold = bestOf(steps, (step) => f1Of(tally(step)) ?? 0);
    thresholds.set(question, threshold);
    say(`${question} ${told(tally(threshold))}`);
    if (question !== dead) tallies.push(tally(threshold));
    unseen.forEach((scores, at) => {
      scores.forEach((score, i) => {
        margins[at]?.[i]?.set(question, score - threshold);
      });
    });
  }
  say(`roles ${told(sumOf(tallies))}`);
  return entities.map((all, at) => all.map((entity, i) => ({ entity, margins: margins[at]?.[i] ?? new Map() })));
}

/** The questions about the document again, with its parts judged. */
function learnOutlines({ documents, weights, thresholds, say }: Learning, judged: readonly Judged[]): void {
  const examples = numbered(
    documents.map(({ document }, at) => {
      const of = judged[at];
      return of === undefined ? [] : [[...outlineFeatures(document, of)]];
    }),
  );
  const scores = new Map<string, readonly number[]>();
  for (const question of documentQuestions) {
    const wanted = documents.map(({ row }) => [wantedOf(row, question)]);
    const { unseen, fitted } = crossFit(examples, wanted, outlineFitting);
    examples.keep(weights, question, fitted);
    scores.set(
      question,
      unseen.map(([score], at) => outlineScore(score ?? 0, judged[at]?.first.get(question) ?? 0)),
    );
    thresholds.set(question, 0);
  }
  const marginOf = (question: string, at: number) =>
    (scores.get(question)?.[at] ?? 0) - (thresholds.get(question) ?? 0);
  const counted = documents.flatMap(({ row }, at) => (wantedOf(row, relevance) === null ? [] : [{ row, at }]));
  const relevant = () =>
    sumOf(
      counted.map(({ row, at }) => {
        const [gold, said] = [wantedOf(row, relevance) === true, marginOf(relevance, at) > 0];
        return { matched: gold && said ? 1 : 0, predicted: said ? 1 : 0, gold: gold ? 1 : 0 };
      }),
    );
  const types = () =>
    sumOf(
      counted.map(({ row, at }) => {
        const found = typesBy((question) => marginOf(question, at)).map((type) => [type]);
        return fillTally(typesOf(row), found, (a, b) => a === b);
      }),
    );
  const tune = (question: string, value: () => number) => {
    const best = bestOf(steps, (step) => {
      thresholds.set(question, step);
      return value();
    });
    thresholds.set(question, best);
  };
  tune(relevance, () => f1Of(relevant()) ?? 0);
  for (const type of incidentTypes) tune(type, () => f1Of(types()) ?? 0);
  say(`relevance ${told(relevant())}`);
  say(`types ${told(types())}`);
}

/** Which of the numbers is that of the dead. */
function learnTolls({ documents, weights, thresholds, say }: Learning, judged: readonly Judged[]): void {
  const tolls = documents.map(({ row, document }, at) => {
    const of = judged[at];
    return of === undefined || killedOf(row) === null ? [] : tollsOf(document, of);
  });
  const examples = numbered(tolls.map((all) => all.map(({ features }) => features)));
  const wanted = tolls.map((all, at) => all.map(({ count }) => count === killedOf(documents[at]?.row as MucRow)));
  const { unseen, fitted } = crossFit(examples, wanted, outlineFitting);
  examples.keep(weights, toll, fitted);
  thresholds.set(toll, 0);
  const known = documents.filter(({ row }) => killedOf(row) !== null).length;
  const right = wanted.filter((all, at) => all[unseen[at]?.indexOf(Math.max(...(unseen[at] ?? []))) ?? -1]);
  const possible = wanted.filter((all) => all.includes(true));
  say(
    `tolls ${(right.length / known).toFixed(3)} of ${known} right, ${(possible.length / known).toFixed(3)} among the numbers`,
  );
}

/** Whether a document's key asks for an incident, or for one of a type. */
function wantedOf(row: MucRow | undefined, question: string): Wanted {
  if (row === undefined) return null;
  const fills = typesOf(row).filter(({ alts }) => question === relevance || alts.includes(question));
  if (fills.length === 0) return false;
  return fills.some(({ optional }) => !optional) ? true : null;
}

/** Whether one of some texts is a fill that is asked for; `otherwise` where none is a fill. */
function wantedBy(fills: ReturnType<typeof fillsOf>, texts: readonly string[], otherwise: Wanted): Wanted {
  const hits = fills.filter(({ alts }) => texts.some((text) => alts.some((alt) => sameFill(alt, text))));
  if (hits.length === 0) return otherwise;
  return hits.some(({ optional }) => !optional) ? true : null;
}

/** The first of the items with the highest value. */
function bestOf<T>(items: readonly T[], worth: (item: T) => number): T {
  return items.map((item) => ({ item, value: worth(item) })).reduce((a, b) => (b.value > a.value ? b : a)).item;
}

function told(tally: Tally): string {
  const [p, r] = [tally.matched / tally.predicted, tally.matched / tally.gold];
  return `on unseen folds: precision ${p.toFixed(3)}, recall ${r.toFixed(3)}, F1 ${f1Of(tally)?.toFixed(3)}`;
}
