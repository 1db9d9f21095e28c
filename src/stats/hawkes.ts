import { Matrix, solve } from 'ml-matrix';
import { NotEstimable } from './not-estimable.ts';

/** Events at rate `base`, each of which brings on `branching` others on average, sooner with a higher `decay`. */
export interface Hawkes {
  /** Events a unit of time that nothing brought on. */
  readonly base: number;
  /** Share of events that others brought on; below 1 where they die out. */
  readonly branching: number;
  /** A unit of time: 1 / decay is the mean time between an event and those it brings on. */
  readonly decay: number;
}

export interface HawkesFit extends Hawkes {
  readonly logLikelihood: number;
}

/**
 * Log-likelihood of a self-exciting process with exponential kernel: Hawkes 1971, doi:10.1093/biomet/58.1.83, by the
 * recursion of Ogata 1981, doi:10.1109/TIT.1981.1056305. `times` rise from 0 to `horizon`, the time watched. Throws
 * RangeError when they do not.
 */
export function hawkesLogLikelihood(times: readonly number[], horizon: number, process: Hawkes): number {
  mustRise(times, horizon);
  return slopes(times, horizon, process).value;
}

/**
 * Maximum likelihood of that process, by Newton's steps in the logarithms of the three numbers from nine starts (Ozaki
 * 1979, doi:10.1007/BF02480272). Throws NotEstimable for fewer than 10 events, where no event seems to bring on another,
 * or where equal times let the likelihood grow without end.
 */
export function hawkes(times: readonly number[], horizon: number): HawkesFit {
  mustRise(times, horizon);
  const n = times.length;
  if (n < 10) throw new NotEstimable(`${n} events are too few to tell whether events bring on others.`);
  const rate = n / horizon;
  const fits = [0.2, 0.5, 0.8].flatMap((branching) =>
    [0.3, 3, 30].map((speed) =>
      climbed(times, horizon, { base: (1 - branching) * rate, branching, decay: speed * rate }),
    ),
  );
  const inside = fits.filter((fit) => fit !== null);
  if (inside.length === 0)
    throw new NotEstimable(
      'These times do not show that events bring on others, or many events have the same time: take a constant rate, or times finer than a day.',
    );
  return inside.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
}

/** The top that is reached from a start, or null when the way leads out of bounds. */
function climbed(times: readonly number[], horizon: number, start: Hawkes): HawkesFit | null {
  let at = start;
  let here = slopes(times, horizon, at);
  let damping = 1e-3;
  for (let round = 0; round < 500; round++) {
    const steepest = Math.max(...here.gradient.map(Math.abs));
    if (steepest < 1e-9 * (1 + Math.abs(here.value))) return { ...at, logLikelihood: here.value };
    const step = ascent(here, damping);
    const next = {
      base: at.base * Math.exp(step[0]),
      branching: at.branching * Math.exp(step[1]),
      decay: at.decay * Math.exp(step[2]),
    };
    const there = slopes(times, horizon, next);
    if (there.value >= here.value) {
      if (next.branching < 1e-6 || next.decay * horizon < 1e-6 || next.decay * horizon > 1e9) return null;
      at = next;
      here = there;
      damping = Math.max(1e-12, damping / 10);
    } else {
      damping *= 10;
      if (damping > 1e12)
        return steepest < 1e-5 * (1 + Math.abs(here.value)) ? { ...at, logLikelihood: here.value } : null;
    }
  }
  return null;
}

type Triple = [number, number, number];

interface Slopes {
  readonly value: number;
  /** In the logarithms of base, branching and decay. */
  readonly gradient: Triple;
  readonly curvature: readonly [Triple, Triple, Triple];
}

