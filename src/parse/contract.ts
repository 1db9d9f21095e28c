import { normalise } from './attributes.ts';
import { feature, hashString } from './hash.ts';
import { type FeatureBuffer, featureBuffer, type Scorer } from './scorer.ts';
import type { Contracts } from './tokenise.ts';

const hashAt = (pieces: readonly string[], i: number, last = 0) => {
  const piece = pieces[i];
  if (piece === undefined) return i;
  const low = normalise(piece);
  return hashString(last > 0 ? low.slice(-last) : low);
};

/** Features of a written word that may be one word or two ("des": article, or de + les): its neighbours and their endings. */
export function contractionFeatures(out: FeatureBuffer, pieces: readonly string[], i: number): void {
  const w = hashAt(pieces, i);
  let template = 500;
  let f = 0;
  const add = (a: number, b: number) => {
    out.hashes[f++] = feature(template++, w, a, b, 0);
  };
  add(0, 0);
  add(hashAt(pieces, i - 1), 0);
  add(hashAt(pieces, i - 2), hashAt(pieces, i - 1));
  add(hashAt(pieces, i + 1), 0);
  add(hashAt(pieces, i - 1), hashAt(pieces, i + 1));
  for (let k = 1; k <= 4; k++) {
    add(hashAt(pieces, i - 1, k), 0);
    add(hashAt(pieces, i + 1, k), 0);
  }
  add(hashAt(pieces, i - 1, 3), hashAt(pieces, i + 1, 3));
  add(hashAt(pieces, i - 2, 3), hashAt(pieces, i - 1, 3));
  out.length = f;
}

/** The decision by trained weights; without any, every such word counts as two. */
export function contractionJudge(scorer: Scorer | null): Contracts {
  if (scorer === null) return () => true;
  const buffer = featureBuffer();
  const scores = new Float64Array(2);
  return (pieces, i) => {
    contractionFeatures(buffer, pieces, i);
    scorer.score(buffer, scores);
    return (scores[1] as number) > (scores[0] as number);
  };
}
