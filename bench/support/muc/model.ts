import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** A linear model of several yes-or-no questions over features that are present or absent. */
export interface LinearModel {
  /** From which score on the answer is yes, by question. */
  readonly thresholds: ReadonlyMap<string, number>;
  /** Sum of the weights of the features for one question: the logit of a yes; unknown features weigh nothing. */
  score(question: string, features: Iterable<string>): number;
}

/** Weights of a feature by question. */
export type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Weights are kept as whole numbers of this part. */
const part = 1 / 16;

export const modelPath = (): string => fileURLToPath(new URL('./muc4.model.br', import.meta.url));

export function linearModel(thresholds: ReadonlyMap<string, number>, weights: Weights): LinearModel {
  return {
    thresholds,
    score(question, features) {
      let sum = 0;
      for (const feature of features) sum += weights.get(feature)?.get(question) ?? 0;
      return sum;
    },
  };
}

/**
 * The model file: a line of JSON with questions and thresholds, then a line a feature in the order of code units, with
 * its rounded weights as `number of the question:weight`; compressed by Brotli. Weights that round to nothing are left out.
 */
export function writeModel(thresholds: ReadonlyMap<string, number>, weights: Weights): Buffer {
  const questions = [...thresholds.keys()];
  const lines = [...weights].flatMap(([feature, by]) => {
    const cells = [...by].flatMap(([question, weight]) => {
      const rounded = Math.round(weight / part);
      return rounded === 0 ? [] : [`${questions.indexOf(question)}:${rounded}`];
    });
    return cells.length === 0 ? [] : [[feature, ...cells].join('\t')];
  });
  const header = JSON.stringify({ format: 1, thresholds: [...thresholds] });
  const whole = Buffer.from([header, ...lines.sort((a, b) => (a < b ? -1 : 1))].join('\n'), 'utf8');
  return brotliCompressSync(whole, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
  });
}

/** Reads what {@link writeModel} made; null: there is no file. */
export function readModel(path: string = modelPath()): LinearModel | null {
  if (!existsSync(path)) return null;
  const [header = '', ...lines] = brotliDecompressSync(readFileSync(path)).toString('utf8').split('\n');
  const { thresholds } = JSON.parse(header) as { thresholds: [string, number][] };
  const weights = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const [feature = '', ...cells] = line.split('\t');
    const by = new Map<string, number>();
    for (const cell of cells) {
      const [question = '', weight = ''] = cell.split(':');
      by.set(thresholds[Number(question)]?.[0] ?? '', Number(weight) * part);
    }
    weights.set(feature, by);
  }
  return linearModel(new Map(thresholds), weights);
}
