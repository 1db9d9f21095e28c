/**
 * States of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) in typed arrays. A state points to the top
 * of its stack; a stack cell points to the cell below and holds what its word has gathered so far, so that the states
 * of a beam share what they have in common and every step takes constant time.
 */
export interface States {
  /** Word of the cell: 0 is the root, 1..n the words. */
  cells: Int32Array;
  states: Int32Array;
  scores: Float64Array;
  cellCount: number;
  stateCount: number;
}

/** Fields of a cell. l1 is the leftmost dependant, l2 the one taken before it; r1 the rightmost, r2 the one before. */
export const cell = {
  word: 0,
  below: 1,
  l1: 2,
  l1Label: 3,
  l2: 4,
  l2Label: 5,
  lefts: 6,
  r1: 7,
  r1Label: 8,
  r2: 9,
  r2Label: 10,
  rights: 11,
  size: 12,
} as const;

/** Fields of a state. `next` is the first word of the buffer, whose left dependants stand in l1..lefts. */
export const field = {
  top: 0,
  next: 1,
  l1: 2,
  l1Label: 3,
  l2: 4,
  l2Label: 5,
  lefts: 6,
  parent: 7,
  action: 8,
  dependant: 9,
  head: 10,
  label: 11,
  size: 12,
} as const;

export const action = { shift: 0, left: 1, right: 2, count: 3 } as const;

export function newStates(): States {
  return {
    cells: new Int32Array(cell.size * 4096),
    states: new Int32Array(field.size * 4096),
    scores: new Float64Array(4096),
    cellCount: 0,
    stateCount: 0,
  };
}

function reserve(pool: States): void {
  if ((pool.stateCount + 1) * field.size > pool.states.length) {
    const states = new Int32Array(pool.states.length * 2);
    states.set(pool.states);
    pool.states = states;
    const scores = new Float64Array(pool.scores.length * 2);
    scores.set(pool.scores);
    pool.scores = scores;
  }
  if ((pool.cellCount + 1) * cell.size > pool.cells.length) {
    const cells = new Int32Array(pool.cells.length * 2);
    cells.set(pool.cells);
    pool.cells = cells;
  }
}

/** Empties the pool and puts the first state in it: the root on the stack, all words in the buffer. */
export function start(pool: States, none: number): number {
  pool.cellCount = 1;
  pool.stateCount = 1;
  pool.cells.fill(0, 0, cell.size);
  for (const at of [cell.l1, cell.l2, cell.r1, cell.r2]) pool.cells[at] = none;
  pool.cells[cell.below] = -1;
  pool.states.fill(0, 0, field.size);
  pool.states[field.next] = 1;
  pool.states[field.l1] = none;
  pool.states[field.l2] = none;
  pool.states[field.parent] = -1;
  pool.scores[0] = 0;
  return 0;
}

/** Which actions a state allows, as bits 1 << action. The root takes one word only, the last. */
export function allowed(pool: States, state: number, count: number): number {
  const at = state * field.size;
  const next = pool.states[at + field.next] as number;
  const top = (pool.states[at + field.top] as number) * cell.size;
  const more = next <= count;
  let bits = more ? 1 << action.shift : 0;
  if (pool.cells[top + cell.word] !== 0) {
    if (more) bits |= 1 << action.left;
    const below = (pool.cells[top + cell.below] as number) * cell.size;
    if (pool.cells[below + cell.word] !== 0 || !more) bits |= 1 << action.right;
  }
  return bits;
}

/** The state after an action; `label` is the relation of the arc that it makes. */
export function advance(pool: States, state: number, does: number, label: number, score: number, none: number): number {
  reserve(pool);
  const { states, cells } = pool;
  const from = state * field.size;
  const made = pool.stateCount++;
  const to = made * field.size;
  const topCell = states[from + field.top] as number;
  const top = topCell * cell.size;
  states[to + field.parent] = state;
  states[to + field.action] = does;
  states[to + field.label] = label;
  pool.scores[made] = score;
  if (does === action.left) {
    states[to + field.top] = cells[top + cell.below] as number;
    states[to + field.next] = states[from + field.next] as number;
    states[to + field.l2] = states[from + field.l1] as number;
    states[to + field.l2Label] = states[from + field.l1Label] as number;
    states[to + field.l1] = cells[top + cell.word] as number;
    states[to + field.l1Label] = label;
    states[to + field.lefts] = (states[from + field.lefts] as number) + 1;
    states[to + field.dependant] = cells[top + cell.word] as number;
    states[to + field.head] = states[from + field.next] as number;
    return made;
  }
  const newCell = pool.cellCount++;
  const put = newCell * cell.size;
  states[to + field.top] = newCell;
  if (does === action.shift) {
    cells[put + cell.word] = states[from + field.next] as number;
    cells[put + cell.below] = topCell;
    for (let k = cell.l1; k <= cell.lefts; k++) cells[put + k] = states[from + k] as number;
    cells[put + cell.r1] = none;
    cells[put + cell.r1Label] = 0;
    cells[put + cell.r2] = none;
    cells[put + cell.r2Label] = 0;
    cells[put + cell.rights] = 0;
    states[to + field.next] = (states[from + field.next] as number) + 1;
    states[to + field.l1] = none;
    states[to + field.l1Label] = 0;
    states[to + field.l2] = none;
    states[to + field.l2Label] = 0;
    states[to + field.lefts] = 0;
    states[to + field.dependant] = -1;
    return made;
  }
  const below = (cells[top + cell.below] as number) * cell.size;
  for (let k = 0; k <= cell.lefts; k++) cells[put + k] = cells[below + k] as number;
  cells[put + cell.r2] = cells[below + cell.r1] as number;
  cells[put + cell.r2Label] = cells[below + cell.r1Label] as number;
  cells[put + cell.r1] = cells[top + cell.word] as number;
  cells[put + cell.r1Label] = label;
  cells[put + cell.rights] = (cells[below + cell.rights] as number) + 1;
  for (let k = field.next; k <= field.lefts; k++) states[to + k] = states[from + k] as number;
  states[to + field.dependant] = cells[top + cell.word] as number;
  states[to + field.head] = cells[below + cell.word] as number;
  return made;
}