/** Newton's step, turned uphill and shortened by the damping of Levenberg 1944, doi:10.1090/qam/10666. */
function ascent({ gradient, curvature }: Slopes, damping: number): Triple {
  const down = Matrix.checkMatrix(curvature.map((row) => row.map((value) => -value)));
  for (let boost = 0; ; boost = boost === 0 ? 1e-3 : boost * 10) {
    const scale = 1 + Math.max(...down.diagonal().map(Math.abs));
    const lifted = down.clone();
    for (let i = 0; i < 3; i++) lifted.set(i, i, lifted.get(i, i) * (1 + damping) + boost * scale);
    if (positive(lifted)) {
      const step = solve(lifted, Matrix.columnVector(gradient)).to1DArray();
      const clip = (value = 0) => Math.max(-2, Math.min(2, value));
      return [clip(step[0]), clip(step[1]), clip(step[2])];
    }
  }
}

/** Whether the leading minors of a symmetric 3 by 3 matrix are above 0. */
function positive(m: Matrix): boolean {
  const first = m.get(0, 0);
  const second = first * m.get(1, 1) - m.get(0, 1) ** 2;
  const third =
    first * (m.get(1, 1) * m.get(2, 2) - m.get(1, 2) ** 2) -
    m.get(0, 1) * (m.get(0, 1) * m.get(2, 2) - m.get(1, 2) * m.get(0, 2)) +
    m.get(0, 2) * (m.get(0, 1) * m.get(1, 2) - m.get(1, 1) * m.get(0, 2));
  return first > 0 && second > 0 && third > 0;
}

/** Log-likelihood with its first and second derivatives in the logarithms of the parameters, in one pass. */
function slopes(times: readonly number[], horizon: number, { base, branching, decay }: Hawkes): Slopes {
  // Of the excitation A = sum exp(-decay (t - t_j)) over earlier events: A, its first and second derivative in decay.
  let a = 0;
  let a1 = 0;
  let a2 = 0;
  let before: number | null = null;
  let value = -base * horizon;
  const d: Triple = [-base * horizon, 0, 0];
  // Second derivatives in base, branching, decay themselves: mm, ma, mb, aa, ab, bb.
  const h = { mm: 0, ma: 0, mb: 0, aa: 0, ab: 0, bb: 0 };
  let da = 0;
  let db = 0;
  for (const time of times) {
    if (before !== null) {
      const gap = time - before;
      const fade = Math.exp(-decay * gap);
      const carried = fade * (1 + a);
      const carried1 = fade * a1;
      const carried2 = fade * a2;
      a2 = carried2 - gap * carried1 - gap * (carried1 - gap * carried);
      a1 = carried1 - gap * carried;
      a = carried;
    }
    before = time;
    const rate = base + branching * decay * a;
    const byBranching = decay * a;
    const byDecay = branching * (a + decay * a1);
    value += Math.log(rate);
    d[0] += base / rate;
    da += byBranching / rate;
    db += byDecay / rate;
    h.mm -= 1 / rate ** 2;
    h.ma -= byBranching / rate ** 2;
    h.mb -= byDecay / rate ** 2;
    h.aa -= (byBranching / rate) ** 2;
    h.ab += (a + decay * a1) / rate - (byBranching * byDecay) / rate ** 2;
    h.bb += (branching * (2 * a1 + decay * a2)) / rate - (byDecay / rate) ** 2;
    const rest = horizon - time;
    const left = Math.exp(-decay * rest);
    value -= branching * (1 - left);
    da -= 1 - left;
    db -= branching * rest * left;
    h.ab -= rest * left;
    h.bb += branching * rest ** 2 * left;
  }
  d[1] = branching * da;
  d[2] = decay * db;
  const mixed = { ma: base * branching * h.ma, mb: base * decay * h.mb, ab: branching * decay * h.ab };
  return {
    value,
    gradient: d,
    curvature: [
      [base ** 2 * h.mm + d[0], mixed.ma, mixed.mb],
      [mixed.ma, branching ** 2 * h.aa + d[1], mixed.ab],
      [mixed.mb, mixed.ab, decay ** 2 * h.bb + d[2]],
    ],
  };
}

function mustRise(times: readonly number[], horizon: number): void {
  const last = times.at(-1) ?? 0;
  if (!times.every((time, i) => time >= (times[i - 1] ?? 0)) || !(last <= horizon))
    throw new RangeError('times must rise from 0 to the horizon');
}
