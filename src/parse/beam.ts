import { labelFeatures, type ParserInput, stateFeatures } from './arcs.ts';
import { best, type FeatureBuffer, featureBuffer, type Scorer } from './scorer.ts';
import { action, advance, allowed, field, newStates, type States, start } from './states.ts';

/** What a parser needs besides the sentence; made once, used for every sentence. */
export interface BeamParser {
  readonly actions: Scorer;
  readonly labels: Scorer;
  readonly width: number;
  readonly pool: States;
  readonly buffer: FeatureBuffer;
  readonly scores: Float64Array;
}

export function beamParser(actions: Scorer, labels: Scorer, width: number): BeamParser {
  return { actions, labels, width, pool: newStates(), buffer: featureBuffer(), scores: new Float64Array(256) };
}

/** The label that the arc of `does` gets in `state`; 0 for a shift. */
export function labelOf(parser: BeamParser, state: number, does: number, input: ParserInput): number {
  if (does === action.shift) return 0;
  labelFeatures(parser.buffer, parser.pool, state, does, input);
  parser.labels.score(parser.buffer, parser.scores);
  return best(parser.scores, parser.labels.classes);
}

/**
 * One step of the beam: the best `width` states that follow from `beam`, the best first. Scores are sums over the path,
 * so states of the same step compare.
 */
export function stepBeam(parser: BeamParser, beam: readonly number[], input: ParserInput): number[] {
  const { pool, buffer, scores, width, actions } = parser;
  const from: number[] = [];
  const does: number[] = [];
  const total: number[] = [];
  for (const state of beam) {
    stateFeatures(buffer, pool, state, input);
    actions.score(buffer, scores);
    const can = allowed(pool, state, input.count);
    for (let a = 0; a < action.count; a++) {
      if ((can & (1 << a)) === 0) continue;
      const score = (pool.scores[state] as number) + (scores[a] as number);
      let at = total.length;
      if (at === width) {
        if (score <= (total[at - 1] as number)) continue;
        at--;
      }
      // Insertion into a short sorted list; equals keep the order of the beam, so that runs repeat.
      while (at > 0 && (total[at - 1] as number) < score) {
        total[at] = total[at - 1] as number;
        from[at] = from[at - 1] as number;
        does[at] = does[at - 1] as number;
        at--;
      }
      total[at] = score;
      from[at] = state;
      does[at] = a;
    }
  }
  return total.map((score, i) => {
    const state = from[i] as number;
    const a = does[i] as number;
    return advance(pool, state, a, labelOf(parser, state, a, input), score, input.count + 1);
  });
}

/** Heads and labels by word, 1..n; head 0 is the root. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Arcs made on the way to a state. */
function arcsOf(pool: States, state: number, count: number): Arcs {
  const heads = new Int32Array(count + 2);
  const labels = new Int32Array(count + 2);
  for (let at = state; at > 0; at = pool.states[at * field.size + field.parent] as number) {
    if (pool.states[at * field.size + field.action] === action.shift) continue;
    const dependant = pool.states[at * field.size + field.dependant] as number;
    heads[dependant] = pool.states[at * field.size + field.head] as number;
    labels[dependant] = pool.states[at * field.size + field.label] as number;
  }
  return { heads, labels };
}

/** The best projective tree that the beam finds; exactly one word hangs on the root. */
export function parseBeam(parser: BeamParser, input: ParserInput): Arcs {
  let beam = [start(parser.pool, input.count + 1)];
  for (let step = 0; step < input.count * 2; step++) beam = stepBeam(parser, beam, input);
  return arcsOf(parser.pool, beam[0] as number, input.count);
}
