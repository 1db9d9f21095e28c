import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hawkes, hawkesLogLikelihood, NotEstimable, seeded } from '../../src/stats/index.ts';

/** A process drawn by its families: first events at random, each with offspring after exponential waits. */
function drawn(seed: number, base: number, branching: number, decay: number, horizon: number): number[] {
  const random = seeded(seed);
  const wait = (rate: number) => -Math.log(1 - random()) / rate;
  const times: number[] = [];
  const family = (time: number) => {
    if (time > horizon) return;
    times.push(time);
    for (let left = wait(branching); left < 1; left += wait(branching)) family(time + wait(decay));
  };
  for (let time = wait(base); time < horizon; time += wait(base)) family(time);
  return times.sort((a, b) => a - b);
}

test('without branching the likelihood is that of a constant rate', () => {
  const process = { base: 0.3, branching: 0, decay: 1 };
  expect(hawkesLogLikelihood([1, 2.5, 7], 10, process)).toBeCloseTo(3 * Math.log(0.3) - 3, 12);
});

test('the recursion gives the same as summing over all earlier events', () => {
  const rising = fc
    .array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 2, maxLength: 30 })
    .map((times) => times.sort((a, b) => a - b));
  fc.assert(
    fc.property(rising, (times) => {
      const [base, branching, decay] = [0.4, 0.6, 1.3];
      let sum = -base * 50;
      times.forEach((time, i) => {
        const excited = times.slice(0, i).reduce((all, before) => all + Math.exp(-decay * (time - before)), 0);
        sum += Math.log(base + branching * decay * excited) - branching * (1 - Math.exp(-decay * (50 - time)));
      });
      expect(hawkesLogLikelihood(times, 50, { base, branching, decay })).toBeCloseTo(sum, 8);
    }),
  );
});

test('the fit is a top of the likelihood, and a change of unit changes its rates only', () => {
  const times = drawn(3, 0.5, 0.6, 2, 200);
  const fit = hawkes(times, 200);
  const here = hawkesLogLikelihood(times, 200, fit);
  expect(fit.logLikelihood).toBeCloseTo(here, 9);
  for (const name of ['base', 'branching', 'decay'] as const)
    for (const factor of [0.999, 1.001])
      expect(hawkesLogLikelihood(times, 200, { ...fit, [name]: fit[name] * factor })).toBeLessThan(here);
  const hours = hawkes(
    times.map((time) => time * 24),
    4800,
  );
  expect(hours.branching / fit.branching).toBeCloseTo(1, 6);
  expect((hours.decay * 24) / fit.decay).toBeCloseTo(1, 6);
  expect((hours.base * 24) / fit.base).toBeCloseTo(1, 6);
});

test('from a long record the fit comes near to what drew it', () => {
  const fit = hawkes(drawn(11, 0.5, 0.5, 2, 4000), 4000);
  expect(fit.base).toBeGreaterThan(0.43);
  expect(fit.base).toBeLessThan(0.57);
  expect(fit.branching).toBeGreaterThan(0.43);
  expect(fit.branching).toBeLessThan(0.57);
  expect(fit.decay).toBeGreaterThan(1.5);
  expect(fit.decay).toBeLessThan(2.5);
});

test('even times, few events and wrong times are refused', () => {
  const even = Array.from({ length: 40 }, (_, i) => i + 0.5);
  expect(() => hawkes(even, 40)).toThrow(NotEstimable);
  expect(() => hawkes([1, 2, 3], 10)).toThrow(/too few/);
  expect(() => hawkes([...even].reverse(), 40)).toThrow(RangeError);
  expect(() => hawkesLogLikelihood([1, 12], 10, { base: 1, branching: 0, decay: 1 })).toThrow(RangeError);
});
