import { type Example, type Fitting, fitLogistic, scoreOf } from './logistic.ts';

/** The wanted answer; null: optional in the key, neither to be learnt nor counted. */
export type Wanted = boolean | null;

/** Features met in fewer examples are not learnt. */
const leastMet = 3;
const folds = 5;

export interface Numbered {
  /** Features by document and example. */
  readonly examples: readonly (readonly Int32Array[])[];
  readonly size: number;
  keep(weights: Map<string, Map<string, number>>, question: string, fitted: Float64Array): void;
}

/** Gives the features that are met often enough their numbers; `documents` hold examples, these features. */
export function numbered(documents: readonly (readonly (readonly string[])[])[]): Numbered {
  const met = new Map<string, number>();
  for (const examples of documents)
    for (const features of examples) for (const feature of features) met.set(feature, (met.get(feature) ?? 0) + 1);
  const names = [...met].flatMap(([feature, times]) => (times >= leastMet ? [feature] : []));
  const numbers = new Map(names.map((feature, at) => [feature, at]));
  return {
    examples: documents.map((examples) =>
      examples.map((features) => Int32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []))),
    ),
    size: names.length,
    keep(weights, question, fitted) {
      names.forEach((feature, at) => {
        const by = weights.get(feature) ?? new Map<string, number>();
        by.set(question, fitted[at] ?? 0);
        weights.set(feature, by);
      });
    },
  };
}

/**
 * Fits on all documents, and scores each by a fit on the other folds: thresholds and features of later questions are made
 * from scores of documents that were not seen.
 */
export function crossFit({ examples, size }: Numbered, wanted: readonly (readonly Wanted[])[], fitting: Fitting) {
  const learntFrom = (use: (document: number) => boolean): Example[] =>
    examples.flatMap((all, document) =>
      use(document)
        ? all.flatMap((features, i) => {
            const yes = wanted[document]?.[i] ?? null;
            return yes === null ? [] : [{ features, yes }];
          })
        : [],
    );
  const unseen: number[][] = examples.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const fit = fitLogistic(
      learntFrom((document) => document % folds !== fold),
      size,
      fitting,
    );
    examples.forEach((all, document) => {
      if (document % folds === fold) unseen[document] = all.map((features) => scoreOf(fit, features));
    });
  }
  return {
    unseen,
    fitted: fitLogistic(
      learntFrom(() => true),
      size,
      fitting,
    ),
  };
}
