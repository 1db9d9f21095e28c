import { labelFeatures, type ParserInput, stateFeatures } from '../src/parse/arcs.ts';
import { type BeamParser, beamParser, labelOf, stepBeam } from '../src/parse/beam.ts';
import { action, advance, cell, field, start } from '../src/parse/states.ts';
import { seeded } from '../src/stats/index.ts';
import { lastDependants, oracleAction, projective } from './oracle.ts';
import { type MeanWeights, type Perceptron, perceptron, shuffle } from './perceptron.ts';

export interface Tree {
  readonly input: ParserInput;
  /** By word 1..n; index 0 unused. */
  readonly heads: readonly number[];
  readonly labels: readonly number[];
}

export interface ParserWeights {
  readonly actions: MeanWeights;
  readonly labels: MeanWeights;
}

interface Item {
  readonly input: ParserInput;
  readonly heads: readonly number[];
  readonly labels: readonly number[];
  readonly last: Int32Array;
}

function oracleAt(parser: BeamParser, state: number, item: Item): number {
  const { cells, states } = parser.pool;
  const top = (states[state * field.size + field.top] as number) * cell.size;
  const below = cells[top + cell.below] as number;
  return oracleAction(
    cells[top + cell.word] as number,
    below < 0 ? -1 : (cells[below * cell.size + cell.word] as number),
    states[state * field.size + field.next] as number,
    item.input.count,
    item.heads,
    item.last,
  );
}

function countFeatures(item: Item, parser: BeamParser, actions: Perceptron, labels: Perceptron): void {
  let state = start(parser.pool, item.input.count + 1);
  for (let step = 0; step < item.input.count * 2; step++) {
    const does = oracleAt(parser, state, item);
    stateFeatures(parser.buffer, parser.pool, state, item.input);
    actions.count(parser.buffer);
    if (does !== action.shift) {
      labelFeatures(parser.buffer, parser.pool, state, does, item.input);
      labels.count(parser.buffer);
    }
    state = advance(parser.pool, state, does, goldLabel(parser, state, does, item), 0, item.input.count + 1);
  }
}

function goldLabel(parser: BeamParser, state: number, does: number, item: Item): number {
  if (does === action.shift) return 0;
  const top = (parser.pool.states[state * field.size + field.top] as number) * cell.size;
  return item.labels[parser.pool.cells[top + cell.word] as number] as number;
}

/** States from the first to `state`. */
function pathTo(parser: BeamParser, state: number): number[] {
  const out: number[] = [];
  for (let at = state; at >= 0; at = parser.pool.states[at * field.size + field.parent] as number) out.push(at);
  return out.reverse();
}

/**
 * One sentence: the beam runs beside the gold path; where the beam's best beats the gold prefix by most, the weights
 * move from the one to the other (max-violation update, Huang, Fayong and Guo 2012). The labels of gold arcs are
 * learnt on the way, in states whose labels are guessed as they will be.
 */
function learn(item: Item, parser: BeamParser, actions: Perceptron, labels: Perceptron): boolean {
  const { pool, buffer, scores } = parser;
  const { input } = item;
  const none = input.count + 1;
  const first = start(pool, none);
  let gold = first;
  let beam = [first];
  let worst = 0;
  let worstGold = -1;
  let worstSaid = -1;
  const wrong: { state: number; does: number; right: number; said: number }[] = [];
  for (let step = 0; step < input.count * 2; step++) {
    beam = stepBeam(parser, beam, input);
    const does = oracleAt(parser, gold, item);
    stateFeatures(buffer, pool, gold, input);
    actions.score(buffer, scores);
    const score = (pool.scores[gold] as number) + (scores[does] as number);
    const said = labelOf(parser, gold, does, input);
    if (does !== action.shift) {
      const right = goldLabel(parser, gold, does, item);
      if (said !== right) wrong.push({ state: gold, does, right, said });
    }
    gold = advance(pool, gold, does, said, score, none);
    const top = beam[0] as number;
    const violation = (pool.scores[top] as number) - score;
    if (violation >= worst && violation > -1e-9 && !samePath(parser, top, gold)) {
      worst = violation;
      worstGold = gold;
      worstSaid = top;
    }
  }
  for (const { state, does, right, said } of wrong) {
    labelFeatures(buffer, pool, state, does, input);
    labels.update(buffer, right, 1);
    labels.update(buffer, said, -1);
  }
  labels.tick();
  if (worstGold >= 0) {
    const [right, said] = [pathTo(parser, worstGold), pathTo(parser, worstSaid)];
    let apart = 1;
    const doneIn = (state: number | undefined) => pool.states[(state as number) * field.size + field.action] as number;
    while (doneIn(right[apart]) === doneIn(said[apart])) apart++;
    for (let i = apart; i < right.length; i++) {
      stateFeatures(buffer, pool, right[i - 1] as number, input);
      actions.update(buffer, doneIn(right[i]), 1);
      stateFeatures(buffer, pool, said[i - 1] as number, input);
      actions.update(buffer, doneIn(said[i]), -1);
    }
  }
  actions.tick();
  return worstGold < 0;
}

function samePath(parser: BeamParser, a: number, b: number): boolean {
  const { states } = parser.pool;
  let [x, y] = [a, b];
  while (x > 0 && y > 0) {
    if (x === y) return true;
    if (states[x * field.size + field.action] !== states[y * field.size + field.action]) return false;
    x = states[x * field.size + field.parent] as number;
    y = states[y * field.size + field.parent] as number;
  }
  return true;
}

export interface ParserSettings {
  readonly width: number;
  readonly iterations: number;
  readonly seed: number;
  readonly labelCount: number;
  /** Features of states met less often than this are not learnt. */
  readonly least: number;
  readonly onIteration?: (iteration: number, right: number, weights: () => ParserWeights) => void;
}

/** Trains actions and labels together; the same trees, settings and seed give the same weights. */
export function trainParser(trees: readonly Tree[], settings: ParserSettings): ParserWeights {
  const actions = perceptron(action.count, settings.least);
  const labels = perceptron(settings.labelCount, 3);
  const parser = beamParser(actions, labels, settings.width);
  const items: Item[] = trees.map(({ input, heads, labels: gold }) => {
    const flat = projective(heads);
    return { input, heads: flat, labels: gold, last: lastDependants(flat) };
  });
  for (const item of items) countFeatures(item, parser, actions, labels);
  const next = seeded(settings.seed);
  const weights = () => ({ actions: actions.averaged(), labels: labels.averaged() });
  for (let iteration = 0; iteration < settings.iterations; iteration++) {
    shuffle(items, next);
    let right = 0;
    for (const item of items) if (learn(item, parser, actions, labels)) right++;
    settings.onIteration?.(iteration, right / items.length, weights);
  }
  return weights();
}
