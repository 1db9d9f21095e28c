import { put } from './hash.ts';
import type { FeatureBuffer } from './scorer.ts';
import { action, cell, field, type States } from './states.ts';

/** A tagged sentence as the parser sees it; index 0 is the root, `count + 1` stands for no word. */
export interface ParserInput {
  readonly count: number;
  /** Hash of the lower-case form. */
  readonly word: Int32Array;
  /** Fine tag. */
  readonly tag: Int32Array;
  /** Part of speech. */
  readonly pos: Int32Array;
}

const near = (distance: number) => (distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : 7);

/**
 * Features of a state, after Zhang and Nivre (2011), carried over from arc-eager to arc-hybrid: the three upper words
 * of the stack, the first three of the buffer, their outer dependants with labels, distance, valency.
 */
export function stateFeatures(out: FeatureBuffer, pool: States, state: number, input: ParserInput): void {
  const { word, tag, pos, count } = input;
  const { cells, states } = pool;
  const none = count + 1;
  const s = state * field.size;
  const c0 = (states[s + field.top] as number) * cell.size;
  const below0 = cells[c0 + cell.below] as number;
  const c1 = below0 < 0 ? -1 : below0 * cell.size;
  const below1 = c1 < 0 ? -1 : (cells[c1 + cell.below] as number);
  const c2 = below1 < 0 ? -1 : below1 * cell.size;
  const s0 = cells[c0 + cell.word] as number;
  const s1 = c1 < 0 ? none : (cells[c1 + cell.word] as number);
  const s2 = c2 < 0 ? none : (cells[c2 + cell.word] as number);
  const b0 = Math.min(states[s + field.next] as number, none);
  const b1 = Math.min(b0 + 1, none);
  const b2 = Math.min(b0 + 2, none);
  const s0l = cells[c0 + cell.l1] as number;
  const s0ll = cells[c0 + cell.l1Label] as number;
  const s0l2 = cells[c0 + cell.l2] as number;
  const s0r = cells[c0 + cell.r1] as number;
  const s0rl = cells[c0 + cell.r1Label] as number;
  const s0r2 = cells[c0 + cell.r2] as number;
  const s1l = c1 < 0 ? none : (cells[c1 + cell.l1] as number);
  const s1ll = c1 < 0 ? 0 : (cells[c1 + cell.l1Label] as number);
  const s1r = c1 < 0 ? none : (cells[c1 + cell.r1] as number);
  const s1rl = c1 < 0 ? 0 : (cells[c1 + cell.r1Label] as number);
  const s1r2 = c1 < 0 ? none : (cells[c1 + cell.r2] as number);
  const b0l = states[s + field.l1] as number;
  const b0ll = states[s + field.l1Label] as number;
  const b0l2 = states[s + field.l2] as number;
  const s0w = word[s0] as number;
  const s0t = tag[s0] as number;
  const s0p = pos[s0] as number;
  const s1w = word[s1] as number;
  const s1t = tag[s1] as number;
  const s1p = pos[s1] as number;
  const s2w = word[s2] as number;
  const s2t = tag[s2] as number;
  const b0w = word[b0] as number;
  const b0t = tag[b0] as number;
  const b0p = pos[b0] as number;
  const b1w = word[b1] as number;
  const b1t = tag[b1] as number;
  const b2w = word[b2] as number;
  const b2t = tag[b2] as number;
  const s0lt = tag[s0l] as number;
  const s0lw = word[s0l] as number;
  const s0rt = tag[s0r] as number;
  const s0rw = word[s0r] as number;
  const s1lt = tag[s1l] as number;
  const s1rt = tag[s1r] as number;
  const b0lt = tag[b0l] as number;
  const b0lw = word[b0l] as number;
  const distance = near(b0 - s0);
  const distance1 = near(s0 - s1);
  const lefts0 = cells[c0 + cell.lefts] as number;
  const rights0 = cells[c0 + cell.rights] as number;
  const lefts1 = c1 < 0 ? 0 : (cells[c1 + cell.lefts] as number);
  const rights1 = c1 < 0 ? 0 : (cells[c1 + cell.rights] as number);
  const leftsB = states[s + field.lefts] as number;

  const list = out.hashes;
  let f = 0;
  // One word.
  f = put(list, f, 100, s0w, s0t, 0, 0);
  f = put(list, f, 100, s0w, 0, 0, 0);
  f = put(list, f, 100, s0t, 0, 0, 0);
  f = put(list, f, 100, s1w, s1t, 0, 0);
  f = put(list, f, 100, s1w, 0, 0, 0);
  f = put(list, f, 100, s1t, 0, 0, 0);
  f = put(list, f, 100, s2w, s2t, 0, 0);
  f = put(list, f, 100, s2t, 0, 0, 0);
  f = put(list, f, 100, b0w, b0t, 0, 0);
  f = put(list, f, 100, b0w, 0, 0, 0);
  f = put(list, f, 100, b0t, 0, 0, 0);
  f = put(list, f, 100, b1w, b1t, 0, 0);
  f = put(list, f, 100, b1t, 0, 0, 0);
  f = put(list, f, 100, b2w, b2t, 0, 0);
  f = put(list, f, 100, b2t, 0, 0, 0);
  // Two words.
  f = put(list, f, 100, s0w, s0t, b0w, b0t);
  f = put(list, f, 100, s0w, s0t, b0w, 0);
  f = put(list, f, 100, s0w, b0w, b0t, 0);
  f = put(list, f, 100, s0w, s0t, b0t, 0);
  f = put(list, f, 100, s0t, b0w, b0t, 0);
  f = put(list, f, 100, s0w, b0w, 0, 0);
  f = put(list, f, 100, s0t, b0t, 0, 0);
  f = put(list, f, 100, s1w, s1t, s0w, s0t);
  f = put(list, f, 100, s1w, s0w, 0, 0);
  f = put(list, f, 100, s1w, s1t, s0t, 0);
  f = put(list, f, 100, s1t, s0w, s0t, 0);
  f = put(list, f, 100, s1t, s0t, 0, 0);
  f = put(list, f, 100, s1t, b0t, 0, 0);
  f = put(list, f, 100, s1w, b0w, 0, 0);
  f = put(list, f, 100, s1w, b0t, 0, 0);
  f = put(list, f, 100, s1t, b0w, 0, 0);
  f = put(list, f, 100, b0t, b1t, 0, 0);
  f = put(list, f, 100, b0w, b1w, 0, 0);
  f = put(list, f, 100, b0w, b1t, 0, 0);
  f = put(list, f, 100, s0w, b1t, 0, 0);
  f = put(list, f, 100, s0w, b1w, 0, 0);
  // Three words.
  f = put(list, f, 100, b0t, b1t, b2t, 0);
  f = put(list, f, 100, s0t, b0t, b1t, 0);
  f = put(list, f, 100, s0p, b0t, b1w, 0);
  f = put(list, f, 100, s1t, s0t, b0t, 0);
  f = put(list, f, 100, s1w, s0t, b0t, 0);
  f = put(list, f, 100, s1t, s0w, b0t, 0);
  f = put(list, f, 100, s1t, s0t, b0w, 0);
  f = put(list, f, 100, s2t, s1t, s0t, 0);
  f = put(list, f, 100, s2t, s1t, s0t, b0t);
  f = put(list, f, 100, s1t, s0t, b0t, b1t);
  f = put(list, f, 100, s1p, s0w, b0w, 0);
  f = put(list, f, 100, s1w, s0p, b0w, 0);
  f = put(list, f, 100, s1w, s0w, b0p, 0);
  // With dependants.
  f = put(list, f, 100, s0t, s0lt, b0t, 0);
  f = put(list, f, 100, s0t, s0rt, b0t, 0);
  f = put(list, f, 100, s0t, b0t, b0lt, 0);
  f = put(list, f, 100, s1t, s1rt, s0t, 0);
  f = put(list, f, 100, s1t, s1lt, s0t, 0);
  f = put(list, f, 100, s1t, s0t, s0lt, 0);
  f = put(list, f, 100, s1t, s0t, s0rt, 0);
  f = put(list, f, 100, s0t, s0lt, tag[s0l2] as number, b0t);
  f = put(list, f, 100, s0t, s0rt, tag[s0r2] as number, b0t);
  f = put(list, f, 100, b0t, b0lt, tag[b0l2] as number, s0t);
  f = put(list, f, 100, s1t, s1rt, tag[s1r2] as number, s0t);
  f = put(list, f, 100, s1t, s1rt, s0t, b0t);
  f = put(list, f, 100, s1w, s0lw, s0p, 0);
  f = put(list, f, 100, s1w, s0lw, s0w, 0);
  f = put(list, f, 100, s1t, s0lw, s0w, 0);
  f = put(list, f, 100, s1p, s0lw, s0t, b0t);
  f = put(list, f, 100, s2w, s0lw, s1p, 0);
  f = put(list, f, 100, s2t, s1t, s0lw, s0t);
  f = put(list, f, 100, s0w, s0rw, b0t, 0);
  f = put(list, f, 100, s0w, b0w, b0lw, 0);
  f = put(list, f, 100, s0t, b0w, b0lw, 0);
  f = put(list, f, 100, s1w, s1rt, s0t, 0);
  // Labels.
  f = put(list, f, 100, s0t, s0ll, 0, 0);
  f = put(list, f, 100, s0w, s0ll, 0, 0);
  f = put(list, f, 100, s0t, s0rl, 0, 0);
  f = put(list, f, 100, s0w, s0rl, 0, 0);
  f = put(list, f, 100, s1t, s1rl, s0t, 0);
  f = put(list, f, 100, s1w, s1rl, 0, 0);
  f = put(list, f, 100, s1w, s1rl, s0t, 0);
  f = put(list, f, 100, s1t, s1ll, s0t, 0);
  f = put(list, f, 100, b0t, b0ll, s0t, 0);
  f = put(list, f, 100, b0w, b0ll, 0, 0);
  f = put(list, f, 100, s0t, s0ll, s0rl, b0t);
  f = put(list, f, 100, s1p, s1rl, s0ll, s0t);
  f = put(list, f, 100, s1p, s1rl, s0ll, s0lw);
  f = put(list, f, 100, s0p, s0ll, b0p, b0ll);
  // Distance and valency.
  f = put(list, f, 100, s0w, distance, 0, 0);
  f = put(list, f, 100, s0t, b0t, distance, 0);
  f = put(list, f, 100, b0w, distance, 0, 0);
  f = put(list, f, 100, s0t, b0t, distance, s1t);
  f = put(list, f, 100, s1t, s0t, distance1, 0);
  f = put(list, f, 100, s1w, distance1, s0p, 0);
  f = put(list, f, 100, s0w, distance1, s1p, 0);
  f = put(list, f, 100, s0w, lefts0, 0, 0);
  f = put(list, f, 100, s0t, lefts0, rights0, 0);
  f = put(list, f, 100, s0w, rights0, 0, 0);
  f = put(list, f, 100, s0t, rights0, b0t, 0);
  f = put(list, f, 100, s1w, rights1, 0, 0);
  f = put(list, f, 100, s1t, rights1, lefts1, s0t);
  f = put(list, f, 100, b0t, leftsB, s0t, 0);
  f = put(list, f, 100, b0w, leftsB, 0, 0);
  out.length = f;
}

