import { type Entity, entitiesOf } from './entities.ts';
import { entityFeatures } from './entity-features.ts';
import { type CodedDocument, documentFeatures, sentenceFeatures } from './features.ts';
import type { Role } from './gold.ts';
import { type IncidentType, incidentsOf, incidentTypes, killedIn, rolesOf } from './incidents.ts';
import { mentionsOf } from './mentions.ts';
import type { LinearModel } from './model.ts';
import { type Judged, outlineFeatures, outlineScore } from './outline.ts';
import { atFirst, documentQuestions, entityQuestions, relevance, telling, toll } from './questions.ts';
import { tollsOf } from './tolls.ts';

/** What is told of a document. No types: it is about no incident. */
export interface Answer {
  readonly types: readonly IncidentType[];
  /** Fills of each role, each as its alternatives. */
  readonly roles: Readonly<Record<Role, readonly (readonly string[])[]>>;
  /** Null: the dead are not counted. */
  readonly killed: number | null;
}

/** By the coder's reports and the rules of the task alone. */
export function answerByRules({ reports, published }: CodedDocument): Answer {
  const incidents = incidentsOf(reports, published);
  return {
    types: [...new Set(incidents.map(({ type }) => type))],
    roles: rolesOf(incidents),
    killed: killedIn(incidents),
  };
}

const rank = (score: number, most: number) => Math.max(-most, Math.min(most, Math.round(score)));

/** An entity with what tells of its part. */
export interface Candidate {
  readonly entity: Entity;
  readonly features: readonly string[];
}

/**
 * The entities of a document with their features, among them the scores of the document, alone and with the entity's
 * head, and those of the sentences that name it or stand beside.
 */
export function candidatesOf(
  document: CodedDocument,
  scoreOf: (question: string) => number,
  sentences: readonly number[],
): Candidate[] {
  const whole = documentQuestions.map((question) => `${question}=${rank(scoreOf(question), 3)}`);
  const tellingAt = (index: number) => rank((sentences[index] ?? -3) * 1.5, 4);
  return entitiesOf(document.sentences, document.sentences.flatMap(mentionsOf)).map((entity) => {
    const head = entity.mentions[0]?.head ?? '';
    const own = entity.mentions.map(({ sentence }) => tellingAt(sentence));
    const near = entity.mentions.flatMap(({ sentence }) => [tellingAt(sentence - 1), tellingAt(sentence + 1)]);
    const most = Math.max(...own);
    return {
      entity,
      features: [
        ...entityFeatures(document, entity),
        ...whole,
        ...whole.map((one) => `${one} ${head}`),
        `telling=${most}`,
        `telling=${most} ${head}`,
        `telling first=${own[0]}`,
        `telling near=${Math.max(...near)}`,
      ],
    };
  });
}

/** The types that the margins over their thresholds tell: at least the likeliest, where the document is relevant. */
export function typesBy(marginOf: (question: string) => number): IncidentType[] {
  if (marginOf(relevance) <= 0) return [];
  const likely = incidentTypes.filter((type) => marginOf(type) > 0);
  if (likely.length > 0) return likely;
  return [incidentTypes.reduce((a, b) => (marginOf(b) > marginOf(a) ? b : a))];
}

/** By the trained model, which weighs what the coder reports among other things. */
export function answerByModel(document: CodedDocument, model: LinearModel): Answer {
  const thresholdOf = (question: string) => model.thresholds.get(question) ?? 0;
  const words = documentFeatures(document);
  const first = new Map(documentQuestions.map((question) => [question, model.score(atFirst(question), words)]));
  const sentences = document.sentences.map((_, index) => model.score(telling, sentenceFeatures(document, index)));
  const entities = candidatesOf(document, (question) => first.get(question) ?? 0, sentences).map(
    ({ entity, features }) => ({
      entity,
      margins: new Map(
        entityQuestions.map((question) => [question, model.score(question, features) - thresholdOf(question)]),
      ),
    }),
  );
  const judged: Judged = { first, sentences, entities };
  const outline = outlineFeatures(document, judged);
  const fillsOf = (role: Role) =>
    entities.flatMap(({ entity, margins }) => ((margins.get(role) ?? 0) > 0 ? [entity.texts] : []));
  const tolls = tollsOf(document, judged).map(({ count, features }) => ({ count, score: model.score(toll, features) }));
  return {
    types: typesBy(
      (question) => outlineScore(model.score(question, outline), first.get(question) ?? 0) - thresholdOf(question),
    ),
    roles: {
      perp_individual: fillsOf('perp_individual'),
      perp_org: fillsOf('perp_org'),
      target: fillsOf('target'),
      victim: fillsOf('victim'),
      weapon: fillsOf('weapon'),
    },
    killed: tolls.length === 0 ? null : tolls.reduce((a, b) => (b.score > a.score ? b : a)).count,
  };
}