/** Features of the label of the arc that `does` would make in `state`: head, dependant, what stands around and between. */
export function labelFeatures(out: FeatureBuffer, pool: States, state: number, does: number, input: ParserInput): void {
  const { word, tag, pos, count } = input;
  const { cells, states } = pool;
  const none = count + 1;
  const s = state * field.size;
  const c0 = (states[s + field.top] as number) * cell.size;
  const c1 = (cells[c0 + cell.below] as number) * cell.size;
  const d = cells[c0 + cell.word] as number;
  const left = does === action.left;
  const h = left ? (states[s + field.next] as number) : (cells[c1 + cell.word] as number);
  const dl = cells[c0 + cell.l1] as number;
  const dr = cells[c0 + cell.r1] as number;
  const dll = cells[c0 + cell.l1Label] as number;
  const drl = cells[c0 + cell.r1Label] as number;
  const sibling = left ? (states[s + field.l1] as number) : (cells[c1 + cell.r1] as number);
  const siblingLabel = left ? (states[s + field.l1Label] as number) : (cells[c1 + cell.r1Label] as number);
  const secondLabel = left ? (states[s + field.l2Label] as number) : (cells[c1 + cell.r2Label] as number);
  const gathered = left ? (states[s + field.lefts] as number) : (cells[c1 + cell.rights] as number);
  // The two nearest of the head's dependants on this side: auxiliaries, when a subject comes.
  const around = siblingLabel * 128 + secondLabel;
  const other = left ? none : (cells[c1 + cell.l1] as number);
  const otherLabel = left ? 0 : (cells[c1 + cell.l1Label] as number);
  const dw = word[d] as number;
  const dt = tag[d] as number;
  const hw = word[h] as number;
  const ht = tag[h] as number;
  const side = left ? 1 : 2;
  const list = out.hashes;
  let f = 0;
  f = put(list, f, 300, side, 0, 0, 0);
  f = put(list, f, 300, side, dw, dt, 0);
  f = put(list, f, 300, side, hw, ht, 0);
  f = put(list, f, 300, side, dt, ht, 0);
  f = put(list, f, 300, side, dw, ht, 0);
  f = put(list, f, 300, side, dt, hw, 0);
  f = put(list, f, 300, side, dw, hw, 0);
  f = put(list, f, 300, side, dt, ht, near(Math.abs(h - d)));
  f = put(list, f, 300, side, dt, ht, dll);
  f = put(list, f, 300, side, dt, ht, drl);
  f = put(list, f, 300, side, dt, ht, word[dl] as number);
  f = put(list, f, 300, side, dw, word[dl] as number, pos[h] as number);
  f = put(list, f, 300, side, hw, word[dl] as number, pos[d] as number);
  f = put(list, f, 300, side, dt, ht, tag[dr] as number);
  f = put(list, f, 300, side, dt, ht, siblingLabel);
  f = put(list, f, 300, side, dt, hw, siblingLabel);
  f = put(list, f, 300, side, dt, ht, tag[sibling] as number);
  f = put(list, f, 300, side, dt, ht, otherLabel);
  f = put(list, f, 300, side, dt, ht, tag[other] as number);
  f = put(list, f, 300, side, dt, ht, tag[Math.min(d + 1, none)] as number);
  f = put(list, f, 300, side, dt, ht, tag[Math.max(d - 1, 0)] as number);
  f = put(list, f, 300, side, dt, ht, word[Math.max(d - 1, 0)] as number);
  f = put(list, f, 300, side, dll, drl, pos[h] as number);
  f = put(list, f, 300, side, dt, ht, around);
  f = put(list, f, 300, side, dt, hw, around);
  f = put(list, f, 300, side, pos[d] as number, pos[h] as number, around);
  f = put(list, f, 300, side, dw, pos[h] as number, siblingLabel);
  f = put(list, f, 300, side, dt, ht, gathered);
  f = put(list, f, 300, side, dt, word[sibling] as number, ht);
  f = put(list, f, 300, side, dt, tag[dl] as number, word[dl] as number);
  out.length = f;
}
